# Distances of R 4.2 for rows that are outliers in several columns together: Rscript outliers-placed.R > outliers-placed.json
# Robust distances by robustbase 0.95 (covMcd, least determinant of ten seeds) of all rows by centre and scatter of the training rows;
# score and orthogonal distances with their cut-offs by rrcov 1.7 (PcaClassic, scaled, as many components as hold 80 %). Data without
# holes and training rows are those of outliers.R.
suppressMessages({ library(robustbase); library(rrcov) })
args <- commandArgs(FALSE)
here <- dirname(sub("--file=", "", grep("--file=", args, value = TRUE)))
wdbc <- read.csv(file.path(here, "../../../../../examples/data/wdbc.csv"), check.names = FALSE)
gct <- read.delim(file.path(here, "../golub_49.gct"), skip = 2, check.names = FALSE)
sets <- list(
  wdbc = as.matrix(wdbc[, c("mean radius", "area error", "worst concavity", "mean texture", "mean symmetry", "worst area")]),
  golub = t(as.matrix(gct[c(1, 4, 8, 13, 21, 31), -(1:2)])))
num <- function(x) paste0("[", paste(sprintf("%.13g", x), collapse = ","), "]")
made <- character(0)
for (set in names(sets)) {
  X <- unname(sets[[set]]); train <- (seq_len(nrow(X)) - 1) %% 3 != 0; least <- NULL
  for (seed in 1:10) {
    set.seed(seed); m <- covMcd(X[train, ], nsamp = 3000)
    if (is.null(least) || m$crit < least$crit - 1e-9) least <- m
  }
  full <- PcaClassic(X, k = ncol(X), scale = TRUE)
  k <- which(cumsum(getEigenvalues(full)) / sum(getEigenvalues(full)) >= .8)[1]
  p <- PcaClassic(X, k = k, scale = TRUE)
  made <- c(made, sprintf('"%s":{"mcd":%s,"k":%d,"score":%s,"orthogonal":%s,"cutoffs":%s}', set,
    num(sqrt(mahalanobis(X, least$center, least$cov))), k, num(p@sd), num(p@od), num(c(p@cutoff.sd, p@cutoff.od))))
}
cat(sprintf("{%s}\n", paste(made, collapse = ",\n")))
