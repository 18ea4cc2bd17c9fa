# Answers of DESeq2 for small sets whose counts are drawn here, so that each path of the method is walked: cells of few samples, a
# group without a read, three degrees of freedom and fewer, counts that are outliers and are replaced, two groups only, a number in the
# design, an interaction, factors of each count (average lengths), likelihood ratios. Rscript deseq2.R > deseq2.json
suppressMessages({library(DESeq2); library(jsonlite)})
draw <- function(seed, genes, samples, groups, effects = 0.3) {
  set.seed(seed)
  mean <- exp(rnorm(genes, 4, 1.5)); disp <- 0.05 + 2 / mean
  depth <- exp(rnorm(samples, 0, 0.3))
  change <- ifelse(runif(genes) < effects, rnorm(genes, 0, 1), 0)
  matrix(rnbinom(genes * samples, mu = outer(mean, depth) * exp(outer(change, groups)), size = 1 / disp), genes, samples)
}
answer <- function(name, counts, sheet, design, contrasts, reduced = NULL, fit = "parametric", factors = NULL, alpha = 0.1) {
  dds <- suppressMessages(DESeqDataSetFromMatrix(counts, sheet, design))
  if (!is.null(factors)) normalizationFactors(dds) <- factors
  dds <- suppressWarnings(suppressMessages(DESeq(dds, quiet = TRUE, fitType = fit)))
  X <- attr(dds, "modelMatrix")
  f <- dispersionFunction(dds)
  na <- function(x) { x <- as.numeric(x); x[!is.finite(x)] <- NA; signif(x, 10) }
  d <- mcols(dds)
  out <- list(name = unbox(name), fit = unbox(attr(f, "fitType")), samples = unbox(ncol(counts)), counts = as.vector(t(counts)), columns = unname(apply(X, 2, as.numeric, simplify = FALSE)),
    factors = if (is.null(factors)) na(sizeFactors(dds)) else as.vector(t(normalizationFactors(dds))),
    trend = if (attr(f, "fitType") == "mean") na(attr(f, "mean")) else na(attr(f, "coefficients")), prior = na(attr(f, "dispPriorVar")), 
    mean = na(d$baseMean), own = na(d$dispGeneEst), map = na(d$dispMAP), dispersion = na(d$dispersion), outlier = as.integer(d$dispOutlier),
    cooks = na(d$maxCooks), replaced = if (is.null(d$replace)) rep(0L, nrow(counts)) else as.integer(d$replace))
  out$contrasts <- lapply(contrasts, function(con) {
    r <- results(dds, contrast = con, alpha = alpha); far <- results(dds, contrast = con, alpha = alpha, lfcThreshold = 0.5)
    list(asked = if (is.numeric(con)) con else unbox(paste(con, collapse = " ")), change = na(r$log2FoldChange), error = na(r$lfcSE), p = na(r$pvalue), padj = na(r$padj), least = na(far$stat), leastP = na(far$pvalue), threshold = unbox(as.numeric(metadata(r)$filterThreshold)))
  })
  if (!is.null(reduced)) {
    l <- suppressWarnings(suppressMessages(DESeq(dds, test = "LRT", reduced = reduced, quiet = TRUE, fitType = fit)))
    r <- results(l, alpha = alpha)
    out$ratio <- list(columns = unname(apply(model.matrix(reduced, sheet), 2, as.numeric, simplify = FALSE)), statistic = na(r$stat), p = na(r$pvalue), padj = na(r$padj))
  }
  out
}
g <- function(...) factor(rep(c("A", "B"), ...))
sets <- list()
c1 <- draw(1, 300, 8, rep(0:1, each = 4)); c1[1, ] <- 0; c1[2, 5:8] <- 0; c1[3, 1:4] <- 0; c1[4, ] <- c(0,0,0,0,0,0,0,1); c1[5, 2] <- 40000; c1[6, ] <- c(5,6,5,7,5000,6000,5500,9000)
sets[[1]] <- answer("two groups of four", c1, data.frame(x = g(each = 4)), ~x, list(c(0, 1)), ~1)
c2 <- draw(2, 250, 4, c(0, 0, 1, 1))
sets[[2]] <- answer("two and two", c2, data.frame(x = g(each = 2)), ~x, list(c(0, 1)), fit = "mean")
c3 <- draw(3, 300, 5, c(0, 0, 1, 1, 1)); c3[9, 1:2] <- 0
sets[[3]] <- answer("three degrees of freedom", c3, data.frame(x = factor(c("A", "A", "B", "B", "B"))), ~x, list(c(0, 1)), fit = "mean")
c4 <- draw(4, 300, 24, rep(0:2, each = 8)); c4[7, 3] <- 30000; c4[8, 20] <- 50000; c4[9, ] <- 0; c4[9, 4] <- 3000; c4[10, 1:16] <- 0
sets[[4]] <- answer("three groups of eight, outliers replaced", c4, data.frame(x = factor(rep(c("A", "B", "C"), each = 8))), ~x, list(c("x", "B", "A"), c("x", "C", "B"), c(0, -1, 1)), ~1)
c5 <- draw(5, 300, 12, rep(0:1, c(8, 4))); c5[7, 3] <- 30000; c5[8, 12] <- 50000; c5[11, c(2, 12)] <- 60000
sets[[5]] <- answer("eight and four, some replaceable", c5, data.frame(x = factor(rep(c("A", "B"), c(8, 4)))), ~x, list(c(0, 1)), ~1)
c6 <- draw(6, 300, 16, rep(0:1, 8)); c6[3, seq(2, 16, 2)] <- 0
s6 <- data.frame(x = factor(rep(c("A", "B"), 8)), b = factor(rep(c("u", "v"), each = 8)), age = round(seq(20, 80, length.out = 16) + c(3, -5)))
sets[[6]] <- answer("interaction and a number", c6, s6, ~b + age + x + b:x, list(c(0, 0, 0, 1, 0), c(0, 0, 0, 0, 1), c(0, 0, 0, 1, 1)), ~b + age)
c7 <- draw(7, 250, 8, rep(0:1, each = 4)); set.seed(70)
nf <- matrix(exp(rnorm(250 * 8, 0, 0.2)), 250, 8); nf <- nf / exp(rowMeans(log(nf)))
sets[[7]] <- answer("factors of each count", c7, data.frame(x = g(each = 4)), ~x, list(c(0, 1)), factors = nf)
cat(toJSON(sets, digits = NA, na = "null"))
