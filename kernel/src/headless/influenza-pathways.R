# Answers of R for influenza-pathways.test.ts: DESeq2's model of the example's counts, its genes by phyper() against each set, and the running
# sum of each set by hand (Subramanian et al. 2005, weight 1, the signed statistic). R 4.2, DESeq2 1.38.
# In examples/data: Rscript ../../kernel/src/headless/influenza-pathways.R > ../../kernel/src/headless/influenza-pathways.json
suppressMessages(library(DESeq2))
sheet <- read.csv("GSE96870_coldata_cerebellum.csv")
counts <- as.matrix(read.csv("GSE96870_counts_cerebellum.csv.gz", row.names = 1, check.names = FALSE)[, sheet$sample])
counts <- counts[rowSums(counts) > 5, ]
fit <- suppressMessages(DESeq(DESeqDataSetFromMatrix(counts, sheet, ~ sex + time), quiet = TRUE))
res <- results(fit, contrast = c("time", "Day8", "Day0"), alpha = .05)
lines <- strsplit(readLines(gzfile("GO_processes_mouse.gmt.gz")), "\t")
sets <- setNames(lapply(lines, function(l) l[-(1:2)]), vapply(lines, `[`, "", 1))
up <- rownames(res)[which(res$padj < .05 & res$log2FoldChange > 0)]
down <- rownames(res)[which(res$padj < .05 & res$log2FoldChange < 0)]
universe <- rownames(res)[!is.na(res$pvalue)]
over <- function(listed, set) {
  set <- intersect(set, universe); hits <- length(intersect(set, listed))
  c(length(set), hits, phyper(hits - 1, length(set), length(universe) - length(set), length(listed), lower.tail = FALSE))
}
# Genes whose p is missing for an outlier are not tested, and have no place in the ranking.
rank <- sort(setNames(res$stat, rownames(res))[universe], decreasing = TRUE)
score <- function(set) {
  isIn <- names(rank) %in% set
  step <- ifelse(isIn, abs(rank) / sum(abs(rank[isIn])), -1 / sum(!isIn))
  sum <- cumsum(step); sum[which.max(abs(sum))]
}
cat(jsonlite::toJSON(list(tested = length(universe), up = length(up), down = length(down),
  sets = lapply(sets, function(s) list(up = over(up, s), down = over(down, s), ranked = unname(score(s))))), digits = NA, auto_unbox = TRUE))
cat("\n")
