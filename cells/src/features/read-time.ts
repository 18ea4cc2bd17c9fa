// Columns of times as numbers that can be compared: dates and date-times as ISO 8601 writes them (how columns hold them), and numbers
// in a unit of their own. Times of different sorts are no times of each other: a day has no hour, and a clock without a zone no instant.

import type { Column } from "../artifacts/artifact.ts";
import { isMissing } from "../artifacts/table.ts";

/** date: days; clock: date and time without a zone; instant: with one; number: in the unit of the column. */
export const timeSorts = ["date", "clock", "instant", "number"] as const;
export type TimeSort = (typeof timeSorts)[number];

export interface Times {
  readonly sort: TimeSort;
  /** Microseconds since 1970, of numbers themselves. NaN: there is none. */
  readonly values: Float64Array;
  /** Of numbers, where the column has one. */
  readonly unit: string | null;
}

/** Why a column holds no times. `rows`: how many of them, and of how many that hold something. */
export interface NoTimes {
  readonly why: "no-time" | "several-sorts" | "too-fine";
  readonly rows: number;
  readonly of: number;
}

export const dayInMicroseconds = 86_400_000_000;
const written =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(?: ?(Z|[+-]\d{2}(?::?\d{2})?))?)?$/;

export function timesOf(column: Column, rows: number): Times | NoTimes {
  if (column.type === "text") return timesOfTexts(column, rows);
  if (column.type === "boolean") return { why: "no-time", rows, of: rows };
  const values = Float64Array.from({ length: rows }, (_, row) =>
    isMissing(column, row) ? Number.NaN : (column.values[row] as number) + 0,
  );
  return { sort: "number", values, unit: column.unit ?? null };
}

export const areTimes = (found: Times | NoTimes): found is Times => "values" in found;

/** Each different text is read once. An empty one is none. */
function timesOfTexts(column: Extract<Column, { type: "text" }>, rows: number): Times | NoTimes {
  const read = column.dictionary.map((text) => (text.trim() === "" ? "" : readTime(text)));
  const values = new Float64Array(rows).fill(Number.NaN);
  const sorts = new Map<TimeSort, number>();
  let [unread, fine, of] = [0, 0, 0];
  for (let row = 0; row < rows; row++) {
    const time = isMissing(column, row) ? "" : read[column.codes[row] as number];
    if (time === "" || time === undefined) continue;
    of++;
    if (time === null) unread++;
    else if (time === "too-fine") fine++;
    else {
      values[row] = time.value;
      sorts.set(time.sort, (sorts.get(time.sort) ?? 0) + 1);
    }
  }
  if (unread > 0) return { why: "no-time", rows: unread, of };
  if (fine > 0) return { why: "too-fine", rows: fine, of };
  const [most, ...others] = [...sorts].sort(([, a], [, b]) => b - a);
  if (others.length > 0) return { why: "several-sorts", rows: others.reduce((sum, [, n]) => sum + n, 0), of };
  return { sort: most?.[0] ?? "date", values, unit: null };
}

/** Null: it is none. A double keeps microseconds from 1685 to 2255; what is written finer is refused, never cut. */
export function readTime(text: string): { readonly sort: TimeSort; readonly value: number } | "too-fine" | null {
  const found = written.exec(text.trim());
  if (!found) return null;
  const [year = 0, month = 0, day = 0] = found.slice(1, 4).map(Number);
  const start = startOfDay(year, month, day);
  if (start === null) return null;
  if (found[4] === undefined) return { sort: "date", value: start };
  const [hour, minute, second] = [Number(found[4]), Number(found[5]), Number(found[6] ?? 0)];
  if (hour > 23 || minute > 59 || second > 59) return null;
  const fraction = (found[7] ?? "").padEnd(9, "0");
  if (fraction.slice(6) !== "000") return "too-fine";
  const clock = ((hour * 60 + minute) * 60 + second) * 1e6 + Number(fraction.slice(0, 6));
  const zone = zoneInMinutes(found[8]);
  if (zone === null) return null;
  return { sort: found[8] === undefined ? "clock" : "instant", value: start + clock - zone * 60e6 };
}

/** Null: there is no such day. */
function startOfDay(year: number, month: number, day: number): number | null {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  const isSame = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isSame ? date.getTime() * 1000 : null;
}

function zoneInMinutes(zone: string | undefined): number | null {
  if (zone === undefined || zone === "Z") return 0;
  const [hours, minutes] = [Number(zone.slice(1, 3)), Number(zone.slice(3).replace(":", "") || 0)];
  if (hours > 18 || minutes > 59) return null;
  return (zone.startsWith("-") ? -1 : 1) * (hours * 60 + minutes);
}
