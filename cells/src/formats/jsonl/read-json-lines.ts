// JSON lines: one object a line, columns by key in order of first appearance. Texts stay texts ("007"), nested values
// become their JSON, and numbers that no double keeps (more digits, 1e400) stay the texts that they are. NaN and Infinity,
// which Python writes and JSON does not know, are missing and infinite.

import { FailureError } from "../../base/failure.ts";
import { depthOfJson, isJsonObject, type Json } from "../../base/json.ts";
import {
  cellOf,
  columnOfCells,
  deepestValue,
  keysInOrder,
  refuseHollowTable,
  withWordsAndLongNumbers,
} from "../parts/json/json-cells.ts";
import type { Table } from "../../artifacts/artifact.ts";
import { words as loadWords } from "../parts/words.ts";
import { firstTwice, keysOf, keysWritten } from "../../base/keys-of-json.ts";

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
  let written = 0;
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
      written++;
      if (!cells) {
        refuseHollowTable(rows + 1, columns.size + 1, written);
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
  refuseHollowTable(rows, columns.size, written);
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
