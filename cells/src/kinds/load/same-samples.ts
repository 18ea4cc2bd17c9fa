// Samples that stand in the file and in the sheet under two names: offered where they look like one, and taken for one where
// somebody says so.

import { type NearNames, nearNames } from "../../artifacts/near-names.ts";
import type { Column, Table } from "../../artifacts/artifact.ts";
import { textsOf } from "../../artifacts/table.ts";
import type { Fix } from "../../contract/format.ts";

/** Names of the file and of the sheet by turns: each pair is one sample. */
export type Same = readonly string[];

/** The sheet as it is matched: names that were said to be those of the file's samples stand as the file has them. */
export function withSame(sheet: Table, same: Same): Table {
  if (same.length === 0) return sheet;
  const nameOf = new Map<string, string>();
  for (let at = 0; at + 1 < same.length; at += 2) nameOf.set(same[at + 1] as string, same[at] as string);
  const renamed = (column: Column): Column =>
    column.type === "text" ? { ...column, dictionary: column.dictionary.map((text) => nameOf.get(text.trim()) ?? text) } : column;
  return { ...sheet, columns: sheet.columns.map(renamed) };
}

/** The column in which most names look like those of the samples, with the pairs; null: few do. */
export function nearInSheet(
  names: readonly string[],
  sheet: Table,
): { readonly column: string; readonly pairs: readonly NearNames[] } | null {
  for (const column of sheet.columns) {
    if (column.type !== "text") continue;
    const texts = [...new Set(textsOf(column).map((text) => text.trim()))].filter((text) => text !== "");
    const pairs = nearNames(names, texts);
    if (pairs.length > 1 && pairs.length * 2 >= Math.min(names.length, texts.length)) return { column: column.name, pairs };
  }
  return null;
}

export const fixOfSame = (same: Same, pairs: readonly NearNames[]): Fix => ({
  path: ["sameSamples"],
  value: [...same, ...pairs.flatMap(({ name, other }) => [name, other])],
});
