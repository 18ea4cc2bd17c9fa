// Free text beside the tables of an archive (notes, a letter): a comma in it makes it no table. It is an aside of the set and
// no fault of it, read as plain text where somebody wants it.

import { cellString } from "../artifacts/table.ts";
import type { ReadFile } from "./read-file.ts";

const delimited: readonly string[] = ["csv", "tsv", "delimited", "text"];
const named = /(?:^|\/)(?:readme|licen[cs]e|changelog|notes?|about|howto)[^/]*$/i;
/** Of sentences: several words, of which the last ends one. */
const sentence = /^\s*\S+(?:\s+\S+){2,}.*[.!?:;…]["”»)]?\s*$/u;

/** Whether a part that cannot be read as this format may be no table at all. */
export const mayBeProse = (part: string, format: string | undefined): boolean =>
  format !== undefined &&
  delimited.includes(format) &&
  (named.test(part) || /(?:^|\/)[^./]+$|\.(?:txt|md|rst|text)$/i.test(part));

/** Of what was read as plain text: its name says that it tells of others, or half of its lines are sentences without a tab. */
export function isProse(part: string, { content, header }: Pick<ReadFile, "content" | "header">): boolean {
  if (content.shape !== "table") return false;
  const [column] = content.table.columns;
  if (column?.type !== "text") return false;
  let lines = 0;
  let sentences = 0;
  for (let row = -1; row < content.table.rowCount; row++) {
    const line = row < 0 ? (header?.[0] ?? "") : cellString(column, row);
    if (line.includes("\t")) return false;
    if (line.trim() === "") continue;
    lines++;
    if (sentence.test(line)) sentences++;
  }
  return named.test(part) || (lines > 0 && sentences * 2 >= lines);
}
