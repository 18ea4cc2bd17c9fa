// Columns whose numbers are written with other marks than a point: a decimal comma, thousands set apart by commas, points,
// blanks or apostrophes. Decided from all cells of a column and, where they leave it open, from the other columns of the
// file; what stays open is asked.

import { bytesBy, doublesBy } from "../../../base/filled-arrays.ts";
import type { Column, TextColumn } from "../../../artifacts/artifact.ts";
import { FailureError } from "../../../base/failure.ts";
import type { Decimal, Thousands } from "../../../contract/format.ts";
import { bareExponentOfText, numberOfText } from "./number-text.ts";
import { words } from "../marks/words.ts";

export interface MarkSettings {
  readonly decimal: Decimal;
  readonly thousands: Thousands;
}
export const marksFound: MarkSettings = { decimal: "auto", thousands: "auto" };

/** A way in which columns were read. */
export interface MarksTaken {
  /** "contradicts": the way that was set does not fit, and the column stays text. */
  readonly kind: "comma" | "thousands" | "contradicts";
  readonly columns: readonly string[];
  /** Of the first cell that shows it. */
  readonly value: string;
  readonly number: number | null;
  readonly row: number;
}

const groupMarks: { readonly [name in Exclude<Thousands, "auto" | "none">]: string } = {
  comma: ",",
  point: ".",
  blank: " \u00a0\u2009\u202f",
  apostrophe: "'\u2019",
};

/** Whether the settings allow each other. A failure at the one that does not fit. */
export function refuseContradiction({ decimal, thousands }: MarkSettings): void {
  if (decimal !== "auto" && decimal === thousands)
    throw new FailureError(words.failure("same-mark", {}, { at: ["thousands"], fix: { path: ["thousands"], value: "auto" } }));
}

const hasMark = /[,'\u2019\u00a0\u2009\u202f]|\d \d|\.\d{3}/;
const plain = {
  ".": /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/,
  ",": /^[+-]?(?:\d+,?\d*|,\d+)(?:[eE][+-]?\d+)?$/,
} as const;
const grouped = new Map<string, { readonly whole: RegExp; readonly marks: RegExp }>();

function groupedBy(kind: keyof typeof groupMarks, decimal: "." | ","): { readonly whole: RegExp; readonly marks: RegExp } {
  const known = grouped.get(kind + decimal);
  if (known) return known;
  const marks = groupMarks[kind];
  const made = {
    whole: new RegExp(`^[+-]?[1-9]\\d{0,2}([${marks}])\\d{3}(?:\\1\\d{3})*(?:[${decimal}]\\d*)?$`, "u"),
    marks: new RegExp(`[${marks}]`, "gu"),
  };
  grouped.set(kind + decimal, made);
  return made;
}

/** The number that a text is with that decimal mark and one kind of groups, or null. */
function numberWith(text: string, decimal: "." | ",", thousands: Thousands): number | null {
  const trimmed = text.trim();
  // Among numbers with marks "2E4" is one, too.
  const withPoint = (digits: string): number | null => {
    const ordinary = decimal === "," ? digits.replace(",", ".") : digits;
    return numberOfText(ordinary) ?? bareExponentOfText(ordinary);
  };
  if (plain[decimal].test(trimmed)) return withPoint(trimmed);
  if (!/\d/.test(trimmed)) return numberOfText(trimmed);
  const kinds =
    thousands === "auto" ? (["comma", "point", "blank", "apostrophe"] as const) : thousands === "none" ? [] : [thousands];
  for (const kind of kinds) {
    if (groupMarks[kind] === decimal) continue;
    const { whole, marks } = groupedBy(kind, decimal);
    if (whole.test(trimmed)) return withPoint(trimmed.replaceAll(marks, ""));
  }
  return null;
}

/** "3.251", as thousands are written where the comma is the decimal mark; 0.251 and 3.25 are none. */
const mayBeGroups = /^[+-]?[1-9]\d{0,2}(?:\.\d{3})+$/;
const isPlain = /^[+-]?\d{1,3}$/;

/**
 * Whether a column of numbers with points could hold thousands: told by its first cells. `commas`: the file is one of those
 * in which commas are decimal.
 */
export function mayHoldGroups(cells: readonly string[], commas: boolean): boolean {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== "" && numberOfText(cell) !== null);
  const points = filled.filter((cell) => cell.includes("."));
  if (points.length === 0 || !filled.every((cell) => mayBeGroups.test(cell) || isPlain.test(cell))) return false;
  return commas || (points.length > 2 && filled.length > points.length);
}

interface Reading {
  readonly column: TextColumn;
  readonly name: string;
  /** Values by code; null: some cell is no number so. */
  readonly point: Float64Array | null;
  readonly comma: Float64Array | null;
  /** The first code with a mark. */
  readonly shown: number;
  readonly areEqual: boolean;
  readonly wasNumeric: boolean;
}

function readingOf(
  column: TextColumn,
  settings: MarkSettings,
  wasNumeric: boolean,
  missing: ReadonlySet<string>,
): Reading | null {
  const { dictionary, name } = column;
  // Names are many: the first of them tells.
  const first = dictionary.find((text) => !missing.has(text));
  if (first === undefined || !/^[+-]?[\d.,iI]/.test(first.trim())) return null;
  const shown = dictionary.findIndex((text) => hasMark.test(text));
  if (shown < 0 && !wasNumeric) return null;
  const all = (decimal: "." | ","): Float64Array | null => {
    const values = new Float64Array(dictionary.length);
    for (const [code, text] of dictionary.entries()) {
      const value = missing.has(text) ? Number.NaN : numberWith(text, decimal, settings.thousands);
      if (value === null) return null;
      values[code] = value;
    }
    return values.every(Number.isNaN) ? null : values;
  };
  const mayBe = (decimal: "point" | "comma"): boolean =>
    settings.decimal === "auto" ? settings.thousands !== decimal : settings.decimal === decimal;
  const point = mayBe("point") ? all(".") : null;
  const comma = mayBe("comma") ? all(",") : null;
  if (!point && !comma && !wasNumeric) return null;
  const areEqual = point !== null && comma !== null && point.every((value, code) => Object.is(value, comma[code]));
  return { column, name, point, comma, shown: Math.max(0, shown), areEqual, wasNumeric };
}

export interface MarkContext {
  readonly settings: MarkSettings;
  readonly missing: ReadonlySet<string>;
  /** Numbers with a decimal point stand in other columns. */
  readonly hasPoints: boolean;
  /** Semicolons stand between fields: the comma is free for decimals. */
  readonly hasSemicolons: boolean;
  /** Places of columns that were numbers with points, and were read again for their letters. */
  readonly again: ReadonlySet<number>;
  lineOf(row: number): number;
}

/** The columns, those of numbers as numbers, and in which way they were read. Fails with "marks.unclear". */
export function withMarks(
  columns: readonly Column[],
  context: MarkContext,
): { readonly columns: readonly Column[]; readonly taken: readonly MarksTaken[] } {
  const { settings } = context;
  const readings = new Map<number, Reading>();
  for (const [at, column] of columns.entries()) {
    const reading = column.type === "text" ? readingOf(column, settings, context.again.has(at), context.missing) : null;
    if (reading) readings.set(at, reading);
  }
  if (readings.size === 0) return { columns, taken: [] };
  const all = [...readings.values()];
  const proves = (way: "point" | "comma"): boolean =>
    all.some((one) => (way === "point" ? one.point && !one.comma && !one.wasNumeric : one.comma && !one.point));
  const commas = proves("comma");
  const points = context.hasPoints || proves("point");
  const taken = new Map<MarksTaken["kind"], { columns: string[]; value: string; number: number | null; row: number }>();
  const take = (kind: MarksTaken["kind"], { column, name, shown }: Reading, values: Float64Array | null, code = shown): void => {
    const known = taken.get(kind);
    if (known) known.columns.push(name);
    else {
      const row = column.codes.findIndex((each, at) => each === code && column.valid?.[at] !== 0);
      taken.set(kind, { columns: [name], value: column.dictionary[code] ?? "", number: values?.[code] ?? null, row });
    }
  };
  const read = columns.map((column, at): Column => {
    const one = readings.get(at);
    if (!one) return column;
    const way = wayOf(one, { commas, points }, context);
    if (way === null) {
      if (one.wasNumeric && settings.decimal === "auto" && settings.thousands === "auto")
        return numbersOf(one, plainNumbers(one));
      if (settings.decimal !== "auto" || settings.thousands !== "auto") {
        const odd = one.column.dictionary.findIndex(
          (text) =>
            !context.missing.has(text) && numberWith(text, settings.decimal === "comma" ? "," : ".", settings.thousands) === null,
        );
        if (odd >= 0) take("contradicts", one, null, odd);
      }
      return column;
    }
    const values = (way === "comma" ? one.comma : one.point) as Float64Array;
    // The cell that shows the mark best: one that another reading would take otherwise.
    const plain = plainNumbers(one);
    const shows = one.column.dictionary.findIndex((text, code) => hasMark.test(text) && !Object.is(plain[code], values[code]));
    if (shows >= 0) {
      const isDecimal = way === "comma" && one.column.dictionary.some((text) => text.includes(","));
      take(
        isDecimal ? "comma" : "thousands",
        one,
        values,
        isDecimal ? one.column.dictionary.findIndex((text) => text.includes(",")) : shows,
      );
    }
    return numbersOf(one, values);
  });
  return { columns: read, taken: [...taken].map(([kind, found]) => ({ kind, ...found })) };
}

function wayOf(
  one: Reading,
  file: { readonly commas: boolean; readonly points: boolean },
  context: MarkContext,
): "point" | "comma" | null {
  const { point, comma } = one;
  if (!point || !comma || one.areEqual) {
    if (!comma) return point && !(context.settings.decimal === "auto" && file.commas && !file.points) ? "point" : null;
    if (!point)
      return context.settings.decimal !== "auto" || context.settings.thousands !== "auto" || !file.points ? "comma" : null;
    return "point";
  }
  if (file.commas !== file.points) return file.commas ? "comma" : "point";
  if (!file.commas && context.hasSemicolons && !one.wasNumeric) return "comma";
  const code = one.column.dictionary.findIndex((_, at) => point[at] !== comma[at] && !Number.isNaN(point[at] as number));
  const row = one.column.codes.findIndex((each, at) => each === code && one.column.valid?.[at] !== 0);
  const params = {
    column: one.name,
    value: one.column.dictionary[code] ?? "",
    line: context.lineOf(row),
    point: String(point[code]),
    comma: String(comma[code]),
  };
  throw new FailureError(
    words.failure("unclear", params, {
      at: ["decimal"],
      fix: { path: ["decimal"], value: context.hasSemicolons ? "comma" : "point" },
    }),
  );
}

/** As numbers with a point, NaN where a text is none. */
const plainNumbers = ({ column }: Reading): Float64Array =>
  Float64Array.from(column.dictionary, (text) => numberOfText(text) ?? Number.NaN);

function numbersOf({ column }: Reading, byCode: Float64Array): Column {
  const { name, codes } = column;
  const values = doublesBy(codes.length, (row) => byCode[codes[row] as number] as number);
  const marks = bytesBy(values.length, (row) => (column.valid?.[row] === 0 || Number.isNaN(values[row]) ? 0 : 1));
  const valid = marks.includes(0) ? marks : null;
  if (valid) values.forEach((_, row) => valid[row] === 0 && (values[row] = 0));
  const isWhole = values.every((value) => Number.isInteger(value) && Math.abs(value) <= 0x7fffffff && !Object.is(value, -0));
  return isWhole ? { name, type: "int32", valid, values: Int32Array.from(values) } : { name, type: "float64", valid, values };
}
