// A date as ISO 8601 writes it, with or without a time. Its parts are those that are written: a zone behind it moves nothing.

const written =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2}(?:[.,]\d{1,9})?))?(?: ?(?:Z|[+-]\d{2}(?::?\d{2})?))?)?$/;
const dayLength = 86_400_000;

export interface WrittenDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** Null: no time is written. */
  readonly hour: number | null;
  readonly minute: number | null;
  /** 0 where none are written. */
  readonly seconds: number;
}

/** Since the first of January 1970. */
export const daysFrom = (year: number, month: number, day: number): number => {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return Math.round(date.getTime() / dayLength);
};

export function readDate(text: string): WrittenDate | null {
  const found = written.exec(text.trim());
  if (!found) return null;
  const [year = 0, month = 0, day = 0] = found.slice(1, 4).map(Number);
  const [hour, minute] = found[4] === undefined ? [null, null] : [Number(found[4]), Number(found[5])];
  const seconds = Number((found[6] ?? "0").replace(",", "."));
  const length =
    month >= 1 && month <= 12 ? daysFrom(month === 12 ? year + 1 : year, (month % 12) + 1, 1) - daysFrom(year, month, 1) : 0;
  if (day < 1 || day > length || (hour !== null && (hour > 23 || minute > 59))) return null;
  return { year, month, day, hour, minute, seconds };
}
