// Clusters that were found in the values of the very rows that are compared get no p value, whatever asks for it, whatever step they
// went through, and when they come back from a file.

import { describe, expect, test } from "vitest";
import type { Artifact, Assay, Figure, Table } from "../artifacts/artifact.ts";
import { assayOf } from "../artifacts/assay.ts";
import { columnOf, integerColumn, numberColumn, tableOf, textColumn } from "../artifacts/table.ts";
import type { JsonObject } from "../base/json.ts";
import type { Execute, ExecuteContext } from "../contract/execute.ts";
import { withSemantics } from "../formats/parts/meanings/semantic-type.ts";
import { failureSentence } from "../messages/catalogue.ts";
import { locales } from "../messages/locale.ts";
import { seededRandom } from "../stats/seeded-random.ts";
import { stepOn } from "../testing/step-on-table.ts";
import { figureWords } from "../ui/figure-words.ts";
import { execute as draw } from "./chart/execute.ts";
import { chart } from "./chart/spec.ts";
import { execute as fitModel } from "./differential/execute.ts";
import { differential } from "./differential/spec.ts";
import { execute as regress } from "./regression/execute.ts";
import { regression } from "./regression/spec.ts";
import { execute as ask } from "./test/execute.ts";
import { test as testKind } from "./test/spec.ts";

const from = { ref: "cell_a" };
const random = seededRandom(5);
const y = Array.from({ length: 40 }, (_, row) => random() + random() + (row < 20 ? 0 : 1));
const labels = y.map((value) => (value < 1.5 ? "1" : "2"));
const rows = (semantic: "cluster" | "group") =>
  tableOf(numberColumn("y", y), numberColumn("x", y.toReversed()), textColumn("cluster", labels, { semantic }));
const own = rows("cluster");

async function run(execute: Execute<never>, spec: unknown, input: Artifact) {
  const context = {
    input: () => input,
    valueOf: (field: unknown) => field,
    log: () => undefined,
    progress: () => undefined,
    signal: new AbortController().signal,
  } as unknown as ExecuteContext;
  const made = await execute(spec as never, context);
  if (made.ok) return { reason: "answered", at: "", outputs: made.value };
  for (const locale of locales) expect(failureSentence(made.error, locale)).not.toMatch(/undefined|\{\w+\}/u);
  return { reason: made.error.reason, at: (made.error.at ?? []).join("."), outputs: null };
}
const tested = (data: Table, more: JsonObject = {}) =>
  run(ask as never, testKind.schema.parse({ from, by: "cluster", values: ["y"], ...more }), data);
const regressed = (data: Table, formula: string, outcome = "y") =>
  run(regress as never, regression.schema.parse({ from, outcome, design: { formula } }), data);
const notesOf = async (data: Table, type: string, x = "cluster"): Promise<string> => {
  const spec = chart.schema.parse({ from, x, y: "y", chart: { type, brackets: { pairs: "all" } } });
  const { outputs } = await run(draw as never, spec, data);
  const figure = outputs?.["out"] as Figure;
  expect(figureWords(figure, "ru").notes.join(" ")).not.toMatch(/undefined|\{\w+\}/u);
  return figureWords(figure, "en").notes.join(" ");
};
const matrix = (samples: Table): Assay =>
  assayOf({
    values: { layout: "dense", data: Float32Array.from({ length: 3 * 40 }, (_, at) => 5 + (y[at % 40] as number) + random()) },
    features: tableOf(textColumn("gene", ["a", "b", "c"])),
    samples: tableOf(
      textColumn(
        "sample",
        y.map((_, at) => `s${at}`),
        { semantic: "sample" },
      ),
      ...samples.columns,
    ),
    scale: "log2",
    featureNoun: "gene",
  });
const modelled = (data: Table) =>
  run(
    fitModel as never,
    differential.schema.parse({ from, design: { formula: "~ cluster" }, method: { type: "limma-trend" } }),
    matrix(data),
  );

describe("each door is closed to them, in one sentence", () => {
  const refused = "model-design.own-clusters";
  test("a test", async () => {
    expect(await tested(own)).toMatchObject({ reason: refused, at: "by" });
    expect((await tested(rows("group"))).reason).toBe("answered");
  });
  test("a test that would take their numbers as numbers", async () => {
    const numbers = tableOf(
      numberColumn("y", y),
      integerColumn(
        "cluster",
        y.map((_, at) => at % 5),
        { semantic: "cluster" },
      ),
    );
    for (const byIs of ["auto", "number"]) expect((await tested(numbers, { byIs })).reason).toBe(refused);
  });
  test("a model of expression", async () => {
    expect(await modelled(own)).toMatchObject({ reason: refused, at: "design.formula" });
    expect((await modelled(rows("group"))).reason).toBe("answered");
  });
  test("a regression on them, beside others or in an interaction, and one of them", async () => {
    for (const formula of ["~ cluster", "~ x + cluster", "~ x * cluster"])
      expect(await regressed(own, formula)).toMatchObject({ reason: refused, at: "design.formula" });
    expect(await regressed(own, "~ y", "cluster")).toMatchObject({ reason: refused, at: "outcome" });
    expect((await regressed(own, "~ x")).reason).toBe("answered");
    expect((await regressed(rows("group"), "~ cluster")).reason).toBe("answered");
  });
  test.each(["box", "violin"])("brackets of a %s", async (type) => {
    expect(await notesOf(own, type)).toMatch(
      /No brackets\. cluster holds clusters that were found in the values of these very rows/,
    );
    expect(await notesOf(rows("group"), type)).toMatch(/Bracket: .* p of one pair/);
  });
});

describe("they stay what they are", () => {
  const steps: readonly (readonly [string, JsonObject, string])[] = [
    [
      "values mapped",
      {
        verb: "map-values",
        column: "cluster",
        pairs: [
          { from: "1", to: "T" },
          { from: "2", to: "B" },
        ],
      },
      "cluster",
    ],
    ["mapped beside", { verb: "map-values", column: "cluster", pairs: [{ from: "1", to: "T" }], name: "type" }, "type"],
    ["labels merged", { verb: "merge-labels", column: "cluster", groups: [{ to: "T", from: ["1"] }] }, "cluster"],
    ["cleaned", { verb: "clean-text", columns: ["cluster"], case: "upper" }, "cluster"],
    ["renamed", { verb: "rename", columns: [{ from: "cluster", to: "type" }] }, "type"],
  ];
  test.each(steps)("%s", async (_, step, name) => {
    const { table } = await stepOn(own, step);
    expect(columnOf(table, name)?.semantic).toBe("cluster");
    expect((await tested(table, { by: name })).reason).toBe("model-design.own-clusters");
    expect(await notesOf(table, "box", name)).toMatch(/No brackets/);
  });
  test("mapped by another table, whose column says something else", async () => {
    const types = tableOf(textColumn("n", ["1", "2"]), textColumn("type", ["T", "B"], { semantic: "category" }));
    const step = { verb: "map-values", column: "cluster", with: { ref: "cell_b" }, key: "n", value: "type" };
    const { table } = await stepOn(own, step, { cell_b: types });
    expect(columnOf(table, "cluster")?.semantic).toBe("cluster");
  });
  test("saved and loaded again", async () => {
    const numbers = tableOf(numberColumn("y", y), integerColumn("cluster", labels.map(Number)));
    expect((await tested(withSemantics(numbers))).reason).toBe("model-design.own-clusters");
  });
});

test("what a formula makes of clusters is clusters, in words and in numbers; what it makes of other columns as well is a number", async () => {
  const meaning = async (formula: string): Promise<string | undefined> => {
    const { table: made } = await stepOn(own, { verb: "derive", name: "made", formula });
    return columnOf(made, "made")?.semantic;
  };
  expect(await meaning('if(cluster == "1", "near", "far")')).toBe("cluster");
  expect(await meaning('if(cluster == "1", 1, 0)')).toBe("cluster");
  expect(await meaning('cluster == "1" and y > 1')).toBe("cluster");
  expect(await meaning('if(cluster == "1", y, 0)')).not.toBe("cluster");
});
