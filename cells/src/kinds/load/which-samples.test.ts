// Whether all samples of a file are in a matrix, on the side that the file tells: by this persons are counted (P-12).

import { expect, test } from "vitest";
import type { Table } from "../../artifacts/artifact.ts";
import { tableOf, textColumn } from "../../artifacts/table.ts";
import type { JsonObject } from "../../base/json.ts";
import { loadText } from "../../testing/load-text.ts";

const people = ["P01", "P02", "P03", "P04", "P05", "P06"];
const numbers = (row: number): string => people.map((_, at) => 5 + ((row * 31 + at * 17) % 97)).join();
const matrix = (corner: string, ids: readonly string[], names = people): string =>
  [[corner, ...names].join(), ...ids.map((id, row) => `${id},${numbers(row)}`)].join("\n");
const genes = Array.from({ length: 8 }, (_, at) => `gene${at + 1}`);
const turned = [["", ...genes].join(), ...people.map((id, at) => `${id},${genes.map((_, g) => at + g).join()}`)].join("\n");
const sheet = (names: readonly string[]): Table =>
  tableOf(
    textColumn("sample", [...names]),
    textColumn(
      "grp",
      names.map((_, at) => (at % 2 ? "a" : "b")),
    ),
  );

const samplesOf = async (text: string, settings: JsonObject, rows?: Table): Promise<unknown> =>
  (await loadText("m.csv", text, { read: "matrix", ...settings }, rows)).samples;

test("all: the names or a sheet of all of them tell the side, and nobody was left out or set apart", async () => {
  for (const samplesIn of ["auto", "columns"]) {
    expect(await samplesOf(matrix("", genes), { samplesIn })).toBe("all");
    expect(await samplesOf(matrix("", genes), { samplesIn }, sheet(people))).toBe("all");
  }
  expect(await samplesOf(turned, {})).toBe("all");
  expect(await samplesOf(turned, { samplesIn: "rows" })).toBe("all");
});

test("doubtful: the other side than the file tells, whatever the first column is called; a side that the size alone tells", async () => {
  expect(await samplesOf(matrix("", genes), { samplesIn: "rows" })).toBe("doubtful");
  expect(await samplesOf(turned, { samplesIn: "columns" })).toBe("doubtful");
  expect(
    await samplesOf(matrix("sample", people, ["age", "bmi", "score", "weight", "height", "pulse"]), { samplesIn: "columns" }),
  ).toBe("doubtful");
  expect(await samplesOf(matrix("", ["alpha", "beta", "delta"], ["one", "two", "three", "four", "five", "six"]), {})).toBe(
    "doubtful",
  );
  // A sheet of genes makes samples of them.
  expect(await samplesOf(matrix("", genes), {}, sheet(genes))).toBe("doubtful");
});

test("some: the sheet lacks one, or a column was set apart by its name", async () => {
  expect(await samplesOf(matrix("", genes), {}, sheet(people.slice(1)))).toBe("some");
  const withLength = matrix("", genes, ["length", ...people.slice(1)]);
  expect(await samplesOf(withLength, {})).toBe("some");
});
