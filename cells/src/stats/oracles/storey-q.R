# qvalue of Bioconductor's qvalue 2.30.0: storey-q.tsv. "stop" where it stops.
suppressMessages(library(qvalue))
set.seed(8)
cases <- list(rep(1, 4), rep(0, 3), .2, c(.97, .2, .1), c(NA, .01, .5, NA, .01, 1e-300, 0, .99), round(runif(300)^2, 2), runif(500), c(runif(200), runif(200)^8))
say <- function(v) paste(ifelse(is.na(v), "NA", sprintf("%.17g", v)), collapse = ",")
out <- "p\tlambda\tpi0\tq"
for (p in cases) for (l in list(NULL, .5)) {
  lambda <- if (is.null(l)) seq(.05, .95, .05) else l
  r <- tryCatch(qvalue(p, lambda = lambda, pi0.method = "bootstrap", lfdr.out = FALSE), error = function(e) NULL)
  out <- c(out, paste(say(p), if (is.null(l)) "" else say(l), if (is.null(r)) "stop" else say(r$pi0), if (is.null(r)) "" else say(r$qvalues), sep = "\t"))
}
writeLines(out, "storey-q.tsv")
