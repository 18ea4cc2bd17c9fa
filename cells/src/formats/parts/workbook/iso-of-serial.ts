// The number that Excel keeps of a date, a time or a length of time, as ISO 8601 text. Days count from 1899-12-31 = 0, and
// Excel holds 1900 for a leap year, as Lotus 1-2-3 did: 60 is 1900-02-29, a day that never was, and all later ones are one
// too high. In workbooks of old Macs days count from 1904-01-01 = 0. (ECMA-376 part 1, 18.17.4.1.)

import type { DateFormat } from "./date-format.ts";

const second = 1000;
const day = 86_400 * second;
/** The first number after 9999-12-31. */
const beyond = { 1900: 2_958_466, 1904: 2_957_004 } as const;

export const isLeapDayOf1900 = (serial: number, epoch: 1900 | 1904): boolean => epoch === 1900 && Math.floor(serial) === 60;

/**
 * "2012-03-14", with its time where the format or the number has one: "2012-03-14T09:30:00"; "09:30:00" of a time; "36:30:00"
 * of a length of time. Parts of a second to a millisecond. Null when the number is no date: below the first day or
 * beyond the last.
 */
export function isoOfSerial(serial: number, format: DateFormat, epoch: 1900 | 1904): string | null {
  const sum = Math.round(serial * day);
  if (!Number.isSafeInteger(sum)) return null;
  if (format === "duration") return (sum < 0 ? "-" : "") + clock(Math.abs(sum));
  const days = Math.floor(sum / day);
  const rest = sum - days * day;
  if (sum < 0 || days >= beyond[epoch]) return null;
  if (format === "time" && days === 0) return clock(rest);
  if (epoch === 1900 && days === 0) return null;
  const date = isLeapDayOf1900(days, epoch) ? "1900-02-29" : dateOf(days, epoch);
  return format === "date" && rest === 0 ? date : `${date}T${clock(rest)}`;
}

function dateOf(days: number, epoch: 1900 | 1904): string {
  const first = epoch === 1904 ? Date.UTC(1904, 0, 1) : days < 60 ? Date.UTC(1899, 11, 31) : Date.UTC(1899, 11, 30);
  return new Date(first + days * day).toISOString().slice(0, 10);
}

function clock(sum: number): string {
  const two = (value: number): string => String(value).padStart(2, "0");
  const seconds = Math.floor(sum / second);
  const parts = sum % second;
  const whole = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return parts === 0 ? whole : `${whole}.${String(parts).padStart(3, "0")}`;
}
