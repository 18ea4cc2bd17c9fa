// The table of all measures: a row for each sample of a matrix, each column of a table, the worst first.

import type { Column, Table } from "../../artifacts/artifact.ts";
import { numberColumn, tableOf, takeRows, textColumn, uniquelyNamed } from "../../artifacts/table.ts";
import type { JsonObject } from "../../base/json.ts";
import {
  type Concluded,
  type Judged,
  type Level,
  levels,
  type Measure,
  type QualitySubject,
} from "../../contract/quality-rule.ts";

/** Columns of it that hold names, not measures. */
export const verdictColumn = "verdict";
export const rulesColumn = "rules";
export const rulesJoint = ", ";

export interface OfRule<Of extends QualitySubject> {
  readonly rule: string;
  readonly verdict: Judged<Of>["verdicts"][number];
}

export const worst = (all: readonly Level[]): Level =>
  levels[Math.max(0, ...all.map((level) => levels.indexOf(level)))] ?? "pass";

/** `named`: what the rows are called by. `said`: of each row what rules say of it. */
export function measuresTable(
  named: readonly Column[],
  said: readonly (readonly { readonly rule: string; readonly verdict: Concluded }[])[],
  measures: readonly Measure[],
): Table {
  const of = said.map((all) => worst(all.map(({ verdict }) => verdict.level)));
  const columns = [
    ...named,
    textColumn(verdictColumn, of, { semantic: "category" }),
    ...(said.some((all) => all.length > 0)
      ? [
          textColumn(
            rulesColumn,
            said.map((all) => [...new Set(all.map(({ rule }) => rule))].join(rulesJoint) || null),
          ),
        ]
      : []),
    ...measures.map(({ name, values, unit }) => numberColumn(name, values, unit === undefined ? {} : { unit })),
  ];
  // Samples may be named by a column that is called like a measure.
  const table = tableOf(...uniquelyNamed(columns, "_"));
  const order = [...of.keys()].sort(
    (a, b) =>
      levels.indexOf(of[b] as Level) - levels.indexOf(of[a] as Level) || (said[b]?.length ?? 0) - (said[a]?.length ?? 0) || a - b,
  );
  return takeRows(table, order);
}

const mostNumbers = 1000;

/** Numbers of rows as a person counts them, the first of them. */
export const numberedBy = (rows: readonly number[]): JsonObject => ({
  n: rows.length,
  first: rows.slice(0, mostNumbers).map((row) => row + 1),
});
