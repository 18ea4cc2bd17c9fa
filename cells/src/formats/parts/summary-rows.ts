// Rows that programs which count reads write beside the genes: what no gene got (htseq-count since 0.6, its older names,
// STAR's ReadsPerGene.out.tab), and totals. Counted as genes they make half of a library.

import type { MatrixRows } from "./matrix-of-content.ts";

const summary =
  /^(?:(?:__)?(?:no_feature|ambiguous|too_low_aQual|not_aligned|alignment_not_unique)|N_(?:unmapped|multimapping|noFeature|ambiguous))$/;
const total = /^(?:grand[._ ]?)?totals?$/i;

export const isSummaryName = (name: string): boolean => summary.test(name.trim());

/** Places among the features, from 0. A row called "Total" only where it is the sum of the others. */
export function summaryFeatures(rows: MatrixRows, inColumns: boolean): readonly number[] {
  const features = inColumns ? rows.ids : rows.names;
  const found: number[] = [];
  features.forEach((name, at) => {
    if (isSummaryName(name)) found.push(at);
    else if (total.test(name.trim()) && isSum(rows, at, inColumns)) found.push(at);
  });
  return found.length < features.length ? found : [];
}

/** In every sample the sum of the other features, with or without what no gene got. */
function isSum({ ids, names, data }: MatrixRows, total: number, inColumns: boolean): boolean {
  const features = inColumns ? ids : names;
  const samples = inColumns ? names.length : ids.length;
  const width = names.length;
  const at = (feature: number, sample: number): number =>
    data[inColumns ? feature * width + sample : sample * width + feature] as number;
  for (let sample = 0; sample < samples; sample++) {
    let genes = 0;
    let rest = 0;
    for (let feature = 0; feature < features.length; feature++) {
      if (feature === total) continue;
      if (isSummaryName(features[feature] as string)) rest += at(feature, sample);
      else genes += at(feature, sample);
    }
    const value = at(total, sample);
    if (Math.fround(genes) !== value && Math.fround(genes + rest) !== value) return false;
  }
  return samples > 0;
}
