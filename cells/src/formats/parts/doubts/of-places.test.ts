// What is doubtful in places, with the step that mends it; and that the step does.

import { expect, test } from "vitest";
import type { Table } from "../../../artifacts/artifact.ts";
import { columnOf, textsOf } from "../../../artifacts/table.ts";
import type { StepScope } from "../../../contract/step.ts";
import { runStep } from "../../../kinds/transform/run-step.ts";
import { stepSchema } from "../../../steps.ts";
import { loadText } from "../../../testing/load-text.ts";

const scope: StepScope = {
  index: 0,
  valueOf: (field) => field,
  input: () => {
    throw new Error("nothing is read");
  },
  say: () => undefined,
  signal: new AbortController().signal,
};

const bed = "chr1\t10\t20\ta\nchr1\t30\t40\tb\n1\t50\t60\tc\nchr2\t5\t9\td\nchr1\t30\t40\tb\n";

test("chromosomes of two styles and rows that stand twice are said, and a step below mends each", async () => {
  const { out, findings } = await loadText("peaks.bed", bed);
  const told = findings.filter(({ step }) => step);
  expect(told.map(({ rule, step }) => [rule, step])).toEqual([
    ["chromosomes-mixed", { verb: "rename-chromosomes", to: "chr" }],
    ["rows-twice", { verb: "distinct" }],
  ]);
  expect(told[0]?.message.params).toMatchObject({ column: "chromosome", one: "chr1", other: "1", count: 1, line: "3" });
  expect(told[1]?.message.params).toMatchObject({ count: 1, line: "5", other: "2" });
  let table = out as Table;
  for (const { step } of told) table = (await runStep(stepSchema.parse({ id: "s", ...step }), table, scope)) as Table;
  const chromosome = columnOf(table, "chromosome");
  expect(chromosome && textsOf(chromosome)).toEqual(["chr1", "chr1", "chr1", "chr2"]);
});

test("nothing is said of places of one style, of rows that differ in a missing value, of groups without a name", async () => {
  for (const [name, text] of [
    ["a.bed", "chr1\t10\t20\nchr1\t10\t21\nchrUn_1\t1\t2\n"],
    ["b.bed", "1\t10\t20\t.\t0\t+\n1\t10\t20\t.\t0\t-\n"],
    ["c.csv", "group,dose\na,1\na,1\nb,2\n"],
  ] as const) {
    const { findings } = await loadText(name, text);
    expect(findings.filter(({ step }) => step)).toEqual([]);
  }
});

test("a row of a sheet that stands twice is said, too", async () => {
  const { findings } = await loadText("sheet.csv", "sample,dose\nS1,1\nS2,2\nS2,2\n");
  expect(findings.map(({ rule, step }) => [rule, step])).toContainEqual(["rows-twice", { verb: "distinct" }]);
});
