// Settings of steps are obeyed or refused, and what a step cannot do is told: nothing is rounded, cut or left in silence.

import { expect, test } from "vitest";
import type { Report, Table } from "../../artifacts/artifact.ts";
import { cellJson, numberColumn, tableOf, textColumn } from "../../artifacts/table.ts";
import type { CellId } from "../../base/ids.ts";
import type { Json, JsonObject } from "../../base/json.ts";
import type { ExecuteContext } from "../../contract/execute.ts";
import { failureSentence, sentenceIn } from "../../messages/catalogue.ts";
import type { Sentence } from "../../messages/sentence.ts";
import { execute } from "./execute.ts";
import { transform } from "./spec.ts";

const from = { ref: "cell_data" as CellId };
const context = {
  input: () => data,
  valueOf: (field: Json) => field,
  progress: () => undefined,
  log: () => undefined,
  signal: new AbortController().signal,
};
const data = tableOf(
  numberColumn("x", [1.5, null, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]),
  numberColumn("huge", [1.7e308, 1.7e308, null, 1]),
  numberColumn("none", [null, null, null, null]),
  textColumn("t", ["12", "n.d.", null, "<2"]),
  textColumn("grade", ["b", null, "a", null]),
);
async function run(step: JsonObject) {
  const result = await execute(transform.schema.parse({ from, steps: [step] }), context as unknown as ExecuteContext);
  if (!result.ok) return { refused: failureSentence(result.error, "en"), fix: result.error.fix, said: [], column: () => [] };
  const { steps } = (result.value["steps"] as Report).body as unknown as { steps: { doubts?: Sentence[] }[] };
  const table = result.value.out as Table;
  return {
    refused: null,
    fix: undefined,
    said: (steps[0]?.doubts ?? []).map((doubt) => sentenceIn(doubt, "en")),
    column: (name: string) => {
      const found = table.columns.find((column) => column.name === name);
      return found ? Array.from({ length: table.rowCount }, (_, row) => cellJson(found, row)) : [];
    },
  };
}

// numpy.mean([1.5, inf, -inf]) is nan: it may not stand for a missing value.
test("a missing value is not filled with a mean that is no number", async () => {
  const { refused } = await run({ verb: "fill-missing", columns: ["x"], fill: { by: "mean" } });
  expect(refused).toBe(
    "Step 1: x has no mean that could stand for a missing value: infinite values are in it. Filter these out first, or fill with the median.",
  );
});
test("numbers whose sum no double holds have a mean", async () => {
  const { column } = await run({ verb: "fill-missing", columns: ["huge"], fill: { by: "mean" } });
  // Two thirds of 1.7e308, beside which 1 is nothing.
  expect(Number(column("huge")[2]) / (1.7e308 / 1.5)).toBeCloseTo(1, 14);
  const values = [{ name: "m", take: "mean", column: "huge" }];
  const one = await run({ verb: "summarise", values });
  expect(Number(one.column("m")[0]) / (1.7e308 / 1.5)).toBeCloseTo(1, 14);
});
test("a median beside infinite values fills, as numpy.median says", async () => {
  const { column } = await run({ verb: "fill-missing", columns: ["x"], fill: { by: "median" } });
  expect(column("x")).toEqual([1.5, 1.5, "Infinity", "-Infinity"]);
});
test("a column without any value stays missing, and that is said", async () => {
  const { said } = await run({ verb: "fill-missing", columns: ["none"], fill: { by: "mean" } });
  expect(said).toEqual([
    "Step 1: none has no value at all, so nothing can be taken of it: it stays missing. Fill it with a value of your own.",
  ]);
});
test("of values that are equally frequent the first fills, and that is said", async () => {
  const { said, column } = await run({ verb: "fill-missing", columns: ["grade"], fill: { by: "mode" } });
  expect(column("grade")).toEqual(["b", "b", "a", "b"]);
  expect(said).toEqual([
    "Step 1: in grade 2 values are the commonest, equally often; the one that comes first in the data is put in.",
  ]);
});

test("half a row is refused, with the whole number beside it as the fix", async () => {
  expect(await run({ verb: "head", rows: 2.7 })).toMatchObject({
    refused: "Step 1: “rows” is 2.7; it must be a whole number. Enter one.",
    fix: { path: ["steps", 0, "rows"], value: 3 },
  });
  expect((await run({ verb: "sample", size: { rows: 2.5 } })).refused).toMatch(/whole number/);
});
test("a share of more than all rows is refused", async () => {
  expect((await run({ verb: "sample", size: { fraction: 1.5 } })).refused).toBe(
    "Step 1: the share of rows is 1.5, and cannot be more than 1, which is all of them. Write 0.2 for 20 %.",
  );
  expect((await run({ verb: "sample", size: { fraction: 1 } })).column("t")).toHaveLength(4);
});

test("an interval that begins above its end keeps nothing, and is refused with its ends in order as the fix", async () => {
  const between = (value: Json) => ({ verb: "filter", where: { all: [{ column: "x", is: "between", value }] } });
  expect(await run(between([4, 1]))).toMatchObject({
    refused: "Step 1: nothing lies between 4 and 1, for the first is the larger one. Write 1 before 4.",
    fix: { path: ["steps", 0, "where", "all", 0, "value"], value: [1, 4] },
  });
  expect((await run(between([1.5, 1.5]))).column("x")).toEqual([1.5]);
  const texts = { verb: "filter", where: { all: [{ column: "grade", is: "between", value: ["b", "a"] }] } };
  expect((await run(texts)).refused).toMatch(/nothing lies between b and a/);
});

test("texts that number() cannot read are counted, in new columns and in filters", async () => {
  const said = [
    "Step 1: 2 texts that number() was to read are no number, and are missing in its answer. Look at them with is_missing, or correct them first with replace.",
  ];
  const made = await run({ verb: "derive", name: "n", formula: "number(t) + 1" });
  expect(made.column("n")).toEqual([13, null, null, null]);
  expect(made.said).toEqual(said);
  expect((await run({ verb: "filter", where: "number(t) > 1" })).said).toEqual(said);
  expect((await run({ verb: "derive", name: "n", formula: 'number(replace(t, "n.d.", "0"))' })).said).toEqual([
    said[0]?.replace("2 texts", "1 text").replace("are no number, and are", "is no number, and is"),
  ]);
});

test.each([
  ["x > 1e400", "Step 1: 1e400 is larger than a number can be (1.8e308 at most). For an infinite value write 1/0."],
  [
    "x = 9007199254740993",
    "Step 1: 9007199254740993 has more digits than a number keeps, and would become another one. A column of such numbers is text: write it in quotes.",
  ],
])("a number in a formula that no double holds is refused (%s)", async (where, sentence) => {
  expect((await run({ verb: "filter", where })).refused).toBe(sentence);
});
test("numbers that a double holds are read, however they are written", async () => {
  const of = async (formula: string) => (await run({ verb: "derive", name: "n", formula })).column("n")[0];
  expect(await of("9007199254740992")).toBe(9007199254740992);
  expect(await of("100000000000000000000")).toBe(1e20);
  expect(await of("0.1")).toBe(0.1);
  expect(await of("1.7e308")).toBe(1.7e308);
});

// pandas 1.5: df.grade.isin(["a", "A", "z"]).sum() is 1; of "A" and "z" there is no row.
test("values that are asked for and stand in no row are counted, so that a slip of the pen is no empty answer", async () => {
  const where = (is: string, value: Json) => ({ verb: "filter", where: { column: "grade", is, value } });
  const several = await run(where("in", ["a", "A", "z"]));
  expect(several.column("grade")).toEqual(["a"]);
  expect(several.said).toEqual([
    "Step 1: 2 of 3 values that are asked for in grade stand in no row. Check how they are written there.",
  ]);
  expect((await run(where("=", "A"))).said).toEqual([
    "Step 1: 1 of 1 value that is asked for in grade stands in no row. Check how it is written there.",
  ]);
  expect((await run(where("in", ["a", "b"]))).said).toEqual([]);
  expect((await run({ verb: "filter", where: { column: "grade", is: "contains", value: "z" } })).said).toEqual([]);
});

test("a column of texts that are numbers mostly, compared with a number, is made numbers by one click: a step before", async () => {
  const numbers = tableOf(textColumn("ct value", ["21", "22", "n.d.", "low", "23", "24", "high", "old", "25"]));
  const read = { ...context, input: () => numbers } as unknown as ExecuteContext;
  const steps = [{ id: "a", verb: "filter", where: { column: "ct value", is: "between", value: [20, 23] } }];
  const refused = await execute(transform.schema.parse({ from, steps }), read);
  if (refused.ok) return expect.fail("it was not refused");
  expect(refused.error.fix?.value).toMatchObject([{ verb: "derive", name: "ct value", formula: "number(`ct value`)" }, steps[0]]);
  const mended = await execute(transform.schema.parse({ from, steps: refused.error.fix?.value }), read);
  expect(mended.ok && (mended.value["out"] as Table).rowCount).toBe(3);
});
