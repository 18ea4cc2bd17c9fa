// Steps that put values in order say it where numbers are text; whole numbers of many digits stand by size: ranks by pandas
// 3.0.6 (Series of Python integers).

import { expect, test } from "vitest";
import type { Table, TextColumn } from "../../artifacts/artifact.ts";
import { cellJson, columnOf, tableOf, textColumn } from "../../artifacts/table.ts";
import type { Json, JsonObject } from "../../base/json.ts";
import type { StepScope } from "../../contract/step.ts";
import { runStep } from "../../chains/run-step.ts";
import { sentenceIn } from "../../messages/catalogue.ts";
import { stepSchema } from "../../steps.ts";
import { noChain } from "../../testing/no-chain.ts";

async function answered(step: JsonObject, column: TextColumn): Promise<{ readonly table: Table; readonly said: string[] }> {
  const said: string[] = [];
  const scope: StepScope = {
    index: 0,
    valueOf: (field) => field as Json,
    input: () => tableOf(),
    say: (doubt) => void said.push(sentenceIn(doubt, "en")),
    frozen: noChain,
    file: noChain,
    signal: new AbortController().signal,
  };
  const table = await runStep(stepSchema.parse(step), tableOf(column), scope);
  return { table: table as Table, said };
}
const valuesOf = (table: Table, name: string): Json[] => {
  const column = columnOf(table, name);
  return column ? Array.from({ length: table.rowCount }, (_, row) => cellJson(column, row)) : [];
};

const sort = { verb: "sort", by: [{ column: "v" }] };
const rank = { verb: "rank", column: "v" };
const most = { verb: "summarise", values: [{ name: "hi", take: "max", column: "v" }] };

test.each([sort, rank, most])("$verb says that it goes by letter where most values are numbers", async (step) => {
  const { said } = await answered(step, textColumn("v", ["9.5", "31.2", "Undetermined", "10.1", "100.4"]));
  expect(said).toEqual([expect.stringContaining("v is text, although most of its values are numbers")]);
  for (const words of [
    ["a", "b2", "10"],
    ["007", "010", "100"],
    ["2020-01-31", "2020-02-01"],
    ["v1.2.3", "1.2.3"],
  ])
    expect((await answered(step, textColumn("v", words))).said).toEqual([]);
});

test("counts and groups of such a column are as good as any", async () => {
  const count = { verb: "summarise", by: ["v"], values: [{ name: "n", take: "count" }] };
  expect((await answered(count, textColumn("v", ["1", "2", "x"]))).said).toEqual([]);
});

test("whole numbers of many digits are ordered by size", async () => {
  const long = textColumn("v", ["5", "18446744073709551615", "-7", "9007199254740993", null]);
  expect(valuesOf((await answered(most, long)).table, "hi")).toEqual(["18446744073709551615"]);
  expect(valuesOf((await answered(rank, long)).table, "rank")).toEqual([2, 4, 1, 3, null]);
  const { table, said } = await answered(sort, long);
  expect(valuesOf(table, "v")).toEqual(["-7", "5", "9007199254740993", "18446744073709551615", null]);
  expect(said).toEqual([]);
});

test("chromosomes stand as they are numbered, and nothing is said of letters", async () => {
  const names = ["chrX", "chr10", "chrUn_1", "chrM", "2", "chr2", "MT", "chr1", "chrY", "GL000"];
  const { table, said } = await answered(sort, textColumn("v", names, { semantic: "chromosome" }));
  expect(valuesOf(table, "v")).toEqual(["chr1", "2", "chr2", "chr10", "chrX", "chrY", "chrM", "MT", "chrUn_1", "GL000"]);
  expect(said).toEqual([]);
});
