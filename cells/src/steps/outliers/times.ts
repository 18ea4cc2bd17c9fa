// Rows of a series at places 0, 1, 2, … in time: what is one step is taken of the data. Months are steps of their own, since days are
// not equally many.

import type { Column } from "../../artifacts/artifact.ts";
import { cellString, isMissing } from "../../artifacts/table.ts";
import { medianOf } from "../../stats/quantiles.ts";
import { daysFrom, readDate } from "../parts/written-date.ts";

export interface Times {
  /** NaN where it is missing or no time. */
  readonly values: Float64Array;
  /** Texts that are no dates. */
  readonly unread: number;
}

/** Numbers as they are; dates in months where all are of the same day and time, else in days. */
export function timesOf(column: Column, rows: number): Times {
  const values = new Float64Array(rows).fill(Number.NaN);
  if (column.type !== "text") {
    for (let row = 0; row < rows; row++) {
      const value = column.values[row] as number;
      if (!isMissing(column, row) && Number.isFinite(value)) values[row] = value;
    }
    return { values, unread: 0 };
  }
  const dates = Array.from({ length: rows }, (_, row) => {
    const text = isMissing(column, row) ? "" : cellString(column, row).trim();
    return text === "" ? null : (readDate(/^\d{4}-\d{2}$/.test(text) ? `${text}-01` : text) ?? "unread");
  });
  const read = dates.filter((date) => date !== null && date !== "unread");
  const [one] = read;
  const isMonthly =
    one !== undefined &&
    read.every(
      (each) => each.day === one.day && each.hour === one.hour && each.minute === one.minute && each.seconds === one.seconds,
    );
  for (const [row, date] of dates.entries()) {
    if (date === null || date === "unread") continue;
    const { year, month, day, hour, minute, seconds } = date;
    values[row] = isMonthly
      ? year * 12 + month
      : daysFrom(year, month, day) + ((hour ?? 0) * 3600 + (minute ?? 0) * 60 + seconds) / 86_400;
  }
  return { values, unread: dates.filter((date) => date === "unread").length };
}

/** Of these times each one's place, or why they have none. */
export function placesInTime(
  times: readonly number[],
): { readonly places: Int32Array; readonly length: number } | "few" | "twice" | "uneven" | "sparse" {
  const order = times.toSorted((a, b) => a - b);
  if (order.length < 3) return "few";
  const steps = Float64Array.from(order.slice(1), (time, at) => time - (order[at] as number));
  if (steps.some((step) => step === 0)) return "twice";
  const [first = 0] = order;
  const step = medianOf(Float64Array.from(steps));
  const length = Math.round(((order.at(-1) as number) - first) / step) + 1;
  if (!(length <= 4 * order.length)) return "sparse";
  let uneven = 0;
  const places = Int32Array.from(times, (time) => {
    const at = (time - first) / step;
    if (Math.abs(at - Math.round(at)) > 0.25) uneven++;
    return Math.round(at);
  });
  if (uneven > 0.05 * order.length) return "uneven";
  return new Set(places).size < places.length ? "uneven" : { places, length };
}
