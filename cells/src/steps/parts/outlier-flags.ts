// Columns that mark outliers: the flag, how far a row is by each measure, and a reason that names the rule. What an earlier step
// flagged as a whole stays flagged, and its reason stands before the new one.

import type { BooleanColumn, Column, Table } from "../../artifacts/artifact.ts";
import { isTrainingRow, splitColumn } from "../../artifacts/parts-of-rows.ts";
import {
  booleanColumn,
  cellString,
  type ColumnMore,
  columnOf,
  isMissing,
  numberColumn,
  textColumn,
} from "../../artifacts/table.ts";
import type { StepScope } from "../../contract/step.ts";
import { tableWith } from "./step-scope.ts";

/** How far rows are by one measure of a rule. */
export interface Measure {
  /** NaN where it was not judged. */
  readonly far: Float64Array;
  /** Beyond it, or below what is less than 0, a row is an outlier; absent: a test says which are. */
  readonly beyond?: (row: number) => number;
}

/** Of rows, by one column or several. */
export interface Verdicts {
  readonly measures: readonly Measure[];
  /** 1: an outlier; 0: none; 2: it could not be judged. */
  readonly verdict: Uint8Array;
}

/** Whether a row is far as a whole. */
export const rowFlag = "outlier";
/** By which rule a row is flagged, and how far it is; of several steps one after the other. */
export const reasonName = "outlier_reason";

/** How many are outliers, of those that could be judged. */
export function countOf({ verdict }: Verdicts): { readonly n: number; readonly of: number } {
  let [n, of] = [0, 0];
  for (const each of verdict) {
    if (each !== 2) of++;
    if (each === 1) n++;
  }
  return { n, of };
}

/** Who may not see the columns that they are told of (`more`) may not see these. */
export function flagColumns(
  flag: string,
  names: readonly string[],
  { measures, verdict }: Verdicts,
  more: ColumnMore,
): readonly Column[] {
  const values = Array.from(verdict, (each) => (each === 2 ? null : each === 1));
  return [
    booleanColumn(flag, values, { semantic: "outlier", ...(more.closed === true ? { closed: true } : {}) }),
    ...measures.map(({ far }, at) =>
      numberColumn(
        names[at] ?? "",
        Array.from(far, (value) => (Number.isNaN(value) ? null : value)),
        more,
      ),
    ),
  ];
}

/** The table with a flag of whole rows: one that stands there is kept where it is yes. */
export function withRowFlag(
  table: Table,
  {
    names,
    verdicts,
    more,
    reason,
  }: {
    readonly names: readonly string[];
    readonly verdicts: Verdicts;
    readonly more: ColumnMore;
    readonly reason: (row: number) => string;
  },
  scope: StepScope,
): Table {
  const [flag, ...far] = flagColumns(rowFlag, names, verdicts, more);
  const before = columnOf(table, rowFlag);
  const isFlag = before?.type === "boolean" && before.semantic === "outlier";
  const kept = isFlag ? table.columns.filter(({ name }) => name !== rowFlag) : table.columns;
  const both = isFlag && flag?.type === "boolean" ? eitherOf(before, flag, table.rowCount) : (flag as Column);
  return withReasons({ ...table, columns: [...kept, both, ...far] }, [{ verdicts, reason }], more, scope);
}

function eitherOf(before: BooleanColumn, flag: BooleanColumn, rows: number): Column {
  const at = (column: BooleanColumn, row: number): boolean | null => (isMissing(column, row) ? null : column.values[row] === 1);
  const values = Array.from({ length: rows }, (_, row): boolean | null => {
    const [a, b] = [at(before, row), at(flag, row)];
    return a === true || b === true ? true : (a ?? b);
  });
  const closed = before.closed === true || flag.closed === true;
  return booleanColumn(rowFlag, values, { semantic: "outlier", ...(closed ? { closed } : {}) });
}

/** Of each flagged row the rule and how far it is, after what an earlier step said of it. */
export function withReasons(
  table: Table,
  told: readonly { readonly verdicts: Verdicts; readonly reason: (row: number) => string }[],
  more: ColumnMore,
  scope: StepScope,
): Table {
  const before = columnOf(table, reasonName);
  const isText = before?.type === "text";
  const reasons = Array.from({ length: table.rowCount }, (_, row): string | null => {
    const said = isText && !isMissing(before, row) ? [cellString(before, row)] : [];
    for (const { verdicts, reason } of told) if (verdicts.verdict[row] === 1) said.push(reason(row));
    return said.length > 0 ? said.join("; ") : null;
  });
  const closed = more.closed === true || before?.closed === true;
  const column = textColumn(reasonName, reasons, closed ? { closed: true } : {});
  const others = isText ? table.columns.filter(({ name }) => name !== reasonName) : table.columns;
  return tableWith(scope, [...others, column], table.rowCount, ["columns"]);
}

/** "mad 58.7 > 3.5": of several measures those that it is beyond. `called`: what each is called. */
export function reasonOf({ measures }: Verdicts, called: readonly string[], row: number): string {
  const textOf = (at: number): string => `${called[at] ?? ""} ${Number((measures[at]?.far[row] ?? Number.NaN).toPrecision(3))}`;
  const said = measures.flatMap(({ far, beyond }, at): string[] => {
    const value = far[row] as number;
    const text = textOf(at);
    if (!beyond) return Number.isNaN(value) ? [] : [text];
    const limit = Number(beyond(row).toPrecision(3));
    return value > beyond(row) ? [`${text} > ${limit}`] : value < -beyond(row) ? [`${text} < -${limit}`] : [];
  });
  // A bound may be rounded beside the distance.
  return said.length > 0 ? said.join(", ") : textOf(0);
}

/** The rows that none of the verdicts takes away; `aside`: how many of those that go are not of the training, by which column. */
export function rowsLeft(
  table: Table,
  judged: readonly Verdicts[],
): { readonly kept: readonly number[]; readonly aside: number; readonly part: string } {
  const part = splitColumn(table);
  const kept: number[] = [];
  let aside = 0;
  for (let row = 0; row < table.rowCount; row++) {
    if (!judged.some(({ verdict }) => verdict[row] === 1)) kept.push(row);
    else if (part && !isTrainingRow(part, row)) aside++;
  }
  return { kept, aside, part: part?.name ?? "" };
}
