// Gaps by regressions in rounds: scikit-learn's IterativeImputer with its defaults (means first; columns from the one with the
// fewest gaps on; BayesianRidge; until nothing changes by more than a thousandth of the largest size). Nothing is drawn by chance:
// it answers the same each time. What is kept are the regressions of all rounds, which are gone through again for other rows.

import { z } from "zod";
import type { Table } from "../../artifacts/artifact.ts";
import { momentsOf } from "../../stats/moments.ts";
import type { OptionsOf, StepScope } from "../../contract/step.ts";
import { fittedOf } from "../parts/fitted.ts";
import { columnsToFill, rowsOf, withFilled } from "../parts/imputing.ts";
import { present } from "../parts/numbers-of-columns.ts";
import { refuse } from "../parts/step-scope.ts";
import { bayesianRidge } from "./bayesian-ridge.ts";
import type { imputeIterative } from "./step.ts";
import { words } from "./words.ts";

/** Multiplications of one column's regressions in all rounds; about a minute. */
const limit = 5e10;
const tolerance = 1e-3;
type Options = OptionsOf<typeof imputeIterative>;
const state = z.strictObject({
  /** Those that had a value. */
  columns: z.array(z.strictObject({ column: z.string(), mean: z.number() })),
  rounds: z.number().int().nonnegative(),
  /** In their order; coefficients are those of the other columns, in their order. */
  regressions: z.array(
    z.strictObject({ column: z.number().int().nonnegative(), intercept: z.number(), coefficients: z.array(z.number()) }),
  ),
});
type State = z.output<typeof state>;
const take = { key: words.key("title"), params: {} };

export const { fitted, apply } = fittedOf<typeof imputeIterative>()({
  keeps: () => "statistics",
  state,
  on: {
    table: {
      fit: fit,
      apply(step, table, kept, scope) {
        const all = columnsToFill(step.columns, table, scope, take);
        const byName = new Map(all.map((numbers) => [numbers.column.name, numbers]));
        // A column that had no value when it was fitted is none of those that are kept.
        const chosen = kept.columns.flatMap(({ column }) => byName.get(column) ?? []);
        const rows = rowsOf(chosen, table.rowCount);
        const { width } = rows;
        const filled = rows.values.map((value, at) => (Number.isNaN(value) ? (kept.columns[at % width]?.mean ?? value) : value));
        const gaps = gapsOf(rows.values, table.rowCount, width);
        for (const { column, intercept, coefficients } of kept.regressions)
          predict(filled, width, gaps[column] ?? [], column, { intercept, coefficients });
        for (const [f, { column, values }] of chosen.entries()) sayBeyond(column.name, values, filled, { f, width }, scope);
        return withFilled(table, chosen, { ...rows, values: filled });
      },
    },
  },
});

function fit({ columns, rounds }: Options, table: Table, scope: StepScope): State {
  const all = columnsToFill(columns, table, scope, take);
  const chosen = all.filter(({ values }) => values.some((value) => value === value));
  for (const { column } of all)
    if (!chosen.some((each) => each.column === column))
      scope.say(words.sentence("no-value", { step: scope.index + 1, column: column.name }));
  const { values, rows, width } = rowsOf(chosen, table.rowCount);
  if (rows * width ** 3 * rounds > limit) return refuse(scope, words, "large", { columns: width, rows }, ["columns"]);
  const gaps = gapsOf(values, rows, width);
  const means = Float64Array.from({ length: width }, (_, f) => momentsOf(values, { start: f, stride: width, count: rows }).mean);
  const filled = values.map((value, at) => (Number.isNaN(value) ? (means[at % width] as number) : value));
  const kept = chosen.map(({ column }, f) => ({ column: column.name, mean: means[f] as number }));
  const largest = values.reduce((most, value) => (Math.abs(value) > most ? Math.abs(value) : most), 0);
  // The sort keeps the order of columns with equally many gaps.
  const order = gaps.map((_, f) => f).sort((a, b) => (gaps[a]?.length ?? 0) - (gaps[b]?.length ?? 0));
  const regressions: State["regressions"] = [];
  let change = 0;
  let done = 0;
  while (width > 1 && done < rounds) {
    done++;
    const before = filled.slice();
    for (const f of order) {
      scope.signal.throwIfAborted();
      const { x, y } = exceptColumn(filled, values, rows, width, f);
      const { intercept, coefficients } = bayesianRidge(x, y, width - 1);
      const line = { intercept, coefficients: [...coefficients] };
      regressions.push({ column: f, ...line });
      predict(filled, width, gaps[f] ?? [], f, line);
    }
    change = filled.reduce((most, value, at) => Math.max(most, Math.abs(value - (before[at] as number))), 0);
    if (change < tolerance * largest) break;
  }
  if (change >= tolerance * largest && change > 0) scope.say(words.sentence("unsettled", { step: scope.index + 1, n: done }));
  return { columns: kept, rounds: done, regressions };
}

/** A line goes on where amounts end: below 0 of what was never below it. */
function sayBeyond(
  column: string,
  values: Float64Array,
  filled: Float64Array,
  { f, width }: { readonly f: number; readonly width: number },
  scope: StepScope,
): void {
  const there = present(values);
  if (there.length === 0) return;
  const least = there.reduce((low, value) => Math.min(low, value), Number.POSITIVE_INFINITY);
  const most = there.reduce((high, value) => Math.max(high, value), Number.NEGATIVE_INFINITY);
  // What a line answers is so exact.
  const slack = 1e-9 * Math.max(Math.abs(least), Math.abs(most));
  const put = Array.from(values, (value, row) => (value === value ? null : (filled[row * width + f] as number)));
  const below = put.filter((value) => value !== null && value < least - slack).length;
  const above = put.filter((value) => value !== null && value > most + slack).length;
  if (below + above > 0) scope.say(words.sentence("beyond", { step: scope.index + 1, column, below, above }));
}

/** Of each column the rows in which it is missing. */
function gapsOf(values: Float64Array, rows: number, width: number): readonly number[][] {
  const gaps = Array.from({ length: width }, (): number[] => []);
  for (let row = 0; row < rows; row++)
    for (let f = 0; f < width; f++) if (Number.isNaN(values[row * width + f])) gaps[f]?.push(row);
  return gaps;
}

/** The other columns as they are filled by now, and this one, of the rows in which it is not missing. */
function exceptColumn(filled: Float64Array, values: Float64Array, rows: number, width: number, f: number) {
  const x: number[] = [];
  const y: number[] = [];
  for (let row = 0; row < rows; row++) {
    const own = values[row * width + f] as number;
    if (own !== own) continue;
    y.push(own);
    for (let other = 0; other < width; other++) if (other !== f) x.push(filled[row * width + other] as number);
  }
  return { x: Float64Array.from(x), y: Float64Array.from(y) };
}

function predict(
  filled: Float64Array,
  width: number,
  rows: readonly number[],
  f: number,
  { intercept, coefficients }: { readonly intercept: number; readonly coefficients: readonly number[] },
): void {
  for (const row of rows) {
    let sum = intercept;
    for (let other = 0, k = 0; other < width; other++)
      if (other !== f) sum += (coefficients[k++] as number) * (filled[row * width + other] as number);
    filled[row * width + f] = sum;
  }
}
