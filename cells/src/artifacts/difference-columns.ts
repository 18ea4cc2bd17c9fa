// What programs call the columns of a table of differences: DESeq2 (results), edgeR (topTags), limma (topTable), Seurat
// (FindMarkers, versions 3 and 4), scanpy (rank_genes_groups_df), clusterProfiler and fgsea, sleuth (sleuth_results), MAST
// (summary of zlm), cuffdiff (gene_exp.diff). By name alone: whether values can be p values is asked by whoever has them.

/** Small letters and digits: log2FoldChange, log2_fold_change and "log2 fold change" are one name. */
const folded = (name: string): string => name.toLowerCase().replaceAll(/[^a-z0-9]/g, "");

/** No plain ratio: its half and its double are not alike far from 1. */
const foldChange = /^(?:avg|mean|est|estimated|shrunken)?(?:log2?|l2?)(?:f|fold)(?:c|change)s?$|^log2?ratio$/;
const adjusted =
  /^(?:padj(?:ust(?:ed)?)?|adj(?:usted)?p(?:val(?:ue)?)?s?|p(?:val(?:ue)?)?s?adj(?:ust(?:ed)?)?|fdr|fwer|bh|q(?:val(?:ue)?)?s?|svalue)$/;
const plain = /^(?:p|pvals?|pvalues?|rawp|pvalueraw|nomp(?:val(?:ue)?)?|prchisq)$/;

/** Adjusted for the number of tests. */
export const isAdjustedP = (name: string): boolean => adjusted.test(folded(name));
export const isPlainP = (name: string): boolean => plain.test(folded(name));

export const isFoldChange = (name: string): boolean => foldChange.test(folded(name));

/** The column of the logarithm of a fold change; of sleuth and MAST the coefficient, which is one where its error or test stands beside it. */
export function foldChangeOf(names: readonly string[]): string | undefined {
  const of = (name: string, beside: string): string | undefined =>
    names.includes(name) && names.includes(beside) ? name : undefined;
  return names.find((name) => foldChange.test(folded(name))) ?? of("b", "se_b") ?? of("coef", "Pr(>Chisq)");
}
