// Motifs as a table: a row for each position, a column for each letter.

import type { Table } from "../../../artifacts/artifact.ts";
import { integerColumn, numberColumn, tableOf, textColumn } from "../../../artifacts/table.ts";
import { FailureError } from "../../../base/failure.ts";
import type { FileContent } from "../../../contract/format.ts";
import { words } from "./words.ts";

export interface Motif {
  readonly line: number;
  readonly id: string | null;
  readonly name: string | null;
  /** Of each position the numbers of the letters, in their order, and its line. */
  readonly positions: readonly (readonly number[])[];
  readonly lines: readonly number[];
  /** Sites that it was made of, where the file says it. */
  readonly sites: number | null;
}

/** Rows of letters (A, C, G, T) become positions. Fails where they differ in length. */
export function motifOfRows(
  { line, id, name }: Pick<Motif, "line" | "id" | "name">,
  rows: readonly { readonly line: number; readonly values: readonly number[] }[],
): Motif {
  const width = rows[0]?.values.length ?? 0;
  const odd = rows.find(({ values }) => values.length !== width);
  if (odd) throw new FailureError(words.failure("row-width", { line: odd.line, found: odd.values.length, expected: width }));
  const positions = Array.from({ length: width }, (_, at) => rows.map(({ values }) => values[at] as number));
  return { line, id, name, positions, lines: positions.map(() => line), sites: null };
}

/** Fails with the line where one is no number from 0 up. */
export function numbersOf(fields: readonly string[], line: number): readonly number[] {
  return fields.map((field) => {
    const value = field === "" ? Number.NaN : Number(field);
    if (!Number.isFinite(value) || value < 0)
      throw new FailureError(words.failure("no-number", { line, found: field.slice(0, 40) }));
    return value;
  });
}

export function contentOfMotifs(motifs: readonly Motif[], letters: readonly string[], unit: string): FileContent {
  const rows = motifs.flatMap((motif) => motif.positions.map((values, at) => ({ motif, values, at })));
  const hasSites = motifs.some(({ sites }) => sites !== null);
  const table: Table = tableOf(
    textColumn(
      "motif",
      rows.map(({ motif }) => motif.id),
      { semantic: "category" },
    ),
    textColumn(
      "name",
      rows.map(({ motif }) => motif.name),
      { semantic: "category" },
    ),
    integerColumn(
      "position",
      rows.map(({ at }) => at + 1),
      { semantic: "number" },
    ),
    ...letters.map((letter, column) =>
      numberColumn(
        letter,
        rows.map(({ values }) => values[column]),
        { semantic: "number", unit },
      ),
    ),
    ...(hasSites
      ? [
          numberColumn(
            "sites",
            rows.map(({ motif }) => motif.sites),
            { semantic: "number" },
          ),
        ]
      : []),
  );
  const lines = rows.map(({ motif, at }) => motif.lines[at] ?? motif.line);
  return {
    content: { shape: "whole", artifact: table },
    header: null,
    issues: [],
    said: [],
    turnedIntoDates: [],
    lineOf: (row) => lines[row] ?? 1,
    whole: true,
  };
}
