// Which samples of a matrix a sample sheet describes: by the column of the sheet whose values are the matrix's names.
// "22 of 22 samples match on sample."

import type { Table } from "../../artifacts/artifact.ts";
import type { AlikeNames } from "../../artifacts/alike-names.ts";
import { type SampleColumn, type SampleColumnChoice, sampleColumn } from "../../artifacts/sample-columns.ts";

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
