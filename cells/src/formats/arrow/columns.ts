// A column of Arrow as one of ours (Schema.fbs says how each type counts): texts as they are, dates and times as ISO, whole
// numbers beyond 2^53 letter for letter, decimals as numbers, what is nested as JSON.

import type { Column as ArrowColumn, DataType } from "@uwdata/flechette";
import type { Column } from "../../artifacts/artifact.ts";
import { booleanColumn, integerColumn, numberColumn, textColumn } from "../../artifacts/table.ts";
import type { Issue } from "../../contract/format.ts";
import type { Sentence } from "../../messages/sentence.ts";
import { words } from "./words.ts";

export interface MadeColumn {
  readonly column: Column;
  readonly issues: readonly Issue[];
}

/** Type.* of the library, by Schema.fbs. */
const type = { dictionary: -1, int: 2, float: 3, binary: 4, bool: 6, decimal: 7, date: 8, time: 9, timestamp: 10 } as const;
const nestedTypes: readonly number[] = [11, 12, 13, 14, 16, 17, 21, 25, 26];
const bytesTypes: readonly number[] = [type.binary, 15, 19, 23];
const durationType = 18;
const units = ["s", "ms", "µs", "ns"] as const;

/** What the types say that is asked here. */
interface Told {
  readonly typeId: number;
  readonly unit?: number;
  readonly scale?: number;
  readonly precision?: number;
  readonly timezone?: string | null;
  readonly dictionary?: Told;
}

export function columnOfArrow(name: string, found: ArrowColumn<unknown>, given: DataType | undefined): MadeColumn {
  const told = given as Told | undefined;
  const of: Told = told?.typeId === type.dictionary && told.dictionary ? told.dictionary : (told ?? { typeId: 0 });
  const cells = valuesOf(found);
  const issue = (rule: string, severity: Issue["severity"], line: number | null, message: Sentence): Issue => ({
    rule: `arrow-${rule}`,
    severity,
    line,
    field: name,
    message,
  });
  const made = (column: Column, ...issues: readonly Issue[]): MadeColumn => ({ column, issues });
  const { typeId } = of;
  if (typeId === type.bool) return made(booleanColumn(name, cells as (boolean | null)[]));
  if (typeId === type.float) return made(numberColumn(name, cells.map(numberOrNull)));
  if (typeId === type.int || typeId === durationType) {
    const column = wholeNumbers(name, cells);
    const long = column.type === "text" ? longNumbers(name, cells, issue) : [];
    if (typeId === type.int || column.type === "text") return made(column, ...long);
    const unit = units[of.unit ?? 0] ?? "s";
    return made({ ...column, unit }, issue("duration", "note", null, words.sentence("duration", { column: name, unit })));
  }
  if (typeId === type.decimal) return decimals(name, cells, of, issue);
  if (typeId === type.date)
    return made(
      textColumn(
        name,
        cells.map((cell) => (cell === null ? null : dayOf(Number(cell)))),
      ),
    );
  if (typeId === type.time)
    return made(
      textColumn(
        name,
        cells.map((cell) => (cell === null ? null : timeOfDay(BigInt(cell as bigint), of.unit ?? 0))),
      ),
    );
  if (typeId === type.timestamp) {
    const zone = of.timezone ?? "";
    const texts = cells.map((cell) => (cell === null ? null : momentOf(BigInt(cell as bigint), of.unit ?? 0, zone !== "")));
    const isOther = zone !== "" && !/^(?:UTC|\+00:00|Etc\/UTC|GMT)$/i.test(zone);
    const zoned = isOther ? [issue("zone", "note", null, words.sentence("zone", { column: name, zone }))] : [];
    return made(textColumn(name, texts), ...zoned);
  }
  if (bytesTypes.includes(typeId)) {
    const texts = cells.map((cell) => (cell === null ? null : hex(cell as Uint8Array)));
    return made(textColumn(name, texts), issue("bytes", "note", null, words.sentence("bytes", { column: name })));
  }
  if (nestedTypes.includes(typeId)) {
    const texts = cells.map((cell) => (cell === null ? null : jsonText(cell)));
    return made(textColumn(name, texts), issue("nested", "note", null, words.sentence("nested", { column: name })));
  }
  return made(
    textColumn(
      name,
      cells.map((cell) => (cell === null || cell === undefined ? null : String(cell))),
    ),
  );
}

function valuesOf(column: ArrowColumn<unknown>): unknown[] {
  const cells: unknown[] = new Array(column.length);
  let row = 0;
  for (const batch of column.data)
    for (let at = 0; at < batch.length; at++) {
      const cell: unknown = batch.at(at);
      if (cell === undefined) throw new RangeError("fewer values than rows");
      cells[row++] = cell;
    }
  return cells;
}

/** What is not a number is missing. */
const numberOrNull = (cell: unknown): number | null => (typeof cell === "number" && !Number.isNaN(cell) ? cell : null);

const isLong = (cell: unknown): boolean => typeof cell === "bigint" && !Number.isSafeInteger(Number(cell));

function wholeNumbers(name: string, cells: readonly unknown[]): Column {
  if (cells.some(isLong))
    return textColumn(
      name,
      cells.map((cell) => (cell === null ? null : String(cell))),
    );
  const numbers = cells.map((cell) => (cell === null ? null : Number(cell)));
  const isSmall = numbers.every((value) => value === null || (value >= -0x8000_0000 && value <= 0x7fff_ffff));
  return (isSmall ? integerColumn : numberColumn)(name, numbers);
}

type MakeIssue = (rule: string, severity: Issue["severity"], line: number | null, message: Sentence) => Issue;

function longNumbers(name: string, cells: readonly unknown[], issue: MakeIssue): Issue[] {
  const row = cells.findIndex(isLong) + 1;
  return [issue("long-numbers", "note", row, words.sentence("long-numbers", { column: name, row }))];
}

function decimals(name: string, cells: readonly unknown[], { scale = 0, precision = 0 }: Told, issue: MakeIssue): MadeColumn {
  let count = 0;
  let first = 0;
  const values = cells.map((cell, row) => {
    if (cell === null) return null;
    const whole = BigInt(cell as bigint | number);
    if (!Number.isSafeInteger(Number(whole)) && count++ === 0) first = row + 1;
    return Number(decimalText(whole, scale));
  });
  const column = numberColumn(name, values);
  if (count === 0) return { column, issues: [] };
  const message = words.sentence("decimals", { column: name, digits: precision, count, row: first });
  return { column, issues: [issue("decimals", "warning", first, message)] };
}

/** The nearest double is that of the text. */
function decimalText(whole: bigint, scale: number): string {
  return `${whole}e${-scale}`;
}

const dayOf = (milliseconds: number): string => isoDay(Math.floor(milliseconds / 86_400_000));

/** Days since 1970 in the proleptic Gregorian calendar. */
function isoDay(day: number): string {
  const date = new Date(day * 86_400_000);
  return Number.isNaN(date.getTime()) ? String(day) : date.toISOString().slice(0, date.toISOString().indexOf("T"));
}

const perSecond = [1n, 1_000n, 1_000_000n, 1_000_000_000n] as const;

function timeOfDay(value: bigint, unit: number): string {
  const per = perSecond[unit] ?? 1n;
  const digits = [0, 3, 6, 9][unit] ?? 0;
  const seconds = Number(value / per);
  const two = (number: number): string => String(number).padStart(2, "0");
  const fraction =
    digits === 0
      ? ""
      : String(value % per)
          .padStart(digits, "0")
          .replace(/0+$/, "");
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}${fraction === "" ? "" : `.${fraction}`}`;
}

function momentOf(value: bigint, unit: number, isZoned: boolean): string {
  const perDay = 86_400n * (perSecond[unit] ?? 1n);
  const rest = ((value % perDay) + perDay) % perDay;
  const day = isoDay(Number((value - rest) / perDay));
  return `${day}T${timeOfDay(rest, unit)}${isZoned ? "Z" : ""}`;
}

const hex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");

/** Whole numbers that no number of JSON keeps are texts. */
const plain = (value: bigint): number | string => (Number.isSafeInteger(Number(value)) ? Number(value) : String(value));

const jsonText = (value: unknown): string =>
  JSON.stringify(value, (_key, each: unknown) => {
    if (typeof each === "bigint") return plain(each);
    if (each instanceof BigInt64Array || each instanceof BigUint64Array) return Array.from(each, plain);
    return ArrayBuffer.isView(each) && !(each instanceof DataView) ? Array.from(each as Uint8Array) : each;
  });
