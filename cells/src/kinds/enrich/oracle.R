# Answers of base R for kinds/enrich on real data: the DESeq2 table of Day 8 against Day 0 of GSE96870 (shared/data) and the mouse sets of
# the examples. phyper and BH of the list of each direction, and the score of each set by a running sum. R 4.2.2.
#   Rscript oracle.R TABLE SETS > oracle.json
library(jsonlite)
args <- commandArgs(TRUE)
d <- read.csv(args[1], row.names = 1)
lines <- strsplit(readLines(args[2]), "\t")
sets <- setNames(lapply(lines, function(x) unique(x[-(1:2)])), vapply(lines, `[`, "", 1))
tested <- rownames(d)[!is.na(d$pvalue)]
inside <- lapply(sets, intersect, tested)
inside <- inside[lengths(inside) >= 10 & lengths(inside) <= 500]
over <- function(listed) {
  k <- vapply(inside, function(s) sum(s %in% listed), 0L); m <- lengths(inside)
  p <- phyper(k - 1, m, length(tested) - m, length(listed), lower.tail = FALSE)
  data.frame(set = names(inside), size = m, overlap = k, p = p, adjusted = p.adjust(p, "BH"), row.names = NULL)
}
up <- rownames(d)[which(d$padj < .05 & d$log2FoldChange > 0)]; down <- rownames(d)[which(d$padj < .05 & d$log2FoldChange < 0)]
ranked <- d[!is.na(d$stat) & !is.na(d$pvalue), ]; ranked <- ranked[order(-ranked$stat), ]; stat <- ranked$stat; genes <- rownames(ranked)
in_ranking <- lapply(sets, intersect, genes); in_ranking <- in_ranking[lengths(in_ranking) >= 10 & lengths(in_ranking) <= 500]
score <- function(s) { hit <- genes %in% s; w <- abs(stat) * hit; r <- c(0, cumsum(w / sum(w) - (!hit) / sum(!hit))); if (max(r) > -min(r)) max(r) else min(r) }
cat(toJSON(list(tested = length(tested), up = over(up), down = over(down), listed = c(length(up), length(down)),
  scores = data.frame(set = names(in_ranking), es = vapply(in_ranking, score, 0), row.names = NULL)), digits = NA))
