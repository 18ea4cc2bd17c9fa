// What stands in which list: of rows that name their list, or of columns of yes and no.

import { isNumeric } from "../../artifacts/table.ts";
import type { NumberSeries, Prepared, Series } from "../../contract/chart-drawing.ts";
import type { Sentence } from "../../messages/sentence.ts";
import { seriesOfColumn, textOfSeries } from "../parts/chart-data.ts";
import { columnsNamed } from "../parts/chosen-columns.ts";
import { noteOfLeftOut, told } from "../parts/drawing.ts";
import { numbersNeeded } from "../parts/refusals.ts";
import type { UpsetSet } from "../parts/upset.ts";
import { words as shared } from "../parts/words.ts";
import type { SetsOptions } from "./chart.ts";
import { words } from "./words.ts";

/** More could not be read, whatever the picture. */
const mostLists = 12;

export interface Lists {
  readonly sets: readonly UpsetSet[];
  /** Of each member the lists that it is in, a bit each. */
  readonly masks: Int32Array;
  readonly nameOf: (member: number) => string;
  readonly notes: readonly Sentence[];
  /** Numbers of rows that the notes tell. */
  readonly beside: readonly number[];
}

export function listsOf(prepared: Prepared<SetsOptions>): Lists {
  if (prepared.source.rows === 0) shared.fail("no-rows", {}, { at: ["from"] });
  return prepared.x ? ofRows(prepared, prepared.x) : ofColumns(prepared);
}

const fewestLists = 2;
const needTwo = (n: number, at: string[]): void => {
  if (n < fewestLists) words.fail("one-list", { n }, { at, asks: true });
};

/** The label, or the column that names rows. */
const namesIn = ({ members, source }: Prepared<SetsOptions>): Series | null =>
  members ?? (source.idColumn === null ? null : source.series(source.idColumn, ["label"], false));

function ofRows(prepared: Prepared<SetsOptions>, x: Series): Lists {
  const { source, spec } = prepared;
  const names = namesIn(prepared) ?? words.fail("no-members", {}, { at: ["label"], asks: true });
  const y = prepared.y && numbersNeeded(prepared.y, "y");
  const side = sideOf(prepared.color);
  const members = new Map<string, number>();
  const found = new Map<string, Set<number>>();
  let [missing, repeated] = [0, 0];
  for (let row = 0; row < source.rows; row++) {
    const [list, name] = [textOfSeries(x, row), textOfSeries(names, row)];
    const value = y ? (y.values[row] as number) : 0;
    const signed = side ? (side.values[row] as number) : 1;
    if (list === null || name === null || Number.isNaN(value) || Number.isNaN(signed)) {
      missing++;
      continue;
    }
    const member = members.get(name) ?? members.size;
    members.set(name, member);
    if (y && !(value < spec.chart.below)) continue;
    if (side && signed === 0) continue;
    const called = side ? `${list} ${signed > 0 ? "↑" : "↓"}` : list;
    const set = found.get(called) ?? new Set<number>();
    found.set(called, set);
    if (set.has(member)) repeated++;
    set.add(member);
  }
  const all = [...found].sort(([, a], [, b]) => b.size - a.size);
  needTwo(all.length, ["x"]);
  const kept = all.slice(0, mostLists);
  const masks = new Int32Array(members.size);
  kept.forEach(([, set], bit) => {
    for (const member of set) masks[member] = (masks[member] as number) | (1 << bit);
  });
  const memberNames = [...members.keys()];
  return {
    sets: kept.map(([name, { size }]) => ({ name, size })),
    masks,
    nameOf: (member) => memberNames[member] ?? "",
    notes: [
      ...noteOfLeftOut({ missing, nonPositive: 0 }, source.rows),
      ...(y ? [words.sentence("note-passes", { y: y.name, below: told(spec.chart.below) })] : []),
      ...(side ? [words.sentence("note-side", { side: side.name })] : []),
      ...(repeated > 0 ? [words.sentence("note-repeated", { n: repeated })] : []),
      ...noteOfLargest(all.length),
    ],
    beside: [repeated],
  };
}

function sideOf(color: Series | null): NumberSeries | null {
  if (!color) return null;
  if (color.kind === "number") return color;
  return words.fail("no-sign", { column: color.name }, { at: ["color"] });
}

const noteOfLargest = (n: number): readonly Sentence[] =>
  n > mostLists ? [words.sentence("note-largest", { n, most: mostLists })] : [];

function ofColumns(prepared: Prepared<SetsOptions>): Lists {
  const { source } = prepared;
  const named = columnsNamed(prepared);
  const series = named
    ? named.map((name, at) => source.series(name, ["chart", "columns", at], false))
    : source.columns
        .filter((column) => column.type === "boolean" || isNumeric(column))
        .map((column) => seriesOfColumn(column, source.rows))
        .filter((one) => oddOf(one) === null && holdsBoth(one));
  if (series.length === 0) words.fail("no-flags", {}, { at: ["x"], asks: true });
  for (const [at, one] of series.entries()) {
    const odd = oddOf(one);
    if (odd !== null) words.fail("not-flags", { column: one.name, value: odd }, { at: ["chart", "columns", at] });
  }
  needTwo(series.length, ["chart", "columns"]);
  const isYes = series.map(yesIn);
  const sizes = isYes.map((is) => countRows(source.rows, is));
  const order = [...series.keys()].sort((a, b) => (sizes[b] as number) - (sizes[a] as number));
  const kept = order.slice(0, mostLists);
  const masks = new Int32Array(source.rows);
  kept.forEach((at, bit) => {
    const is = isYes[at] as (row: number) => boolean;
    for (let row = 0; row < masks.length; row++) if (is(row)) masks[row] = (masks[row] as number) | (1 << bit);
  });
  const names = namesIn(prepared);
  const missing = series.map((one) => countMissing(one, source.rows));
  const gaps = missing.reduce((sum, n) => sum + n, 0);
  return {
    sets: kept.map((at) => ({ name: series[at]?.name ?? "", size: sizes[at] as number })),
    masks,
    nameOf: (row) => (names && textOfSeries(names, row)) ?? String(row + 1),
    notes: [...(gaps > 0 ? [words.sentence("note-gaps", { n: gaps })] : []), ...noteOfLargest(series.length)],
    beside: missing,
  };
}

function countRows(rows: number, is: (row: number) => boolean): number {
  let n = 0;
  for (let row = 0; row < rows; row++) if (is(row)) n++;
  return n;
}

/** Whether a row is in the list. Of a text its values are read once. */
function yesIn(series: Series): (row: number) => boolean {
  if (series.kind === "number") return (row) => series.values[row] === 1;
  const levels = series.levels.map((level) => yes.has(level.toLowerCase()));
  return (row) => levels[series.codes[row] as number] === true;
}
const yes: ReadonlySet<string> = new Set(["true", "1", "yes", "да"]);
const no: ReadonlySet<string> = new Set(["false", "0", "no", "нет", ""]);

/** The first value that is neither yes nor no. */
function oddOf(series: Series): string | null {
  const isOdd = (text: string): boolean => !yes.has(text.toLowerCase()) && !no.has(text.toLowerCase());
  if (series.kind === "text") return series.levels.find((level, code) => isOdd(level) && series.codes.includes(code)) ?? null;
  const found = series.values.find((value) => !Number.isNaN(value) && value !== 0 && value !== 1);
  return found === undefined ? null : String(found);
}

/** A column of numbers that holds one value says of nothing whether it is in a list. */
const holdsBoth = (series: Series): boolean => series.kind === "text" || (series.values.includes(0) && series.values.includes(1));

const countMissing = (series: Series, rows: number): number =>
  countRows(rows, (row) => (series.kind === "number" ? Number.isNaN(series.values[row]) : textOfSeries(series, row) === null));
