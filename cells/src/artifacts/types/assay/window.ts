// Rows of a matrix as JSON: of its values (the feature's id, then one number a sample), or of one of its two tables.

import type { Json } from "../../../base/json.ts";
import { asWritten } from "../../as-written.ts";
import type { Assay } from "../../artifact.ts";
import { featureIds, sampleIds, valueAt } from "../../assay.ts";
import { orderOfRanks, remembered, rowOrder, type Sort } from "../../row-order.ts";
import { clampedWindow, type TableWindow, type WindowOptions } from "../../table-window.ts";
import { windowOfTable } from "../table/window.ts";

export function windowOfAssay(assay: Assay, options: WindowOptions): TableWindow {
  const part = options.part ?? "values";
  if (part !== "values") return windowOfTable(assay[part], options);
  const { columnsFrom, columnsTo, offset, to } = clampedWindow(options, assay.featureCount, assay.sampleCount + 1);
  const order = options.sort ? assayOrder(assay, options.sort) : null;
  const features = featureIds(assay);
  const samples = sampleIds(assay);
  const columns = Array.from({ length: columnsTo - columnsFrom }, (_, at) => columnsFrom + at);
  const rows: Json[][] = [];
  for (let at = offset; at < to; at++) {
    const feature = order ? (order[at] as number) : at;
    rows.push(
      columns.map((column) =>
        column === 0 ? (features[feature] as string) : jsonOf(asWritten(valueAt(assay, feature, column - 1))),
      ),
    );
  }
  const idColumn = assay.features.columns[0];
  return {
    columns: columns.map((column) =>
      column === 0
        ? { name: idColumn?.name ?? assay.featureNoun, type: "text", semantic: idColumn?.semantic ?? "identifier" }
        : { name: samples[column - 1] as string, type: "float64" },
    ),
    rows,
    offset,
    total: assay.featureCount,
  };
}

/** A missing number of a matrix is null. */
const jsonOf = (value: number): Json => (Number.isNaN(value) ? null : Number.isFinite(value) ? value : String(value));

function assayOrder(assay: Assay, sort: Sort): Int32Array | null {
  const sample = sampleIds(assay).indexOf(sort.column);
  if (sample >= 0) {
    const ranks = Float64Array.from({ length: assay.featureCount }, (_, feature) => valueAt(assay, feature, sample));
    return remembered(assay, sort, () => orderOfRanks(ranks, null, sort.descending));
  }
  const id = assay.features.columns[0];
  return id && id.name === sort.column ? remembered(assay, sort, () => rowOrder(id, sort.descending)) : null;
}
