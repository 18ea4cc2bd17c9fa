# How often metafor's 95 % intervals hold the truth in drawn studies: Rscript coverage.R > coverage.json. Drawn as testing/drawn.ts draws.
suppressMessages(library(metafor))
state <- 1
uniform <- function() { state <<- (16807 * state) %% 2147483647; state / 2147483647 }
normal <- function() qnorm(uniform())
held <- function(seed, studies, tau2, method, times = 1000) {
  state <<- seed
  n <- 0
  for (at in seq_len(times)) {
    y <- se <- numeric(studies)
    for (s in seq_len(studies)) { effect <- 0.3 + sqrt(tau2) * normal(); se[s] <- 0.2 + 0.3 * uniform(); y[s] <- effect + se[s] * normal() }
    fit <- tryCatch(rma(y, sei = se, method = method, control = list(maxiter = 1000)), error = function(e) rma(y, sei = se, method = "DL"))
    if (fit$ci.lb <= 0.3 && 0.3 <= fit$ci.ub) n <- n + 1
  }
  n
}
cat(sprintf('{"fixed of 4, alike":%d,"dersimonian-laird of 4":%d,"reml of 4":%d,"reml of 30":%d}\n',
  held(601, 4, 0, "FE"), held(602, 4, 0.15, "DL"), held(602, 4, 0.15, "REML"), held(603, 30, 0.15, "REML", 400)))
