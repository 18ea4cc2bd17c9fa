// Two data sets as tables of six columns of numbers, with holes and parts as testing/reference/steps/make.py makes them, and
// what scikit-learn and pandas answered of them. For tests only.

import { readFileSync } from "node:fs";
import path from "node:path";
import type { Table } from "../artifacts/artifact.ts";
import { cellJson, columnOf, numberColumn, tableOf, textColumn } from "../artifacts/table.ts";
import type { Json } from "../base/json.ts";
import { referenceFile } from "./reference-data.ts";

const linesOf = (name: string): string[] => readFileSync(referenceFile(name), "utf8").trim().split(/\r?\n/);
export const referenceNames = ["a", "b", "c", "d", "e", "f"] as const;
const wdbc = linesOf("wdbc/wdbc.csv").map((line) => line.split(","));
const probes = linesOf("golub/golub_49.gct")
  .slice(3)
  .map((line) => line.split("\t").slice(2).map(Number));
const named = ["mean radius", "area error", "worst concavity", "mean texture", "mean symmetry", "worst area"];

export const referenceColumns: { readonly [set in "wdbc" | "golub"]: readonly (readonly number[])[] } = {
  wdbc: named.map((name) => wdbc.slice(1).map((row) => Number(row[(wdbc[0] ?? []).indexOf(name)]))),
  golub: [0, 3, 7, 12, 20, 30].map((at) => probes[at] ?? []),
};
export const malignant = wdbc.slice(1).map((row) => row.at(-1) === "malignant");

/** `holes`: every eleventh cell is missing. A column `part` of the meaning split, and `group` of four. */
export function referenceTable(set: "wdbc" | "golub", holes = true): Table {
  const columns = referenceColumns[set];
  const rows = Array.from({ length: columns[0]?.length ?? 0 }, (_, row) => row);
  return tableOf(
    textColumn(
      "part",
      rows.map((row) => (row % 3 === 0 ? "test" : "train")),
      { semantic: "split" },
    ),
    textColumn(
      "group",
      rows.map((row) => `g${row % 4}`),
    ),
    numberColumn("order", rows),
    ...columns.map((values, at) =>
      numberColumn(
        referenceNames[at] ?? "",
        values.map((value, row) => (holes && (row * 7 + at * 3) % 11 === 0 ? null : value)),
      ),
    ),
  );
}

type Rows = readonly (readonly (number | null)[])[];
const told: { readonly [set: string]: { readonly [what: string]: Rows | readonly number[] | number } } = JSON.parse(
  readFileSync(path.resolve(import.meta.dirname, "reference/steps/answers.json"), "utf8"),
);
const isRows = (answer: Rows | readonly number[] | number): answer is Rows => Array.isArray(answer) && Array.isArray(answer[0]);

/** Those that are rows of numbers. */
export const answers: { readonly [set: string]: { readonly [what: string]: Rows } } = Object.fromEntries(
  Object.entries(told).map(([set, all]) => [
    set,
    Object.fromEntries(Object.entries(all).flatMap(([what, answer]) => (isRows(answer) ? [[what, answer] as const] : []))),
  ]),
);

/** One that is a list of numbers, or a number by itself. */
export function answeredNumbers(set: string, what: string): readonly number[] {
  const answer = told[set]?.[what];
  if (answer === undefined || isRows(answer)) throw new Error(`no list of numbers was answered to ${what} of ${set}`);
  return typeof answer === "number" ? [answer] : answer;
}

/** Of the rows that answers were written of, these columns. */
export function listedRows(table: Table, names: readonly string[] = referenceNames): Json[][] {
  const found = names.map((name) => columnOf(table, name));
  const every = Math.max(1, Math.floor(table.rowCount / 40));
  return Array.from({ length: Math.ceil(table.rowCount / every) }, (_, at) =>
    found.map((column) => (column ? cellJson(column, at * every) : null)),
  );
}

/** The largest difference of two lists of rows, relative where numbers are larger than 1; Infinity where one lacks a number. */
export function farthest(found: readonly (readonly Json[])[], wanted: Rows): number {
  if (found.length !== wanted.length) return Number.POSITIVE_INFINITY;
  let far = 0;
  for (const [row, cells] of found.entries())
    for (const [at, value] of cells.entries()) {
      const other = wanted[row]?.[at] ?? null;
      if (value === null && other === null) continue;
      far =
        typeof value === "number" && typeof other === "number"
          ? Math.max(far, Math.abs(value - other) / Math.max(1, Math.abs(other)))
          : Number.POSITIVE_INFINITY;
    }
  return far;
}
