# Answers of metafor for counts.test.ts: measures of tables of two arms, and Mantel and Haenszel's estimates. Rscript counts.R > counts.json
# The first set is dat.bcg of metadat (vaccine against tuberculosis, 13 trials); others have empty cells, an arm without events in both, two
# studies, one.
suppressMessages(library(metafor))
bcg <- dat.bcg
sets <- list(
  list(ai = bcg$tpos, n1i = bcg$tpos + bcg$tneg, ci = bcg$cpos, n2i = bcg$cpos + bcg$cneg),
  list(ai = c(0, 3, 5, 12), n1i = c(20, 25, 30, 41), ci = c(4, 0, 9, 20), n2i = c(22, 24, 31, 40)),
  list(ai = c(0, 2, 7), n1i = c(15, 18, 30), ci = c(0, 6, 7), n2i = c(14, 20, 28)),
  list(ai = c(10, 1), n1i = c(10, 12), ci = c(8, 3), n2i = c(10, 11)),
  list(ai = c(9), n1i = c(50), ci = c(17), n2i = c(48))
)
one <- function(s, measure) {
  es <- escalc(measure, ai = ai, n1i = n1i, ci = ci, n2i = n2i, data = as.data.frame(s), add = 1/2, to = "only0")
  mh <- with(s, rma.mh(measure = measure, ai = ai, n1i = n1i, ci = ci, n2i = n2i, correct = FALSE, drop00 = FALSE))
  list(measure = measure, yi = c(es$yi), vi = es$vi,
    mh = list(estimate = c(mh$beta), error = mh$se, z = mh$zval, p = mh$pval, q = mh$QE, qp = if (mh$k > 1) mh$QEp else NA, i2 = mh$I2 / 100))
}
cat(jsonlite::toJSON(lapply(sets, function(s) c(s, list(answers = lapply(c("OR", "RR", "RD"), function(m) one(s, m))))),
  digits = NA, na = "null", auto_unbox = TRUE))
cat("\n")
