// The step rank against R 4.2.2 (rank with na.last = "keep", within groups by ave; of a matrix apply(M, 2, rank) and
// apply(M, 1, rank)) and pandas 3.0.6 (groupby(...).rank), which agree.

import { expect, test } from "vitest";
import type { Assay, Table } from "../../artifacts/artifact.ts";
import { assayOf, denseData } from "../../artifacts/assay.ts";
import { cellJson, columnOf, numberColumn, tableOf, textColumn } from "../../artifacts/table.ts";
import type { Json } from "../../base/json.ts";
import type { StepScope } from "../../contract/step.ts";
import { apply } from "./apply.ts";
import { rank } from "./step.ts";
import { noChain } from "../../testing/no-chain.ts";

const scope: StepScope = {
  index: 0,
  valueOf: (field) => field as Json,
  input: () => people,
  say: () => undefined,
  frozen: noChain,
  file: noChain,
  signal: new AbortController().signal,
};
const people = tableOf(
  textColumn("g", ["a", "b", "a", "a", "b", "b", "b", "a", "b", "a", "a", "b"]),
  numberColumn("x", [2.5, -1, null, 2.5, 0, 7, -1, 2.5, Number.NaN, 7, 3.25, -0.5]),
);
async function ranked(options: object): Promise<readonly Json[]> {
  const step = rank.schema.parse({ verb: "rank", column: "x", ...options });
  const answer: Table = await apply.table(step, people, scope);
  const column = columnOf(answer, "rank");
  return column ? Array.from({ length: answer.rowCount }, (_, row) => cellJson(column, row)) : [];
}

test("a column gets its ranks; missing values and NaN have none", async () => {
  expect(await ranked({})).toEqual([6, 1.5, null, 6, 4, 9.5, 1.5, 6, null, 9.5, 8, 3]);
  expect(await ranked({ ties: "dense", descending: true })).toEqual([3, 6, null, 3, 4, 1, 6, 3, null, 1, 2, 5]);
});

test("ranks begin anew in each group", async () => {
  expect(await ranked({ by: ["g"] })).toEqual([2, 1.5, null, 2, 4, 5, 1.5, 2, null, 5, 4, 3]);
  expect(await ranked({ by: ["g"], ties: "min", descending: true })).toEqual([3, 4, null, 3, 2, 1, 4, 3, null, 1, 2, 3]);
});

test("what it does is said of a table, of a matrix, and before either is known", () => {
  const say = (options: object, noun: "gene" | null): string =>
    rank.say(rank.schema.parse({ verb: "rank", ...options }), {
      locale: "en",
      noun,
      on: noun ? "assay" : null,
      nameOf: () => "",
    });
  expect(say({ column: "x" }, null)).toBe("adds rank, the rank of x");
  expect(say({}, "gene")).toBe("ranks of genes within each sample");
  expect(say({ within: "features" }, null)).toBe("ranks of samples within each of the features");
  expect(say({}, null)).toBe("ranks values");
});

test("a column of that name is replaced in its place", async () => {
  const step = rank.schema.parse({ verb: "rank", column: "x", name: "x", ties: "first" });
  const answer = await apply.table(step, people, scope);
  expect(answer.columns.map((column) => [column.name, column.type])).toEqual([
    ["g", "text"],
    ["x", "int32"],
  ]);
});

test.each([
  ["samples", [3.5, 1.5, 2.5, 1.5, 3.5, 1, 5, 5, 4, 1.5, 1.5, Number.NaN, 3.5, 3.5, 2.5]],
  ["features", [2, 1, 3, 1.5, 3, 1.5, 2, 3, 1, 1.5, 1.5, Number.NaN, 2, 1, 3]],
])("a matrix gets ranks within %s; what is missing stays so", async (within, expected) => {
  const matrix = assayOf({
    values: { layout: "dense", data: Float32Array.of(10, 0, 20, 0, 5, 0, 90, 95, 80, 0, 0, Number.NaN, 10, 5, 20) },
    features: tableOf(textColumn("gene", ["a", "b", "c", "d", "e"])),
    samples: tableOf(textColumn("sample", ["s1", "s2", "s3"])),
    scale: "counts",
    featureNoun: "gene",
  });
  const answer: Assay = await apply.assay(rank.schema.parse({ verb: "rank", within }), matrix, scope);
  expect([...denseData(answer)]).toEqual(expected);
  expect(answer.scale).toBe("unknown");
});
