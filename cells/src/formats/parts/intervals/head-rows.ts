// The first lines of a text as rows of places, for recognition and for the plan of reading: what stands above them (track lines,
// remarks, a line of names behind #), how their fields are cut, and their first rows.

import type { FileHead } from "../../../contract/format.ts";

export interface HeadRows {
  /** The first track line, its words by their keys; null: there is none. */
  readonly track: ReadonlyMap<string, string> | null;
  /** Lines that begin with #, without it. */
  readonly remarks: readonly string[];
  /** Of the line with # right above the rows, where it has as many names as they have fields. */
  readonly names: readonly string[] | null;
  readonly separator: "tab" | "blanks";
  readonly rows: readonly (readonly string[])[];
}

const mostRows = 200;
const known = new WeakMap<FileHead, HeadRows>();

export function headRows(head: FileHead): HeadRows {
  let found = known.get(head);
  if (!found) {
    found = rowsOf(head);
    known.set(head, found);
  }
  return found;
}

/** Lines of the head; of a file that is all of it the last one, too. */
export const wholeLines = (head: FileHead): readonly string[] =>
  head.isWhole ? (head.text ?? "").split(/\r\n|\n|\r/).filter((line) => line !== "") : head.lines;

export const isDisplayLine = (line: string): boolean => /^(?:track|browser)(?:\s|$)/i.test(line);

function rowsOf(head: FileHead): HeadRows {
  let track: ReadonlyMap<string, string> | null = null;
  const remarks: string[] = [];
  const rows: string[] = [];
  for (const line of wholeLines(head)) {
    if (rows.length === mostRows) break;
    if (line.trim() === "") continue;
    if (line.startsWith("#")) remarks.push(line.slice(1));
    else if (isDisplayLine(line)) track ??= /^track/i.test(line) ? trackWords(line) : null;
    else rows.push(line);
  }
  const separator =
    rows.length > 0 && (rows[0] as string).split("\t").length >= 2 && !isMixed(rows[0] as string) ? "tab" : "blanks";
  const cut = (line: string): string[] => (separator === "tab" ? line.split("\t") : line.trim().split(/[ \t]+/));
  const cells = rows.map(cut);
  return { track, remarks, names: namesIn(remarks, cells[0]?.length ?? 0), separator, rows: cells };
}

/** "chr1 10<tab>20 x": blanks and tabs between fields. */
const isMixed = (line: string): boolean => {
  const [first = "", second = ""] = line.split("\t");
  return /^\S+ +\d+$/.test(first) || (/^\S+$/.test(first) && /^\d+ +\d/.test(second));
};

function namesIn(remarks: readonly string[], width: number): readonly string[] | null {
  const last = remarks.at(-1);
  if (last === undefined || width < 3) return null;
  const names = [last.split("\t"), last.trim().split(/[ \t]+/)].find((found) => found.length === width);
  const trimmed = names?.map((name) => name.trim());
  return trimmed?.every((name) => /^[A-Za-z_][^"]{0,80}$/.test(name)) ? trimmed : null;
}

/** type=bedGraph name="a track" db=hg19 (UCSC Genome Browser, Custom Annotation Tracks). */
export function trackWords(line: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [, key, value] of line.matchAll(/([A-Za-z]+)=("[^"]*"|'[^']*'|\S+)/g))
    if (key && value) found.set(key.toLowerCase(), value.replace(/^(["'])(.*)\1$/, "$2"));
  return found;
}

/** The share of rows in which a column is such; 0 where there are no rows. */
export const shareOf = (rows: readonly (readonly string[])[], is: (row: readonly string[]) => boolean): number =>
  rows.length === 0 ? 0 : rows.filter(is).length / rows.length;
