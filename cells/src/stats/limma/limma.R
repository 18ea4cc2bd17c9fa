# Answers of limma for small sets whose values are drawn here, so that each path is walked: one and two degrees of freedom, features
# that do not vary, missing values, weights (also of 0), variances that are all the same, features that vary far more than the others,
# a trend, blocks, an interaction, a least change, counts. Rscript limma.R > limma.json
suppressMessages({library(limma); library(edgeR); library(jsonlite)})
na <- function(x) { x <- as.numeric(x); ifelse(is.finite(x), signif(x, 9), ifelse(is.infinite(x), ifelse(x > 0, 1e300, -1e300), NA)) }
byrow <- function(m) na(t(m))
draw <- function(seed, genes, samples, group, d0 = 6, s0 = 0.3) {
  set.seed(seed)
  level <- runif(genes, 2, 12)
  sd <- if (is.infinite(d0)) rep(s0, genes) else s0 * sqrt(d0 / rchisq(genes, d0))
  change <- ifelse(runif(genes) < 0.2, rnorm(genes), 0)
  round(level + outer(change, group) + matrix(rnorm(genes * samples), genes, samples) * sd, 4)
}
one <- function(fit, contrasts) {
  asked <- if (is.null(contrasts)) fit else contrasts.fit(fit, contrasts)
  asks <- function(trend, robust) {
    e <- suppressWarnings(eBayes(asked, trend = trend, robust = robust))
    # treat stops where a feature has no coefficient.
    tr <- if (anyNA(asked$coefficients)) NULL else suppressWarnings(treat(asked, lfc = 0.5, trend = trend, robust = robust))
    f <- topTable(e, coef = seq_len(ncol(e$coefficients)), number = Inf, sort.by = "none")
    list(trend = unbox(trend), robust = unbox(robust), dfPrior = na(e$df.prior), scale = na(e$s2.prior), variance = na(e$s2.post), dfTotal = na(e$df.total),
      contrasts = lapply(seq_len(ncol(e$coefficients)), function(at) list(change = na(e$coefficients[, at]), t = na(e$t[, at]), p = na(e$p.value[, at]), odds = na(e$lods[, at]),
        least = if (is.null(tr)) NA else na(tr$t[, at]), leastP = if (is.null(tr)) NA else na(tr$p.value[, at]))),
      f = na(e$F), fp = na(e$F.p.value))
  }
  # eBayes stops where a feature has no values and there is a trend.
  if (anyNA(fit$Amean)) list(asks(FALSE, FALSE), asks(FALSE, TRUE)) else list(asks(FALSE, FALSE), asks(TRUE, FALSE), asks(FALSE, TRUE), asks(TRUE, TRUE))
}
answer <- function(name, y, design, contrasts, weights = NULL, block = NULL, counts = NULL) {
  out <- list(name = unbox(name), features = unbox(nrow(y)), samples = unbox(ncol(y)), columns = unname(apply(design, 2, as.numeric, simplify = FALSE)), contrasts = unname(apply(contrasts, 2, as.numeric, simplify = FALSE)))
  correlation <- NULL
  if (!is.null(counts)) {
    sizes <- colSums(counts)
    v <- voom(counts, design, lib.size = sizes)
    if (!is.null(block)) {
      first <- duplicateCorrelation(v, design, block = block)$consensus
      v <- voom(counts, design, lib.size = sizes, block = block, correlation = first)
      out$first <- unbox(first)
    }
    y <- v$E; weights <- v$weights
    out$counts <- as.vector(t(counts)); out$voomWeights <- byrow(weights)
  } else { out$values <- byrow(y); if (!is.null(weights)) out$weights <- byrow(weights) }
  if (!is.null(block)) {
    d <- suppressWarnings(duplicateCorrelation(y, design, block = block, weights = weights))
    correlation <- d$consensus; out$blocks <- as.integer(factor(block)); out$correlation <- unbox(correlation); out$atanh <- na(d$atanh.correlations)
  }
  fit <- suppressWarnings(lmFit(y, design, weights = weights, block = block, correlation = correlation))
  out$fit <- list(beta = byrow(fit$coefficients), stdev = byrow(fit$stdev.unscaled), sigma = na(fit$sigma), df = na(fit$df.residual), mean = na(fit$Amean))
  out$answers <- one(fit, contrasts)
  out
}
sets <- list()
two <- function(...) model.matrix(~factor(rep(c("A", "B"), c(...))))
y <- draw(1, 60, 6, rep(0:1, each = 3)); y[1, ] <- 7; y[2, ] <- c(1, 1, 1, 5, 5, 5)
sets$a <- answer("three and three, some that do not vary", y, two(3, 3), cbind(c(0, 1)))
sets$b <- answer("one degree of freedom", draw(2, 50, 3, c(0, 0, 1)), two(2, 1), cbind(c(0, 1)))
sets$c <- answer("two degrees of freedom", draw(3, 50, 4, c(0, 0, 1, 1)), two(2, 2), cbind(c(0, 1)))
y <- draw(4, 60, 8, rep(0:1, each = 4)); set.seed(40); y[sample(length(y), 60)] <- NA
y[1, ] <- NA; y[2, 1:4] <- NA; y[3, 2:8] <- NA; y[4, c(2:4, 6:8)] <- NA
sets$d <- answer("missing values", y, two(4, 4), cbind(c(0, 1)))
y <- draw(5, 60, 8, rep(0:1, each = 4)); set.seed(50); w <- matrix(round(rexp(length(y)) + 0.1, 3), nrow(y)); w[1, 1] <- 0; w[2, 1:4] <- 0
three <- cbind(1, c(0,0,0,1,1,1,0,0), c(0,0,0,0,0,0,1,1))
sets$e <- answer("weights", y, three, cbind(c(0, 1, 0), c(0, 0, 1), c(0, -1, 1)), weights = w)
sets$f <- answer("all of one variance", draw(17, 50, 8, rep(0:1, each = 4), d0 = Inf), two(4, 4), cbind(c(0, 1)))
y <- draw(7, 90, 8, rep(0:1, each = 4), d0 = 12); set.seed(70); y[1:6, ] <- round(y[1:6, ] + matrix(rnorm(48, 0, 6), 6), 4)
sets$g <- answer("some that vary far more", y, two(4, 4), cbind(c(0, 1)))
y[sample(90 * 8, 45)] <- NA
sets$h <- answer("some that vary far more, and missing values", y, two(4, 4), cbind(c(0, 1)))
y <- draw(8, 60, 8, rep(0:1, each = 4), d0 = Inf); y[1:3, ] <- round(y[1:3, ] + matrix(rnorm(24, 0, 4), 3), 4)
sets$i <- answer("one variance but for a few", y, two(4, 4), cbind(c(0, 1)))
s <- data.frame(x = factor(rep(c("A", "B"), 6)), b = factor(rep(c("u", "v"), c(5, 7))), age = c(20, 31, 44, 52, 60, 71, 25, 33, 41, 50, 66, 70))
sets$j <- answer("interaction and a number", draw(9, 50, 12, rep(0:1, 6)), model.matrix(~ b * x + age, s), cbind(c(0, 0, 1, 0, 0), c(0, 0, 1, 0, 1), c(0, 0, 0, 0, 1), c(0, 0, 0, 1, 0)))
donor <- c("a", "a", "b", "b", "c", "c", "d", "d", "e", "f"); y <- draw(10, 50, 10, rep(0:1, 5))
set.seed(100); y <- round(y + t(sapply(1:50, function(i) rnorm(6, 0, 0.4)[factor(donor)])), 4); pairs <- model.matrix(~factor(rep(c("A", "B"), 5)))
sets$k <- answer("blocks", y, pairs, cbind(c(0, 1)), block = donor)
z <- y; z[sample(length(z), 35)] <- NA; z[1, ] <- NA; z[2, 3:10] <- NA
sets$l <- answer("blocks and missing values", z, pairs, cbind(c(0, 1)), block = donor)
w <- matrix(round(rexp(length(y)) + 0.2, 3), nrow(y))
sets$m <- answer("blocks and weights", y, pairs, cbind(c(0, 1)), weights = w, block = donor)
counts <- function(seed, genes, samples, group) { set.seed(seed); mu <- outer(exp(rnorm(genes, 4, 1.5)), exp(rnorm(samples, 0, 0.3))) * exp(outer(ifelse(runif(genes) < 0.2, rnorm(genes), 0), group)); matrix(rnbinom(genes * samples, mu = mu, size = 10), genes, samples) }
k <- counts(11, 80, 8, rep(0:1, each = 4)); k[1, ] <- 0; k[2, 1:4] <- 0
sets$n <- answer("counts", k, two(4, 4), cbind(c(0, 1)), counts = k)
k <- counts(12, 80, 10, rep(0:1, 5)); k <- round(k * t(sapply(1:80, function(i) exp(rnorm(6, 0, 0.5))[factor(donor)])))
sets$o <- answer("counts and blocks", k, pairs, cbind(c(0, 1)), block = donor, counts = k)
cat(toJSON(unname(sets), digits = NA, na = "null"))
