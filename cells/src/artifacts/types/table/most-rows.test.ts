import { expect, it } from "vitest";
import { seededRandom } from "../../../stats/seeded-random.ts";
import type { Column, TextColumn } from "../../artifact.ts";
import { booleanColumn, cellString, integerColumn, isMissing, numberColumn, rowsOfColumn, textColumn } from "../../table.ts";
import { mostRows } from "./most-rows.ts";

/** Counted by what stands in each row. */
function counted(column: Column): number | null {
  const counts = new Map<string, number>();
  for (let row = 0; row < rowsOfColumn(column); row++) {
    const value = isMissing(column, row) ? "missing" : `value ${cellString(column, row)}`;
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts.size === 0 ? null : Math.max(...counts.values());
}

it("counts the rows of each text and number, those without a value as one", () => {
  const random = seededRandom(11);
  for (let round = 0; round < 200; round++) {
    const rows = Math.floor(random() * 40);
    const within = round % 2 === 0 ? 8 : 1e9;
    const numbers = Array.from({ length: rows }, () => (random() < 0.2 ? null : Math.floor((random() - 0.5) * within)));
    const texts = numbers.map((number) => (number === null ? null : `p${number}`));
    expect(mostRows(integerColumn("a", numbers))).toBe(counted(integerColumn("a", numbers)));
    expect(mostRows(textColumn("a", texts))).toBe(counted(textColumn("a", texts)));
  }
});

it("takes two codes of one text for one value, also after the first time", () => {
  const twice: TextColumn = {
    name: "patient",
    type: "text",
    valid: null,
    codes: Int32Array.from([0, 1, 2, 2, 0]),
    dictionary: ["a", "b", "a"],
  };
  expect(mostRows(twice)).toBe(4);
  expect(mostRows({ ...twice, codes: Int32Array.from([0, 2, 1]) })).toBe(2);
});

it("does not count measurements, switches and empty columns", () => {
  expect(mostRows(numberColumn("a", [1, 1]))).toBe(null);
  expect(mostRows(booleanColumn("a", [true, true]))).toBe(null);
  expect(mostRows(textColumn("a", []))).toBe(null);
  expect(mostRows(integerColumn("a", [null, null, 3]))).toBe(2);
});

it("counts many whole numbers only where they tell individuals apart", () => {
  const values = new Array<number>(200_001).fill(7);
  expect(mostRows(integerColumn("a", values))).toBe(null);
  expect(mostRows(integerColumn("a", values, { semantic: "identifier" }))).toBe(200_001);
});
