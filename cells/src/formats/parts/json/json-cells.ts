// Values of JSON as cells of columns: texts stay texts ("007"), numbers that no double keeps stay the texts that they are, and
// NaN and Infinity, which Python writes and JSON does not know, are missing and infinite.

import type { Column } from "../../../artifacts/artifact.ts";
import { booleanColumn, integerColumn, numberColumn, textColumn } from "../../../artifacts/table.ts";
import { FailureError } from "../../../base/failure.ts";
import type { Json, JsonObject } from "../../../base/json.ts";
import { numberOfText } from "../delimited/number-text.ts";
import { refuseWide } from "../wide-tables.ts";
import { words as loadWords } from "../words.ts";

/** Levels of a value (SPEC, L-3). What nests deeper is written back as text only by a stack that is deep enough. */
export const deepestValue = 500;

/** Stands before a number that is kept as a text, and before what JSON has no word for; no file holds it. */
const mark = "\ue000";
const infinities: { readonly [word: string]: number } = {
  Infinity: Number.POSITIVE_INFINITY,
  "-Infinity": Number.NEGATIVE_INFINITY,
};

/** An id of 17 digits would lose its last ones as a number, 1e400 its value; NaN is no JSON. */
export const withWordsAndLongNumbers = (text: string): string =>
  /\d{16}|\d[eE]\+?\d{3}|NaN|Infinity/.test(text)
    ? text.replace(/"(?:[^"\\]|\\.)*"|\bNaN\b|-?\bInfinity\b|(?<![\w.+-])-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])/g, (found) =>
        found.startsWith('"') || keeps(found) ? found : `"${mark}${found}"`,
      )
    : text;

/** Whether a number is the same as a double. */
const keeps = (number: string): boolean =>
  Number.isFinite(Number(number)) && (!/^-?\d{16,}$/.test(number) || numberOfText(number) !== null);

/** A value of a line as its column keeps it. */
export function cellOf(value: Json): Json | number {
  if (typeof value === "string") {
    if (!value.startsWith(mark)) return value;
    const word = value.slice(1);
    return word === "NaN" ? null : (infinities[word] ?? word);
  }
  return typeof value === "object" && value !== null
    ? JSON.stringify(value).replaceAll(new RegExp(`"${mark}([^"]*)"`, "g"), "$1")
    : value;
}

/** A table of more cells than this has to hold something in one of a hundred: objects that share no keys make no table. */
const mostHollow = 10_000_000;

/** Fails with "load.json-hollow" and "load.too-many-columns". */
export function refuseHollow(records: readonly JsonObject[]): void {
  const keys = new Set<string>();
  let written = 0;
  for (const record of records)
    for (const key of Object.keys(record)) {
      keys.add(key);
      written++;
    }
  refuseHollowTable(records.length, keys.size, written);
}

/** `written`: cells that hold something. Fails with "load.json-hollow" and "load.too-many-columns". */
export function refuseHollowTable(rows: number, columns: number, written: number): void {
  refuseWide(columns);
  const cells = rows * columns;
  if (cells > mostHollow && cells > written * 100) throw new FailureError(loadWords.failure("json-hollow", { rows, columns }));
}

/** The keys of an object in the order of its text. */
export function keysInOrder(text: string, keys: readonly string[]): readonly string[] {
  const found = new Set<string>();
  let depth = 0;
  for (const { 0: part } of text.matchAll(/"(?:[^"\\]|\\.)*"(?:\s*:)?|[[\]{}]/g)) {
    if (part === "{" || part === "[") depth++;
    else if (part === "}" || part === "]") depth--;
    else if (depth === 1 && part.endsWith(":")) found.add(JSON.parse(part.replace(/\s*:$/, "")) as string);
  }
  const known = new Set(keys);
  return [...new Set([...found, ...keys])].filter((key) => known.has(key));
}

export function columnOfCells(name: string, cells: readonly Json[]): Column {
  const present = cells.filter((cell) => cell !== null);
  if (present.length > 0 && present.every((cell) => typeof cell === "number")) {
    const small = present.every((cell) => Number.isInteger(cell) && Math.abs(cell) <= 0x7fffffff);
    return (small ? integerColumn : numberColumn)(name, cells as (number | null)[]);
  }
  if (present.length > 0 && present.every((cell) => typeof cell === "boolean"))
    return booleanColumn(name, cells as (boolean | null)[]);
  return textColumn(
    name,
    cells.map((cell) => (cell === null ? null : typeof cell === "string" ? cell : JSON.stringify(cell))),
  );
}
