# DESeq2 where no curve goes through the dispersions (they rise with the mean), so that it falls back to local regression, and where local
# regression is asked for. Rscript local.R > local.json
suppressMessages({library(DESeq2); library(jsonlite)})
na <- function(x) { x <- as.numeric(x); x[!is.finite(x)] <- NA; signif(x, 10) }
one <- function(seed, disp, fit) {
  set.seed(seed); mean <- exp(rnorm(200, 4, 1.5)); d <- disp(mean)
  k <- matrix(rnbinom(200 * 8, mu = outer(mean, exp(rnorm(8, 0, 0.2))), size = 1 / d), 200)
  dds <- suppressMessages(DESeqDataSetFromMatrix(k, data.frame(x = factor(rep(c("A", "B"), each = 4))), ~x))
  dds <- suppressWarnings(suppressMessages(DESeq(dds, quiet = TRUE, fitType = fit)))
  r <- results(dds, independentFiltering = FALSE)
  list(asked = unbox(fit), came = unbox(attr(dispersionFunction(dds), "fitType")), counts = as.vector(t(k)), factors = na(sizeFactors(dds)), trended = na(mcols(dds)$dispFit), dispersion = na(dispersions(dds)), p = na(r$pvalue))
}
cat(toJSON(list(one(1, function(m) 0.01 + 0.002 * m, "parametric"), one(2, function(m) 0.05 + 2 / m, "local")), digits = NA, na = "null"))
