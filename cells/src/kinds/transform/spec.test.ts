// The kind transform keeps the contract with every step, as a form makes it and as a person fills it in.

import { expect, test } from "vitest";
import type { Digest } from "../../base/ids.ts";
import type { JsonObject } from "../../base/json.ts";
import type { Kind } from "../../contract/kind.ts";
import type { KnownData } from "../../contract/step-view.ts";
import { identityOf } from "../../contract/identity.ts";
import { resultKey } from "../../contract/result-key.ts";
import { listedSteps, newStep, stepsFor } from "../../steps.ts";
import { aCell, describeKind } from "../../testing/describe-kind.ts";
import { casesOf } from "../../testing/step-cases.ts";
import { knownBefore } from "./columns-before.ts";
import { groupsAfter } from "./groups-after.ts";
import { transform, type TransformSpec } from "./spec.ts";

const steps = (...items: readonly JsonObject[]): JsonObject => ({ from: aCell(), steps: items });
const filtered = (where: JsonObject): JsonObject => steps({ id: "s1", verb: "filter", where });
const filled = await Promise.all(
  listedSteps.map(async ({ step: { name: verb } }) =>
    (await casesOf(verb)).examples.map(({ options }) => steps({ id: "s1", verb, ...options })),
  ),
);

describeKind(transform, {
  examples: [...listedSteps.map(({ step }) => steps(newStep(step.name, "s1") as unknown as JsonObject)), ...filled.flat()],
  bad: [{ spec: steps({ id: "a", verb: "no such verb" }), says: /steps/ }],
  missing: [
    { spec: { steps: [] }, field: "from" },
    // A new line of the form, before anything is entered, of texts and of numbers.
    { spec: filtered({ column: "patient_id", is: "=", value: "" }), field: "steps.value" },
    {
      spec: filtered({ all: [{ column: "crp", is: ">", value: 5 }, { any: [{ column: "crp", is: "<" }] }] }),
      field: "steps.value",
    },
    { spec: filtered({ column: "crp", is: "between", value: [1, ""] }), field: "steps.value" },
    { spec: filtered({ column: "sex", is: "in", value: [] }), field: "steps.value" },
  ],
  sameKey: [
    [steps({ id: "a", verb: "cpm" }), steps({ id: "b", verb: "cpm" }, { id: "c", verb: "z-score", off: true })],
    [steps({ id: "a", verb: "log-cpm" }), steps({ id: "a", verb: "log-cpm", prior: 1 })],
  ],
});

const spec = transform.schema.parse(
  steps({ id: "a", verb: "cpm" }, { id: "b", verb: "log", off: true }, { id: "c", verb: "cpm" }, { id: "d", verb: "z-score" }),
);

test.each<[string, JsonObject]>([
  ["a condition with a value", filtered({ column: "crp", is: ">", value: 0 })],
  ["missing values, which have none", filtered({ column: "patient_id", is: "missing" })],
  ["a value that a parameter gives", filtered({ column: "crp", is: ">", value: aCell("least") })],
  ["an empty text that a formula asks for", steps({ id: "s1", verb: "filter", where: 'patient_id = ""' })],
  ["a step that is off", steps({ id: "s1", verb: "filter", off: true, where: { column: "crp", is: "=", value: "" } })],
])("nothing is waited for with %s", (_what, written) => {
  expect(transform.missing(transform.schema.parse(written))).toBeNull();
});

test("the steps that are on answer for it, each with its version", () => {
  expect(identityOf(transform, spec).variants).toEqual({
    "step/cpm": 4,
    "step/z-score": 4,
    "report/steps": 2,
    "report/fitted-chain": 1,
    "report/step-changes": 1,
  });
});

test("a step of another version changes the keys of the chains that use it, and of no others", () => {
  const keyWith = (verb: string, version: number): string => {
    const kind: Kind<TransformSpec> = {
      ...transform,
      variants: (asked: typeof spec) =>
        (transform.variants?.(asked) ?? []).map((card) => (card.name === verb ? { ...card, version } : card)),
    };
    return resultKey(kind, spec as unknown as JsonObject, { i0: "0".repeat(64) as Digest });
  };
  expect(keyWith("cpm", 2)).not.toBe(keyWith("cpm", 1));
  expect(keyWith("log", 2)).toBe(keyWith("log", 1));
});

test("the menu offers for tables and for matrices what works on them, in the order of the list", () => {
  const offered = (data: "table" | "assay") => stepsFor(data).map(({ step }) => step.name);
  expect(offered("table").slice(0, 3)).toEqual(["filter", "select", "rename"]);
  expect(offered("assay").slice(0, 3)).toEqual(["filter-features", "filter-by-expression", "log-cpm"]);
  expect(new Set([...offered("table"), ...offered("assay")])).toEqual(new Set(listedSteps.map(({ step }) => step.name)));
});

test("a form knows the columns that the steps before it leave", () => {
  const chain = transform.schema.parse(
    steps(
      { verb: "to-table" },
      { verb: "rename", columns: [{ from: "group", to: "arm" }] },
      { verb: "derive", name: "x", formula: "1" },
      { verb: "head", off: true },
      { verb: "summarise", by: ["arm"], values: [{ name: "n", take: "count" }] },
    ),
  ).steps;
  const known = (index: number) =>
    knownBefore({ what: "assay", columns: ["sample", "group"], features: [], otherSamples: false }, chain, index);
  expect(known(0)).toEqual({ what: "assay", columns: ["sample", "group"], features: [], otherSamples: false });
  expect(known(3)).toEqual({ what: "table", columns: ["sample", "arm", "x"], features: [], otherSamples: true });
  expect(known(5)).toEqual({ what: "table", columns: ["arm", "n"], features: [], otherSamples: true });
});

test("of a matrix forms list the columns of its features, with those that steps before add", () => {
  const chain = transform.schema.parse(
    steps(
      { verb: "map-ids", name: "symbol", from: "a", to: "b" },
      { verb: "collapse-probes", by: "symbol" },
      { verb: "to-table" },
      { verb: "to-matrix" },
    ),
  ).steps;
  const input: KnownData = { what: "assay", columns: ["sample"], features: ["gene", "Length"], otherSamples: false };
  const features = [0, 1, 2, 3, 4].map((index) => knownBefore(input, chain, index).features);
  expect(features).toEqual([["gene", "Length"], ["gene", "Length", "symbol"], ["gene", "Length", "symbol"], [], []]);
});

test.each<[string, readonly JsonObject[], readonly string[] | null]>([
  ["rows that were only chosen are who they were", [{ verb: "head" }], null],
  [
    "a count is the size of a group",
    [{ verb: "summarise", by: ["sex"], values: [{ name: "people", take: "count" }] }],
    ["people"],
  ],
  [
    "a renamed count stays one",
    [
      { verb: "summarise", by: ["sex"], values: [{ name: "people", take: "count" }] },
      { verb: "rename", columns: [{ from: "people", to: "n of group" }] },
      { verb: "sort", by: [{ column: "n of group" }] },
    ],
    ["n of group"],
  ],
  [
    "a count that was taken out or written over is none",
    [
      {
        verb: "summarise",
        by: ["sex"],
        values: [
          { name: "a", take: "count" },
          { name: "b", take: "count" },
        ],
      },
      { verb: "select", columns: ["a"], action: "drop" },
      { verb: "derive", name: "b", formula: "1" },
    ],
    [],
  ],
  ["a step that is off counts nothing", [{ verb: "summarise", by: ["sex"], off: true }], null],
])("%s", (_what, items, counted) => {
  expect(groupsAfter(transform.schema.parse(steps(...items)).steps)?.counts ?? null).toEqual(counted);
});
