// Rows that are far from the others in several columns together: by local outlier factor or isolation forest, within groups where
// a column names them. A row with a gap is not judged.

import type { Table } from "../../artifacts/artifact.ts";
import type { ColumnMore } from "../../artifacts/table.ts";
import type { OptionsOf, StepScope } from "../../contract/step.ts";
import { isolationScores } from "../../stats/isolation-forest.ts";
import { localOutlierFactors, type Rows } from "../../stats/local-outlier-factor.ts";
import { needFinite, type Numbers } from "../parts/numbers-of-columns.ts";
import { listed } from "../parts/said.ts";
import { refuse } from "../parts/step-scope.ts";
import { actedOnRows, type Verdicts } from "./acted.ts";
import { groupsBy, rowsByGroup } from "../parts/row-groups.ts";
import type { JointRule, outliers, PlacedRule } from "./step.ts";
import { unlikeSpreads } from "../parts/unlike-spreads.ts";
import { words } from "./words.ts";

/** Every row is compared with every other one, and the nearest are kept in order. */
const limitOf = (neighbours: number): number => Math.floor(20_000 / Math.max(1, Math.sqrt(neighbours / 20)));

type Options = OptionsOf<typeof outliers>;
type WholeRule = Exclude<JointRule, PlacedRule>;

export function byAllColumns(step: Options, rule: WholeRule, chosen: readonly Numbers[], table: Table, scope: StepScope): Table {
  for (const numbers of chosen) needFinite(numbers, scope);
  if (rule.by === "lof") sayScales(chosen, scope);
  const verdicts = judgedTogether(step, rule, chosen, table, scope);
  return actedOnRows(step, table, listedNames(chosen), verdicts, moreOfRows(chosen), scope);
}

export const listedNames = (chosen: readonly Numbers[]): string => listed(chosen.map(({ column }) => column.name));
export const moreOfRows = (chosen: readonly Numbers[]): ColumnMore =>
  chosen.some(({ column }) => column.closed === true) ? { closed: true } : {};

/** NaN where one of the columns is missing, which is told. */
export function wholeRows(chosen: readonly Numbers[], { rowCount }: Table, scope: StepScope): Float64Array {
  const whole = new Float64Array(rowCount);
  for (const { values } of chosen) for (const [row, value] of values.entries()) if (value !== value) whole[row] = value;
  const gaps = whole.filter(Number.isNaN).length;
  if (gaps > 0) scope.say(words.sentence("gaps", { step: scope.index + 1, n: gaps }));
  return whole;
}

function judgedTogether(step: Options, rule: WholeRule, chosen: readonly Numbers[], table: Table, scope: StepScope): Verdicts {
  const whole = wholeRows(chosen, table, scope);
  const far = new Float64Array(table.rowCount).fill(Number.NaN);
  const verdict = new Uint8Array(table.rowCount).fill(2);
  let equal = 0;
  for (const rows of rowsByGroup(groupsBy(step.group, table, scope), whole)) {
    const limit = rule.by === "lof" ? limitOf(rule.neighbours) : rows.length;
    if (rows.length > limit) refuse(scope, words, "large", { rows: rows.length, limit }, ["rule"]);
    const picked = pickedRows(chosen, rows);
    if (rule.by === "lof") equal = Math.max(equal, mostEqual(picked));
    for (const [at, score] of scoresOf(rule, picked, scope).entries()) {
      const row = rows[at] as number;
      far[row] = score;
      if (!Number.isNaN(score)) verdict[row] = score > rule.beyond ? 1 : 0;
    }
  }
  const alone = far.reduce((sum, score, row) => sum + (Number.isNaN(score) && !Number.isNaN(whole[row]) ? 1 : 0), 0);
  if (alone > 0) scope.say(words.sentence("alone", { step: scope.index + 1, n: alone }));
  if (rule.by === "lof" && equal > rule.neighbours)
    scope.say(words.sentence("equal-rows", { step: scope.index + 1, n: equal, neighbours: rule.neighbours }));
  return { measures: [{ far, beyond: () => rule.beyond }], verdict };
}

/** Rows that are equal, the most of them: where they are more than neighbours count, nothing is as dense as they are. */
function mostEqual({ values, rows, width }: Rows): number {
  const counts = new Map<string, number>();
  for (let row = 0; row < rows; row++) {
    const key = values.subarray(row * width, (row + 1) * width).join(" ");
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return Math.max(0, ...counts.values());
}

function scoresOf(rule: WholeRule, rows: Rows, scope: StepScope): Float64Array {
  const pause = (): void => scope.signal.throwIfAborted();
  return rule.by === "lof"
    ? localOutlierFactors(rows, rule.neighbours, pause)
    : isolationScores(rows, rule.trees, rule.seed, pause);
}

export function pickedRows(chosen: readonly Numbers[], rows: readonly number[]): Rows {
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
