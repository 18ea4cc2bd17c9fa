# Seurat's rule of version 3 ("vst") by R's loess(), and its LogNormalize, on two matrices of counts: Rscript highly-variable.R PBMC
# highly-variable.json (PBMC: the folder with matrix.mtx.gz; the mice of GSE96870 lie in examples/data). Seurat is not installed:
# the rule is computed here as Stuart et al. 2019 tell it.
suppressMessages({library(jsonlite); library(Matrix)})
args <- commandArgs(FALSE)
here <- dirname(sub("--file=", "", grep("--file=", args, value = TRUE)))
mice <- unname(as.matrix(read.csv(gzfile(file.path(here, "../../../../../examples/data/GSE96870_counts_cerebellum.csv.gz")), row.names = 1)))
cells <- unname(as.matrix(readMM(gzfile(file.path(commandArgs(TRUE)[1], "matrix.mtx.gz")))))
md5 <- function(v) { f <- tempfile(); cat(paste0(v, collapse = "\n"), file = f); unname(tools::md5sum(f)) }
vst <- function(x) {
  m <- rowMeans(x); v <- apply(x, 1, var); varies <- v > 0; usual <- numeric(length(v))
  usual[varies] <- 10^fitted(loess(log10(v[varies]) ~ log10(m[varies]), span = 0.3))
  z <- pmin((x - m) / sqrt(usual), sqrt(ncol(x))); s <- rowSums(z^2) / (ncol(x) - 1); s[!varies] <- 0
  s
}
chosen <- function(s, n) sort(order(s, decreasing = TRUE)[seq_len(n)])
normal <- function(x) log1p(t(t(x) / colSums(x)) * 10000)
answers <- lapply(list(mice = mice, cells = cells), function(x) {
  s <- vst(x); y <- normal(x); at <- seq(1, nrow(x), length.out = 200)
  list(standard = s[round(at)], at = round(at), sum = sum(s), kept = lapply(c(50, 500), function(n) list(n = n, md5 = md5(chosen(s, n)))),
    normal = list(sum = sum(y), squares = sum(y^2), some = y[round(at), 5]))
})
writeLines(toJSON(answers, digits = I(10), auto_unbox = TRUE), commandArgs(TRUE)[2])
