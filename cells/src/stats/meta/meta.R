# Answers of metafor 3.8-1 for meta-analysis.test.ts: sets with none, some and much heterogeneity, two studies, one, and a huge effect.
# Rscript meta.R > meta.json
suppressMessages(library(metafor))
set.seed(3)
sets <- list(
  list(y = c(.10, .12, .08, .11), se = c(.03, .04, .02, .05)),
  list(y = c(.5, -.2, .9, .1, .4), se = c(.1, .12, .2, .08, .15)),
  list(y = round(rnorm(12, .3, .4), 4), se = round(runif(12, .05, .4), 4)),
  list(y = c(.2, .6), se = c(.1, .1)),
  list(y = c(.3), se = c(.1)),
  list(y = c(50, 51, 49.5), se = c(.5, .4, .6)),
  list(y = c(-1, 2, -3, 4), se = c(.01, 1, .02, 2))
)
one <- function(s, method) {
  fit <- rma(s$y, sei = s$se, method = method, control = list(threshold = 1e-14, maxiter = 10000))
  list(method = method, estimate = c(fit$beta), error = fit$se, z = fit$zval, p = fit$pval, q = fit$QE,
    qp = if (fit$k > 1) fit$QEp else NA, tau2 = fit$tau2, i2 = fit$I2 / 100)
}
cat(jsonlite::toJSON(lapply(sets, function(s) list(y = s$y, se = s$se,
  answers = lapply(c("FE", "DL", "REML"), function(m) one(s, m)))), digits = NA, auto_unbox = TRUE, na = "null"))
