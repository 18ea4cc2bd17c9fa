// A date as ISO 8601 writes it, with or without a time. Its parts are those that are written: a zone behind it moves nothing.

import type { Cycle, DatePart } from "./step.ts";

const written = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::\d{2}(?:[.,]\d{1,9})?)?(?: ?(?:Z|[+-]\d{2}(?::?\d{2})?))?)?$/;
const dayLength = 86_400_000;

export interface ReadDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** Null: no time is written. */
  readonly hour: number | null;
  readonly minute: number | null;
}

const daysFrom = (year: number, month: number, day: number): number => {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return Math.round(date.getTime() / dayLength);
};

export function readDate(text: string): ReadDate | null {
  const found = written.exec(text.trim());
  if (!found) return null;
  const [year = 0, month = 0, day = 0] = found.slice(1, 4).map(Number);
  const [hour, minute] = found[4] === undefined ? [null, null] : [Number(found[4]), Number(found[5])];
  const length =
    month >= 1 && month <= 12 ? daysFrom(month === 12 ? year + 1 : year, (month % 12) + 1, 1) - daysFrom(year, month, 1) : 0;
  if (day < 1 || day > length || (hour !== null && (hour > 23 || minute > 59))) return null;
  return { year, month, day, hour, minute };
}

/** 1 Monday to 7 Sunday; the first of January 1970 was a Thursday. */
const weekdayOf = (days: number): number => ((((days + 3) % 7) + 7) % 7) + 1;

/** ISO 8601: that of its Thursday. */
function weekOf(days: number): number {
  const thursday = days - weekdayOf(days) + 4;
  const year = new Date(thursday * dayLength).getUTCFullYear();
  return Math.floor((thursday - daysFrom(year, 1, 1)) / 7) + 1;
}

export function partOf({ year, month, day, hour, minute }: ReadDate, part: DatePart): number | null {
  const days = daysFrom(year, month, day);
  switch (part) {
    case "year":
      return year;
    case "quarter":
      return Math.ceil(month / 3);
    case "month":
      return month;
    case "week":
      return weekOf(days);
    case "day":
      return day;
    case "weekday":
      return weekdayOf(days);
    case "day-of-year":
      return days - daysFrom(year, 1, 1) + 1;
    case "hour":
      return hour;
    case "minute":
      return minute;
  }
}

/** From 0 up to 1: how far round its cycle it is. */
export function turnOf(date: ReadDate, cycle: Cycle): number | null {
  switch (cycle) {
    case "month-cycle":
      return (date.month - 1) / 12;
    case "weekday-cycle":
      return ((partOf(date, "weekday") ?? 1) - 1) / 7;
    case "day-of-year-cycle":
      return ((partOf(date, "day-of-year") ?? 1) - 1) / (daysFrom(date.year + 1, 1, 1) - daysFrom(date.year, 1, 1));
    case "hour-cycle":
      return date.hour === null ? null : (date.hour + (date.minute ?? 0) / 60) / 24;
  }
}
