// Whether a text is FASTA: titles and nothing but letters of sequences between them. Mail and Markdown quote with ">", too;
// motifs and qualities stand under such titles as numbers.

import type { FileHead, Sniffed } from "../../contract/format.ts";
import { words } from "./words.ts";

const bases = /^[ACGTUNRYSWKMBDHVXacgtunryswkmbdhvx*.~-]+$/;
const letters = /^[A-Za-z*.~-]+$/;
/** Letters in groups, as some viewers write them. */
const grouped = (line: string): string => line.replaceAll(/[ \t]+/g, "");

const shortProtein = 20;

export function sniffFasta({ text, isWhole, name }: FileHead): Sniffed | null {
  // A look at few bytes first: most files are something else.
  if (text === null || !/^\s*(?:;[^\n\r]*[\r\n]\s*)*>/.test(text.slice(0, 4096))) return null;
  const all = text.split(/\r\n|\n|\r/);
  // The last line may be cut, but a sequence is known by its first part, too.
  const lines = (isWhole ? all : all.length > 2 ? all.slice(0, -1) : all).map((line) => line.trim());
  let titles = 0;
  let ofBases = 0;
  let ofLetters = 0;
  let broken = 0;
  let small = 0;
  let first = "";
  let isMarked = false;
  for (const line of lines.slice(0, 400)) {
    if (line === "" || (line.startsWith(";") && titles === 0)) continue;
    if (line.startsWith(">")) {
      if (titles === 0) {
        first = line.slice(1).trim();
        isMarked = /^>\S/.test(line);
      }
      titles += 1;
      continue;
    }
    const joined = grouped(line);
    if (bases.test(joined) && !isWord(line)) ofBases += 1;
    else if (letters.test(joined) && !isProse(line)) {
      ofLetters += 1;
      if (joined === joined.toLowerCase()) small += joined.length;
      else small += shortProtein;
    } else if (ofBases + ofLetters > 0 && isBroken(line)) broken += 1;
    else return null;
  }
  // A title alone, in a file that is called so.
  if (ofBases + ofLetters === 0 && isMarked && isWhole && /\.(?:fa|fasta|fna|faa|ffn)$/.test(name) && !first.includes(" "))
    return { confidence: 0.8, why: words.key("why-name"), params: { first: first.slice(0, 60) } };
  if (ofBases + ofLetters === 0 || broken > Math.max(1, (ofBases + ofLetters) / 10)) return null;
  // Few small letters are words.
  if (ofBases === 0 && small < shortProtein) return null;
  const params = { titles, first: first.slice(0, 60) };
  return { confidence: 0.95, why: words.key(ofLetters > ofBases ? "why-letters" : "why-bases"), params };
}

/** A line of letters with something between them: it is told with its line when it is read. */
const isBroken = (line: string): boolean =>
  /\s/.test(line)
    ? line.split(/\s+/).every((group) => group.length <= 3 && letters.test(group))
    : line.replaceAll(/[^A-Za-z]/g, "").length * 10 > line.length * 7;

/** Capital and small letters as in a sentence, words between blanks. */
const isProse = (line: string): boolean => (/\s/.test(line) && !isSpaced(line)) || isWord(line);
const isWord = (line: string): boolean => /^[A-Z][a-z]+[.!?]?$/.test(line);
/** Groups of one length and one case; the last may be short. */
function isSpaced(line: string): boolean {
  const groups = line.split(/\s+/);
  const size = groups[0]?.length ?? 0;
  const isOneCase = line === line.toUpperCase() || line === line.toLowerCase();
  return size >= 5 && isOneCase && !line.includes(".") && groups.slice(0, -1).every((group) => group.length === size);
}
