// What is done with values that were found to be far from the others, and the sentences that count them.

import type { Column, Table } from "../../artifacts/artifact.ts";
import { booleanColumn, type ColumnMore, isMissing, moreOf, numberColumn, takeRows } from "../../artifacts/table.ts";
import type { OptionsOf, StepScope } from "../../contract/step.ts";
import { changedColumn, moreOfChanged, type Numbers, withColumns, withColumnsFor } from "../parts/numbers-of-columns.ts";
import { tableWith } from "../parts/step-scope.ts";
import { isTrainingRow, splitColumn } from "../../artifacts/parts-of-rows.ts";
import { farName, flagName, type outliers } from "./step.ts";
import { words } from "./words.ts";

/** Of rows, by one column or several. */
export interface Verdicts {
  /** How far, by the rule; NaN where it was not judged. */
  readonly far: Float64Array;
  /** 1: an outlier; 0: none; 2: it could not be judged. */
  readonly verdict: Uint8Array;
}

export interface Judged extends Verdicts {
  readonly numbers: Numbers;
  /** What an outlier becomes where it is drawn in. */
  bound(row: number): number;
}

export function acted(step: OptionsOf<typeof outliers>, table: Table, judged: readonly Judged[], scope: StepScope): Table {
  for (const each of judged) sayCount(step, each.numbers.column.name, each, scope);
  switch (step.action) {
    case "flag": {
      const made = new Map(judged.map((each) => [each.numbers.column.name, flags(step, each)]));
      return tableWith(scope, withColumnsFor(table, made, true), table.rowCount, ["columns"]);
    }
    case "missing":
      return withColumns(table, judged.map(withoutOutliers));
    case "winsorise":
      return withColumns(table, judged.map(drawnIn));
    case "drop":
      return withoutRows(table, judged, scope);
  }
}

/** "3 of 22 rows": of those that could be judged. */
export function sayCount(
  { rule, action }: OptionsOf<typeof outliers>,
  column: string,
  { verdict }: Verdicts,
  scope: StepScope,
): void {
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

function flags({ rule }: OptionsOf<typeof outliers>, { numbers: { column }, far, verdict }: Judged): readonly Column[] {
  return flagColumns(flagName(column.name), farName(column.name, rule.by), { far, verdict }, moreOfChanged(column));
}

/** Who may not see the columns that it is told of may not see these. */
export const flagColumns = (flag: string, how: string, { far, verdict }: Verdicts, more: ColumnMore): readonly Column[] => [
  booleanColumn(
    flag,
    Array.from(verdict, (each) => (each === 2 ? null : each === 1)),
    more.closed === true ? { closed: true } : {},
  ),
  numberColumn(
    how,
    Array.from(far, (value) => (Number.isNaN(value) ? null : value)),
    more,
  ),
];

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
