// JSON lines: one object a line, columns by key in order of first appearance. Texts stay texts ("007"), nested values
// become their JSON, and numbers that no double keeps (more digits, 1e400) stay the texts that they are. NaN and Infinity,
// which Python writes and JSON does not know, are missing and infinite.

import { FailureError } from "../../base/failure.ts";
import { depthOfJson, isJsonObject, type Json } from "../../base/json.ts";
import type { Column, Table } from "../../artifacts/artifact.ts";
import { numberOfText } from "../parts/delimited/number-text.ts";
import { booleanColumn, integerColumn, numberColumn, textColumn } from "../../artifacts/table.ts";
import { words as loadWords } from "../parts/words.ts";
import { firstTwice, keysOf, keysWritten } from "../../base/keys-of-json.ts";

/** Levels of a value (SPEC, L-3). What nests deeper is written back as text only by a stack that is deep enough. */
const deepestValue = 500;

export interface JsonLines {
  readonly table: Table;
  /** Line of the file, from 1, of a row from 0. */
  lineOf(row: number): number;
  /** False when `bytesWanted` ended the reading. */
  readonly whole: boolean;
}

/** Fails with "load.json-line", "load.json-nested" or "load.json-key-twice" (with its line), "load.not-utf8" or "load.empty". */
export async function readJsonLines(
  chunks: AsyncIterable<Uint8Array>,
  { signal, bytesWanted = Number.POSITIVE_INFINITY }: { readonly signal?: AbortSignal; readonly bytesWanted?: number } = {},
): Promise<JsonLines> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const columns = new Map<string, Json[]>();
  let rows = 0;
  let line = 0;
  /** The line that is not over, in pieces: a long one is joined once. */
  let pieces: string[] = [];
  /** A CR at the end of a chunk may be half of CR LF. */
  let carry = "";
  let bytes = 0;
  let whole = true;
  /** Rows before each empty line. */
  const empty: number[] = [];
  const add = (text: string): void => {
    line++;
    if (text.trim() === "") {
      empty.push(rows);
      return;
    }
    if (text.length > 2 * deepestValue && depthOfJson(text) > deepestValue)
      throw new FailureError(loadWords.failure("json-nested", { line, most: deepestValue }));
    let value: Json;
    try {
      value = JSON.parse(withWordsAndLongNumbers(text)) as Json;
    } catch (cause) {
      throw new FailureError(loadWords.failure("json-line", { line, detail: cause instanceof Error ? cause.message : "" }), {
        cause,
      });
    }
    if (!isJsonObject(value)) throw new FailureError(loadWords.failure("json-line", { line, detail: "{…}" }));
    if (keysWritten(text) !== keysOf(value))
      throw new FailureError(loadWords.failure("json-key-twice", { line, key: firstTwice(text) ?? "" }));
    // An object puts keys that are whole numbers before all others; the line has them in its own order.
    const keys = Object.keys(value);
    const isOrdered = !keys.some((key) => /^\d+$/.test(key)) || keys.every((key) => columns.has(key));
    for (const key of isOrdered ? keys : keysInOrder(text, keys)) {
      const item = cellOf(value[key] as Json);
      let cells = columns.get(key);
      if (!cells) {
        cells = [];
        columns.set(key, cells);
      }
      while (cells.length < rows) cells.push(null);
      cells.push(item);
    }
    rows++;
  };
  for await (const chunk of chunks) {
    signal?.throwIfAborted();
    let piece: string;
    try {
      piece = carry + decoder.decode(chunk, { stream: true });
    } catch (cause) {
      throw new FailureError(loadWords.failure("not-utf8", { column: "", line: line + 1 }), { cause });
    }
    carry = piece.endsWith("\r") ? "\r" : "";
    if (carry) piece = piece.slice(0, -1);
    let from = 0;
    for (const { 0: end, index } of piece.matchAll(/\r\n|\n|\r/g)) {
      add(pieces.join("") + piece.slice(from, index));
      pieces = [];
      from = index + end.length;
    }
    if (from < piece.length) pieces.push(piece.slice(from));
    bytes += chunk.length;
    if (bytes >= bytesWanted && rows > 0) {
      whole = false;
      break;
    }
  }
  const rest = pieces.join("");
  if (rest !== "" && whole) add(rest);
  if (rows === 0) throw new FailureError(loadWords.failure("empty"));
  const table: Table = {
    type: "table",
    rowCount: rows,
    columns: [...columns].map(([name, cells]) => {
      while (cells.length < rows) cells.push(null);
      return columnOfCells(name, cells);
    }),
  };
  return { table, whole, lineOf: (row) => row + 1 + empty.filter((before) => before <= row).length };
}

/** Stands before a number that is kept as a text, and before what JSON has no word for; no file holds it. */
const mark = "\ue000";
const infinities: { readonly [word: string]: number } = {
  Infinity: Number.POSITIVE_INFINITY,
  "-Infinity": Number.NEGATIVE_INFINITY,
};

/** An id of 17 digits would lose its last ones as a number, 1e400 its value; NaN is no JSON. */
const withWordsAndLongNumbers = (text: string): string =>
  /\d{16}|\d[eE]\+?\d{3}|NaN|Infinity/.test(text)
    ? text.replace(/"(?:[^"\\]|\\.)*"|\bNaN\b|-?\bInfinity\b|(?<![\w.+-])-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])/g, (found) =>
        found.startsWith('"') || keeps(found) ? found : `"${mark}${found}"`,
      )
    : text;

/** Whether a number is the same as a double. */
const keeps = (number: string): boolean =>
  Number.isFinite(Number(number)) && (!/^-?\d{16,}$/.test(number) || numberOfText(number) !== null);

/** A value of a line as its column keeps it. */
function cellOf(value: Json): Json | number {
  if (typeof value === "string") {
    if (!value.startsWith(mark)) return value;
    const word = value.slice(1);
    return word === "NaN" ? null : (infinities[word] ?? word);
  }
  return typeof value === "object" && value !== null
    ? JSON.stringify(value).replaceAll(new RegExp(`"${mark}([^"]*)"`, "g"), "$1")
    : value;
}

/** The keys of an object in the order of its text. */
function keysInOrder(text: string, keys: readonly string[]): readonly string[] {
  const found = new Set<string>();
  let depth = 0;
  for (const { 0: part } of text.matchAll(/"(?:[^"\\]|\\.)*"(?:\s*:)?|[[\]{}]/g)) {
    if (part === "{" || part === "[") depth++;
    else if (part === "}" || part === "]") depth--;
    else if (depth === 1 && part.endsWith(":")) found.add(JSON.parse(part.replace(/\s*:$/, "")) as string);
  }
  return [...new Set([...found, ...keys])].filter((key) => keys.includes(key));
}

function columnOfCells(name: string, cells: readonly Json[]): Column {
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
