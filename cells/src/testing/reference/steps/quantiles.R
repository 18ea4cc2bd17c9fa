# What preprocessCore makes of two matrices: Rscript quantiles.R STEMCELLS quantiles.json. Data and sums as in batches.R; samples of
# the training are those whose place is no multiple of 3.
suppressMessages({library(preprocessCore); library(jsonlite)})
args <- commandArgs(FALSE)
here <- dirname(sub("--file=", "", grep("--file=", args, value = TRUE)))
single <- function(x) { x[] <- readBin(writeBin(as.vector(x), raw(), size = 4), "numeric", length(x), size = 4); x }
golub <- unname(as.matrix(read.delim(file.path(here, "../golub_49.gct"), skip = 2, check.names = FALSE)[, -(1:2)]))
cells <- read.csv(file.path(commandArgs(TRUE)[1], "expression.csv"), row.names = 1)
sets <- list(golub = golub, stemcells = single(unname(t(as.matrix(cells)))))
holes <- function(x) { for (i in seq_len(nrow(x))) for (j in seq_len(ncol(x))) if ((i * 7 + j * 3) %% 23 == 0) x[i, j] <- NA; x }
# Many values of each sample are one.
tied <- function(x) single(apply(x, 2, function(v) round(v / diff(range(v)) * 8)))
told <- function(y) {
  j <- seq_len(ncol(y)); gone <- rowSums(is.na(y)); y[is.na(y)] <- 0
  unname(cbind(y %*% ((j * 5) %% 11 - 5), y %*% ((j * 7) %% 23 - 9), rowSums(y^2), gone))
}
later <- function(x) { t <- normalize.quantiles.determine.target(x[, seq_len(ncol(x)) %% 3 != 0]); normalize.quantiles.use.target(x, t) }
answers <- lapply(sets, function(x) list(
  plain = told(normalize.quantiles(x)), holes = told(normalize.quantiles(holes(x))), tied = told(normalize.quantiles(tied(x))),
  "tied-holes" = told(normalize.quantiles(holes(tied(x)))), later = told(later(x)), "later-holes" = told(later(holes(x)))))
writeLines(toJSON(answers, digits = I(9)), commandArgs(TRUE)[2])
