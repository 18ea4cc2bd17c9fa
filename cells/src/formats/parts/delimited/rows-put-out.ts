// Rows that begin with # among rows that do not: lines that somebody put out of use, as scripts and sheets of samples have them,
// or remarks. Readers differ: R's read.table leaves them out, pandas and readr take them. They are read, and told.

import type { RowsContent } from "../../../contract/format.ts";

export interface RowsPutOut {
  /** Rows of the first, from 0. */
  readonly rows: readonly number[];
  readonly first: string;
  readonly count: number;
}

/** What Excel writes where a formula failed, and words for missing cells. */
const isError = /^#(?:REF!|NAME\?|VALUE!|DIV\/0!|NUM!|NULL!|N\/A|NA$)/;
/** Of more than a few they are names (#1, #2 …), as they are where they are all that there is. */
const few = 3;
const mostNoted = 10;

export function rowsPutOut(content: RowsContent): RowsPutOut | null {
  const named = content.shape === "matrix" ? content.ids : content.table.columns[0];
  if (!named || !("codes" in named)) return null;
  const texts = "texts" in named ? named.texts : named.dictionary;
  const marked = new Set<number>();
  for (const [code, text] of texts.entries()) if (text.startsWith("#") && !isError.test(text)) marked.add(code);
  if (marked.size === 0) return null;
  const { codes } = named;
  const rows: number[] = [];
  let count = 0;
  for (let row = 0; row < codes.length; row++) {
    if (!marked.has(codes[row] as number)) continue;
    count++;
    if (rows.length < mostNoted) rows.push(row);
  }
  const first = texts[codes[rows[0] ?? 0] as number] ?? "";
  return count > 0 && count * 2 < codes.length && count <= Math.max(few, codes.length / 10) ? { rows, first, count } : null;
}
