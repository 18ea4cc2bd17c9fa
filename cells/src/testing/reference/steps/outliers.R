# Numbers of R 4.2 for the step outliers: Rscript outliers.R > outliers.json. Data, holes and training rows are those of make.py.
# Of each column how far each row lies by median and MAD, quartiles, mean and deviation, and Rosner's test as the NIST/SEMATECH
# e-Handbook, section 1.3.5.17.3, writes it in R.
args <- commandArgs(FALSE)
here <- dirname(sub("--file=", "", grep("--file=", args, value = TRUE)))
wdbc <- read.csv(file.path(here, "../../../../../examples/data/wdbc.csv"), check.names = FALSE)
gct <- read.delim(file.path(here, "../golub_49.gct"), skip = 2, check.names = FALSE)
sets <- list(
  wdbc = as.matrix(wdbc[, c("mean radius", "area error", "worst concavity", "mean texture", "mean symmetry", "worst area")]),
  golub = t(as.matrix(gct[c(1, 4, 8, 13, 21, 31), -(1:2)])))
holes <- function(X) {
  for (row in seq_len(nrow(X)) - 1) for (col in seq_len(ncol(X)) - 1)
    if ((row * 7 + col * 3) %% 11 == 0) X[row + 1, col + 1] <- NA
  X
}
far <- function(x, lo, hi, spread) ifelse(x > hi, (x - hi) / spread, ifelse(x < lo, (x - lo) / spread, 0))
by <- list(
  mad = function(t, x) far(x, median(t), median(t), mad(t)),
  iqr = function(t, x) { q <- quantile(t, c(.25, .75), names = FALSE); far(x, q[1], q[2], q[2] - q[1]) },
  z = function(t, x) far(x, mean(t), mean(t), sd(t)))
grouped <- function(f, t, x, gt, gx) { out <- rep(NA_real_, length(x))
  for (g in unique(gx)) out[gx == g] <- f(na.omit(t[gt == g]), x[gx == g])
  out }
rosner <- function(y, alpha, k) {
  left <- seq_along(y); R <- lambda <- numeric(0); at <- integer(0)
  for (i in 1:k) {
    v <- y[left]; n <- length(v); dev <- abs(v - mean(v)) / sd(v); w <- which.max(dev)
    p <- 1 - alpha / (2 * n); t <- qt(p, n - 2)
    R[i] <- (v[w] - mean(v)) / sd(v); lambda[i] <- t * (n - 1) / sqrt((n - 2 + t^2) * n); at[i] <- left[w]; left <- left[-w]
  }
  above <- which(abs(R) > lambda)
  list(R = R, lambda = lambda, count = if (length(above)) max(above) else 0L, at = at)
}
num <- function(x) paste0("[", paste(ifelse(is.na(x), "null", sprintf("%.15g", x)), collapse = ","), "]")
rows <- function(M) { every <- max(1, nrow(M) %/% 40)
  paste0("[", paste(apply(M[seq(1, nrow(M), every), , drop = FALSE], 1, num), collapse = ","), "]") }
parts <- character(0)
for (set in names(sets)) {
  X <- holes(sets[[set]]); at <- seq_len(nrow(X)) - 1; train <- at %% 3 != 0; group <- at %% 4
  made <- character(0)
  for (rule in names(by)) {
    f <- by[[rule]]
    made <- c(made, sprintf('"%s":%s', rule, rows(apply(X, 2, function(x) f(na.omit(x[train]), x)))))
    made <- c(made, sprintf('"%s-group":%s', rule, rows(apply(X, 2, function(x) grouped(f, x[train], x, group[train], group)))))
  }
  for (col in 1:6) {
    present <- which(!is.na(X[, col])); r <- rosner(X[present, col], .05, 10)
    made <- c(made, sprintf('"esd-%d":[%s,%s,%s]', col, num(r$R), num(r$lambda), num(head(present[r$at] - 1, r$count))))
  }
  parts <- c(parts, sprintf('"%s":{%s}', set, paste(made, collapse = ",")))
}
cat(sprintf("{%s}\n", paste(parts, collapse = ",\n")))
