# Answers of wilcox.test, and changes as Seurat takes them, for log-normalised cells that are drawn here: three groups, many zeros and ties,
# a feature that is 0 everywhere, one that is there in one group alone. Rscript wilcoxon.R > wilcoxon.json
suppressMessages(library(jsonlite))
set.seed(21)
genes <- 40; group <- rep(c("A", "B", "C"), c(40, 35, 15)); n <- length(group)
mean <- exp(rnorm(genes, 0, 1)); change <- ifelse(runif(genes) < 0.4, rnorm(genes), 0)
k <- matrix(rnbinom(genes * n, mu = outer(mean, rep(1, n)) * exp(outer(change, (group == "B") + 0.5 * (group == "C"))), size = 1), genes, n)
k[1, ] <- 0; k[2, group != "B"] <- 0
x <- round(log1p(sweep(k, 2, pmax(1, colSums(k)), "/") * 50), 4)
one <- function(of, against) {
  a <- x[, group == of]; b <- x[, group == against]; lin <- function(v) expm1(v); m <- ncol(a); o <- ncol(b)
  t <- suppressWarnings(lapply(seq_len(genes), function(i) wilcox.test(a[i, ], b[i, ], exact = FALSE)))
  w <- sapply(t, function(e) unname(e$statistic)); p <- sapply(t, function(e) e$p.value)
  fc <- function(v) log2(rowMeans(lin(v)) + 1); se <- function(v) apply(lin(v), 1, sd) / sqrt(ncol(v)) / ((rowMeans(lin(v)) + 1) * log(2))
  na <- function(v) { v[!is.finite(v)] <- NA; signif(v, 12) }
  list(of = unbox(of), against = unbox(against), w = na(w), p = na(p), adjusted = na(p.adjust(p, "BH")), auc = na(w / (m * o)), change = na(fc(a) - fc(b)), error = na(sqrt(se(a)^2 + se(b)^2)), shareOf = rowMeans(a > 0), shareAgainst = rowMeans(b > 0))
}
cat(toJSON(list(genes = unbox(genes), group = group, values = as.vector(t(x)), pairs = list(one("B", "A"), one("C", "A"), one("C", "B"))), digits = NA, na = "null"))
