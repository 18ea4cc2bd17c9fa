// Names by which two tables are joined, and that are the same but for spaces, signs that nobody sees and case: "P1 " finds no "P1",
// and what is not found is missing without looking wrong.

import { squish } from "../base/squish.ts";
import type { Column, TextColumn } from "./artifact.ts";
import { isMissing } from "./table.ts";

/** Rows of `here` whose text is none of `there`, though one there is the same but for these. 0 where one holds no texts. */
export function nearlyEqualNames(here: Column, there: Column): number {
  if (here.type !== "text" || there.type !== "text") return 0;
  const known = new Set(usedTexts(there));
  const plain = new Set([...known].map(plainText));
  const isNear = here.dictionary.map((text) => !known.has(text) && plain.has(plainText(text)));
  if (!isNear.includes(true)) return 0;
  let n = 0;
  for (let row = 0; row < here.codes.length; row++) if (!isMissing(here, row) && isNear[here.codes[row] as number]) n++;
  return n;
}

const plainText = (text: string): string => squish(text).toLowerCase();

function usedTexts(column: TextColumn): readonly string[] {
  const isUsed = new Uint8Array(column.dictionary.length);
  for (let row = 0; row < column.codes.length; row++) if (!isMissing(column, row)) isUsed[column.codes[row] as number] = 1;
  return column.dictionary.filter((_, code) => isUsed[code] === 1);
}
