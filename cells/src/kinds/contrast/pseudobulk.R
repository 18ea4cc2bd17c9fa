# Cells of eight donors (two conditions, two types of cells, donors that differ among each other) brought together by donor, and the types
# compared within donors and the conditions between them, by DESeq2. Rscript pseudobulk.R > pseudobulk.json
suppressMessages({library(DESeq2); library(jsonlite)})
set.seed(31)
genes <- 150; donors <- paste0("d", 1:8); cell <- expand.grid(n = 1:14, type = c("T", "B"), donor = donors, stringsAsFactors = FALSE)
cell$condition <- ifelse(as.integer(substring(cell$donor, 2)) > 4, "sick", "well"); cell <- cell[-(1:9), ]
mean <- exp(rnorm(genes, 0.5, 1.2)); byType <- ifelse(runif(genes) < 0.3, rnorm(genes), 0); bySick <- ifelse(runif(genes) < 0.25, rnorm(genes, 0, 1.2), 0)
own <- matrix(rnorm(genes * 8, 0, 0.3), genes); depth <- exp(rnorm(nrow(cell), 0, 0.4))
mu <- outer(mean, depth) * exp(outer(byType, (cell$type == "B") + 0) + outer(bySick, (cell$condition == "sick") + 0) + own[, as.integer(substring(cell$donor, 2))])
k <- matrix(rnbinom(length(mu), mu = mu, size = 2), genes)
na <- function(x) { x[!is.finite(x)] <- NA; signif(x, 9) }
ask <- function(keep, formula, contrast) {
  at <- cell[keep, ]; group <- paste(at$donor, at$type, sep = "."); sums <- t(rowsum(t(k[, keep]), factor(group, unique(group)))); large <- as.vector(table(factor(group, unique(group))) >= 10)
  sheet <- at[!duplicated(group), c("donor", "type", "condition")][large, ]; sheet$condition <- factor(sheet$condition, c("well", "sick")); sheet$type <- factor(sheet$type, c("B", "T")); sheet$donor <- factor(sheet$donor)
  d <- suppressMessages(DESeqDataSetFromMatrix(unname(sums[, large]), sheet, formula)); d <- suppressWarnings(suppressMessages(DESeq(d, quiet = TRUE, fitType = "mean"))); r <- results(d, contrast = contrast, alpha = 0.1)
  list(samples = unbox(ncol(d)), change = na(r$log2FoldChange), p = na(r$pvalue), padj = na(r$padj))
}
cat(toJSON(list(genes = unbox(genes), donor = cell$donor, type = cell$type, condition = cell$condition, counts = as.vector(t(k)),
  conditions = ask(cell$type == "T", ~condition, c("condition", "sick", "well")), types = ask(rep(TRUE, nrow(cell)), ~donor + type, c("type", "T", "B"))), digits = NA, na = "null"))
