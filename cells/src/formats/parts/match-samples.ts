// Which samples of a matrix a sample sheet describes: by the column of the sheet whose values are the matrix's names.
// "22 of 22 samples match on sample."

import type { Table } from "../../artifacts/artifact.ts";
import type { AlikeNames } from "../../artifacts/alike-names.ts";
import { idsOf, type SampleColumn, type SampleColumnChoice, sampleColumn, saysSample } from "../../artifacts/sample-columns.ts";

/** The side of the matrix that holds the samples. */
export type SampleSide = "header" | "rows";

export interface SampleMatch {
  readonly side: SampleSide;
  /** Column of the sheet that holds their ids. */
  readonly column: string;
  readonly matched: number;
  /** Row of the sheet for each name of that side, -1 where there is none. */
  readonly sheetRow: Int32Array;
  /** Names of the matrix that the sheet does not have, and the other way round. */
  readonly onlyInMatrix: readonly string[];
  readonly onlyInSheet: readonly string[];
  /** Names that the sheet writes in another way. */
  readonly alike: readonly AlikeNames[];
  /** Columns that match, too, and would give other rows. */
  readonly instead: readonly SampleColumn[];
}

export interface MatrixNames {
  /** Names of the columns after the first. */
  readonly header: readonly string[];
  /** Identifiers of the first column. */
  readonly rows: readonly string[];
}

/** Share of the smaller side that must be found before a match counts as one. */
const enough = 0.5;

export interface MatchOptions {
  /** The samples are on that side. */
  readonly only?: SampleSide | undefined;
  /** Column of the sheet that was chosen. */
  readonly column?: string | null;
  /** Names that differ only as programs write them are the same. */
  readonly alike?: boolean;
}

export type Matched =
  | { readonly found: "one"; readonly side: SampleSide; readonly match: SampleMatch }
  | (Exclude<SampleColumnChoice, { readonly found: "one" }> & { readonly side: SampleSide });

/** The best match of a sheet's columns with either side, or null when none has half of the smaller side. Ties go to the header. */
export function matchSamples(names: MatrixNames, sheet: Table, options: MatchOptions = {}): Matched | null {
  const { only, column = null, alike = true } = options;
  let best: { readonly choice: SampleColumnChoice; readonly side: SampleSide; readonly matched: number } | null = null;
  for (const side of ["header", "rows"] as const) {
    if (only && side !== only) continue;
    const choice = sampleColumn(names[side], sheet, { enough, column, alike });
    if (!choice) continue;
    const { matched } = choice.found === "several" ? choice.columns[0] : choice.match;
    if (!best || matched > best.matched) best = { choice, side, matched };
  }
  if (!best) return null;
  const { choice, side } = best;
  if (choice.found !== "one") return { ...choice, side };
  const { match, instead } = choice;
  const onlyInMatrix = names[side].filter((_, at) => match.rowOf[at] === -1);
  const { column: taken, matched, rowOf: sheetRow, onlyInTable: onlyInSheet, alike: pairs } = match;
  return {
    found: "one",
    side,
    match: { side, column: taken, matched, sheetRow, onlyInMatrix, onlyInSheet, alike: pairs, instead },
  };
}

/** Names of the matrix and of the sheet that look alike and are not equal, as they are to be printed; null: few do. */
export function almostAlike(
  names: readonly string[],
  sheet: Table,
): { readonly column: string; readonly pairs: readonly string[] } | null {
  for (const column of sheet.columns) {
    if (column.type === "boolean") continue;
    // Numbers of rows are like the names that R makes where there are none (X1, X2 …).
    const hasX = column.type === "text" || saysSample(column.name);
    const wanted = new Map(names.map((name) => [looks(name, hasX), name]));
    const texts = [...new Set(idsOf(column, true))].filter((text) => text !== "");
    const found = texts.flatMap((text) => {
      const name = wanted.get(looks(text, hasX));
      return name === undefined ? [] : [`“${withUnseen(name)}” / “${withUnseen(text)}”`];
    });
    if (found.length > 1 && found.length * 2 >= Math.min(names.length, texts.length))
      return { column: column.name, pairs: found.slice(0, 3) };
  }
  return null;
}

const cyrillic = "авекмнорстух";
const latin = "abekmhopctyx";

/** What is left of a name where quotes, blanks, case, separators, zeros before and behind, and the X of R count for nothing. */
function looks(name: string, hasX: boolean): string {
  const letters = name
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[авекмнорстух]/g, (letter) => latin[cyrillic.indexOf(letter)] as string)
    .replaceAll(/[^\p{L}\p{N}.]/gu, "");
  const plain = letters.replace(/^(\d+)\.0+$/, "$1").replaceAll(".", "");
  return (hasX ? plain.replace(/^x(?=\d)/, "") : plain).replaceAll(/(?<!\d)0+(?=\d)/g, "");
}

/** Letters that cannot be seen, or look like others, by their numbers. */
const withUnseen = (name: string): string =>
  name
    .slice(0, 60)
    .replaceAll(
      /[^\S ]|\p{Cf}|\p{Cc}|[АВЕКМНОРСТУХавекмнорстух](?=[\d_.-]|$)/gu,
      (letter) => `[U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}]`,
    )
    .replaceAll("  ", "[U+0020][U+0020]");
