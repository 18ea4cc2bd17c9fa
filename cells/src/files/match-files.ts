// Which of the files that were dropped together belong together: a matrix and the sheet that describes its samples.

import { alikeNames } from "../artifacts/alike-names.ts";
import type { ArtifactType } from "../artifacts/artifact.ts";
import { type NearNames, nearNames } from "../artifacts/near-names.ts";
import { saysSample } from "../artifacts/sample-columns.ts";

/** Names of a file that others may refer to: collected by `inspectFile`. */
export type FileKeys = {
  /** Names of the columns after the first. */
  readonly header: readonly string[];
  /** Columns of unique identifiers. */
  readonly columns: readonly { readonly name: string; readonly values: readonly string[] }[];
  readonly rows: number;
};

export interface FileMatch {
  /** Positions in the given files. */
  readonly data: number;
  readonly sheet: number;
  /** Side of the data that holds its samples. */
  readonly samplesIn: "columns" | "rows";
  /** Column of the sheet. */
  readonly column: string;
  readonly matched: number;
  /** Number of samples of the data. */
  readonly of: number;
  readonly onlyInData: readonly string[];
  readonly onlyInSheet: readonly string[];
  /** Of those the ones that look like the same sample, written in two ways: nobody takes them for it unasked. */
  readonly near: readonly NearNames[];
}

export interface FileToMatch {
  readonly artifact: ArtifactType | null;
  readonly keys: FileKeys;
}

const withNear = (match: FileMatch): FileMatch => ({ ...match, near: nearNames(match.onlyInData, match.onlyInSheet) });

/** For each matrix-like file its best sheet, best first; empty when nothing matches. A sheet is no matrix itself. */
export function matchFiles(files: readonly FileToMatch[]): readonly FileMatch[] {
  const matches: FileMatch[] = [];
  files.forEach((data, dataAt) => {
    let best: FileMatch | null = null;
    files.forEach((sheet, sheetAt) => {
      if (dataAt === sheetAt || sheet.artifact !== "table" || data.artifact === null) return;
      // Two tables whose rows agree are two sheets; data have samples in their header, or are a matrix.
      const rowsOfData = data.artifact === "assay" ? (data.keys.columns[0]?.values ?? []) : [];
      for (const [samplesIn, names] of [
        ["columns", data.keys.header],
        ["rows", rowsOfData],
      ] as const) {
        const wanted = new Set(names.map((name) => name.trim()));
        if (wanted.size < 2) continue;
        for (const column of sheet.keys.columns) {
          const present = new Set(column.values.map((value) => value.trim()));
          const missed = [...wanted].filter((name) => !present.has(name));
          const other = [...present].filter((value) => !wanted.has(value));
          const alike = missed.length > 0 && other.length > 0 ? alikeNames(missed, other) : [];
          const matched = wanted.size - missed.length + alike.length;
          if (matched === 0 || matched * 2 < Math.min(wanted.size, present.size)) continue;
          // Where two columns of a sheet match (mate, sample) the one that says so is told, as loading takes it.
          const isTold = best?.sheet === sheetAt && saysSample(column.name) && !saysSample(best.column);
          if (best && (isTold ? best.matched > matched : best.matched >= matched)) continue;
          const onlyInData = missed.filter((name) => !alike.some((pair) => pair.name === name));
          const onlyInSheet = other.filter((value) => !alike.some((pair) => pair.other === value));
          best = {
            data: dataAt,
            sheet: sheetAt,
            samplesIn,
            column: column.name,
            matched,
            of: wanted.size,
            onlyInData,
            onlyInSheet,
            near: [],
          };
        }
      }
    });
    // A look at each pair of names is made of the best sheet alone.
    if (best) matches.push(withNear(best));
  });
  return matches.sort((a, b) => b.matched - a.matched);
}
