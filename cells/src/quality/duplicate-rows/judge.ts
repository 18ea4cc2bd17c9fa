// Rows that equal an earlier one, in all columns or in all but those that name them. Where so few different values are there that
// rows are equal by chance (by the shares of each column's values, as if columns were independent) nothing is told.

import { columnCounts } from "../../artifacts/column-counts.ts";
import { meaningOf } from "../../artifacts/semantics.ts";
import type { ColumnFacts, JudgeOf, TableVerdict } from "../../contract/quality-rule.ts";
import { firstEqualRow } from "../parts/equal-rows.ts";
import { listed, namesOf, percent, rowNumbers } from "../parts/said-of-columns.ts";
import { allColumns } from "../parts/table-data.ts";
import type { duplicateRows } from "./rule.ts";
import { words } from "./words.ts";

/** Rows by which the shares of values are told. */
const sampled = 20_000;

type Settings = { readonly warn: number; readonly fail: number };

export const judge: JudgeOf<typeof duplicateRows> = {
  judge(data, settings) {
    const { rowCount } = data.table;
    const all = allColumns(data).filter(({ missing }) => missing < rowCount);
    if (all.length < 2 || rowCount < 2) return { lacks: words.sentence("too-few") };
    if (expectedPairs(all, rowCount) >= 1) return { lacks: words.sentence("by-chance") };
    const equal = found(all, rowCount);
    const verdicts = verdict(equal, rowCount, settings, [], { verb: "distinct" });
    const names = all.filter((each) => namesEachRow(each, rowCount));
    const others = all.filter((each) => !names.includes(each));
    if (names.length === 0 || others.length < 2 || expectedPairs(others, rowCount) >= 1) return { measures: [], verdicts };
    const twice = new Set(equal);
    const butNames = found(others, rowCount).filter((row) => !twice.has(row));
    const step = { verb: "distinct", columns: namesOf(others) };
    return { measures: [], verdicts: [...verdicts, ...verdict(butNames, rowCount, settings, names, step)] };
  },
};

/** Hardly a name stands in two rows: that of a sample with many mutations is no name of a row. */
function namesEachRow({ column, isName, missing }: ColumnFacts, rows: number): boolean {
  if (!isName || meaningOf(column.semantic).names === "features") return false;
  const { distinct } = columnCounts(column);
  return distinct === null || distinct >= 0.8 * (rows - missing);
}

function verdict(
  rows: readonly number[],
  all: number,
  { warn, fail }: Settings,
  but: readonly ColumnFacts[],
  step: NonNullable<TableVerdict["step"]>,
): readonly TableVerdict[] {
  const value = rows.length / all;
  const level = value > fail ? "fail" : value > warn ? "warn" : null;
  if (!level) return [];
  const threshold = level === "fail" ? fail : warn;
  const said = { n: rows.length, percent: percent(value), threshold: percent(threshold), rows: rowNumbers(rows) };
  const says =
    but.length > 0 ? words.sentence("but-names", { ...said, columns: listed(namesOf(but)) }) : words.sentence("equal", said);
  return [{ level, columns: [], rows, value, threshold, says, step }];
}

function found(columns: readonly ColumnFacts[], rows: number): readonly number[] {
  const first = firstEqualRow(
    columns.map(({ column }) => column),
    rows,
  );
  const later: number[] = [];
  for (let row = 0; row < rows; row++) if (first[row] !== row) later.push(row);
  return later;
}

/** Pairs of rows that are equal by chance. */
function expectedPairs(columns: readonly ColumnFacts[], rows: number): number {
  let pairs = (rows * (rows - 1)) / 2;
  for (const { column } of columns) {
    pairs *= shareOfEqualPairs(column, rows);
    if (pairs < 1) return pairs;
  }
  return pairs;
}

function shareOfEqualPairs(column: ColumnFacts["column"], rows: number): number {
  const stride = Math.max(1, Math.floor(rows / sampled));
  const counts = new Map<string | number, number>();
  let n = 0;
  for (let row = 0; row < rows; row += stride) {
    const isThere = !column.valid || column.valid[row] !== 0;
    const value = !isThere
      ? "missing"
      : column.type === "text"
        ? `=${column.dictionary[column.codes[row] as number] ?? ""}`
        : (column.values[row] as number);
    counts.set(value, (counts.get(value) ?? 0) + 1);
    n++;
  }
  let equal = 0;
  for (const count of counts.values()) equal += count * (count - 1);
  return n < 2 ? 1 : equal / (n * (n - 1));
}
