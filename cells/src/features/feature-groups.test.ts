// A feature by months and by labs: numbers by pandas 1.5 (groupby, quantile), and groups of few persons, of which nothing is told.

import { expect, test } from "vitest";
import { columnOf, numberColumn, tableOf, textColumn } from "../artifacts/table.ts";
import type { Column } from "../artifacts/artifact.ts";
import { byPeriod, byValues, labColumnOf } from "./feature-groups.ts";

const n = 48;
const of = <T>(make: (row: number) => T): T[] => Array.from({ length: n }, (_, row) => make(row));
const two = (value: number): string => String(value).padStart(2, "0");
const table = tableOf(
  textColumn(
    "p",
    of((i) => `p${Math.floor(i / 2)}`),
  ),
  textColumn(
    "day",
    of((i) => `2026-${two(1 + (i % 4))}-${two(1 + (i % 20))}`),
  ),
  textColumn(
    "centre",
    of((i) => (i < 24 ? "A" : i < 44 ? "B" : "C")),
    { semantic: "lab" },
  ),
  numberColumn(
    "x",
    of((i) => (i % 5 === 0 ? null : ((i * 7919) % 101) / 4)),
  ),
  textColumn(
    "grade",
    of((i) => (i === 0 ? "rare" : i % 3 === 0 ? "high" : "low")),
  ),
);
const column = (name: string): Column => columnOf(table, name) as Column;
const all = { person: null, least: 0 };
const five = { person: column("p"), least: 5 };
const told = (found: ReturnType<typeof byPeriod>) =>
  found?.groups.map(({ name, rows, missing, values }) => [
    name,
    rows,
    missing,
    values.sort === "numbers" ? values.quantiles?.map((value) => Number(value.toFixed(6))) : values.levels,
  ]);

test("by months: rows, missing ones and quantiles", () => {
  const found = byPeriod(table, column("x"), column("day"), all);
  expect([found?.period, found?.small, found?.without]).toEqual(["month", 0, 0]);
  expect(told(found)).toEqual([
    ["2026-01", 12, 3, [7.45, 12.5, 15.75, 21.75, 23.8]],
    ["2026-02", 12, 3, [3.1, 10, 13.25, 16.5, 21.45]],
    ["2026-03", 12, 2, [4.175, 10.8125, 15.5, 19.5, 22.15]],
    ["2026-04", 12, 2, [3.575, 9.25, 13.25, 20.25, 22.9]],
  ]);
});

test("by labs, the largest first; of a lab of two persons it is told that it is there alone", () => {
  expect(labColumnOf(table)?.name).toBe("centre");
  expect(told(byValues(table, column("x"), column("centre"), all))).toEqual([
    ["A", 24, 5, [6.175, 9.375, 13.25, 19.25, 22.825]],
    ["B", 20, 4, [1.0625, 10.5625, 15.125, 19.6875, 24.4375]],
    ["C", 4, 1, [3.5, 9.5, 17, 19.375, 21.275]],
  ]);
  const ruled = byValues(table, column("x"), column("centre"), five);
  expect([ruled.small, ruled.groups.map(({ name }) => name)]).toEqual([1, ["A", "B"]]);
});

test("values of texts that few persons have are counted with the others", () => {
  const found = byValues(table, column("grade"), column("centre"), five);
  expect(found.groups[0]?.values).toEqual({
    sort: "texts",
    n: 24,
    levels: [
      { value: "low", n: 16 },
      { value: "high", n: 7 },
    ],
    rest: 1,
  });
});

test.each<[string, readonly (string | null)[], string, readonly string[]]>([
  ["days", ["2026-01-01", null, "2026-01-03T10:00"].slice(0, 2), "day", ["2026-01-01"]],
  ["quarters", ["2020-02-01", "2026-12-31"], "quarter", ["2020 Q1", "2026 Q4"]],
  ["years", ["1990-02-01", "2026-12-31"], "year", ["1990", "2026"]],
])("periods are %s where these are few", (_what, days, period, names) => {
  const few = tableOf(
    textColumn("day", days),
    numberColumn(
      "x",
      days.map((_, at) => at),
    ),
  );
  const found = byPeriod(few, few.columns[1] as Column, few.columns[0] as Column, all);
  expect([found?.period, found?.groups.map(({ name }) => name)]).toEqual([period, names]);
});

test("numbers, and texts that are no times, have no periods", () => {
  expect(byPeriod(table, column("x"), column("x"), all)).toBeNull();
  expect(byPeriod(table, column("x"), column("grade"), all)).toBeNull();
});
