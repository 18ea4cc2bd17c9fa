// How far back the newest event of a table lies. A day has twenty-four hours and a clock without a zone stands in some zone, so that
// such a time may mean a range of moments: it is counted as late as it may mean, and what is called old is old for certain. What lies
// ahead of the moment that is asked for (a date of next year by mistake) makes nothing fresh, and is counted.

import type { Column } from "../artifacts/artifact.ts";
import { areTimes, dayInMicroseconds, type NoTimes, readTime, type TimeSort, timesOf } from "./read-time.ts";

export const freshUnits = ["hours", "days"] as const;
export type FreshUnit = (typeof freshUnits)[number];
const microsecondsOf: { readonly [unit in FreshUnit]: number } = { hours: 3_600e6, days: dayInMicroseconds };

/** A moment as somebody wrote it, or as a clock says it. */
export interface Moment {
  readonly sort: Exclude<TimeSort, "number">;
  /** Microseconds since 1970. */
  readonly value: number;
}
export const momentNow = (milliseconds: number): Moment => ({ sort: "instant", value: milliseconds * 1000 });

/** Null: it is none. */
export function momentIn(text: string): Moment | null {
  const found = readTime(text);
  return found === null || found === "too-fine" || found.sort === "number" ? null : { sort: found.sort, value: found.value };
}

const hour = 3_600e6;
/** Clocks go from fourteen hours before that of the meridian to twelve behind it. */
const earliestOf = ({ sort, value }: Moment): number => (sort === "instant" ? value : value - 14 * hour);
const latestOf = ({ sort, value }: Moment): number =>
  sort === "instant" ? value : value + 12 * hour + (sort === "date" ? dayInMicroseconds : 0);

/** Microseconds from the one to the other, as few as they may mean; below 0: it lies ahead. */
const ageOf = (event: Moment, at: Moment): number =>
  event.sort === at.sort ? at.value - event.value : earliestOf(at) - latestOf(event);
const liesAhead = (event: Moment, at: Moment): boolean =>
  event.sort === at.sort ? event.value > at.value : earliestOf(event) > latestOf(at);

export interface NewestEvent {
  /** Of those that do not lie ahead; null: there is none. */
  readonly newest: Moment | null;
  /** Rows that lie ahead of the moment. */
  readonly ahead: number;
  /** Rows that have a time. */
  readonly of: number;
}

/** Numbers are times of no calendar, of which nobody knows how far back they lie. */
export function newestEvent(column: Column, rows: number, at: Moment): NewestEvent | NoTimes | "numbers" {
  const times = timesOf(column, rows);
  if (!areTimes(times)) return times;
  const { sort } = times;
  if (sort === "number") return "numbers";
  let [newest, ahead, of] = [Number.NEGATIVE_INFINITY, 0, 0];
  for (const value of times.values) {
    if (Number.isNaN(value)) continue;
    of++;
    if (liesAhead({ sort, value }, at)) ahead++;
    else if (value > newest) newest = value;
  }
  return { newest: newest === Number.NEGATIVE_INFINITY ? null : { sort, value: newest }, ahead, of };
}

export const isEvent = (found: ReturnType<typeof newestEvent>): found is NewestEvent => found !== "numbers" && "newest" in found;

export const isFresh = (newest: Moment, at: Moment, promise: { readonly most: number; readonly unit: FreshUnit }): boolean =>
  ageOf(newest, at) <= promise.most * microsecondsOf[promise.unit];

/** In whole hours or days, as few as it may be. */
export const ageIn = (newest: Moment, at: Moment, unit: FreshUnit): number =>
  Math.max(0, Math.floor(ageOf(newest, at) / microsecondsOf[unit]));

/** As a column writes it. */
export function momentText({ sort, value }: Moment): string {
  const text = new Date(Math.floor(value / 1000)).toISOString();
  return sort === "date" ? text.slice(0, 10) : sort === "clock" ? text.slice(0, 19) : `${text.slice(0, 19)}Z`;
}
