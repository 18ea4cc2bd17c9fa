// Columns (or rows) of a matrix that somebody computed from the others: a total, a mean, a median, the least, the largest, a
// standard deviation. As a sample such a column outweighs all others. What its values are is asked first; a name such as
// Total or baseMean is enough where they do not tell; a name such as max may be a person, and is only doubted.

import { folded } from "./annotation-columns.ts";

export const statistics = ["sum", "mean", "median", "min", "max", "sd"] as const;
export type Statistic = (typeof statistics)[number];

/** Numbers in rows and columns, NaN where one is missing. */
export interface Grid {
  readonly rows: number;
  readonly columns: number;
  at(row: number, column: number): number;
}

/** `of`: what it is by its values; null: by its name alone. */
export interface SummaryColumn {
  readonly column: number;
  readonly of: Statistic | null;
}

export interface Summaries {
  readonly apart: readonly SummaryColumn[];
  /** Called like one, and none by the values. */
  readonly doubted: readonly number[];
}

/** What sums and means are called, as parts of a pattern. */
export const totalNouns = "totals?|sums?|means?|averages?|avg|gesamt|summe|mittel(?:wert)?|итого|всего|сумма|среднее";
const whose =
  "row|grand|sub|all|overall|base|gene|counts?|reads?|umis?|samples?|expr|expression|express|tpm|fpkm|rpkm|cpm|abundance";
const certain = new RegExp(`^(?:${whose})*(?:${totalNouns})(?:of)?(?:${whose})*$|^aveexpr$`, "u");
const likely =
  /^(?:row)?(?:all|medians?|medianwert|медиана|max|maximum|min|minimum|sd|std|stdev|stddev|standarddeviation|ско|se|sem|var|variance|cv|range)$/u;
/** Means of groups: mean_ctl, ctl.mean, baseMeanA. A number behind it counts samples (mean_1). */
const ofGroup =
  /^(?:base[._ -]?)?(?:mean|average|avg|median|sd|stdev)[._ -]+[^\d\s]|^baseMean[A-Z]|[._ -](?:mean|average|avg|median|sd|stdev)$/i;

export const isCertainSummary = (name: string): boolean => certain.test(folded(name));
const isLikelySummary = (name: string): boolean => isCertainSummary(name) || likely.test(folded(name));

/** So many rows must tell before values alone, without a name, say that a column was computed. */
const enoughRows = 10;

/** Nobody writes the sum of more columns beside them; one that is called so is found by its name. */
const mostSummed = 100_000;

export function summaryColumns(names: readonly string[], grid: Grid): Summaries {
  const all = [...names.keys()];
  const named = all.filter((at) => isLikelySummary(names[at] as string));
  const inGroup = all.filter((at) => !named.includes(at) && ofGroup.test((names[at] as string).trim()));
  const besides = new Set([...named, ...inGroup]);
  const base = all.filter((at) => !besides.has(at));
  if (base.length === 0) return { apart: [], doubted: [] };
  const apart: SummaryColumn[] = [];
  const doubted: number[] = [];
  for (const column of named) {
    const of = statisticOf(grid, column, base, saidBy(names[column] as string));
    if (of !== null || isCertainSummary(names[column] as string)) apart.push({ column, of });
    else doubted.push(column);
  }
  for (const column of inGroup) {
    const of = statisticOf(grid, column, base) ?? statisticOf(grid, column, groupOf(names, column, base));
    if (of === null) doubted.push(column);
    else apart.push({ column, of });
  }
  // Values alone: the sum or the mean of all others, in rows enough.
  if (base.length > fewest && base.length <= mostSummed && apart.length === 0) {
    const computed = computedAmong(grid, base);
    if (computed) apart.push(computed);
  }
  return { apart, doubted };
}

/** What a name says that a column is of the others: one called max is looked at for the largest alone. */
function saidBy(name: string): readonly Statistic[] {
  if (isCertainSummary(name) || folded(name) === "all") return ["sum", "mean"];
  const text = folded(name);
  if (text.includes("max")) return ["max"];
  if (text.includes("min")) return ["min"];
  return /^(?:row)?(?:med|мед)/u.test(text) ? ["median"] : ["sd"];
}

/** Columns whose names hold what the name of a mean holds beside "mean". */
function groupOf(names: readonly string[], column: number, base: readonly number[]): readonly number[] {
  const words = (names[column] as string).replace(/^base(?=[._ -]?mean)|mean|average|avg|median|stdev|^sd|sd$/gi, "");
  const group = folded(words);
  return group === "" ? [] : base.filter((at) => folded(names[at] as string).includes(group));
}

/** The least and the largest of one column are itself. */
const fewest = 2;

/** What a column is of the others in every row that has it, to the digits in which it is written. */
function statisticOf(
  grid: Grid,
  column: number,
  others: readonly number[],
  candidates: readonly Statistic[] = ["mean", "median", "sd"],
): Statistic | null {
  if (others.length < fewest) return null;
  const digits = { own: digitsOf(grid, [column]), others: digitsOf(grid, others) };
  return candidates.find((statistic) => isStatistic(grid, column, others, statistic, digits)) ?? null;
}

interface Digits {
  readonly own: number;
  readonly others: number;
}

function isStatistic(grid: Grid, column: number, others: readonly number[], statistic: Statistic, digits: Digits): boolean {
  let telling = 0;
  const seen = new Set<number>();
  for (let row = 0; row < grid.rows; row++) {
    const value = grid.at(row, column);
    if (Number.isNaN(value)) continue;
    const values = others.map((other) => grid.at(row, other)).filter((each) => !Number.isNaN(each));
    if (values.length < fewest) continue;
    if (!computed(values, statistic).some((right) => isClose(value, right, tolerance(values.length, statistic, digits))))
      return false;
    if (values.some((each) => each !== values[0])) {
      telling++;
      if (seen.size < enoughRows) seen.add(value);
    }
  }
  // A few rows of small numbers agree by chance, and the largest of yes and no (1 and 0) says nothing.
  return statistic === "sum" || statistic === "mean" ? telling >= 1 : seen.size >= 5;
}

const isClose = (value: number, right: number, within: number): boolean =>
  Math.abs(value - right) <= within * (1 + 1e-9) + 1e-7 * Math.abs(right);

const least = (values: readonly number[]): number => values.reduce((a, b) => Math.min(a, b));
const largest = (values: readonly number[]): number => values.reduce((a, b) => Math.max(a, b));

/** A standard deviation by n - 1 or by n. */
function computed(values: readonly number[], statistic: Statistic): readonly number[] {
  const sum = values.reduce((total, each) => total + each, 0);
  const mean = sum / values.length;
  switch (statistic) {
    case "sum":
      return [sum];
    case "mean":
      return [mean];
    case "min":
      return [least(values)];
    case "max":
      return [largest(values)];
    case "median": {
      const sorted = values.toSorted((a, b) => a - b);
      const half = (sorted.length - 1) / 2;
      return [((sorted[Math.floor(half)] as number) + (sorted[Math.ceil(half)] as number)) / 2];
    }
    case "sd": {
      const squares = values.reduce((total, each) => total + (each - mean) ** 2, 0);
      return [Math.sqrt(squares / (values.length - 1)), Math.sqrt(squares / values.length)];
    }
  }
}

/** What rounding may have taken from the column and from those that it was computed of. */
function tolerance(count: number, statistic: Statistic, { own, others }: Digits): number {
  const half = (digits: number): number => (digits > 14 ? 0 : 0.5 * 10 ** -digits);
  const isOneOfThem = statistic === "min" || statistic === "max";
  const ofOthers = others === 0 || isOneOfThem ? 0 : half(others) * (statistic === "sum" ? count : 1);
  return (statistic === "sum" || isOneOfThem) && own >= others ? ofOthers : half(own) + ofOthers;
}

/** Digits behind the point in which these columns are written, as far as their first rows show. */
function digitsOf(grid: Grid, columns: readonly number[]): number {
  let most = 0;
  for (let row = 0; row < Math.min(grid.rows, 200); row++) {
    for (const column of columns.slice(0, 50)) {
      const [mantissa = "", exponent = "0"] = String(grid.at(row, column)).split("e");
      const fraction = mantissa.split(".")[1]?.length ?? 0;
      if (/\d/.test(mantissa)) most = Math.max(most, fraction - Number(exponent));
    }
  }
  return most;
}

/** So many of the first rows tell which columns are worth to be looked at in full. */
const looked = 60;

/** The one column that is the sum or the mean of all others, whatever it is called. */
function computedAmong(grid: Grid, base: readonly number[]): SummaryColumn | null {
  let left = base.flatMap((column) => (["sum", "mean"] as const).map((of) => ({ column, of })));
  let telling = 0;
  const digits = digitsOf(grid, base);
  for (let row = 0; row < Math.min(grid.rows, looked) && left.length > 0; row++) {
    const values = base.map((column) => grid.at(row, column));
    const known = values.filter((value) => !Number.isNaN(value));
    if (known.length <= fewest) continue;
    const sum = known.reduce((total, each) => total + each, 0);
    if (largest(known) - least(known) >= 20 * 10 ** -digits) telling++;
    const valueOf = new Map(base.map((column, at) => [column, values[at] as number]));
    left = left.filter(({ column, of }) => {
      const value = valueOf.get(column) as number;
      if (Number.isNaN(value)) return true;
      const right = of === "sum" ? sum - value : (sum - value) / (known.length - 1);
      // A mean may be rounded to a whole number.
      return isClose(value, right, 0.5 + (digits === 0 ? 0 : known.length * 0.5 * 10 ** -digits) + 1e-7 * Math.abs(sum));
    });
  }
  for (const { column, of } of left.filter((each) => each.of === "sum" || telling >= 3).slice(0, 3)) {
    const others = base.filter((at) => at !== column);
    const written = { own: digitsOf(grid, [column]), others: digitsOf(grid, others) };
    if (isTold(grid, column, others, of, written) && isStatistic(grid, column, others, of, written)) return { column, of };
  }
  return null;
}

/** Rows enough in which the others differ by far more than rounding takes, so that no sample agrees by chance. */
function isTold(grid: Grid, column: number, others: readonly number[], of: "sum" | "mean", digits: Digits): boolean {
  const within = tolerance(others.length, of, digits);
  const seen = new Set<number>();
  for (let row = 0; row < Math.min(grid.rows, 2000) && seen.size < enoughRows; row++) {
    const values = others.map((other) => grid.at(row, other)).filter((each) => !Number.isNaN(each));
    const value = grid.at(row, column);
    if (Number.isNaN(value) || values.length < fewest) continue;
    const spread = largest(values) - least(values);
    if (spread > 0 && spread >= within * 20) seen.add(value);
  }
  return seen.size >= enoughRows;
}
