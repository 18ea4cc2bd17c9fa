# edgeR's cpm() of two matrices of counts, bare and with norm.factors: Rscript cpm.R PBMC cpm.json (as highly-variable.R). Of each
# answer values of the fifth and the last sample and two sums are kept.
suppressMessages({library(edgeR); library(jsonlite); library(Matrix)})
args <- commandArgs(FALSE)
here <- dirname(sub("--file=", "", grep("--file=", args, value = TRUE)))
mice <- unname(as.matrix(read.csv(gzfile(file.path(here, "../../../../../examples/data/GSE96870_counts_cerebellum.csv.gz")), row.names = 1)))
cells <- unname(as.matrix(readMM(gzfile(file.path(commandArgs(TRUE)[1], "matrix.mtx.gz")))))
answers <- lapply(list(mice = mice, cells = cells), function(x) {
  at <- round(seq(1, nrow(x), length.out = 60))
  told <- function(y) list(fifth = unname(y[at, 5]), last = unname(y[at, ncol(y)]), sum = sum(y), squares = sum(y^2))
  tmm <- calcNormFactors(DGEList(x))
  # Of cells with more than three quarters of zeros there is no upper quartile.
  upper <- DGEList(x, norm.factors = if (ncol(x) > 100) rep(1, ncol(x)) else calcNormFactors(x, method = "upperquartile"))
  list(at = at, bare = told(cpm(x)), "bare-log-2" = told(cpm(x, log = TRUE, prior.count = 2)), "bare-log-0.5" = told(cpm(x, log = TRUE, prior.count = 0.5)),
    tmm = told(cpm(tmm)), "tmm-log-2" = told(cpm(tmm, log = TRUE)), "tmm-log-1" = told(cpm(tmm, log = TRUE, prior.count = 1)),
    upper = told(cpm(upper)), "upper-log-3" = told(cpm(upper, log = TRUE, prior.count = 3)))
})
writeLines(toJSON(answers, digits = I(10), auto_unbox = TRUE), commandArgs(TRUE)[2])
