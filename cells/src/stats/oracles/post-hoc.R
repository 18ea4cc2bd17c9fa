# What R 4.2.2 and effectsize 0.8.3 say after tests of groups, and of effects: post-hoc.json. Games and Howell's and Dunn's pairs are
# written out, as no package of Debian has them; roots are looked for to 1e-12, where wilcox.test stops at 1e-4 of its own.
suppressMessages({ library(jsonlite); library(effectsize) })
set.seed(11)
data <- list(
  small = list(c(4.1, 5.2, 6.3, 5.5), c(7.1, 8.8, 7.4, 9.9, 8.1), c(5.0, 5.9, 6.6)),
  spread = list(round(rnorm(12, 5), 3), round(rnorm(9, 6, 3), 3), round(rnorm(20, 8, .5), 3), round(rnorm(7, 5.5, 2), 3)),
  ties = list(c(1, 2, 2, 3, 3, 4), c(2, 3, 4, 4, 5, 6, 6), c(5, 6, 6, 7, 8)),
  far = list(round(rnorm(30, 0, 1), 4), round(rnorm(30, 3, 1), 4), round(rnorm(30, 6, 1), 4))
)
several <- lapply(data, function(x) {
  v <- unlist(x); g <- factor(rep(seq_along(x), lengths(x))); k <- length(x)
  pairs <- combn(k, 2)
  tukey <- TukeyHSD(aov(v ~ g))$g
  howell <- apply(pairs, 2, function(p) {
    a <- x[[p[1]]]; b <- x[[p[2]]]; ea <- var(a) / length(a); eb <- var(b) / length(b); e <- sqrt((ea + eb) / 2)
    df <- (ea + eb)^2 / (ea^2 / (length(a) - 1) + eb^2 / (length(b) - 1)); d <- mean(a) - mean(b); w <- qtukey(.95, k, df) * e
    c(d, d - w, d + w, df, ptukey(abs(d) / e, k, df, lower.tail = FALSE))
  })
  r <- rank(v); n <- length(v); t <- table(v); s <- n * (n + 1) / 12 - sum(t^3 - t) / (12 * (n - 1))
  m <- tapply(r, g, mean)
  z <- apply(pairs, 2, function(p) (m[p[1]] - m[p[2]]) / sqrt(s * sum(1 / lengths(x)[p])))
  p <- 2 * pnorm(-abs(z))
  one <- oneway.test(v ~ g, var.equal = TRUE)
  eta <- suppressMessages(eta_squared(aov(v ~ g), alternative = "two.sided"))
  h <- kruskal.test(v, g)
  ncp <- function(q, p, df) if (pchisq(q, df) < p) 0 else uniroot(function(l) pchisq(q, df, l) - p, c(0, 1000), tol = 1e-12)$root
  epsilon <- sapply(c(.975, .025), function(p) min(1, ncp(unname(h$statistic), p, k - 1) / (n - 1)))
  list(groups = x, tukey = cbind(-tukey[, 1], -tukey[, 3], -tukey[, 2], tukey[, 4]), howell = t(howell),
    dunn = cbind(z, p, p.adjust(p, "BH"), p.adjust(p, "holm")), eta = c(eta$Eta2, eta$CI_low, eta$CI_high), epsilon = epsilon)
})
two <- function(x, y, paired = FALSE, level = .95) {
  w <- suppressWarnings(wilcox.test(x, y, paired = paired, conf.int = TRUE, conf.level = level, tol.root = 1e-12))
  r <- suppressWarnings(rank_biserial(x, y, paired = paired, ci = level))
  list(x = x, y = y, paired = paired, level = level, shift = c(w$estimate, w$conf.int), biserial = c(r$r_rank_biserial, r$CI_low, r$CI_high))
}
far <- function(n, m, s) round(rnorm(n, m, s), 5)
shifts <- list(
  two(c(1.1, 2.3, 3.7, 4.9, 8.2), c(4.4, 5.6, 6.1, 7.5, 9.3, 10.8)), two(far(20, 1, 2), far(30, 2, 1)), two(far(20, 1, 2), far(30, 2, 1), level = .9),
  two(c(1, 2, 2, 3, 5, 9), c(2, 4, 4, 6, 7, 8, 8)), two(far(60, 0, 1), far(55, .5, 2)), two(far(121, 0, 1), far(75, 3, 2)),
  two(c(125, 115, 130, 140, 141, 115.5, 139, 120), c(110, 122, 125, 119, 142, 124, 123, 135), TRUE), two(far(30, 1, 1), far(30, 2, 1), TRUE),
  two(far(101, 1, 1), far(101, 1.5, 1), TRUE), two(c(3, 5, 6, 8, 9, 9, 12, 4, 7), c(1, 4, 4, 9, 5, 5, 3, 1, 2), TRUE)
)
counts <- list(matrix(c(8, 3, 2, 9), 2), matrix(c(8, 3, 2, 9, 4, 5), 2), matrix(c(80, 30, 20, 90, 40, 50, 12, 12, 60), 3))
v <- lapply(counts, function(m) { c <- suppressWarnings(cramers_v(m, adjust = FALSE, alternative = "two.sided")); list(counts = t(m), v = c(c$Cramers_v, c$CI_low, c$CI_high)) })
writeLines(toJSON(list(several = unname(several), shifts = shifts, v = v), digits = I(15), auto_unbox = TRUE), "post-hoc.json")
