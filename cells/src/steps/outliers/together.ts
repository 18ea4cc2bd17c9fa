// Rows that are far from the others in several columns together: by local outlier factor or isolation forest, within groups where
// a column names them. A row with a gap is not judged.

import type { Table } from "../../artifacts/artifact.ts";
import type { OptionsOf, StepScope } from "../../contract/step.ts";
import { isolationScores } from "../../stats/isolation-forest.ts";
import { localOutlierFactors, type Rows } from "../../stats/local-outlier-factor.ts";
import { needFinite, type Numbers } from "../parts/numbers-of-columns.ts";
import { listed } from "../parts/said.ts";
import { refuse, tableWith } from "../parts/step-scope.ts";
import { flagColumns, sayCount, type Verdicts, withoutRows } from "./acted.ts";
import { groupsBy, rowsByGroup } from "./groups.ts";
import { actionsOf, farName, jointFlag, type JointRule, type outliers } from "./step.ts";
import { unlikeSpreads } from "../parts/unlike-spreads.ts";
import { words } from "./words.ts";

/** Every row is compared with every other one, and the nearest are kept in order. */
const limitOf = (neighbours: number): number => Math.floor(20_000 / Math.max(1, Math.sqrt(neighbours / 20)));

export function byAllColumns(
  step: OptionsOf<typeof outliers>,
  rule: JointRule,
  chosen: readonly Numbers[],
  table: Table,
  scope: StepScope,
): Table {
  const by = { key: words.key(`by-${rule.by}`), params: {} };
  if (!actionsOf(rule).includes(step.action)) return refuse(scope, words, "together", { by }, ["action"]);
  for (const numbers of chosen) needFinite(numbers, scope);
  if (rule.by === "lof") sayScales(chosen, scope);
  const verdicts = judgedTogether(step, rule, chosen, table, scope);
  sayCount(step, listed(chosen.map(({ column }) => column.name)), verdicts, scope);
  if (step.action === "drop") return withoutRows(table, [verdicts], scope);
  const more = chosen.some(({ column }) => column.closed === true) ? { closed: true } : {};
  const made = flagColumns(jointFlag, farName(jointFlag, rule.by), verdicts, more);
  return tableWith(scope, [...table.columns, ...made], table.rowCount, ["rule"]);
}

function judgedTogether(
  step: OptionsOf<typeof outliers>,
  rule: JointRule,
  chosen: readonly Numbers[],
  table: Table,
  scope: StepScope,
): Verdicts {
  // Missing where one of them is.
  const whole = new Float64Array(table.rowCount);
  for (const { values } of chosen) for (const [row, value] of values.entries()) if (value !== value) whole[row] = value;
  const gaps = whole.filter(Number.isNaN).length;
  if (gaps > 0) scope.say(words.sentence("gaps", { step: scope.index + 1, n: gaps }));
  const far = new Float64Array(table.rowCount).fill(Number.NaN);
  const verdict = new Uint8Array(table.rowCount).fill(2);
  for (const rows of rowsByGroup(groupsBy(step.group, table, scope), whole)) {
    const limit = rule.by === "lof" ? limitOf(rule.neighbours) : rows.length;
    if (rows.length > limit) refuse(scope, words, "large", { rows: rows.length, limit }, ["rule"]);
    for (const [at, score] of scoresOf(rule, pickedRows(chosen, rows), scope).entries()) {
      const row = rows[at] as number;
      far[row] = score;
      if (!Number.isNaN(score)) verdict[row] = score > rule.beyond ? 1 : 0;
    }
  }
  return { far, verdict };
}

function scoresOf(rule: JointRule, rows: Rows, scope: StepScope): Float64Array {
  const pause = (): void => scope.signal.throwIfAborted();
  return rule.by === "lof"
    ? localOutlierFactors(rows, rule.neighbours, pause)
    : isolationScores(rows, rule.trees, rule.seed, pause);
}

function pickedRows(chosen: readonly Numbers[], rows: readonly number[]): Rows {
  const width = chosen.length;
  const values = new Float64Array(rows.length * width);
  for (const [f, numbers] of chosen.entries())
    for (const [at, row] of rows.entries()) values[at * width + f] = numbers.values[row] as number;
  return { values, rows: rows.length, width };
}

function sayScales(chosen: readonly Numbers[], scope: StepScope): void {
  const found = unlikeSpreads(chosen);
  if (found) scope.say(words.sentence("scales", { step: scope.index + 1, ...found }));
}
