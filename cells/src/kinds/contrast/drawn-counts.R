# What DESeq2 and limma-voom find in drawn counts: Rscript drawn-counts.R > drawn-counts.json. Numbers are drawn as testing/drawn.ts draws them.
suppressMessages({library(DESeq2); library(limma); library(edgeR)})
state <- 1
uniform <- function() { state <<- (16807 * state) %% 2147483647; state / 2147483647 }
draw <- function(mean, dispersion) {
  size <- 1 / dispersion; share <- mean / (mean + size); u <- uniform()
  k <- 0; term <- (1 - share)^size; below <- term
  while (u > below && k < 100000) { term <- term * (((k + size) * share) / (k + 1)); k <- k + 1; below <- below + term }
  k
}
drawn <- function(seed, genes, each, differing, fold) {
  state <<- seed
  t(sapply(seq_len(genes), function(gene) {
    mean <- exp(3 + 3 * uniform()); dispersion <- 0.05 + 2 / mean
    sapply(seq_len(2 * each), function(sample)
      draw(if (gene <= differing && sample > each) mean * (if (gene %% 2 == 1) fold else 1 / fold) else mean, dispersion))
  }))
}
answered <- function(seed, genes, each, differing, fold) {
  counts <- drawn(seed, genes, each, differing, fold)
  g <- factor(rep(c("a", "b"), each = each))
  dds <- suppressMessages(DESeq(DESeqDataSetFromMatrix(counts, data.frame(g), ~ g), minReplicatesForReplace = 7, quiet = TRUE))
  found <- results(dds, contrast = c("g", "b", "a"), alpha = 0.05)
  y <- calcNormFactors(DGEList(counts)); keep <- filterByExpr(y, group = g); y <- calcNormFactors(y[keep, , keep.lib.sizes = FALSE])
  fit <- eBayes(lmFit(voom(y, model.matrix(~ g)), model.matrix(~ g)))
  p <- q <- rep(NA, genes); p[keep] <- fit$p.value[, 2]; q[keep] <- p.adjust(fit$p.value[, 2], "BH")
  says <- function(p, q) {
    is <- !is.na(q) & q < 0.05
    sprintf('{"below":[%s],"found":%d,"false":%d}', paste(sapply(c(0.01, 0.05, 0.2), function(a) sum(p < a, na.rm = TRUE)), collapse = ","),
      sum(is), sum(is & seq_along(q) > differing))
  }
  sprintf('{"sum":%.0f,"deseq2":%s,"limma-voom":%s}', sum(counts), says(found$pvalue, found$padj), says(p, q))
}
cat(sprintf('{"null":%s,"some":%s}\n', answered(501, 1500, 3, 0, 1), answered(502, 1500, 4, 300, 3)))
