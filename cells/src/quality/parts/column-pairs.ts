// How the columns of a table hang together, every two of them: numbers by Pearson and Spearman, categories by Cramér's V with and
// without its bias, a number and a category by the correlation ratio. Names of rows and what identifies is left out.

import { identifies } from "../../artifacts/semantics.ts";
import type { Table } from "../../artifacts/artifact.ts";
import type { ColumnFacts, Levels } from "../../contract/quality-rule.ts";
import { contingencyOf, correlationRatio, cramersV, pearson } from "../../stats/association.ts";
import { orderOfNumbers } from "../../stats/order-of-numbers.ts";
import { allColumns, tableData } from "./table-data.ts";

export type ColumnPair = {
  readonly a: string;
  readonly b: string;
  /** Rows in which both have a value. */
  readonly n: number;
  /** By which it is sorted, of any sign: the stronger one of two numbers, V without bias, the correlation ratio. */
  readonly value: number;
  readonly pearson?: number;
  readonly spearman?: number;
  readonly v?: number;
  readonly corrected?: number;
  readonly eta?: number;
};

export interface ColumnPairs {
  /** The strongest first. */
  readonly pairs: readonly ColumnPair[];
  /** Pairs that could be told; more of them than stand there. */
  readonly told: number;
  /** Columns that were not compared, for so many take too long. */
  readonly left: number;
}

interface Compared {
  readonly name: string;
  readonly numbers: { readonly values: Float64Array; readonly order: () => Int32Array; readonly isWhole: boolean } | null;
  readonly levels: Levels | null;
}

const mostLevels = 50;
const mostPairs = 300;
/** Rows of all pairs: some three seconds of work. */
const mostRows = 4e8;
/** What a pair costs beside its rows, in rows. */
const costOfPair = 2000;
const fewestRows = 3;

export function columnPairs(table: Table): ColumnPairs {
  const data = tableData(table, { outcome: null, group: null, batch: null });
  const fitting = allColumns(data).flatMap((each) => comparedOf(each, table.rowCount) ?? []);
  const most = Math.max(2, Math.floor(Math.sqrt((2 * mostRows) / (table.rowCount + costOfPair))));
  const compared = fitting.slice(0, most);
  const all = compared.flatMap((a, at) => compared.slice(at + 1).flatMap((b) => pairOf(a, b) ?? []));
  all.sort((a, b) => Math.abs(b.value) - Math.abs(a.value));
  return { pairs: all.slice(0, mostPairs), told: all.length, left: fitting.length - compared.length };
}

function comparedOf(each: ColumnFacts, rows: number): Compared | null {
  const { column, isName, missing } = each;
  if (isName || identifies(column) || rows - missing < fewestRows) return null;
  const values = each.numbers();
  if (values) {
    let order: Int32Array | null = null;
    return {
      name: column.name,
      numbers: { values, order: () => (order ??= orderOfNumbers(values)), isWhole: missing === 0 },
      levels: null,
    };
  }
  // Days are no categories, however few they are.
  const levels = column.semantic === "date" ? null : each.levels();
  if (!levels || levels.texts.length < 2 || levels.texts.length > Math.min(mostLevels, rows / 2)) return null;
  return { name: column.name, numbers: null, levels };
}

function pairOf(one: Compared, other: Compared): ColumnPair | null {
  const named = { a: one.name, b: other.name };
  if (one.levels && other.levels) {
    const counts = contingencyOf(one.levels.of, one.levels.texts.length, other.levels.of, other.levels.texts.length);
    const [v, corrected] = [cramersV(counts, false), cramersV(counts, true)];
    return Number.isNaN(v.value) ? null : { ...named, n: v.n, value: corrected.value, v: v.value, corrected: corrected.value };
  }
  if (one.numbers && other.numbers) {
    const line = pearson(one.numbers.values, other.numbers.values);
    const ranks = bySpearman(one.numbers, other.numbers);
    const told = [line.value, ranks.value].filter((value) => !Number.isNaN(value));
    if (told.length === 0) return null;
    const value = told.reduce((most, each) => (Math.abs(each) > Math.abs(most) ? each : most));
    return {
      ...named,
      n: line.n,
      value,
      ...(Number.isNaN(line.value) ? {} : { pearson: line.value }),
      ...(Number.isNaN(ranks.value) ? {} : { spearman: ranks.value }),
    };
  }
  const levels = one.levels ?? other.levels;
  const numbers = one.numbers ?? other.numbers;
  if (!levels || !numbers) return null;
  const { value, n } = correlationRatio(levels.of, levels.texts.length, numbers.values);
  return Number.isNaN(value) ? null : { ...named, n, value, eta: value };
}

type Numbers = NonNullable<Compared["numbers"]>;

const bySpearman = (a: Numbers, b: Numbers) => pearson(ranksWhere(a, b), ranksWhere(b, a));

/** Mean ranks among the rows in which the other has a value, too: the order of all is walked, and never made again. */
function ranksWhere({ values, order }: Numbers, other: Numbers): Float64Array {
  const ranks = new Float64Array(values.length).fill(Number.NaN);
  const all = order();
  let place = 0;
  for (let start = 0, end = 0; start < all.length; start = end) {
    const value = values[all[start] as number] as number;
    let count = 0;
    while (end < all.length && values[all[end] as number] === value) {
      if (other.isWhole || !Number.isNaN(other.values[all[end] as number])) count++;
      end++;
    }
    const rank = place + (count + 1) / 2;
    for (let at = start; at < end; at++) {
      const row = all[at] as number;
      if (other.isWhole || !Number.isNaN(other.values[row])) ranks[row] = rank;
    }
    place += count;
  }
  return ranks;
}
