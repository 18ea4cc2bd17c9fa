// The lines of PLINK's text files: fields with blanks or tabs between them, as many in each (PLINK 1.9, file format reference).

import { linesIn } from "../vcf/lines.ts";
import { words } from "./words.ts";

/** A line: field k stands at [starts[k], ends[k]) of the bytes, which are to be used at once. */
export interface Fields {
  readonly bytes: Uint8Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly line: number;
  /** Among the lines that are not empty, from 0. */
  readonly row: number;
}

/** `widths`: how many fields a line may have. PLINK passes over lines that begin with #. Fails with "format-plink-files.fields". Answers how many lines there were. */
export async function eachLine(
  chunks: AsyncIterable<Uint8Array>,
  part: string,
  widths: readonly number[],
  use: (fields: Fields, width: number) => void,
  refuse: (wrong: { readonly line: number; readonly found: number }) => never = ({ line, found }) =>
    words.fail("fields", { line, part, found, expected: widths.join(", ") }),
): Promise<number> {
  const most = Math.max(...widths);
  const starts = new Int32Array(most);
  const ends = new Int32Array(most);
  let line = 0;
  let row = 0;
  let width = 0;
  for await (const { bytes, end } of linesIn(chunks)) {
    let at = 0;
    while (at < end) {
      line++;
      let found = 0;
      for (;;) {
        while (at < end && isBlank(bytes[at] as number)) at++;
        if (at >= end || bytes[at] === 10) break;
        const start = at;
        if (found === 0 && bytes[at] === hash) {
          while (at < end && bytes[at] !== 10) at++;
          break;
        }
        while (at < end && (bytes[at] as number) > 32) at++;
        if (at === start) at++;
        if (found < most) {
          starts[found] = start;
          ends[found] = at;
        }
        found++;
      }
      at++;
      if (found === 0) continue;
      if (width === 0 && widths.includes(found)) width = found;
      if (found !== width) refuse({ line, found });
      use({ bytes, starts, ends, line, row }, width);
      row++;
    }
  }
  return row;
}

const hash = 35;
const isBlank = (byte: number): boolean => byte === 32 || byte === 9 || byte === 13;

const decoder = new TextDecoder();
export const textAt = ({ bytes, starts, ends }: Fields, field: number): string =>
  decoder.decode(bytes.subarray(starts[field], ends[field]));
