// What is done with values that were found to be far from the others, and the sentences that count them.

import type { Column, Table } from "../../artifacts/artifact.ts";
import {
  booleanColumn,
  cellString,
  type ColumnMore,
  columnOf,
  isMissing,
  moreOf,
  numberColumn,
  takeRows,
  textColumn,
} from "../../artifacts/table.ts";
import type { OptionsOf, StepScope } from "../../contract/step.ts";
import { changedColumn, moreOfChanged, type Numbers, withColumns, withColumnsFor } from "../parts/numbers-of-columns.ts";
import { tableWith } from "../parts/step-scope.ts";
import { isTrainingRow, splitColumn } from "../../artifacts/parts-of-rows.ts";
import { farNames, flagName, jointFlag, type outliers, reasonName } from "./step.ts";
import { words } from "./words.ts";

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

export interface Judged extends Verdicts {
  readonly numbers: Numbers;
  /** What an outlier becomes where it is drawn in. */
  bound(row: number): number;
}

type Options = OptionsOf<typeof outliers>;

export function acted(step: Options, table: Table, judged: readonly Judged[], scope: StepScope): Table {
  for (const each of judged) sayCount(step, each.numbers.column.name, each, scope);
  switch (step.action) {
    case "keep":
      return table;
    case "flag": {
      const made = new Map(judged.map((each) => [each.numbers.column.name, flags(step, each)]));
      const reasons = judged.map((each) => ({ ...each, of: `${each.numbers.column.name}: ` }));
      const more = judged.some(({ numbers }) => numbers.column.closed === true) ? { closed: true } : {};
      return withReasons(step, { ...table, columns: withColumnsFor(table, made, true) }, reasons, more, scope);
    }
    case "missing":
      return withColumns(table, judged.map(withoutOutliers));
    case "winsorise":
      return withColumns(table, judged.map(drawnIn));
    case "drop":
      return withoutRows(table, judged, scope);
  }
}

/** What is done with rows that are far as a whole. `more`: of the columns that it is told of. */
export function actedOnRows(
  step: Options,
  table: Table,
  columns: string,
  verdicts: Verdicts,
  more: ColumnMore,
  scope: StepScope,
): Table {
  sayCount(step, columns, verdicts, scope);
  if (step.action === "keep") return table;
  if (step.action === "drop") return withoutRows(table, [verdicts], scope);
  const made = flagColumns(jointFlag, farNames(jointFlag, step.rule), verdicts, more);
  return withReasons(step, { ...table, columns: [...table.columns, ...made] }, [{ ...verdicts, of: "" }], more, scope);
}

/** "3 of 22 rows": of those that could be judged. */
export function sayCount({ rule, action }: Options, column: string, { verdict }: Verdicts, scope: StepScope): void {
  let [n, of] = [0, 0];
  for (const each of verdict) {
    if (each !== 2) of++;
    if (each === 1) n++;
  }
  if (of === 0) return;
  const { by, ...params } = rule;
  scope.say(
    words.sentence(n === 0 ? "none-found" : `found-${action}`, {
      step: scope.index + 1,
      column,
      n,
      of,
      rule: { key: words.key(`rule-${by}`), params },
    }),
  );
}

function flags({ rule }: Options, judged: Judged): readonly Column[] {
  const { column } = judged.numbers;
  return flagColumns(flagName(column.name), farNames(column.name, rule), judged, moreOfChanged(column));
}

/** Who may not see the columns that it is told of may not see these. */
const flagColumns = (
  flag: string,
  names: readonly string[],
  { measures, verdict }: Verdicts,
  more: ColumnMore,
): readonly Column[] => [
  booleanColumn(
    flag,
    Array.from(verdict, (each) => (each === 2 ? null : each === 1)),
    { semantic: "outlier", ...(more.closed === true ? { closed: true } : {}) },
  ),
  ...measures.map(({ far }, at) =>
    numberColumn(
      names[at] ?? "",
      Array.from(far, (value) => (Number.isNaN(value) ? null : value)),
      more,
    ),
  ),
];

/** Of each flagged row the rule and how far it is, after what an earlier step said of it. */
function withReasons(
  { rule }: Options,
  table: Table,
  told: readonly (Verdicts & { readonly of: string })[],
  more: ColumnMore,
  scope: StepScope,
): Table {
  const before = columnOf(table, reasonName);
  const isText = before?.type === "text";
  const prefix = `${jointFlag}_`;
  const called = farNames(jointFlag, rule).map((name) => name.slice(prefix.length).replaceAll("_", " "));
  const reasons = Array.from({ length: table.rowCount }, (_, row): string | null => {
    const said = isText && !isMissing(before, row) ? [cellString(before, row)] : [];
    for (const { of, measures, verdict } of told) if (verdict[row] === 1) said.push(`${of}${reasonOf(measures, called, row)}`);
    return said.length > 0 ? said.join("; ") : null;
  });
  const closed = more.closed === true || before?.closed === true;
  const column = textColumn(reasonName, reasons, closed ? { closed: true } : {});
  const others = isText ? table.columns.filter(({ name }) => name !== reasonName) : table.columns;
  return tableWith(scope, [...others, column], table.rowCount, ["columns"]);
}

/** "mad 58.7 > 3.5": of several measures those that it is beyond. */
function reasonOf(measures: readonly Measure[], called: readonly string[], row: number): string {
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

function withoutOutliers({ numbers: { column }, verdict }: Judged): Column {
  if (!verdict.includes(1)) return column;
  return { ...column, valid: verdict.map((each, row) => (each === 1 || isMissing(column, row) ? 0 : 1)) };
}

/** It is in the unit in which it was; the bound of counts is no count. */
function drawnIn({ numbers: { column, values }, verdict, bound }: Judged): Column {
  if (!verdict.includes(1)) return column;
  const { unit } = moreOf(column);
  const changed = changedColumn(
    column,
    values.map((value, row) => (verdict[row] === 1 ? bound(row) : value)),
  );
  return unit === undefined ? changed : { ...changed, unit };
}

/** That rows kept aside for a test go as well makes the test easier than what it stands for: it is said. */
export function withoutRows(table: Table, judged: readonly Verdicts[], scope: StepScope): Table {
  const part = splitColumn(table);
  const kept: number[] = [];
  let aside = 0;
  for (let row = 0; row < table.rowCount; row++) {
    if (!judged.some(({ verdict }) => verdict[row] === 1)) kept.push(row);
    else if (part && !isTrainingRow(part, row)) aside++;
  }
  const n = table.rowCount - kept.length;
  if (n === 0) return table;
  scope.say(words.sentence("dropped", { step: scope.index + 1, n, of: table.rowCount }));
  if (aside > 0) scope.say(words.sentence("dropped-aside", { step: scope.index + 1, n: aside, column: part?.name ?? "" }));
  return takeRows(table, kept);
}
