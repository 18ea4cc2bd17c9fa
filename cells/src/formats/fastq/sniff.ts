// Whether a text is FASTQ: a title with "@", letters of bases, a line with "+". SAM and tables begin with "@", too, and so does
// what people write to each other.

import type { FileHead, Sniffed } from "../../contract/format.ts";
import { guessQualities, lettersOf, mostLetter } from "../parts/sequences/qualities.ts";
import { words } from "./words.ts";

/** Blanks among them are told with their line when it is read. */
const bases = /^[ACGTUNRYSWKMBDHVXacgtunryswkmbdhvx.*\- \t]+$/;

export function sniffFastq({ text, isWhole }: FileHead): Sniffed | null {
  if (text === null || !/^\s*@[^\t\r\n]/.test(text.slice(0, 4096))) return null;
  const lines = text.trimStart().split(/\r\n|\n|\r/);
  const title = (lines[0] ?? "").slice(1);
  let at = 1;
  let letters = 0;
  let core = 0;
  while (at < lines.length && bases.test(lines[at] as string) && !(lines[at] as string).startsWith("+")) {
    letters += (lines[at] as string).trim().length;
    core += (lines[at] as string).replaceAll(/[^ACGTUNacgtun]/g, "").length;
    at += 1;
  }
  // "Thanks" is six codes of bases, too.
  if (/^[A-Z][a-z]+$/.test(lines[1] ?? "") || (letters < 30 && core * 5 < letters * 3)) return null;
  const first = title.slice(0, 60);
  // A read without a base has an empty line, and one that is longer than what was looked at has no "+" yet.
  const isEmpty = at === 1 && lines[1] === "" && lines[2] === "+" && lines[3] === "";
  const plus = lines[isEmpty ? 2 : at];
  const hasPlus = plus !== undefined && (plus === "+" || plus === `+${title}` || (plus.startsWith("+") && at + 1 < lines.length));
  if ((letters > 0 || isEmpty) && hasPlus)
    return { confidence: 0.95, why: words.key("why-read"), params: { first }, ...versionOf(lines) };
  const isLong = !isWhole && letters > 1000 && at >= lines.length - 1;
  // Cut short, or without its "+": it is told when it is read.
  const next = lines[at] ?? "";
  const isCut = letters >= 15 && /^[ACGTUNacgtun.]+$/.test((lines[1] ?? "").trim()) && (next === "" || next.startsWith("@"));
  return isLong || isCut ? { confidence: 0.8, why: words.key("why-begun"), params: { first } } : null;
}

/** The variant by the letters of the first qualities, where the reads stand in four lines; the reader looks at all of them. */
function versionOf(lines: readonly string[]): { readonly version?: string } {
  let least = mostLetter + 1;
  let most = 0;
  for (let at = 0; at + 3 < lines.length; at += 4) {
    const [title = "", sequence = "", plus = "", quality = ""] = lines.slice(at, at + 4);
    if (!title.startsWith("@") || !plus.startsWith("+") || quality.length !== sequence.length) break;
    for (let place = 0; place < quality.length; place++) {
      const letter = quality.charCodeAt(place);
      least = Math.min(least, letter);
      most = Math.max(most, letter);
    }
  }
  return most === 0 ? {} : { version: lettersOf[guessQualities(least, most).encoding].title };
}
