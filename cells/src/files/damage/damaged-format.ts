// A text that is a file of a format but for its first line. Without that line it would be a plain table, or lines of one column,
// and read so in silence: it is called what it was, and reading says which line is to be mended.

import type { FileHead, KnownFormat, Sniffed } from "../../contract/format.ts";
import { fileHead } from "../../formats/parts/file-head.ts";
import type { FirstLine } from "./first-line.ts";
import { possibleFirstLines } from "./first-lines.ts";

export type Damage = Pick<FirstLine, "line" | "found" | "expected" | "isForm">;

export interface DamagedFormat {
  readonly format: KnownFormat;
  readonly sniffed: Sniffed;
  readonly damage: Damage;
}

/** What anything may be read as, which says nothing of what it is. */
export const general: ReadonlySet<string> = new Set(["csv", "tsv", "delimited", "text", "json", "jsonl", "key-value"]);

/** Less is a guess by the shape of values, which a changed line does not make surer. */
const least = 0.9;
const longest = 120;

/** Null: nothing that its first line may have been makes it more than it seems. */
export function damagedFormat(head: FileHead, formats: readonly KnownFormat[]): DamagedFormat | null {
  if (head.text === null || head.parts !== null) return null;
  const specific = formats.filter(({ name, isText }) => isText && !general.has(name));
  for (const { text, ...damage } of possibleFirstLines(head.text, head.isWhole)) {
    const mended = fileHead(new TextEncoder().encode(text), head.name, head.isWhole);
    for (const format of specific) {
      const sniffed = format.sniff(mended);
      if (sniffed && sniffed.confidence >= least) return { format, sniffed, damage: shown(damage) };
    }
  }
  return null;
}

const shown = (damage: Damage): Damage => ({
  ...damage,
  found: damage.found && cut(damage.found),
  expected: cut(damage.expected),
});

const cut = (text: string): string => (text.length > longest ? `${text.slice(0, longest - 1)}…` : text);
