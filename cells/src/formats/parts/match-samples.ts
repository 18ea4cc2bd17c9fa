// Which samples of a matrix a sample sheet describes: by the column of the sheet whose values are the matrix's names.
// "22 of 22 samples match on sample."

import type { Table } from "../../artifacts/artifact.ts";
import { isMissing, textsOf } from "../../artifacts/table.ts";

export interface SampleMatch {
  /** The side of the matrix that holds the samples. */
  readonly side: "header" | "rows";
  /** Column of the sheet that holds their ids. */
  readonly column: string;
  readonly matched: number;
  /** Row of the sheet for each name of that side, -1 where there is none. */
  readonly sheetRow: Int32Array;
  /** Names of the matrix that the sheet does not have, and the other way round. */
  readonly onlyInMatrix: readonly string[];
  readonly onlyInSheet: readonly string[];
}

export interface MatrixNames {
  /** Names of the columns after the first. */
  readonly header: readonly string[];
  /** Identifiers of the first column. */
  readonly rows: readonly string[];
}

/** Share of the smaller side that must be found before a match counts as one. */
const enough = 0.5;

/**
 * The best match of a sheet's columns with either side, or null when none has half of the smaller side. Ties go to the
 * header, then to the first column of the sheet. Names are compared letter for letter, blanks around them aside.
 */
export function matchSamples(names: MatrixNames, sheet: Table, only?: "header" | "rows"): SampleMatch | null {
  let best: SampleMatch | null = null;
  const sides = (["header", "rows"] as const).filter((side) => !only || side === only);
  for (const side of sides) {
    const wanted = new Map<string, number>();
    names[side].forEach((name, at) => {
      if (!wanted.has(name.trim())) wanted.set(name.trim(), at);
    });
    for (const column of sheet.columns) {
      if (column.type === "float64" || column.type === "boolean") continue;
      const ids = textsOf(column).map((text) => text.trim());
      const sheetRow = new Int32Array(names[side].length).fill(-1);
      const onlyInSheet: string[] = [];
      const seen = new Set<string>();
      let repeated = false;
      let matched = 0;
      ids.forEach((id, row) => {
        if (id === "" || isMissing(column, row)) return;
        if (seen.has(id)) {
          repeated = true;
          return;
        }
        seen.add(id);
        const at = wanted.get(id);
        if (at === undefined) onlyInSheet.push(id);
        else {
          sheetRow[at] = row;
          matched++;
        }
      });
      const smaller = Math.min(names[side].length, seen.size);
      if (repeated || matched === 0 || matched < smaller * enough || (best && best.matched >= matched)) continue;
      const onlyInMatrix = names[side].filter((_, at) => sheetRow[at] === -1);
      best = { side, column: column.name, matched, sheetRow, onlyInMatrix, onlyInSheet };
    }
  }
  return best;
}
