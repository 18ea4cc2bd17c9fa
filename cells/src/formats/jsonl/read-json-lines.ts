// JSON lines: one object a line, columns by key in order of first appearance. Texts stay texts ("007"), nested values
// become their JSON, and whole numbers with more digits than a number keeps stay text.

import { FailureError } from "../../base/failure.ts";
import { depthOfJson, isJsonObject, type Json } from "../../base/json.ts";
import type { Column, Table } from "../../artifacts/artifact.ts";
import { numberOfText } from "../parts/delimited/number-text.ts";
import { booleanColumn, integerColumn, numberColumn, textColumn } from "../../artifacts/table.ts";
import { words as loadWords } from "../parts/words.ts";

/** Levels of a value (SPEC, L-3). What nests deeper is written back as text only by a stack that is deep enough. */
const deepestValue = 500;

export interface JsonLines {
  readonly table: Table;
  /** Line of the file, from 1, of a row from 0. */
  lineOf(row: number): number;
  /** False when `bytesWanted` ended the reading. */
  readonly whole: boolean;
}

/** Fails with "load.json-line" or "load.json-nested" (with its line), "load.not-utf8" or "load.empty". */
export async function readJsonLines(
  chunks: AsyncIterable<Uint8Array>,
  { signal, bytesWanted = Number.POSITIVE_INFINITY }: { readonly signal?: AbortSignal; readonly bytesWanted?: number } = {},
): Promise<JsonLines> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const columns = new Map<string, Json[]>();
  let rows = 0;
  let line = 0;
  let rest = "";
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
      value = JSON.parse(withLongNumbersAsText(text)) as Json;
    } catch (cause) {
      throw new FailureError(loadWords.failure("json-line", { line, detail: cause instanceof Error ? cause.message : "" }), {
        cause,
      });
    }
    if (!isJsonObject(value)) throw new FailureError(loadWords.failure("json-line", { line, detail: "{…}" }));
    for (const [key, item] of Object.entries(value)) {
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
    try {
      rest += decoder.decode(chunk, { stream: true });
    } catch (cause) {
      throw new FailureError(loadWords.failure("not-utf8", { column: "", line: line + 1 }), { cause });
    }
    let from = 0;
    // A CR that ends the chunk may be half of CR LF.
    for (const { 0: end, index } of rest.matchAll(/\r\n|\n|\r(?!$)/g)) {
      add(rest.slice(from, index));
      from = index + end.length;
    }
    rest = rest.slice(from);
    bytes += chunk.length;
    if (bytes >= bytesWanted && rows > 0) {
      whole = false;
      break;
    }
  }
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

/** An id of 17 digits would lose its last ones as a number. */
const withLongNumbersAsText = (text: string): string =>
  /\d{16}/.test(text)
    ? text.replace(/"(?:[^"\\]|\\.)*"|(?<![\d.eE+-])-?\d{16,}(?![\d.eE])/g, (found) =>
        found.startsWith('"') || numberOfText(found) !== null ? found : `"${found}"`,
      )
    : text;

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
