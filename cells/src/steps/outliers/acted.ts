// What is done with values that were found to be far from the others, and the sentences that count them.

import type { Column, Table } from "../../artifacts/artifact.ts";
import { type ColumnMore, isMissing, moreOf } from "../../artifacts/table.ts";
import type { OptionsOf, StepScope } from "../../contract/step.ts";
import { rowsThatStay } from "../parts/rows-that-stay.ts";
import { changedColumn, moreOfChanged, type Numbers, withColumns, withColumnsFor } from "../parts/numbers-of-columns.ts";
import {
  countOf,
  flagColumns,
  type Measure,
  reasonOf,
  rowFlag,
  rowsLeft,
  type Verdicts,
  withReasons,
  withRowFlag,
} from "../parts/outlier-flags.ts";
import { farNames, flagName, type outliers } from "./step.ts";
import { words } from "./words.ts";

export type { Measure, Verdicts };

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
      const called = calledBy(step.rule);
      const reasons = judged.map((verdicts) => ({
        verdicts,
        reason: (row: number) => `${verdicts.numbers.column.name}: ${reasonOf(verdicts, called, row)}`,
      }));
      const more = judged.some(({ numbers }) => numbers.column.closed === true) ? { closed: true } : {};
      return withReasons({ ...table, columns: withColumnsFor(table, made, true) }, reasons, more, scope);
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
  return withRowFlag(
    table,
    { names: farNames(rowFlag, step.rule), verdicts, more, reason: (row) => reasonOf(verdicts, calledBy(step.rule), row) },
    scope,
  );
}

/** What measures of a rule are called in reasons. */
const calledBy = (rule: Options["rule"]): readonly string[] =>
  farNames("", rule).map((name) => name.slice(1).replaceAll("_", " "));

/** "3 of 22 rows": of those that could be judged. */
export function sayCount({ rule, action }: Options, column: string, verdicts: Verdicts, scope: StepScope): void {
  const { n, of } = countOf(verdicts);
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
  const { kept, aside, part } = rowsLeft(table, judged);
  const n = table.rowCount - kept.length;
  if (n === 0) return table;
  scope.say(words.sentence("dropped", { step: scope.index + 1, n, of: table.rowCount }));
  if (aside > 0) scope.say(words.sentence("dropped-aside", { step: scope.index + 1, n: aside, column: part }));
  return rowsThatStay(table, kept, scope);
}
