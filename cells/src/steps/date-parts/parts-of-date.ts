// Parts of a written date, and how far round its cycle it is.

import { daysFrom, type WrittenDate } from "../parts/written-date.ts";
import type { Cycle, DatePart } from "./step.ts";

const dayLength = 86_400_000;

/** 1 Monday to 7 Sunday; the first of January 1970 was a Thursday. */
const weekdayOf = (days: number): number => ((((days + 3) % 7) + 7) % 7) + 1;

/** ISO 8601: that of its Thursday. */
function weekOf(days: number): number {
  const thursday = days - weekdayOf(days) + 4;
  const year = new Date(thursday * dayLength).getUTCFullYear();
  return Math.floor((thursday - daysFrom(year, 1, 1)) / 7) + 1;
}

export function partOf({ year, month, day, hour, minute }: WrittenDate, part: DatePart): number | null {
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
export function turnOf(date: WrittenDate, cycle: Cycle): number | null {
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
