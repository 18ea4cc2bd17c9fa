// The samples of a matrix that its file gives whole (genotypes, single cells, counts with their description), described by a
// sample sheet. None of them goes: those that the sheet does not have stay, with missing values, which is said.

import type { Assay, Column, Table } from "../../artifacts/artifact.ts";
import { sampleIds } from "../../artifacts/assay.ts";
import {
  booleanColumn,
  cellString,
  integerColumn,
  isMissing,
  moreOf,
  numberColumn,
  takeColumnRows,
  textColumn,
} from "../../artifacts/table.ts";
import { FailureError } from "../../base/failure.ts";
import type { Issue } from "../../contract/format.ts";
import { matchSamples } from "../../formats/parts/match-samples.ts";
import { words as loadWords } from "../../formats/parts/words.ts";
import { issuesOfMatch, matchOf, noSample, refuseNoColumn, withSame } from "./sheet-match.ts";
import type { LoadSpec } from "./spec.ts";

export function withSheet(
  assay: Assay,
  sheet: Table,
  spec: LoadSpec,
): { readonly assay: Assay; readonly issues: readonly Issue[] } {
  const names = sampleIds(assay);
  refuseNoColumn(sheet, spec.samplesBy);
  const matched = matchSamples({ header: names, rows: [] }, withSame(sheet, spec.sameSamples), {
    only: "header",
    column: spec.samplesBy,
    alike: spec.sampleNames === "alike",
  });
  if (matched === null) throw new FailureError(noSample(names, sheet, spec.sameSamples));
  const match = matchOf(matched, names.length);
  const added = sheet.columns.filter(({ name }) => name !== match.column && name !== assay.samples.columns[0]?.name);
  const replaced = new Set(added.map(({ name }) => name));
  const kept = assay.samples.columns.filter(({ name }, at) => at === 0 || !replaced.has(name));
  const columns = [...kept, ...added.map((column) => described(column, match.sheetRow))];
  return {
    assay: { ...assay, samples: { type: "table", rowCount: assay.sampleCount, columns } },
    issues: issuesOfMatch(match, spec.sameSamples, loadWords.key("log-not-in-sheet")),
  };
}

/** Rows of the sheet in the order of the samples; -1: it does not have that sample. */
function described(column: Column, rows: Int32Array): Column {
  if (!rows.includes(-1)) return takeColumnRows(column, rows);
  const at = <T>(of: (row: number) => T): (T | null)[] =>
    Array.from(rows, (row) => (row < 0 || isMissing(column, row) ? null : of(row)));
  const more = moreOf(column);
  switch (column.type) {
    case "text":
      return textColumn(
        column.name,
        at((row) => cellString(column, row)),
        more,
      );
    case "float64":
      return numberColumn(
        column.name,
        at((row) => column.values[row] as number),
        more,
      );
    case "int32":
      return integerColumn(
        column.name,
        at((row) => column.values[row] as number),
        more,
      );
    case "boolean":
      return booleanColumn(
        column.name,
        at((row) => column.values[row] === 1),
        more,
      );
  }
}
