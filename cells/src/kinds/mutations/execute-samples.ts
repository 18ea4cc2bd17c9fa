// Whose mutations they are: samples of the file matched to a table of samples, and who of them was sequenced. Of whom nothing is known
// is never taken for not mutated, unless that was said.

import type { Column, Table } from "../../artifacts/artifact.ts";
import { cellString, columnOf, isMissing } from "../../artifacts/table.ts";
import type { Failure } from "../../base/failure.ts";
import { err, ok, type Result } from "../../base/result.ts";
import { type Doubt, noColumn, patientLetters, type Records } from "./execute-records.ts";
import type { MutationsSpec } from "./spec.ts";
import { words } from "./words.ts";

export interface Samples {
  readonly ids: readonly string[];
  /** Row of the table of samples; -1: it has none. */
  readonly row: Int32Array;
  readonly isSequenced: Uint8Array;
  /** The column of their names; null: there is no table. */
  readonly idColumn: string | null;
  readonly sheet: Table | null;
}

export function samplesOf(records: Records, sheet: Table | null, spec: MutationsSpec, doubts: Doubt[]): Result<Samples, Failure> {
  const inFile = [...new Set(records.list.map(({ sample }) => sample))];
  if (!sheet) {
    doubts.push({ ...words.sentence("no-sheet", { n: inFile.length }), rows: [inFile.length] });
    const row = new Int32Array(inFile.length).fill(-1);
    return ok({ ids: inFile, row, isSequenced: new Uint8Array(inFile.length).fill(1), idColumn: null, sheet: null });
  }
  const matched = matchedColumn(sheet, inFile, records.by, spec);
  if (!matched.ok) return matched;
  const { column, idAt } = matched.value;
  if (spec.idColumn === "") doubts.push(words.sentence("guessed-id", { column: column.name }));
  const rowOf = new Map<string, number>();
  for (let row = 0; row < sheet.rowCount; row++) {
    const id = idAt(row);
    if (id === "") continue;
    if (rowOf.has(id)) return err(words.failure("sample-twice", { column: column.name, id }, { at: ["samples"] }));
    rowOf.set(id, row);
  }
  const known = new Set(inFile);
  const alone = inFile.filter((id) => !rowOf.has(id));
  if (alone.length > 0)
    doubts.push({ ...words.sentence("not-in-sheet", { n: alone.length, column: column.name }), rows: [alone.length] });
  const ids = [...rowOf.keys(), ...alone];
  const said = sequencedBy(sheet, spec);
  if (!said.ok) return said;
  let [unlisted, against] = [0, 0];
  const isSequenced = Uint8Array.from(ids, (id) => {
    const row = rowOf.get(id);
    const told = row === undefined ? null : said.value(row);
    if (known.has(id)) {
      if (told === false) against++;
      return 1;
    }
    if (told !== null) return told ? 1 : 0;
    unlisted++;
    return spec.unlisted === "wild-type" ? 1 : 0;
  });
  if (unlisted > 0)
    doubts.push({
      ...words.sentence(spec.unlisted === "wild-type" ? "unlisted-wild" : "unlisted-unknown", {
        n: unlisted,
        column: column.name,
      }),
      rows: [unlisted],
    });
  if (against > 0) doubts.push({ ...words.sentence("against", { n: against, column: spec.sequencedColumn }), rows: [against] });
  return ok({ ids, row: Int32Array.from(ids, (id) => rowOf.get(id) ?? -1), isSequenced, idColumn: column.name, sheet });
}

interface Matched {
  readonly column: Column;
  readonly idAt: (row: number) => string;
}

function matchedColumn(
  sheet: Table,
  inFile: readonly string[],
  by: Records["by"],
  spec: MutationsSpec,
): Result<Matched, Failure> {
  const known = new Set(inFile);
  const shortened = (id: string): string => (by === "patient" && id.startsWith("TCGA-") ? id.slice(0, patientLetters) : id);
  const idOf = (column: Column, row: number): string => (isMissing(column, row) ? "" : shortened(cellString(column, row).trim()));
  const hits = (column: Column): number => {
    let n = 0;
    for (let row = 0; row < sheet.rowCount; row++) if (known.has(idOf(column, row))) n++;
    return n;
  };
  let column: Column | null = null;
  if (spec.idColumn !== "") {
    column = columnOf(sheet, spec.idColumn);
    if (!column) return err(noColumn(spec.idColumn, sheet, ["idColumn"]));
  } else {
    let most = 0;
    for (const each of sheet.columns) {
      const n = each.type === "float64" || each.type === "boolean" ? 0 : hits(each);
      if (n > most) [most, column] = [n, each];
    }
  }
  const shown = column ?? sheet.columns.find((each) => each.type === "text") ?? sheet.columns[0];
  if (!shown) return err(words.failure("empty-sheet", {}, { at: ["samples"] }));
  if (!column || hits(column) === 0) {
    const there = Array.from({ length: Math.min(3, sheet.rowCount) }, (_, row) => idOf(shown, row));
    return err(
      words.failure(
        "no-match",
        { file: inFile.slice(0, 3), sheet: there, column: shown.name },
        {
          at: [spec.idColumn === "" ? "samples" : "idColumn"],
          ...(spec.idColumn === "" ? {} : { fix: { path: ["idColumn"], value: "" } }),
        },
      ),
    );
  }
  const found = column;
  return ok({ column: found, idAt: (row) => idOf(found, row) });
}

const [yes, no] = [/^(1|yes|y|true|t|sequenced|wes|wgs|exome)$/iu, /^(0|no|n|false|f|not sequenced|none)$/iu];

/** Of a row of the table whether it was sequenced; null: it does not say. */
function sequencedBy(sheet: Table, spec: MutationsSpec): Result<(row: number) => boolean | null, Failure> {
  if (spec.sequencedColumn === "") return ok(() => null);
  const column = columnOf(sheet, spec.sequencedColumn);
  if (!column) return err(noColumn(spec.sequencedColumn, sheet, ["sequencedColumn"]));
  const told = (row: number): boolean | null => {
    if (isMissing(column, row)) return null;
    const text = cellString(column, row).trim();
    return yes.test(text) ? true : no.test(text) ? false : null;
  };
  for (let row = 0; row < sheet.rowCount; row++)
    if (!isMissing(column, row) && cellString(column, row).trim() !== "" && told(row) === null)
      return err(
        words.failure(
          "sequenced-unknown",
          { column: column.name, value: cellString(column, row) },
          {
            at: ["sequencedColumn"],
            fix: { path: ["sequencedColumn"], value: "" },
          },
        ),
      );
  return ok(told);
}
