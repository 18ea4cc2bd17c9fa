# Tests of R 4.2.2 (t.test, wilcox.test of pairs, mcnemar.test, binom.test, shapiro.test, and all ways of dealing two groups): more-tests.json.
library(jsonlite)
set.seed(12)
options(warn = -1)
num <- function(v) lapply(as.numeric(v), function(x) if (is.nan(x) || is.na(x)) "NaN" else if (is.infinite(x)) (if (x > 0) "Infinity" else "-Infinity") else x)
pairs <- list(list(rnorm(8), rnorm(11, 1)), list(c(1, 2), c(4, 6)), list(c(1, 2, 2, 3), c(2, 2, 2)), list(rnorm(60), rnorm(70, .8)), list(rnorm(5, 1e6), rnorm(4, 1e6)),
  list(c(1e200, 2e200, 4e200), c(5e200, 7e200, 1e200)), list(c(1e-200, 2e-200, 4e-200), c(5e-200, 7e-200, 1e-200)), list(rnorm(30), rnorm(30, 5)), list(rexp(200), rexp(150) * 1.5))
j <- function(m) if (m < 2) NaN else exp(lgamma(m / 2) - log(sqrt(m / 2)) - lgamma((m - 1) / 2))
two <- lapply(pairs, function(p) {
  x <- signif(p[[1]], 6); y <- signif(p[[2]], 6)
  u <- max(abs(c(x, y))); if (u < 1e100 && u > 1e-100) u <- 1
  one <- function(...) { t <- t.test(x / u, y / u, ...); num(c(t$statistic, t$parameter, t$p.value, (t$estimate[1] - t$estimate[2]) * u, t$conf.int * u)) }
  nx <- length(x); ny <- length(y)
  g <- j(nx + ny - 2) * (mean(x / u) - mean(y / u)) / sqrt((var(x / u) * (nx - 1) + var(y / u) * (ny - 1)) / (nx + ny - 2))
  list(x = num(x), y = num(y), welch = one(), student = one(var.equal = TRUE), g = num(g + c(0, -1, 1) * qnorm(.975) * sqrt(1 / nx + 1 / ny + g^2 / (2 * (nx + ny)))),
    all = if (choose(nx + ny, nx) > 2e5) "NaN" else { v <- c(x / u, y / u); d <- combn(nx + ny, nx, function(i) abs(mean(v[i]) - mean(v[-i]))); mean(d >= abs(mean(x / u) - mean(y / u)) * (1 - 1e-9)) })
})
lists <- list(list(rnorm(9), rnorm(9, 1)), list(c(1, 2, 3, 4, 5), c(1, 3, 5, 2, 9)), list(c(1, 2, 3, 4), c(2, 3, 4, 5.5)), list(rnorm(49), rnorm(49)), list(rnorm(50), rnorm(50, .3)), list(round(rnorm(40), 1), round(rnorm(40), 1)), list(c(5, 3), c(1, 2)), list(1:20 + rexp(20), 1:20))
paired <- lapply(lists, function(p) {
  x <- round(p[[1]], 4); y <- round(p[[2]], 4); w <- wilcox.test(x, y, paired = TRUE); t <- t.test(x, y, paired = TRUE); d <- x - y; n <- length(d)
  g <- j(n - 1) * mean(d) / sd(d)
  list(x = x, y = y, signed = num(c(w$statistic, w$p.value)), t = num(c(t$statistic, t$parameter, t$p.value, t$estimate, t$conf.int)), g = num(g + c(0, -1, 1) * qnorm(.975) * sqrt(1 / n + g^2 / (2 * n))))
})
squares <- lapply(list(c(794, 86, 150, 570), c(10, 3, 12, 8), c(5, 4, 4, 1), c(1, 0, 9, 1), c(20, 1, 2, 30)), function(m) {
  s <- matrix(m, 2, byrow = TRUE); t <- mcnemar.test(s); b <- binom.test(s[1, 2], s[1, 2] + s[2, 1])
  list(counts = s, test = num(c(t$statistic, t$parameter, t$p.value)), exact = num(c(b$p.value, b$conf.int / (1 - b$conf.int))))
})
three <- local({ s <- matrix(c(20, 5, 3, 9, 15, 4, 1, 8, 12), 3, byrow = TRUE); t <- mcnemar.test(s); list(counts = s, test = num(c(t$statistic, t$parameter, t$p.value))) })
shapes <- lapply(list(rnorm(3), rnorm(4), rnorm(5), rnorm(6), rexp(11), rexp(12), rnorm(50), rexp(200), round(rnorm(30), 1), runif(1000), c(1, 1, 1, 2), rt(1500, 3)), function(v) {
  v <- signif(v, 7); s <- shapiro.test(v); list(x = v, test = num(c(s$statistic, s$p.value)))
})
writeLines(toJSON(list(two = two, paired = paired, squares = squares, three = three, shapes = shapes), digits = I(16), auto_unbox = TRUE), "more-tests.json")
