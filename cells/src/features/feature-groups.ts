// One feature over time and by lab: its distribution within groups of rows, by periods of the calendar or by the values of a column.
// Groups of fewer persons than the rule wants are counted together and nothing else is told of them; so are values of texts that few
// rows hold.

import type { Column, Table } from "../artifacts/artifact.ts";
import { labColumnPattern } from "../artifacts/lab-column.ts";
import { cellString, isMissing } from "../artifacts/table.ts";
import { quantileOfSorted } from "../stats/quantiles.ts";
import { areTimes, dayInMicroseconds, timesOf } from "./read-time.ts";

/** Shares of the quantiles that are told of a group. */
export const groupShares = [0.05, 0.25, 0.5, 0.75, 0.95] as const;
const mostGroups = 60;
const mostLevels = 6;

export type GroupValues =
  | { readonly sort: "numbers"; readonly n: number; readonly quantiles: readonly number[] | null }
  | {
      readonly sort: "texts";
      readonly n: number;
      readonly levels: readonly { readonly value: string; readonly n: number }[];
      readonly rest: number;
    };
export interface FeatureGroup {
  readonly name: string;
  readonly rows: number;
  readonly missing: number;
  readonly values: GroupValues;
}
export interface FeatureGroups {
  /** The column that the rows are grouped by. */
  readonly column: string;
  /** What a group is of the calendar; null: a value of the column. */
  readonly period: Period | null;
  readonly groups: readonly FeatureGroup[];
  /** Groups of fewer persons than the rule wants, and groups beyond those that are told: how many of each. */
  readonly small: number;
  readonly more: number;
  /** Rows in none: the column says nothing there. */
  readonly without: number;
}

export const periods = ["day", "month", "quarter", "year"] as const;
export type Period = (typeof periods)[number];

export interface GroupRule {
  /** The column that tells persons apart; null: each row is one of nobody. */
  readonly person: Column | null;
  /** Persons that a group has at least. */
  readonly least: number;
}

/** By periods of the calendar, as long as they need to be for a picture; null: the column holds no times of a calendar. */
export function byPeriod(table: Table, feature: Column, time: Column, rule: GroupRule): FeatureGroups | null {
  const times = timesOf(time, table.rowCount);
  if (!areTimes(times) || times.sort === "number") return null;
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of times.values) {
    if (value < first) first = value;
    if (value > last) last = value;
  }
  if (first > last) return null;
  const period = periodOf((last - first) / dayInMicroseconds);
  const nameOf = (row: number): string | null => {
    const value = times.values[row] as number;
    return Number.isNaN(value) ? null : nameOfPeriod(value, period);
  };
  const found = grouped(table, feature, nameOf, rule);
  const groups = [...found.groups].sort((a, b) => (a.name < b.name ? -1 : 1));
  // The latest are told where they are too many.
  return {
    ...found,
    column: time.name,
    period,
    groups: groups.slice(-mostGroups),
    more: Math.max(0, groups.length - mostGroups),
  };
}

/** So that a picture has some thirty of them at most. */
function periodOf(days: number): Period {
  if (days <= 31) return "day";
  if (days <= 3 * 366) return "month";
  return days <= 10 * 366 ? "quarter" : "year";
}

function nameOfPeriod(microseconds: number, period: Period): string {
  const text = new Date(Math.floor(microseconds / 1000)).toISOString();
  // Years beyond 9999 and before 0 have a sign and six digits.
  const year = text.slice(0, text.indexOf("-", 1));
  const month = text.slice(year.length + 1, year.length + 3);
  switch (period) {
    case "year":
      return year;
    case "quarter":
      return `${year} Q${Math.ceil(Number(month) / 3)}`;
    case "month":
      return `${year}-${month}`;
    case "day":
      return text.slice(0, text.indexOf("T"));
  }
}

/** By the values of a column, the largest group first. */
export function byValues(table: Table, feature: Column, by: Column, rule: GroupRule): FeatureGroups {
  const found = grouped(table, feature, (row) => (isMissing(by, row) ? null : cellString(by, row)), rule);
  const groups = [...found.groups].sort((a, b) => b.rows - a.rows || (a.name < b.name ? -1 : 1));
  return {
    ...found,
    column: by.name,
    period: null,
    groups: groups.slice(0, mostGroups),
    more: Math.max(0, groups.length - mostGroups),
  };
}

/** The column of labs: what its meaning says, else what it is called. */
export const labColumnOf = (table: Table): Column | null =>
  table.columns.find(({ semantic }) => semantic === "lab") ??
  table.columns.find((column) => column.type === "text" && labColumnPattern.test(column.name)) ??
  null;

function grouped(
  table: Table,
  feature: Column,
  nameOf: (row: number) => string | null,
  { person, least }: GroupRule,
): Pick<FeatureGroups, "groups" | "small" | "without"> {
  const rowsOf = new Map<string, number[]>();
  let without = 0;
  for (let row = 0; row < table.rowCount; row++) {
    const name = nameOf(row);
    if (name === null) {
      without++;
      continue;
    }
    const rows = rowsOf.get(name);
    if (rows) rows.push(row);
    else rowsOf.set(name, [row]);
  }
  let small = 0;
  const groups: FeatureGroup[] = [];
  for (const [name, rows] of rowsOf) {
    if (personsIn(rows, person) < least) small++;
    else groups.push(groupOf(name, rows, feature, person, least));
  }
  return { groups, small, without };
}

/** Rows that name nobody are one unknown person. */
const personsIn = (rows: readonly number[], person: Column | null): number =>
  person === null ? rows.length : new Set(rows.map((row) => (isMissing(person, row) ? null : cellString(person, row)))).size;

function groupOf(name: string, rows: readonly number[], feature: Column, person: Column | null, least: number): FeatureGroup {
  const present = rows.filter((row) => !isMissing(feature, row));
  return { name, rows: rows.length, missing: rows.length - present.length, values: valuesOf(present, feature, person, least) };
}

function valuesOf(rows: readonly number[], feature: Column, person: Column | null, least: number): GroupValues {
  if (feature.type === "text" || feature.type === "boolean") {
    const byValue = new Map<string, number[]>();
    for (const row of rows) {
      const value = cellString(feature, row);
      const here = byValue.get(value);
      if (here) here.push(row);
      else byValue.set(value, [row]);
    }
    const levels = [...byValue]
      .filter(([, here]) => personsIn(here, person) >= least)
      .map(([value, here]) => ({ value, n: here.length }))
      .sort((a, b) => b.n - a.n || (a.value < b.value ? -1 : 1))
      .slice(0, mostLevels);
    return { sort: "texts", n: rows.length, levels, rest: rows.length - levels.reduce((sum, { n }) => sum + n, 0) };
  }
  const sorted = Float64Array.from(rows, (row) => feature.values[row] as number)
    .filter((value) => Number.isFinite(value))
    .sort();
  // What stands behind a quantile are as many persons as the rule wants.
  const isTold = sorted.length > 0 && personsIn(rows, person) >= least;
  return {
    sort: "numbers",
    n: sorted.length,
    quantiles: isTold ? groupShares.map((share) => quantileOfSorted(sorted, share) + 0) : null,
  };
}
