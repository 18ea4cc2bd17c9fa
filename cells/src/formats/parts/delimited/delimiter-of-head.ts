// Which character stands between the fields of a text, and how far its lines agree: by what the formats of delimited text
// are told apart. The same sniffing as when the file is read, so that a file is read as what it was called.

import type { FileHead, Sniffed } from "../../../contract/format.ts";
import { FailureError } from "../../../base/failure.ts";
import { delimiterSaid, isNamedTable, sniffDelimited } from "./sniff-delimited.ts";
import { words as loadWords } from "../words.ts";

export interface FoundDelimiter {
  readonly delimiter: string;
  /** Share of the lines that have as many fields as the last one, or one less. */
  readonly agreeing: number;
}

const candidates = ["\t", ",", ";", "|"] as const;
const known = new WeakMap<FileHead, FoundDelimiter | null>();

/** Null where nothing cuts the lines into fields. */
export function delimiterOfHead(head: FileHead): FoundDelimiter | null {
  let found = known.get(head);
  if (found === undefined) {
    found = find(head);
    known.set(head, found);
  }
  return found;
}

function find(head: FileHead): FoundDelimiter | null {
  const rows = head.lines
    .filter((line, at) => !line.startsWith("#") && !(at === 0 && delimiterSaid.test(`${line}\n`)))
    .slice(0, 100);
  const read = delimiterAsRead(head);
  if (read === "one column") return null;
  if (read !== null)
    return { delimiter: read.delimiter, agreeing: Math.max(read.agreeing, agreement(rows, read.delimiter).agreeing) };
  let best: (FoundDelimiter & { readonly score: number }) | null = null;
  for (const delimiter of candidates) {
    const { width, agreeing, exact } = agreement(rows, delimiter);
    if (width < 2) continue;
    // Where two agree, the one without a field too few: "a;1,5" is cut at the semicolon.
    const score = agreeing + exact * 0.08;
    if (agreeing >= enough && (!best || score > best.score)) best = { delimiter, agreeing, score };
  }
  return best;
}

function agreement(rows: readonly string[], delimiter: string) {
  const widths = rows.map((line) => line.replace(/"(?:[^"]|"")*"/g, "").split(delimiter).length);
  const width = widths[widths.length - 1] ?? 1;
  const share = (of: (each: number) => boolean): number => widths.filter(of).length / Math.max(1, widths.length);
  return {
    width,
    agreeing: share((each) => each === width || each === width - 1),
    exact: share((each) => each === width),
  };
}

/** Null where reading fails. */
function delimiterAsRead({ bytes, isWhole, name }: FileHead): FoundDelimiter | "one column" | null {
  const skip = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  try {
    const layout = sniffDelimited(bytes.subarray(skip), isWhole, { named: isNamedTable.test(name) });
    if (!layout || layout.names.length < 2) return "one column";
    const { delimiter, agreeing, isAligned } = layout;
    // However many blanks stand between columns, they are blanks.
    return isAligned ? { delimiter: " ", agreeing: 1 } : { delimiter, agreeing };
  } catch (error) {
    if (error instanceof FailureError) return null;
    throw error;
  }
}

const enough = 0.6;
const nothing: Sniffed = { confidence: 0, why: loadWords.key("why-no-columns") };

/** Of a format of delimited text that is cut by these characters; `named`: endings that speak for it where nothing else does. */
export function sniffDelimiter(
  head: FileHead,
  is: (delimiter: string) => boolean,
  named: readonly string[] = [],
): Sniffed | null {
  if (head.text === null || head.text.trim() === "") return null;
  const found = delimiterOfHead(head);
  if (found && found.agreeing >= enough) {
    if (!is(found.delimiter)) return nothing;
    const confidence = Math.round(Math.min(0.95, 0.5 + found.agreeing * 0.45) * 100) / 100;
    return { confidence, why: loadWords.key(found.agreeing < 1 ? "why-most-columns" : "why-columns") };
  }
  const isNamed = named.some((ending) => head.name.endsWith(ending)) && (!found || is(found.delimiter));
  return isNamed ? { confidence: 0.5, why: loadWords.key("why-name") } : nothing;
}
