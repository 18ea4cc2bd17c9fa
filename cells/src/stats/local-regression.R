# locfit 1.5-9.7 with nothing chosen, on points of three shapes: corners of its cells with values, slopes and bandwidths, and values at
# places inside and outside. Rscript local-regression.R > local-regression.json
suppressMessages({library(locfit); library(jsonlite)})
one <- function(name, x, y, w) {
  f <- locfit(y ~ x, data = data.frame(x, y), weights = w)
  at <- c(min(x) - 0.5, seq(min(x), max(x), length.out = 23), max(x) + 0.5)
  list(name = unbox(name), x = x, y = y, weights = w, corners = f$eva$xev, values = f$eva$coef[, 1], slopes = f$eva$coef[, 2], bandwidths = f$eva$coef[, 10], at = at, predicted = predict(f, data.frame(x = at)))
}
set.seed(1)
x1 <- sort(rnorm(200, 5, 2)); x2 <- log(rexp(500) * 1000 + 0.1); x3 <- c(rep(1:10, 6), 30)
cat(toJSON(list(one("waves, heavy at the right", x1, sin(x1) + rnorm(200, 0, 0.3), exp(x1)),
  one("dispersions by means", x2, log(0.05 + 2 / exp(x2)) + rnorm(500, 0, 0.5), exp(x2)),
  one("ties and one far off", x3, sqrt(x3) + rnorm(61, 0, 0.1), rep(1, 61))), digits = NA))
