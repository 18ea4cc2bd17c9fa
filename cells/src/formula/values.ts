// Whole columns inside a formula. What is not a number is missing, everywhere in GenomeCraft (docs/FORMULAS.md):
//
// - A missing operand makes the answer missing (arithmetic, comparisons, texts), and so does an answer that is no number
//   (0/0, the logarithm of a negative number). `and`, `or` and `not` are those of SQL: false and missing = false, true or
//   missing = true, else missing. A filter keeps rows whose answer is true; `if` on a missing test answers missing.
// - When rows are grouped, sorted or made distinct, all missing are one value; sorting puts them last, whichever way it
//   runs. Joins never match them.
// - Sums, means, medians, deviations, minima and maxima leave missing values out.

import type { Column } from "../artifacts/artifact.ts";

export type ValueType = "number" | "text" | "boolean";

/** `valid`: 1 present, 0 missing, or null when nothing is missing. Values behind a missing row mean nothing. */
export type Values =
  | { readonly type: "number"; readonly values: Float64Array | Int32Array; readonly valid: Uint8Array | null }
  | { readonly type: "boolean"; readonly values: Uint8Array; readonly valid: Uint8Array | null }
  | {
      readonly type: "text";
      readonly codes: Int32Array;
      readonly dictionary: readonly string[];
      readonly valid: Uint8Array | null;
    };
export type NumberValues = Extract<Values, { type: "number" }>;
export type BooleanValues = Extract<Values, { type: "boolean" }>;
export type TextValues = Extract<Values, { type: "text" }>;

export const typeOfColumn = (column: Column): ValueType =>
  column.type === "text" ? "text" : column.type === "boolean" ? "boolean" : "number";

export function valuesOfColumn(column: Column): Values {
  if (column.type === "text") return { type: "text", codes: column.codes, dictionary: column.dictionary, valid: column.valid };
  if (column.type === "boolean") return { type: "boolean", values: column.values, valid: column.valid };
  return { type: "number", values: column.values, valid: column.valid };
}

/** The same values; where there is no number, it is missing. */
export function withoutNaN(found: Values): Values {
  if (found.type !== "number" || found.values instanceof Int32Array) return found;
  const { values } = found;
  let valid: Uint8Array | null = null;
  for (let row = 0; row < values.length; row++) {
    if (values[row] === values[row]) continue;
    valid ??= found.valid?.slice() ?? new Uint8Array(values.length).fill(1);
    valid[row] = 0;
  }
  return valid ? { ...found, valid } : found;
}

/** A column of these values; what is missing holds 0, false or "". */
export function columnOfValues(name: string, of: Values): Column {
  const found = withoutNaN(of);
  const valid = found.valid?.includes(0) ? found.valid : null;
  if (found.type === "text") {
    if (!valid) return { name, type: "text", valid, codes: found.codes, dictionary: found.dictionary };
    const empty = found.dictionary.indexOf("");
    const dictionary = empty >= 0 ? found.dictionary : [...found.dictionary, ""];
    const code = empty >= 0 ? empty : found.dictionary.length;
    return { name, type: "text", valid, codes: found.codes.map((each, row) => (valid[row] ? each : code)), dictionary };
  }
  if (found.type === "boolean") {
    const values = valid ? found.values.map((each, row) => (valid[row] ? each : 0)) : found.values;
    return { name, type: "boolean", valid, values };
  }
  if (found.values instanceof Int32Array) {
    const values = valid ? found.values.map((each, row) => (valid[row] ? each : 0)) : found.values;
    return { name, type: "int32", valid, values };
  }
  const values = valid ? found.values.map((each, row) => (valid[row] ? each : 0)) : found.values;
  return { name, type: "float64", valid, values };
}

/** Missing where any of them is missing. */
export function validOfAll(rows: number, operands: readonly Values[]): Uint8Array | null {
  let valid: Uint8Array | null = null;
  for (const operand of operands) {
    if (!operand.valid) continue;
    if (!valid) {
      valid = operand.valid.slice();
      continue;
    }
    for (let row = 0; row < rows; row++) if (operand.valid[row] === 0) valid[row] = 0;
  }
  return valid;
}

export function constantValues(value: number | string | boolean, rows: number): Values {
  if (typeof value === "number") return { type: "number", values: new Float64Array(rows).fill(value), valid: null };
  if (typeof value === "boolean") return { type: "boolean", values: new Uint8Array(rows).fill(value ? 1 : 0), valid: null };
  return { type: "text", codes: new Int32Array(rows), dictionary: [value], valid: null };
}

export function missingValues(type: ValueType, rows: number): Values {
  const valid = new Uint8Array(rows);
  if (type === "text") return { type, codes: new Int32Array(rows), dictionary: [""], valid };
  if (type === "boolean") return { type, values: new Uint8Array(rows), valid };
  return { type, values: new Float64Array(rows), valid };
}

/** Texts row by row into a dictionary in order of first appearance. */
export function textValues(rows: number, valid: Uint8Array | null, at: (row: number) => string): TextValues {
  const codes = new Int32Array(rows);
  const dictionary: string[] = [];
  const known = new Map<string, number>();
  for (let row = 0; row < rows; row++) {
    const text = valid && valid[row] === 0 ? "" : at(row);
    let code = known.get(text);
    if (code === undefined) {
      code = dictionary.length;
      known.set(text, code);
      dictionary.push(text);
    }
    codes[row] = code;
  }
  return { type: "text", codes, dictionary, valid };
}

/** Order of texts by code point: the same as that of their UTF-8 bytes, so that engines agree. */
export function compareText(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let at = 0; at < length; at++) {
    const x = a.charCodeAt(at);
    const y = b.charCodeAt(at);
    if (x === y) continue;
    // Surrogates stand for code points above every other unit.
    const high = (unit: number): number => (unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit);
    return high(x) - high(y);
  }
  return a.length - b.length;
}

/** Place of each dictionary entry among all entries by code point; equal texts share a place. */
export function ranksOf(dictionary: readonly string[]): Int32Array {
  const order = dictionary.map((_, code) => code).sort((a, b) => compareText(dictionary[a] as string, dictionary[b] as string));
  const ranks = new Int32Array(dictionary.length);
  let rank = -1;
  let last: string | null = null;
  for (const code of order) {
    const text = dictionary[code] as string;
    if (text !== last) rank += 1;
    last = text;
    ranks[code] = rank;
  }
  return ranks;
}
