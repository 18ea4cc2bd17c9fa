# Numbers of R 4.2 for samples that are unlike the others: Rscript outlying-samples.R > outlying-samples.json
# GSE96870 (examples/data), of which sample 3 was thinned to a hundredth, the genes of sample 8 were shuffled, and sample 15 is half of
# itself and half of sample 1. Of log2(CPM + 1): medians of Pearson correlations over the 5,000 most variable genes and their MAD z (of
# at least .001); logarithms of library sizes by median and MAD; score and orthogonal distances of the 500 most variable genes by rrcov
# 1.7 (PcaClassic, as many components as hold 80 %).
suppressMessages(library(rrcov))
args <- commandArgs(FALSE)
here <- dirname(sub("--file=", "", grep("--file=", args, value = TRUE)))
X <- as.matrix(read.csv(gzfile(file.path(here, "../../../../../examples/data/GSE96870_counts_cerebellum.csv.gz")), row.names = 1))
F <- X
F[, 3] <- floor(F[, 3] / 100)
F[, 8] <- F[((seq_len(nrow(F)) - 1) * 7919) %% nrow(F) + 1, 8]
F[, 15] <- floor((F[, 15] + F[, 1]) / 2)
num <- function(x) paste0("[", paste(sprintf("%.13g", x), collapse = ","), "]")
told <- function(X) {
  L <- log2(sweep(X, 2, colSums(X), "/") * 1e6 + 1)
  v <- apply(L, 1, var)
  top <- function(n) order(-v, seq_along(v))[seq_len(n)]
  C <- cor(L[top(5000), ]); diag(C) <- NA
  med <- apply(C, 1, median, na.rm = TRUE)
  z <- (med - median(med)) / max(mad(med), .001)
  size <- log2(colSums(X)); sz <- (size - median(size)) / mad(size)
  Y <- t(L[top(500), ])
  full <- prcomp(Y); k <- which(cumsum(full$sdev^2) / sum(full$sdev^2) >= .8)[1]
  p <- PcaClassic(Y, k = k)
  sprintf('{"z":%s,"size":%s,"k":%d,"score":%s,"orthogonal":%s,"cutoffs":%s}', num(z), num(sz), k, num(p@sd), num(p@od), num(c(p@cutoff.sd, p@cutoff.od)))
}
cat(sprintf('{"plain":%s,\n"faults":%s}\n', told(X), told(F)))
