// What columns mean by their names. Names: the manuals of DESeq2 1.38 (results), edgeR 3.40 (topTags), limma 3.54 (topTable),
// Seurat 3 and 4 (FindMarkers), scanpy 1.9 (rank_genes_groups_df), clusterProfiler 4 (enrichResult), fgsea, sleuth
// (sleuth_results), MAST (summary of zlm) and cuffdiff.

import { expect, test } from "vitest";
import { numberColumn } from "../../artifacts/table.ts";
import { semanticOf } from "./semantic-type.ts";

const meaning = (name: string, values: readonly number[] = [0.04, 1, 3e-12]) => semanticOf(numberColumn(name, values), 3);

test.each([
  ["DESeq2", ["pvalue", "padj", "svalue"]],
  ["edgeR", ["PValue", "FDR", "FWER"]],
  ["limma", ["P.Value", "adj.P.Val"]],
  ["Seurat", ["p_val", "p_val_adj"]],
  ["scanpy", ["pvals", "pvals_adj"]],
  ["clusterProfiler and fgsea", ["pvalue", "p.adjust", "qvalue", "qvalues", "pval", "padj"]],
  ["sleuth", ["pval", "qval"]],
  ["MAST", ["Pr(>Chisq)", "fdr"]],
  ["cuffdiff", ["p_value", "q_value"]],
])("p values of %s are p values", (_program, names) => {
  expect(names.map((name) => meaning(name))).toEqual(names.map(() => "p-value"));
});

test("what is called so and lies outside of 0 to 1 is none, and neither are fold changes and other columns of such tables", () => {
  expect(meaning("P", [1, 2, 30])).toBe("number");
  for (const name of ["log2FoldChange", "logFC", "avg_log2FC", "logfoldchanges", "baseMean", "lfcSE", "stat", "B", "coef", "pH"])
    expect(meaning(name)).toBe("number");
});
