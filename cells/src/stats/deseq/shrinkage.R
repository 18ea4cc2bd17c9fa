# Shrunken changes of the sets of deseq2.R: lfcShrink(type = "normal"), which DESeq2 has by itself, and, of the first genes, the mode of
# apeglm's posterior and its curvature by R's optim and optimHess (what apeglm's own method "nbinomR" does; apeglm itself is not in Debian:
# its answers are those of ../shared/data/deseq2_mini). Rscript shrinkage.R > shrinkage.json
suppressMessages({library(DESeq2); library(jsonlite)})
sets <- fromJSON("deseq2.json", simplifyVector = FALSE)
num <- function(x) as.numeric(sapply(x, function(v) if (is.null(v)) NA else v))
na <- function(x) { x <- as.numeric(x); x[!is.finite(x)] <- NA; signif(x, 10) }
shrunken <- function(set) {
  counts <- matrix(num(set$counts), ncol = set$samples, byrow = TRUE)
  X <- sapply(set$columns, num); colnames(X) <- c("Intercept", paste0("c", seq_len(ncol(X) - 1)))
  dds <- suppressMessages(DESeqDataSetFromMatrix(counts, data.frame(x = factor(seq_len(set$samples))), X))
  f <- num(set$factors)
  if (length(f) > set$samples) normalizationFactors(dds) <- matrix(f, ncol = set$samples, byrow = TRUE)
  dds <- suppressWarnings(suppressMessages(DESeq(dds, quiet = TRUE, fitType = set$fit)))
  coef <- ncol(X)
  s <- suppressMessages(lfcShrink(dds, coef = coef, type = "normal"))
  r <- results(dds, name = resultsNames(dds)[coef], independentFiltering = FALSE, cooksCutoff = FALSE)
  S2 <- (log(2) * r$log2FoldChange)^2; D <- (log(2) * r$lfcSE)^2; keep <- !is.na(S2) & D > 0  # all counts of a gene replaced by 0: no change, no error, and nothing that is known of the others
  over <- function(a) { w <- 1 / (2 * (a + D[keep])^2); sum((S2[keep] - D[keep]) * w) / sum(w) - a }
  scale <- min(sqrt(if (over(1e-12) < 0) 1e-12 else uniroot(over, c(1e-12, 400), tol = 1e-12)$root), 1)
  fac <- if (length(f) > set$samples) normalizationFactors(dds) else matrix(sizeFactors(dds), nrow(dds), ncol(dds), byrow = TRUE)
  ape <- sapply(1:12, function(g) {
    y <- counts(dds)[g, ]; if (sum(y) == 0) return(c(NA, NA)); if (mcols(dds)$baseMean[g] == 0) return(c(0, 0)); d <- dispersions(dds)[g]
    nlp <- function(b) { v <- -sum(dnbinom(y, mu = fac[g, ] * exp(as.vector(X %*% b)), size = 1 / d, log = TRUE)) + log1p((b[coef] / scale)^2) + sum(b[-coef]^2) / 450; if (is.finite(v)) v else 1e6 + sum(b^2) }
    own <- as.numeric(unlist(mcols(dds)[g, resultsNames(dds)])) * log(2); own[!is.finite(own)] <- 0; none <- own; none[coef] <- 0
    fits <- lapply(list(rep_len(c(0.1, -0.1), coef), own, none), function(b) {
      for (i in 1:2) b <- optim(optim(b, nlp, control = list(reltol = 1e-12, maxit = 2000))$par, nlp, method = "BFGS", control = list(reltol = 1e-15, maxit = 2000))$par
      b
    })
    best <- fits[[which.min(sapply(fits, nlp))]]
    h <- optimHess(best, nlp, control = list(ndeps = rep(1e-4, coef))); c(best[coef], if (min(eigen(h)$values) > 0) sqrt(diag(solve(h))[coef]) else NA)
  })
  list(scale = unbox(scale), ape = na(ape[1, ]), apeError = na(ape[2, ]), name = unbox(set$name), coef = unbox(coef), change = na(s$log2FoldChange), error = na(s$lfcSE), prior = na(priorInfo(s)$betaPriorVar))
}
cat(toJSON(lapply(sets, shrunken), digits = NA, na = "null"))
