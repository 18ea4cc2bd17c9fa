// The lines of a GCT file before its values: version, numbers, names, and in 1.3 what describes the samples.

import { invariant } from "../../base/invariant.ts";
import { FailureError } from "../../base/failure.ts";
import { lineEndOf } from "../parts/delimited/line-ends.ts";
import { words } from "./words.ts";
import { words as loadWords } from "../parts/words.ts";

export interface Front {
  /** As line 2 tells. */
  readonly rows: number;
  readonly samples: number;
  /** Columns between the names of rows and the values. */
  readonly describing: number;
  /** Names of the columns, as they stand. */
  readonly header: readonly string[];
  /** The lines that describe samples: name, then a field for each column of the header. */
  readonly about: readonly (readonly string[])[];
  /** What stands before the values: lines and bytes. */
  readonly lines: number;
  readonly bytes: number;
  /** The line of names with its end, as it stands. */
  readonly names: Uint8Array;
}

/** Lines of 100,000 samples are long. */
const longest = 1 << 28;
const tab = 9;

/** Fails with "format-gct.dims", "format-gct.columns-differ", "format-gct.lines-missing", "load.header-not-utf8", "load.gzip-broken". */
export async function readFront(chunks: AsyncIterable<Uint8Array>): Promise<Front> {
  let bytes = new Uint8Array(0);
  for await (const chunk of chunks) {
    const longer = new Uint8Array(bytes.length + chunk.length);
    longer.set(bytes);
    longer.set(chunk, bytes.length);
    bytes = longer;
    // The byte behind a CR tells whether it is half of a line end.
    const found = bytes.length > 1 ? front(bytes.subarray(0, bytes.length - 1)) : null;
    if (found) return found;
    if (bytes.length > longest) break;
  }
  const last = front(bytes, true);
  invariant(last, "the last look fails or answers");
  return last;
}

/** Null: there are not enough lines yet. */
function front(bytes: Uint8Array, isAll = false): Front | null {
  const lineEnd = lineEndOf(bytes, [tab]);
  const ends: number[] = [];
  const fieldsOf = (line: number): string[] | null => {
    while (ends.length <= line) {
      const from = ends.at(-1) ?? 0;
      const end = bytes.indexOf(lineEnd, from);
      if (end < 0 && (!isAll || from >= bytes.length)) return null;
      ends.push(end < 0 ? bytes.length : end + 1);
    }
    return fields(bytes.subarray(ends[line - 1] ?? 0, ends[line]), line + 1);
  };
  const [version, told] = [fieldsOf(0), fieldsOf(1)];
  if (!version || !told) return missing(isAll, ends.length, 2);
  const isFirst = version[0]?.trim() === "#1.2";
  const numbers = told
    .join(" ")
    .trim()
    .split(/\s+/)
    .map((number) => (/^\d{1,9}$/.test(number) ? Number(number) : Number.NaN));
  const expected = isFirst ? 2 : 4;
  if (numbers.length !== expected || numbers.some(Number.isNaN))
    words.fail("dims", { expected, version: isFirst ? "1.2" : "1.3", found: told.join(" ").trim().slice(0, 60), line: 2 });
  const [rows = 0, samples = 0, describing = 1, lines = 0] = numbers;
  const width = 1 + describing + samples;
  const about: string[][] = [];
  let header: string[] | null = null;
  for (let line = 2; line < 3 + lines; line++) {
    const found = fieldsOf(line);
    if (!found) return missing(isAll, ends.length, lines);
    if (found.length !== width) {
      words.fail("columns-differ", { line: line + 1, found: found.length, expected: width, samples, before: 1 + describing });
    }
    if (header === null) header = found;
    else about.push(found);
  }
  const names = bytes.slice(ends[1], ends[2]);
  return { rows, samples, describing, header: header ?? [], about, lines: 3 + lines, bytes: ends[2 + lines] as number, names };
}

const missing = (isAll: boolean, line: number, expected: number): null =>
  isAll ? words.fail("lines-missing", { line, expected }) : null;

function fields(bytes: Uint8Array, line: number): string[] {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes).replace(/[\r\n]+$/, "");
    return text.split("\t").map((field) => {
      const quoted = /^"(.*)"$/.exec(field)?.[1];
      return (quoted === undefined ? field : quoted.replaceAll('""', '"')).trim();
    });
  } catch (cause) {
    throw new FailureError(loadWords.failure("header-not-utf8", { line }), { cause });
  }
}
