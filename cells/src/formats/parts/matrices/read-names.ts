// A file of names, one a line, with what is said of each behind tabs: barcodes.tsv, features.tsv.

import { FailureError } from "../../../base/failure.ts";
import { words as loadWords } from "../words.ts";

export interface NamesRead {
  readonly count: number;
  /** Lines above the names. */
  readonly skipped: number;
  /** The names, then what stands behind the first tab, the second … of each line. */
  readonly columns: readonly (readonly string[])[];
}

const mostColumns = 12;

/** Empty lines at the end are none; a line that is short has empty texts. Fails with "load.not-utf8", "load.zero-byte" and the line. */
export async function readNames(chunks: AsyncIterable<Uint8Array>, name: string, signal?: AbortSignal): Promise<NamesRead> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const columns: string[][] = [[]];
  let rest = "";
  let count = 0;
  const take = (line: string): void => {
    const fields = line.split("\t", mostColumns);
    for (let at = 0; at < Math.max(fields.length, columns.length); at++) {
      let column = columns[at];
      if (!column) {
        column = Array.from({ length: count }, () => "");
        columns.push(column);
      }
      column.push(unquoted(fields[at] ?? ""));
    }
    count++;
  };
  const decode = (bytes?: Uint8Array): string => {
    try {
      return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode();
    } catch (cause) {
      throw new FailureError(loadWords.failure("not-utf8", { name, line: count + 1, column: 1 }), { cause });
    }
  };
  for await (const chunk of chunks) {
    signal?.throwIfAborted();
    const text = rest + decode(chunk);
    const zero = text.indexOf("\0");
    if (zero >= 0) loadWords.fail("zero-byte", { name, line: count + text.slice(0, zero).split("\n").length });
    const lines = text.split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) take(line.endsWith("\r") ? line.slice(0, -1) : line);
  }
  rest += decode();
  if (rest.trim() !== "") take(rest.trimEnd());
  while (count > 0 && columns.every((column) => column[count - 1] === "")) {
    for (const column of columns) column.pop();
    count--;
  }
  if (columns[0]?.[0]?.startsWith("\ufeff")) columns[0][0] = columns[0][0].slice(1);
  return { count, skipped: 0, columns };
}

const unquoted = (text: string): string =>
  text.length > 1 && text.startsWith('"') && text.endsWith('"') ? text.slice(1, -1) : text;
