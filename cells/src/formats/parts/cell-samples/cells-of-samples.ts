// The cells of several samples as the rows of one table, and the names of their features.

import type { Table } from "../../../artifacts/artifact.ts";
import { textColumn } from "../../../artifacts/table.ts";
import type { ReadSettings } from "../../../contract/format.ts";
import { describedColumns, libraryColumn } from "../matrices/feature-columns.ts";
import type { NamesRead } from "../matrices/read-names.ts";
import { idColumn, tableWithId } from "../matrices/whole-assay.ts";
import { namingPart } from "../naming-part.ts";
import { hasSameCells, type SampleOfCells } from "./join-samples.ts";

const placed = (of: NamesRead) => (at: number) => at + 1 + of.skipped;

/** `fileOf`: by which failures call it. Of each sample, so that those who are joined by their names are one each. */
export async function uniqueFeatures(
  samples: readonly SampleOfCells[],
  fileOf: (sample: number) => string,
  settings: ReadSettings,
): Promise<readonly (readonly string[])[]> {
  const all: (readonly string[])[] = [];
  for (const [at, { features }] of samples.entries()) {
    const of = { noun: "feature", semantic: "identifier", placeOf: placed(features) } as const;
    const column = await namingPart(fileOf(at), () => idColumn("id", features.columns[0] ?? [], of, settings));
    all.push(Array.from(column.codes, (code) => column.dictionary[code] as string));
  }
  return all;
}

/** A barcode is one cell in each of several samples: cells are called after both. */
export async function cellsOfSamples(
  samples: readonly SampleOfCells[],
  fileOf: (sample: number) => string,
  settings: ReadSettings,
): Promise<Table> {
  const [cells, names, all]: [string[], string[], string[]] = [[], [], []];
  for (const [at, { sample, barcodes }] of samples.entries()) {
    const column = await namingPart(fileOf(at), () =>
      idColumn("barcode", barcodes.columns[0] ?? [], { noun: "sample", semantic: "sample", placeOf: placed(barcodes) }, settings),
    );
    for (const code of column.codes) {
      const barcode = column.dictionary[code] as string;
      cells.push(`${sample}_${barcode}`);
      names.push(sample);
      all.push(barcode);
    }
  }
  const [first] = samples;
  const described = first && hasSameCells(samples) ? first.barcodes.columns.slice(1) : [];
  const joined = described.map((_, at) => samples.flatMap(({ barcodes }) => barcodes.columns[at + 1] ?? []));
  return tableWithId(idColumn("cell", cells, { noun: "sample", semantic: "sample" }, settings), [
    // Several cells come from one of them, and people may be told apart by it.
    textColumn("sample", names, { semantic: "patient" }),
    textColumn("barcode", all, { semantic: "barcode" }),
    ...libraryColumn(all),
    ...describedColumns(joined, first?.barcodes.header ?? null, 2),
  ]);
}
