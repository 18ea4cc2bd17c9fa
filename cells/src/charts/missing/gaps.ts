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
  const found = series ? series.map((one) => gapsIn(one, rows)) : ofFeatures(prepared);
  const first = [...found].sort((a, b) => b.n - a.n).slice(0, spec.chart.top);
  return { columns: first, all: series ? found.length : (assay?.featureCount ?? 0) };
}

function gapsIn(series: Series, rows: number): Gaps {
  const of = new Uint8Array(rows);
  let n = 0;
  for (let row = 0; row < rows; row++) {
    const isGap =
      series.kind === "text"
        ? (series.codes[row] as number) < 0 || series.levels[series.codes[row] as number] === ""
        : Number.isNaN(series.values[row]);
    if (!isGap) continue;
    of[row] = 1;
    n++;
  }
  return { name: series.name, of, n };
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
