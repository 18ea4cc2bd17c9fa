// A step that needs numbers and gets a column that a few words make text says which words, so that one click takes them for
// missing where the file is loaded; then it answers as pandas 1.5.3 does of read_csv(na_values=["n.d."]): groupby, pivot,
// fillna, arithmetic, comparisons, merge.

import { expect, test } from "vitest";
import { wordsInTheWayOf } from "../../artifacts/texts-like-numbers.ts";
import type { Table } from "../../artifacts/artifact.ts";
import { cellJson, columnOf, numberColumn, tableOf, textColumn } from "../../artifacts/table.ts";
import type { CellId } from "../../base/ids.ts";
import type { Json, JsonObject } from "../../base/json.ts";
import type { ExecuteContext } from "../../contract/execute.ts";
import { failureSentence } from "../../messages/catalogue.ts";
import { loadText } from "../../testing/load-text.ts";
import { load } from "../load/spec.ts";
import { execute } from "./execute.ts";
import { transform } from "./spec.ts";

const text = [
  "id,g,ct,code,share,p",
  "a,x,21.5,007,1%,<2e-16",
  "b,x,n.d.,12,2%,0.001",
  "c,y,19.25,13,n.d.,0.02",
  "d,y,20,14,3%,0.7",
  "e,y,22,15,4%,0.8\n",
].join("\n");
const other = tableOf(numberColumn("n", [20, 22, 99]), textColumn("w", ["u", "v", "w"]));

const run = (data: Table, step: JsonObject, of: Table = other) =>
  execute(transform.schema.parse({ from: { ref: "cell_data" as CellId }, steps: [{ id: "s", ...step }] }), {
    input: ({ ref }: { ref: string }) => (ref === "cell_data" ? data : of),
    valueOf: (field: Json) => field,
    progress: () => undefined,
    log: () => undefined,
    signal: new AbortController().signal,
  } as unknown as ExecuteContext);
const tableOfText = async (spec: JsonObject = {}) => (await loadText("ct.csv", text, spec)).out as Table;
const valuesOf = (found: Table, name: string) => {
  const column = columnOf(found, name) ?? expect.fail(name);
  return Array.from({ length: found.rowCount }, (_, row) => cellJson(column, row));
};

test.each<[string, JsonObject, string, readonly Json[]]>([
  [
    "a mean of groups",
    { verb: "summarise", by: ["g"], values: [{ name: "v", take: "mean", column: "ct" }] },
    "v",
    [21.5, 61.25 / 3],
  ],
  ["a sum", { verb: "summarise", by: ["g"], values: [{ name: "v", take: "sum", column: "ct" }] }, "v", [21.5, 61.25]],
  ["a wide table of means", { verb: "pivot", names: "g", values: "ct", take: "mean" }, "y", [null, null, 19.25, 20, 22]],
  [
    "a mean for what is missing",
    { verb: "fill-missing", columns: ["ct"], fill: { by: "mean" } },
    "ct",
    [21.5, 20.6875, 19.25, 20, 22],
  ],
  [
    "a median for what is missing",
    { verb: "fill-missing", columns: ["ct"], fill: { by: "median" } },
    "ct",
    [21.5, 20.75, 19.25, 20, 22],
  ],
  ["a formula", { verb: "derive", name: "v", formula: "ct * 2" }, "v", [43, null, 38.5, 40, 44]],
  ["a formula with its number first", { verb: "derive", name: "v", formula: "2 * ct" }, "v", [43, null, 38.5, 40, 44]],
  ["a condition in a formula", { verb: "filter", where: "ct < 21" }, "id", ["c", "d"]],
  ["a condition with its number first", { verb: "filter", where: "21 > ct" }, "id", ["c", "d"]],
  ["a condition of the form", { verb: "filter", where: { column: "ct", is: "<", value: 21 } }, "id", ["c", "d"]],
  ["between, in the form", { verb: "filter", where: { column: "ct", is: "between", value: [20, 22] } }, "id", ["a", "d", "e"]],
  [
    "a join by numbers",
    { verb: "join", with: { ref: "cell_other" }, how: "inner", on: [{ left: "ct", right: "n" }] },
    "w",
    ["u", "v"],
  ],
])("S-7: %s: the words are named, and missing it answers", async (_what, step, name, right) => {
  const refused = await run(await tableOfText(), step);
  const failure = refused.ok ? expect.fail("was not refused") : refused.error;
  const inTheWay = wordsInTheWayOf(failure.params) ?? expect.fail(failure.reason);
  expect(inTheWay).toEqual({ column: "ct", missingWords: ["n.d."] });
  for (const locale of ["en", "ru"] as const) expect(failureSentence(failure, locale)).toMatch(/ct .*n\.d\./u);
  const change = load.withMissing?.(load.schema.parse({}), inTheWay.missingWords) ?? expect.fail("no change");
  const answered = await run(await tableOfText({ [change.path.join(".")]: change.value as Json }), step);
  if (!answered.ok) throw new Error(failureSentence(answered.error, "en"));
  const values = valuesOf(answered.value["out"] as Table, name);
  expect(values.map((value) => (typeof value === "number" ? Number(value.toPrecision(12)) : value))).toEqual(
    right.map((value) => (typeof value === "number" ? Number(value.toPrecision(12)) : value)),
  );
});

test("in a join the column of the other table may be the one", async () => {
  const right = tableOf(textColumn("n", ["20", "22", "ND"]), textColumn("w", ["u", "v", "w"]));
  const data = tableOf(numberColumn("ct", [20, 22]));
  const refused = await run(
    data,
    { verb: "join", with: { ref: "cell_other" }, how: "inner", on: [{ left: "ct", right: "n" }] },
    right,
  );
  expect(refused.ok ? null : wordsInTheWayOf(refused.error.params)).toEqual({ column: "n", missingWords: ["ND"] });
});

test.each<[string, JsonObject]>([
  ["a mean of names", { verb: "summarise", by: [], values: [{ name: "v", take: "mean", column: "id" }] }],
  ["a formula of names", { verb: "derive", name: "v", formula: "id * 2" }],
  ["a function of texts that gets a number", { verb: "filter", where: "starts_with(ct, 2)" }],
  ["codes with zeros before them", { verb: "filter", where: { column: "code", is: "=", value: 7 } }],
  ["p values below what a program prints", { verb: "filter", where: { column: "p", is: "<", value: 0.05 } }],
  ["such p values in a formula", { verb: "derive", name: "v", formula: "p * 2" }],
  ["such p values in a mean", { verb: "summarise", by: [], values: [{ name: "v", take: "mean", column: "p" }] }],
  ["percentages", { verb: "derive", name: "v", formula: "share * 2" }],
  ["names compared with a number", { verb: "filter", where: { column: "id", is: "<", value: 21 } }],
])("%s is another failure: no words are named", async (_what, step) => {
  const refused = await run(await tableOfText(), step);
  expect(refused.ok ? "answered" : wordsInTheWayOf(refused.error.params)).toBeNull();
});

test("number() reads such a column in the formula itself, as the refusal says", async () => {
  const refused = await run(await tableOfText(), { verb: "derive", name: "v", formula: "log2(ct)" });
  expect(refused.ok ? "" : failureSentence(refused.error, "en")).toContain("number(ct)");
  const answered = await run(await tableOfText(), { verb: "derive", name: "v", formula: "number(ct) * 2" });
  expect(answered.ok && valuesOf(answered.value["out"] as Table, "v")).toEqual([43, null, 38.5, 40, 44]);
});
