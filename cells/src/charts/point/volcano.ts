// A table of differences: a fold change, as a logarithm, and a p value. Drawn against each other they are a volcano plot. By
// the names that programs give them (DESeq2, limma, edgeR, Seurat, scanpy, clusterProfiler); a p that was adjusted for the
// number of tests goes before one that was not.

import type { Above } from "../../contract/menu-entry.ts";

export interface VolcanoColumns {
  readonly foldChange: string;
  readonly p: string;
}

/** Small letters and digits: log2FoldChange, log2_fold_change and "log2 fold change" are one name. */
const folded = (name: string): string => name.toLowerCase().replaceAll(/[^a-z0-9]/g, "");

/** No plain ratio: its half and its double are not alike far from 1. */
const foldChange = /^(?:avg|mean|est|estimated|shrunken)?(?:log2?|l2?)(?:f|fold)(?:c|change)s?$|^log2?ratio$/;
const adjusted =
  /^(?:padj(?:ust(?:ed)?)?|adj(?:usted)?p(?:val(?:ue)?)?s?|p(?:val(?:ue)?)?s?adj(?:usted)?|fdr|bh|q(?:val(?:ue)?)?s?|svalue)$/;
const plain = /^(?:p|pvals?|pvalues?|rawp|pvalueraw|nomp(?:val(?:ue)?)?)$/;

export function volcanoColumns(above: Above | null): VolcanoColumns | null {
  if (above?.type !== "table") return null;
  const named = (pattern: RegExp): string | undefined => above.numberColumns.find((name) => pattern.test(folded(name)));
  const x = named(foldChange);
  const p = named(adjusted) ?? named(plain);
  return x !== undefined && p !== undefined ? { foldChange: x, p } : null;
}
