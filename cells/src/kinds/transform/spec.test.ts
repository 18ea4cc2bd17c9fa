// The kind transform keeps the contract with every verb, as a form makes it and as a person fills it in.

import { expect, test } from "vitest";
import type { JsonObject } from "../../base/json.ts";
import { aCell, describeKind } from "../../testing/describe-kind.ts";
import { transform } from "./spec.ts";
import { assayVerbs, newStep, stepSchema, tableVerbs, type Verb } from "./steps.ts";

const on = [{ left: "gene", right: "symbol" }];
const filled: { readonly [verb in Verb]: readonly JsonObject[] } = {
  filter: [
    { where: "padj < 0.05 and abs(logFC) > 1", action: "drop" },
    {
      where: {
        all: [{ column: "padj", is: "<", value: aCell("most") }, { any: [{ column: "g", is: "in", value: ["a", "b"] }] }],
      },
    },
    { where: { column: "sex", is: "not-missing" } },
  ],
  select: [{ columns: ["gene", "padj"] }, { columns: ["x"], action: "drop" }],
  rename: [{ columns: [{ from: "a", to: "b" }] }],
  derive: [{ name: "rank", formula: "log2(counts + 1)" }],
  join: [{ with: aCell("annotation"), on, how: "full" }],
  summarise: [
    {
      by: ["sex"],
      values: [
        { name: "n", take: "count" },
        { name: "m", take: "mean", column: "age" },
      ],
    },
  ],
  sort: [{ by: [{ column: "padj" }, { column: "gene", descending: true }] }],
  pivot: [{ names: "sample", values: "value", take: "mean" }],
  fold: [{ columns: ["s1", "s2"], name: "sample", value: "count" }],
  sample: [{ size: { fraction: 0.1 }, seed: 7 }, { size: { rows: aCell("rows") } }],
  "drop-missing": [{ columns: ["padj"] }],
  "fill-missing": [
    { columns: ["age"], fill: { by: "value", value: 0 } },
    { columns: ["age"], fill: { by: "mode" } },
  ],
  distinct: [{ columns: ["gene"] }],
  head: [{ rows: 10 }],
  "filter-features": [{ rule: { by: "total", above: 5 } }, { rule: { by: "count", min: aCell("least"), samples: 3 } }],
  "select-features": [{ features: ["Xist"] }, { features: aCell("gene") }, { features: ["Xist"], action: "drop" }],
  cpm: [{}],
  "log-cpm": [{ prior: 2 }],
  log: [{ base: 10, prior: 0.5 }, { base: "e" }],
  "z-score": [{}],
  "top-variable": [{ count: 500 }],
  "annotate-samples": [{ with: aCell("samples"), on: [{ left: "sample", right: "id" }] }],
  "to-table": [{ shape: "wide" }, { shape: "long" }],
};
const verbs = Object.keys(filled) as Verb[];
const steps = (...items: readonly JsonObject[]): JsonObject => ({ from: aCell(), steps: items });

describeKind(transform, {
  examples: [
    ...verbs.map((verb) => steps(newStep(verb, "s1") as unknown as JsonObject)),
    ...verbs.flatMap((verb) => filled[verb].map((given) => steps({ id: "s1", verb, ...given }))),
  ],
  bad: [
    { spec: steps({ id: "a", verb: "derive", name: "x", formula: "1", code: "process.exit()" }), says: /code/ },
    { spec: steps({ id: "a", verb: "join", how: "cross" }), says: /how/ },
    { spec: steps({ id: "a", verb: "filter", where: { column: "x", is: "~" } }), says: /where/ },
    { spec: steps({ id: "a", verb: "summarise", values: [{ name: "n", take: "eval", column: "x" }] }), says: /take/ },
  ],
  missing: [{ spec: { steps: [] }, field: "from" }],
  sameKey: [
    [steps({ id: "a", verb: "cpm" }), steps({ id: "b", verb: "cpm" }, { id: "c", verb: "z-score", off: true })],
    [steps({ id: "a", verb: "log-cpm" }), steps({ id: "a", verb: "log-cpm", prior: 1 })],
  ],
});

test("every verb is in the menu of tables or of matrices", () => {
  const known = stepSchema.options.map((option) => option.shape.verb.value).sort();
  expect([...new Set([...tableVerbs, ...assayVerbs])].sort()).toEqual(known);
  expect([...verbs].sort()).toEqual(known);
});
