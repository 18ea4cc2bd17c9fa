// Where values are missing in columns of a table, or in features of a matrix over its samples.

import { featureIds } from "../../artifacts/assay.ts";
import type { Prepared, Series } from "../../contract/chart-drawing.ts";
import { seriesOfColumn } from "../parts/chart-data.ts";
import { columnsNamed } from "../parts/chosen-columns.ts";
import { rowsOfMatrix } from "../parts/matrix-rows.ts";
import { words as shared } from "../parts/words.ts";
import type { MissingOptions } from "./chart.ts";

export interface Gaps {
  readonly name: string;
  /** Of each row 1 where the value is missing. */
  readonly of: Uint8Array;
  readonly n: number;
}

/** Those that lack most first; of equal ones the earlier. `all`: how many columns there are. */
export function gapsOf(prepared: Prepared<MissingOptions>): { readonly columns: readonly Gaps[]; readonly all: number } {
  const { source, spec } = prepared;
  const { assay, rows } = source;
  if (rows === 0 || assay?.featureCount === 0) shared.fail("no-rows", {}, { at: ["from"] });
  const named = columnsNamed(prepared);
  if (named?.length === 0) shared.fail("two-columns", { n: 0 }, { at: ["chart", "columns"], asks: true });
  const series = (named?.map((name, at) => source.series(name, ["chart", "columns", at], false)) ??
    (assay ? null : source.columns.map((column) => seriesOfColumn(column, rows)))) as readonly Series[] | null;
  if (!series) return { columns: ofFeatures(prepared), all: assay?.featureCount ?? 0 };
  // Of very many columns not all gaps are held at once.
  const counts = series.map((one) => countOf(one, rows));
  const most = [...series.keys()].sort((a, b) => (counts[b] as number) - (counts[a] as number) || a - b);
  const first = most.slice(0, spec.chart.top).map((at): Gaps => {
    const one = series[at] as Series;
    return {
      name: one.name,
      of: Uint8Array.from({ length: rows }, (_, row) => (isGap(one, row) ? 1 : 0)),
      n: counts[at] as number,
    };
  });
  return { columns: first, all: series.length };
}

const isGap = (series: Series, row: number): boolean =>
  series.kind === "text"
    ? (series.codes[row] as number) < 0 || series.levels[series.codes[row] as number] === ""
    : Number.isNaN(series.values[row]);

function countOf(series: Series, rows: number): number {
  let n = 0;
  for (let row = 0; row < rows; row++) if (isGap(series, row)) n++;
  return n;
}

/** Of a matrix the features that lack most, without holding all of them at once. */
function ofFeatures({ source: { assay }, spec }: Prepared<MissingOptions>): readonly Gaps[] {
  if (!assay) return [];
  const rowOf = rowsOfMatrix(assay);
  const counts = Int32Array.from({ length: assay.featureCount }, (_, feature) => countGaps(rowOf(feature)));
  const ids = featureIds(assay);
  const most = [...counts.keys()].sort((a, b) => (counts[b] as number) - (counts[a] as number) || a - b).slice(0, spec.chart.top);
  return most.map((feature) => ({
    name: ids[feature] ?? "",
    of: Uint8Array.from(rowOf(feature), (value) => (Number.isNaN(value) ? 1 : 0)),
    n: counts[feature] as number,
  }));
}

function countGaps(values: ArrayLike<number>): number {
  let n = 0;
  for (let at = 0; at < values.length; at++) if (Number.isNaN(values[at])) n++;
  return n;
}
