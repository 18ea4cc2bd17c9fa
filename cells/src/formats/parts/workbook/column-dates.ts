// What the cells with a date format in one column of a sheet are: dates; names among texts that Excel turned into dates
// (MARCH1); or numbers in a column that got a date format by mistake. Told from the whole column.

import { dateFormatOf, type DateFormat } from "./date-format.ts";
import { isLeapDayOf1900, isoOfSerial } from "./iso-of-serial.ts";

export interface ExcelCell {
  readonly t: string;
  readonly v?: unknown;
  /** As Excel shows it, where the formatter knows the format. */
  readonly w?: string;
  /** Number format. */
  readonly z?: unknown;
}

export type Epoch = 1900 | 1904;

/** What is said of a column; messages "load.issue-excel-<rule>". */
export interface DateIssue {
  readonly rule: "numbers-as-dates" | "no-date" | "leap-day";
  /** The first such cell, from 0 as in the sheet. */
  readonly row: number;
  readonly count: number;
  readonly value: string;
}

/** 1910: what is less is likelier a number than a day of an experiment. */
const plausible = 3653;
/** A date that stayed text, such as 31.12.2021 in an American Excel. */
const looksLikeDate = /^\d{1,4}[-./ ]\d{1,2}[-./ ]\d{1,4}/;

const formats = new Map<string, DateFormat | null>();

export function dateFormatOfCell({ t, v, w, z }: ExcelCell): DateFormat | null {
  if (t !== "n" || typeof v !== "number") return null;
  if (typeof z === "string") {
    let format = formats.get(z);
    if (format === undefined) {
      if (formats.size > 1000) formats.clear();
      format = dateFormatOf(z);
      formats.set(z, format);
    }
    return format;
  }
  // Formats that Excel knows by number alone (East Asia): the first cell with one comes without it.
  if (w === undefined || w === String(v)) return null;
  return /^\d+\/\d+\/\d+ \d+:/.test(w)
    ? "date-time"
    : /^\d+[/-](?:\d+\/|[A-Z])/.test(w)
      ? "date"
      : /^\d+:\d+/.test(w)
        ? "time"
        : null;
}

export class ColumnDates {
  /** Cells that hold a date, a time or a length of time, as far as their own number and format tell. */
  readonly dates: { readonly row: number; readonly cell: ExcelCell; readonly format: DateFormat }[] = [];
  private texts = 0;
  private numbers = 0;
  private plausible = 0;
  private readonly without: { readonly row: number; readonly value: number }[] = [];
  private readonly epoch: Epoch;

  constructor(epoch: Epoch) {
    this.epoch = epoch;
  }

  add(row: number, cell: ExcelCell): void {
    const format = dateFormatOfCell(cell);
    if (format === null) {
      if (cell.t === "n") this.numbers++;
      else if (typeof cell.v === "string" && cell.v !== "" && !looksLikeDate.test(cell.v)) this.texts++;
      return;
    }
    const value = cell.v as number;
    this.dates.push({ row, cell, format });
    if (isoOfSerial(value, format, this.epoch) === null) this.without.push({ row, value });
    else if (value >= plausible || format === "duration" || (format === "time" && value < 1)) this.plausible++;
  }

  /** A few dates among texts were texts. */
  get areNames(): boolean {
    return this.texts > this.dates.length;
  }

  /** Numbers that somebody formatted as dates. */
  get areNumbers(): boolean {
    const isDoubtful = this.without.length > 0 || this.numbers > this.dates.length;
    return isDoubtful && this.plausible * 2 < this.dates.length;
  }

  /** Text of a cell of this column, or null when it holds no date. */
  textOf(cell: ExcelCell): string | null {
    const format = dateFormatOfCell(cell);
    if (format === null || (this.areNumbers && !this.areNames)) return null;
    return dateText(cell, format, this.epoch, this.areNames);
  }

  issues(): readonly DateIssue[] {
    if (this.areNames || this.dates.length === 0) return [];
    const first = this.dates[0] as (typeof this.dates)[number];
    if (this.areNumbers)
      return [{ rule: "numbers-as-dates", row: first.row, count: this.dates.length, value: String(first.cell.v) }];
    const issues: DateIssue[] = [];
    const [none] = this.without;
    if (none) issues.push({ rule: "no-date", row: none.row, count: this.without.length, value: String(none.value) });
    const leap = this.dates.filter(
      ({ cell, format }) => format.startsWith("date") && isLeapDayOf1900(cell.v as number, this.epoch),
    );
    if (leap[0]) issues.push({ rule: "leap-day", row: leap[0].row, count: leap.length, value: "1900-02-29" });
    return issues;
  }
}

/** ISO text of a date; among names what Excel shows when it is a word ("1-Mar"), since that is closer to what was typed. */
export function dateText(cell: ExcelCell, format: DateFormat, epoch: Epoch, isAmongNames: boolean): string {
  const shown = (cell.w ?? "").trim();
  if (isAmongNames && /\p{L}/u.test(shown)) return shown;
  return isoOfSerial(cell.v as number, format, epoch) ?? String(cell.v);
}
