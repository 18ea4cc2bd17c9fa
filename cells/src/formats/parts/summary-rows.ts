// Rows that programs which count reads write beside the genes: what no gene got (htseq-count since 0.6, its older names,
// STAR's ReadsPerGene.out.tab), and totals. Counted as genes they make half of a library.

import type { MatrixRows } from "./matrix-of-content.ts";
import { type Grid, isCertainSummary, summaryColumns } from "./summary-columns.ts";

const summary =
  /^(?:(?:__)?(?:no_feature|ambiguous|too_low_aQual|not_aligned|alignment_not_unique)|N_(?:unmapped|multimapping|noFeature|ambiguous))$/;

export const isSummaryName = (name: string): boolean => summary.test(name.trim());

/** Places among the features, from 0. A row called "Total" or "Mean" only where it is the sum or the mean of the others. */
export function summaryFeatures(rows: MatrixRows, inColumns: boolean): readonly number[] {
  const features = inColumns ? rows.ids : rows.names;
  const counted = places(features, isSummaryName);
  const found = [...counted, ...computedAmong(rows, inColumns, counted)].sort((a, b) => a - b);
  return found.length < features.length ? found : [];
}

/** Samples in rows: a row that is the sum or the mean of the other rows is none of them. */
export function summarySamples(rows: MatrixRows): readonly number[] {
  const found = computedAmong(rows, true, []);
  return found.length < rows.ids.length ? found : [];
}

const places = (names: readonly string[], is: (name: string) => boolean): readonly number[] =>
  [...names.keys()].filter((at) => is(names[at] as string));

/** Those that are called so and are so (Max is a gene), with or without what no gene got. */
function computedAmong(rows: MatrixRows, ofRows: boolean, counted: readonly number[]): readonly number[] {
  const { data } = rows;
  const width = rows.names.length;
  const names = ofRows ? rows.ids : rows.names;
  if (!names.some(isCertainSummary)) return [];
  const others = ofRows ? rows.names : rows.ids;
  const computedOf = (left: ReadonlySet<number>): readonly number[] => {
    const kept = [...names.keys()].filter((at) => !left.has(at));
    const grid: Grid = {
      rows: others.length,
      columns: kept.length,
      at: (row, column) =>
        data[ofRows ? (kept[column] as number) * width + row : row * width + (kept[column] as number)] as number,
    };
    return summaryColumns(
      kept.map((at) => names[at] as string),
      grid,
    ).apart.flatMap(({ column, of }) => {
      const at = kept[column] as number;
      return of !== null && isCertainSummary(names[at] as string) ? [at] : [];
    });
  };
  return [...new Set([...computedOf(new Set(counted)), ...(counted.length > 0 ? computedOf(new Set()) : [])])];
}
