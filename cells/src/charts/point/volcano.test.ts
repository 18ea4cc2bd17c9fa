// Which columns of a table of differences are drawn against each other.

import { describe, expect, test } from "vitest";
import type { CellId } from "../../base/ids.ts";
import type { Above } from "../../contract/menu-entry.ts";
import { point } from "./chart.ts";
import { volcanoColumns } from "./volcano.ts";

const table = (...numberColumns: string[]): Above => ({
  ref: { ref: "cell_results" as CellId },
  name: "results",
  summary: null,
  type: "table",
  groupColumns: ["biotype"],
  numberColumns,
  gene: null,
});

describe("the names that programs give", () => {
  test.each([
    ["DESeq2", ["baseMean", "log2FoldChange", "lfcSE", "stat", "pvalue", "padj"], "log2FoldChange", "padj"],
    ["limma", ["logFC", "AveExpr", "t", "P.Value", "adj.P.Val", "B"], "logFC", "adj.P.Val"],
    ["edgeR", ["logFC", "logCPM", "F", "PValue", "FDR"], "logFC", "FDR"],
    ["Seurat", ["p_val", "avg_log2FC", "pct.1", "pct.2", "p_val_adj"], "avg_log2FC", "p_val_adj"],
    ["scanpy", ["scores", "logfoldchanges", "pvals", "pvals_adj"], "logfoldchanges", "pvals_adj"],
    ["DESeq2 with s values", ["baseMean", "log2FoldChange", "lfcSE", "svalue"], "log2FoldChange", "svalue"],
    ["edgeR by Holm", ["logFC", "logCPM", "LR", "PValue", "FWER"], "logFC", "FWER"],
    ["Seurat 3", ["p_val", "avg_logFC", "pct.1", "pct.2", "p_val_adj"], "avg_logFC", "p_val_adj"],
    ["sleuth", ["pval", "qval", "b", "se_b", "mean_obs"], "b", "qval"],
    ["MAST", ["Pr(>Chisq)", "ci.hi", "ci.lo", "coef", "fdr"], "coef", "fdr"],
    ["MAST, not adjusted", ["Pr(>Chisq)", "coef", "z"], "coef", "Pr(>Chisq)"],
    ["cuffdiff", ["value_1", "value_2", "log2(fold_change)", "test_stat", "p_value", "q_value"], "log2(fold_change)", "q_value"],
    ["p of clusterProfiler beside a fold change", ["logFC", "pvalue", "p.adjust", "qvalue"], "logFC", "p.adjust"],
    ["a p alone", ["log2FC", "P"], "log2FC", "P"],
  ])("%s: an adjusted p goes before a plain one", (_program, columns, foldChange, p) => {
    expect(volcanoColumns(table(...columns))).toEqual({ foldChange, p });
  });
});

test.each([
  ["no p", ["log2FoldChange", "stat"]],
  ["no fold change", ["padj", "baseMean"]],
  ["a ratio, which is no logarithm", ["FoldChange", "padj"]],
  ["an error of the fold change", ["lfcSE", "padj"]],
  ["limma's log odds and a coefficient of something else", ["B", "b", "coef", "adj.P.Val"]],
  ["an enrichment by clusterProfiler, which has no fold change", ["NES", "pvalue", "p.adjust", "qvalue", "Count"]],
  ["a pH and a price", ["pH", "price", "logFC"]],
])("without them there is none: %s", (_title, columns) => {
  expect(volcanoColumns(table(...columns))).toBeNull();
});

test("of such a table points begin as a volcano: the fold change across, p upwards on a logarithmic axis, the smallest above", () => {
  const above = table("baseMean", "log2FoldChange", "pvalue", "padj");
  expect(point.menu?.fits?.(above)).toBe(4);
  expect(point.menu?.begins?.(above)).toEqual({
    x: "log2FoldChange",
    y: "padj",
    logY: true,
    chart: { type: "point", smallestAbove: true, leastX: 1, passY: 0.05 },
  });
  expect(point.menu?.begins?.(table("age", "weight"))).toEqual({ x: "age", y: "weight", color: "biotype" });
});

test("after a table without numbers points are not offered", () => {
  expect(point.menu?.fits?.(table())).toBe(0);
  expect(point.menu?.fits?.(table("age"))).toBe(2);
});

test("a volcano names its genes on hover where a column has their names, and no samples", () => {
  const begun = (semantic: "gene" | "identifier" | "sample" | "text") => {
    const columns = [{ name: "gene", type: "text" as const, semantic }];
    return point.menu?.begins?.({ ...table("log2FoldChange", "padj"), summary: { type: "table", shape: [145, 3], columns } });
  };
  expect(begun("gene")?.["labels"]).toBe(true);
  expect(begun("identifier")?.["labels"]).toBe(true);
  expect(begun("sample")).not.toHaveProperty("labels");
  expect(begun("text")).not.toHaveProperty("labels");
});
