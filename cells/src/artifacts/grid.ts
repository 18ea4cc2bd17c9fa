// A table or a matrix as the rows and columns that other programs read: what every format that is written starts from.

import type { Assay, Column, Table } from "./artifact.ts";
import { asWritten } from "./as-written.ts";
import { ofByte } from "./assay.ts";

export interface Grid {
  readonly rowCount: number;
  readonly columns: readonly GridColumn[];
}
export interface GridColumn {
  readonly name: string;
  readonly type: Column["type"];
  /** null = missing. NaN is a number. */
  at(row: number): string | number | boolean | null;
}

export const gridOfTable = (table: Table): Grid => ({ rowCount: table.rowCount, columns: table.columns.map(gridColumn) });

/** One row per feature: what is known of it, then one column per sample, with the digits that a matrix keeps. NaN means missing. */
export function gridOfAssay(assay: Assay): Grid {
  const samples = gridOfTable(assay.samples).columns[0];
  const { values, sampleCount } = assay;
  const column = (sample: number): GridColumn => {
    const name = String(samples?.at(sample) ?? sample + 1);
    if (values.layout === "dense") {
      return { name, type: "float64", at: (row) => present(values.data[row * sampleCount + sample]) };
    }
    if (values.layout === "bytes") {
      return { name, type: "int32", at: (row) => present(ofByte(values.data[row * sampleCount + sample] as number)) };
    }
    const byFeature = new Map<number, number>();
    const end = values.offsets[sample + 1] ?? 0;
    for (let at = values.offsets[sample] ?? 0; at < end; at += 1) {
      byFeature.set(values.featureIndex[at] ?? -1, values.data[at] ?? Number.NaN);
    }
    return { name, type: "float64", at: (row) => present(byFeature.get(row) ?? 0) };
  };
  return {
    rowCount: assay.featureCount,
    columns: [...assay.features.columns.map(gridColumn), ...Array.from({ length: sampleCount }, (_, sample) => column(sample))],
  };
}

const present = (value: number | undefined): number | null =>
  value === undefined || Number.isNaN(value) ? null : asWritten(value);

function gridColumn(column: Column): GridColumn {
  const { name, type, valid } = column;
  const isMissing = (row: number): boolean => valid !== null && valid[row] === 0;
  switch (column.type) {
    case "text":
      return { name, type, at: (row) => (isMissing(row) ? null : (column.dictionary[column.codes[row] ?? -1] ?? "")) };
    case "boolean":
      return { name, type, at: (row) => (isMissing(row) ? null : column.values[row] === 1) };
    default:
      return { name, type, at: (row) => (isMissing(row) ? null : (column.values[row] ?? null)) };
  }
}
