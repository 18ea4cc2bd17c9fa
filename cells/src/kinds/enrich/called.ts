// How columns of tested genes are called, and whether a table is of such: then its numbers are of groups of samples.

export type Role = "change" | "statistic" | "p" | "adjusted";

/** What DESeq2, limma, edgeR, Seurat and scanpy call them, in small letters without marks, the likeliest first. */
export const called: { readonly [role in Role]: readonly string[] } = {
  change: [
    "log2foldchange",
    "logfc",
    "log2fc",
    "lfc",
    "avglog2fc",
    "avglogfc",
    "logfoldchanges",
    "log2ratio",
    "foldchangelog2",
    "change",
  ],
  statistic: ["stat", "t", "statistic", "z", "zscore", "waldstat", "scores", "score"],
  p: ["pvalue", "pval", "p", "pvals", "rawp", "pnominal"],
  adjusted: ["padj", "adjpval", "fdr", "padjust", "qvalue", "pvaladj", "pvalsadj", "adjpvalue", "pvalueadj", "q", "bh"],
};
export const plain = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, "");

interface Asked {
  readonly p: string;
  readonly adjusted: string;
  readonly method: { readonly type: string; readonly by?: unknown; readonly flag?: unknown };
}

/**
 * What genes are asked by comes of a test. Without p values, or by a column of which nobody knows anything, it may be what was measured
 * in one individual, or which genes are mutated in it.
 */
export function isOfTest({ p, adjusted, method }: Asked, columns: readonly string[]): boolean {
  const isP = (name: string): boolean => called.p.includes(plain(name)) || called.adjusted.includes(plain(name));
  if (method.by === "column") return false;
  if (typeof method.flag === "string" && method.flag !== "" && !isP(method.flag)) return false;
  return p !== "" || adjusted !== "" || columns.some(isP);
}
