// A matrix as one table.

import { distinctNames } from "../../../base/distinct-names.ts";
import { asWritten } from "../../as-written.ts";
import type { Assay, Column, Table } from "../../artifact.ts";
import { denseData, sampleIds } from "../../assay.ts";

/** A row per feature: what is known of it, then a column per sample, which may be called as a column of the features is. */
export function wideTable(assay: Assay): Table {
  const { featureCount: rows, sampleCount: width } = assay;
  const data = denseData(assay);
  const samples = sampleIds(assay).map((name, sample): Column => {
    const values = new Float64Array(rows);
    const valid = new Uint8Array(rows).fill(1);
    for (let row = 0; row < rows; row++) {
      const value = data[row * width + sample] as number;
      // What was not measured is missing.
      if (Number.isNaN(value)) valid[row] = 0;
      else values[row] = asWritten(value);
    }
    return { name, type: "float64", values, valid: valid.includes(0) ? valid : null };
  });
  const columns = [...assay.features.columns, ...samples];
  const names = distinctNames(columns.map((column) => column.name));
  return { type: "table", rowCount: rows, columns: columns.map((column, at) => ({ ...column, name: names[at] ?? "" })) };
}
