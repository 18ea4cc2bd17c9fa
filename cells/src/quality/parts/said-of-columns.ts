// How columns and rows are listed in a sentence: the first ones, and that there are more.

import type { ColumnFacts } from "../../contract/quality-rule.ts";

const most = 5;

const longest = 60;
const short = (text: string): string => (text.length <= longest ? text : `${text.slice(0, longest - 1)}…`);

export function listed(items: readonly string[]): string {
  const shown = items.slice(0, most).map(short).join(", ");
  return items.length <= most ? shown : `${shown}, …`;
}

export const namesOf = (columns: readonly ColumnFacts[]): readonly string[] => columns.map(({ column }) => column.name);

/** 0.123 as "12 %"; what is next to nothing, or to all, is not rounded to it. */
export function percent(share: number): string {
  const whole = 100 * share;
  return `${whole > 0 && whole < 100 && (whole < 1 || whole > 99) ? Number(whole.toPrecision(whole > 99 ? 4 : 2)) : Math.round(whole)} %`;
}

/** Each with its value, the largest first. */
export const withShares = (columns: readonly ColumnFacts[], shareOf: (column: ColumnFacts) => number): string =>
  listed([...columns].sort((a, b) => shareOf(b) - shareOf(a)).map((each) => `${each.column.name} (${percent(shareOf(each))})`));

/** As a person counts rows: from 1. */
export const rowNumbers = (rows: ArrayLike<number>): string => listed(Array.from(rows, (row) => String(row + 1)));
