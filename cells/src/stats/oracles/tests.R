# Tests of R 4.2.2 (ks.test, wilcox.test, kruskal.test, oneway.test, chisq.test, fisher.test, cor.test): tests.json.
library(jsonlite)
set.seed(11)
options(warn = -1)
num <- function(v) lapply(as.numeric(v), function(x) if (is.nan(x) || is.na(x)) "NaN" else if (is.infinite(x)) (if (x > 0) "Infinity" else "-Infinity") else x)
pairs <- list(list(rnorm(8), rnorm(11, 1)), list(c(1, 2, 2, 3, 5, 5, 5), c(2, 4, 5, 6, 6, 7)), list(1:5, 6:10), list(rnorm(60), rnorm(70, .8)), list(3, c(1, 2)),
  list(rep(2, 4), rep(2, 5)), list(c(1, 1, 1, 2), c(1, 2, 2, 2, 2)), list(rnorm(150), rnorm(120)), list(rexp(300), rexp(300) * 1.3), list(1:49, 25:73 + .5), list(1:30, 31:75),
  list(round(rnorm(40), 1), round(rnorm(45, .4), 1)), list(c(1e308, -1e308, 0), c(5e307, 1, 2, 3)))
two <- lapply(pairs, function(p) {
  x <- round(p[[1]], 3); y <- round(p[[2]], 3)
  ks <- ks.test(x, y); w <- wilcox.test(x, y); u <- wilcox.test(x, y, correct = FALSE, exact = FALSE)
  list(x = num(x), y = num(y), ks = num(c(ks$statistic, ks$p.value)), limit = num(ks.test(x, y, exact = FALSE)$p.value), exact = num(ks.test(x, y, exact = TRUE)$p.value),
    w = num(c(w$statistic, w$p.value)), plain = num(u$p.value))
})
sets <- list(list(rnorm(6), rnorm(7, 1), rnorm(5)), list(c(1, 2, 2), c(2, 3), c(3, 3, 4, 5)), list(1:3, 4:9), list(rnorm(40), rnorm(50, 3), rnorm(30, 3), rnorm(9)), list(c(1, 2), c(1, 2)),
  list(c(1000001, 1000002, 1000003), c(1000004, 1000005, 1000009)))
several <- lapply(sets, function(g) {
  g <- lapply(g, round, 3); v <- unlist(g); f <- factor(rep(seq_along(g), lengths(g)))
  k <- kruskal.test(v, f); a <- oneway.test(v ~ f, var.equal = TRUE); w <- oneway.test(v ~ f)
  list(groups = lapply(g, num), kruskal = num(c(k$statistic, k$parameter, k$p.value)), anova = num(c(a$statistic, a$parameter, a$p.value)), welch = num(c(w$statistic, w$parameter, w$p.value)))
})
tables <- list(c(3, 1, 1, 3), c(12, 5, 7, 29), c(0, 5, 9, 4), c(1, 9, 11, 3), c(200, 150, 90, 310), c(1000, 20, 30, 4000), c(2, 0, 0, 2), c(5, 5, 5, 5), c(1, 0, 30, 500))
fours <- lapply(tables, function(t) {
  m <- matrix(t, 2, byrow = TRUE); f <- fisher.test(m); c1 <- chisq.test(m); c0 <- chisq.test(m, correct = FALSE)
  list(counts = t, fisher = num(c(f$p.value, f$estimate, f$conf.int)), corrected = num(c(c1$statistic, c1$p.value)), plain = num(c(c0$statistic, c0$p.value)), expected = min(c0$expected))
})
large <- lapply(list(matrix(c(10, 20, 30, 6, 9, 4), 2, byrow = TRUE), matrix(c(1, 2, 3, 4, 5, 6, 7, 8, 90), 3), matrix(c(3, 0, 1, 0, 4, 2, 1, 1, 5, 2, 0, 3), 3), matrix(c(2, 3, 4, 2, 1, 0, 3, 6), 2), matrix(c(7, 1, 2, 9), 2)),
  function(m) { t <- chisq.test(m); list(counts = m, fisher = fisher.test(m, workspace = 2e7)$p.value, test = num(c(t$statistic, t$parameter, t$p.value))) })
lists <- list(list(rnorm(7), rnorm(7)), list(1:9, c(2, 1, 4, 3, 6, 5, 9, 7, 8)), list(1:6, c(1, 3, 2, 4, 5, 6) * 1.5), list(rnorm(40), NULL), list(c(1, 2, 2, 3, 4, 4), c(2, 1, 3, 3, 5, 4)), list(rnorm(120), NULL), list(rnorm(1400), NULL),
  list(1:8, 8:1), list(1:3, c(1, 3, 2)), list(c(1, 2, 3, 4, 5), c(1, 2, 3, 4, 5.001)), list(1:12, c(1:11, 0)))
both <- lapply(lists, function(p) {
  x <- round(p[[1]], 4); y <- round(if (is.null(p[[2]])) x * .3 + rnorm(length(x)) else p[[2]], 4)
  one <- function(m) { t <- cor.test(x, y, method = m); num(c(t$estimate, t$statistic, t$p.value)) }
  list(x = x, y = y, pearson = one("pearson"), spearman = one("spearman"), kendall = one("kendall"))
})
writeLines(toJSON(list(two = two, several = several, fours = fours, large = large, both = both), digits = I(16), auto_unbox = TRUE), "tests.json")
