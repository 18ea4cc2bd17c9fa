# Tails of R's distributions on a grid of edge cases: distributions.tsv. R 4.2.2.
rows <- list()
add <- function(name, x, params, p) {
  call <- function(lower, log) do.call(p, c(list(x), params, list(lower.tail = lower, log.p = log)))
  of <- vapply(params, function(v) sprintf("%.17g", v), "")
  rows[[length(rows) + 1]] <<- paste(name, paste(of, collapse = ","), sprintf("%.17g", x),
    sprintf("%.17g", suppressWarnings(call(TRUE, FALSE))), sprintf("%.17g", suppressWarnings(call(FALSE, FALSE))),
    sprintf("%.17g", suppressWarnings(call(TRUE, TRUE))), sprintf("%.17g", suppressWarnings(call(FALSE, TRUE))), sep = "\t")
}
for (x in c(0, 1e-300, 1e-10, .3, .5, 1, 1.96, 3, 5, 8.3, 12, 20, 37.5, 38.5, 100, 1e5, 1e150, Inf, NaN))
  for (s in c(-1, 1)) add("normal", s * x, list(), pnorm)
for (df in c(.5, 1, 1.5, 2.3, 3, 10, 30, 100.5, 1000, 2e5, 1e6, Inf, 0, NaN))
  for (x in c(0, 1e-10, .1, .5, 1, 2, 5.5, 10, 37, 100, 1e5, 1e10, 1e100, -2, -40, -1e200, Inf, -Inf, NaN)) add("t", x, list(df), pt)
for (d1 in c(.5, 1, 2.5, 10, 300, 1e6)) for (d2 in c(.5, 3, 20.5, 1000, 1e6))
  for (x in c(0, 1e-10, .1, .9, 1, 1.1, 3, 30, 1e3, 1e10)) add("f", x, list(d1, d2), pf)
for (x in c(.5, 4, 800, Inf, -1)) { add("f", x, list(3, Inf), pf); add("f", x, list(Inf, 5), pf) }
for (df in c(.5, 1, 2, 3.7, 10, 99, 1e4, 1e6))
  for (x in c(0, 1e-300, 1e-10, .2, .9, 1, 2.1, 10, 90, 110, 1300, 1400, 1e4, 11000, 998000, 1e6, 1.03e6, 1e10, Inf)) add("chiSquared", x, list(df), pchisq)
for (shape in c(.01, .5, 1, 2.7, 60, 1e5, 2e5, 1e7)) for (rate in c(.3, 1, 7))
  for (f in c(1e-5, .5, .95, 1, 1.02, 1.3, 4, 200)) add("gamma", f * shape / rate, list(shape, rate), function(x, a, r, ...) pgamma(x, a, rate = r, ...))
for (a in c(.01, .5, 1, 3.3, 50, 2e4, 3e5)) for (b in c(.01, .5, 1, 7.7, 400, 2e5))
  for (x in c(1e-300, 1e-10, .001, .1, .5, .59, .9, .99999)) add("beta", x, list(a, b), pbeta)
for (n in c(1, 10, 1000, 1e6)) for (p in c(0, 1e-8, .01, .3, .5, .9, 1)) {
  sd <- sqrt(n * p * (1 - p))
  for (k in unique(pmin(n, pmax(-1, round(n * p + sd * c(-60, -35, -5, -1, 0, 1, 4, 20, 36, 90)))))) add("binomial", k, list(n, p), pbinom)
}
add("binomial", 2.5, list(10, .3), pbinom)
for (h in list(c(10, 20, 5), c(100, 19900, 300), c(500, 500, 500), c(3, 1e6, 1000), c(20000, 30000, 25000), c(0, 5, 3), c(5, 0, 3))) {
  mean <- h[3] * h[1] / (h[1] + h[2]); sd <- sqrt(mean * (1 - h[1] / (h[1] + h[2])) + .1)
  for (k in unique(pmin(min(h[1], h[3]), pmax(-1, round(mean + sd * c(-30, -4, -1, 0, 1, 3, 10, 35)))))) add("hypergeometric", k, as.list(h), phyper)
}
for (m in c(0, 1e-10, .5, 1, 20, 1000, 3e5)) for (k in unique(pmax(-1, round(m + sqrt(m + .1) * c(-36, -5, 0, 1, 6, 30, 60))))) add("poisson", k, list(m), ppois)
for (size in c(.1, 1, 4.5, 1000, 1e6, Inf)) for (m in c(.3, 5, 2000, 1e5)) {
  sd <- sqrt(m + m^2 / size)
  for (k in unique(pmax(-1, round(m + sd * c(-10, -1, 0, 1, 6, 25))))) add("negativeBinomial", k, list(size, m), function(x, s, m, ...) pnbinom(x, size = s, mu = m, ...))
}
writeLines(c("distribution\tparameters\tx\tlower\tupper\tlogLower\tlogUpper", unlist(rows)), "distributions.tsv")

rows <- list()
ask <- function(name, params, q) for (p in c(1e-300, 1e-20, 1e-4, .025, .3, .5, .75, .999)) for (upper in c(FALSE, TRUE)) {
  of <- vapply(params, function(v) sprintf("%.17g", v), "")
  rows[[length(rows) + 1]] <<- paste(name, paste(of, collapse = ","), sprintf("%.17g", p), if (upper) "upper" else "lower",
    sprintf("%.17g", suppressWarnings(do.call(q, c(list(p), params, list(lower.tail = !upper))))), sep = "\t")
}
ask("normal", list(), qnorm)
for (df in c(.5, 1, 2.3, 10, 1000, 1e6)) ask("t", list(df), qt)
for (d in list(c(1, 3), c(10, 300), c(2.5, .5))) ask("f", as.list(d), qf)
for (df in c(.5, 1, 3.7, 99, 1e4)) ask("chiSquared", list(df), qchisq)
for (d in list(c(.5, 1), c(2.7, 7), c(60, .3))) ask("gamma", as.list(d), function(p, a, r, ...) qgamma(p, a, rate = r, ...))
for (d in list(c(.5, .5), c(3.3, 7.7), c(50, 400))) ask("beta", as.list(d), qbeta)
writeLines(c("distribution\tparameters\tp\ttail\tx", unlist(rows)), "quantiles.tsv")
