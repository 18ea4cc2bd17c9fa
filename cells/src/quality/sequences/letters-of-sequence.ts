// What letters a sequence is made of, and which sequences are copies.

import type { TextColumn } from "../../artifacts/artifact.ts";
import { cellString, isMissing } from "../../artifacts/table.ts";

export interface LettersOfSequence {
  readonly row: number;
  /** Without gaps. */
  readonly letters: number;
  /** N of nucleotides, X of proteins. */
  readonly unknown: number;
  /** Other codes for several. */
  readonly codes: number;
  /** What the alphabet has not. */
  readonly outside: number;
  /** G and C (and S) of those letters that say it; null: of a protein, or none says it. */
  readonly gc: number | null;
  readonly isProtein: boolean;
}

const [plain, unknown, code, outside, skipped] = [0, 1, 2, 3, 4] as const;
function kinds(own: string, unknowns: string, codes: string, skip: string): Uint8Array {
  const kindOf = new Uint8Array(128).fill(outside);
  for (const [letters, kind] of [
    [own, plain],
    [unknowns, unknown],
    [codes, code],
    [skip, skipped],
  ] as const)
    for (const letter of letters) for (const one of [letter, letter.toLowerCase()]) kindOf[one.charCodeAt(0)] = kind;
  return kindOf;
}
const ofNucleotides = kinds("ACGTU", "N", "RYSWKMBDHVX", "-.~ \t");
/** U and O are selenocysteine and pyrrolysine; the end of a protein is written as a star. */
const ofProteins = kinds("ACDEFGHIKLMNPQRSTVWYUO", "X", "BZJ", "-.~* \t");
/** Of which it is known: G, C, and S for either of them; A, T, U, and W. */
const strong = new Uint8Array(128);
const weak = new Uint8Array(128);
for (const letter of "GCSgcs") strong[letter.charCodeAt(0)] = 1;
for (const letter of "ATUWatuw") weak[letter.charCodeAt(0)] = 1;

/** Rows without a sequence are left out. `alphabet`: dna, rna or protein, as reading found it; else it is told by the letters. */
export function lettersOf(column: TextColumn, alphabet: TextColumn | null, rows: number): readonly LettersOfSequence[] {
  const found: LettersOfSequence[] = [];
  for (let row = 0; row < rows; row++) {
    if (isMissing(column, row)) continue;
    const text = cellString(column, row);
    const said = alphabet && !isMissing(alphabet, row) ? cellString(alphabet, row) : null;
    const isProtein = said === null ? !/^[ACGTUNRYSWKMBDHVX.~*\s-]*$/i.test(text) : said.endsWith("protein");
    const kindOf = isProtein ? ofProteins : ofNucleotides;
    const counts = [0, 0, 0, 0, 0];
    let [one, both] = [0, 0];
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      const kind = unit < 128 ? (kindOf[unit] as number) : outside;
      counts[kind] = (counts[kind] as number) + 1;
      if (unit >= 128) continue;
      one += strong[unit] as number;
      both += (strong[unit] as number) + (weak[unit] as number);
    }
    const [own = 0, un = 0, co = 0, out = 0] = counts;
    found.push({
      row,
      letters: own + un + co + out,
      unknown: un,
      codes: co,
      outside: out,
      gc: isProtein || both === 0 ? null : one / both,
      isProtein,
    });
  }
  return found;
}

const complementOf: { readonly [letter: string]: string } = Object.fromEntries(
  [..."ACGTURYSWKMBDHVNX"].map((letter, at) => [letter, "TGCAAYRSWMKVHDBNX"[at] ?? letter]),
);

/** Rows that equal an earlier one, whatever the case, and those that are the other strand of an earlier one. Empty ones are no copies. */
export function copiesOf(
  column: TextColumn,
  all: readonly LettersOfSequence[],
): { readonly equal: readonly number[]; readonly reversed: readonly number[] } {
  const seen = new Set<string>();
  const [equal, reversed]: [number[], number[]] = [[], []];
  for (const { row, letters, isProtein } of all) {
    if (letters === 0) continue;
    const text = cellString(column, row)
      .toUpperCase()
      .replaceAll(/[\s.~-]/g, "")
      .replaceAll(isProtein ? /\*$/g : "U", isProtein ? "" : "T");
    if (seen.has(text)) equal.push(row);
    else if (!isProtein && seen.has(reverseComplement(text))) reversed.push(row);
    seen.add(text);
  }
  return { equal, reversed };
}

function reverseComplement(text: string): string {
  let made = "";
  for (let at = text.length - 1; at >= 0; at--) made += complementOf[text.charAt(at)] ?? text.charAt(at);
  return made;
}
