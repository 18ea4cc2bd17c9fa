// Tables of places whose first row names the columns, in any order: mutations and segments. Which of them are known, what they hold
// and mean is the format's; the others are read as what they are.

import type { FileContent, FileHead, ReadTask } from "../../../contract/format.ts";
import type { LaidColumn } from "./laid-out.ts";
import { refuseWide } from "../wide-tables.ts";
import { wholeLines } from "./head-rows.ts";
import { headOf, type LineKind, type PlacesFormat, readPlaces } from "./read-places.ts";

/** Columns by their names in small letters. */
export type KnownColumns = { readonly [name: string]: Omit<LaidColumn, "name"> };

export interface NamedFormat extends Pick<PlacesFormat, "finish" | "buildSaid" | "buildOf"> {
  readonly format: string;
  readonly known: KnownColumns;
}

/** The names in the first line that is no remark, by tabs; null: there is none. */
export function namesInHead(head: FileHead): readonly string[] | null {
  const line = wholeLines(head).find((one) => !one.startsWith("#") && one.trim() !== "");
  return line === undefined ? null : line.split("\t").map((name) => name.trim().replace(/^"(.*)"$/, "$1"));
}

export async function readNamed(task: ReadTask, { format, known, ...more }: NamedFormat): Promise<FileContent> {
  const names = namesInHead(await headOf(task)) ?? [];
  refuseWide(names.length);
  const columns = names.map((name, at): LaidColumn => {
    const small = name.toLowerCase();
    const own = Object.hasOwn(known, small) ? known[small] : undefined;
    return own ? { ...own, name } : { name: name || `column${at + 1}`, type: "any", dots: true };
  });
  let isFirst = true;
  const kindOf = (bytes: Uint8Array, start: number, end: number): LineKind => {
    let at = start;
    while (at < end && (bytes[at] === 32 || bytes[at] === 9)) at++;
    if (at === end) return "skip";
    if (bytes[start] === 35) return "keep";
    if (!isFirst) return "place";
    isFirst = false;
    return "skip";
  };
  return readPlaces(task, {
    ...more,
    format,
    columns,
    least: names.length,
    separator: "tab",
    further: "none",
    quoted: true,
    names,
    kindOf,
  });
}
