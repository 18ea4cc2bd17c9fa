# Answers of base R for stats/enrichment: phyper and fisher.test; scores of gene sets by a running sum written as the paper has it, one
# gene after the other; p values by all sets (combn) and by 1,000,000 sets drawn by sample(). R 4.2.2. Rscript oracle.R > oracle.json
library(jsonlite)
counts <- data.frame(universe = c(20000, 20000, 1000, 60, 27430, 500), size = c(100, 40, 50, 10, 300, 500),
                     listed = c(1500, 300, 100, 20, 7400, 20), both = c(22, 0, 20, 10, 210, 20))
over <- lapply(seq_len(nrow(counts)), function(i) with(counts[i, ], {
  f <- if (size == universe) NULL else fisher.test(matrix(c(both, size - both, listed - both, universe - size - listed + both), 2))
  list(universe = universe, size = size, listed = listed, both = both,
       p = phyper(both - 1, size, universe - size, listed, lower.tail = FALSE),
       logP = phyper(both - 1, size, universe - size, listed, lower.tail = FALSE, log.p = TRUE),
       odds = if (is.null(f)) NULL else unname(f$estimate), interval = if (is.null(f)) NULL else as.numeric(f$conf.int))
}))
running <- function(ranked, hits, weight) {           # hits from 1
  inside <- seq_along(ranked) %in% hits
  w <- abs(ranked)^weight * inside
  cumsum(w / sum(w) - (!inside) / sum(!inside))
}
score <- function(ranked, hits, weight) {
  s <- running(ranked, hits, weight); s <- c(0, s); up <- max(s); down <- min(s)
  if (up + down > 1e-12) up else if (up + down < -1e-12) down else 0
}
# The same, of many sets at once, for a million of them.
score_of <- function(w, hits, n) {
  hits <- sort(hits); k <- length(hits); r <- w[hits]; s <- cumsum(r) / sum(r); miss <- (hits - seq_len(k)) / (n - k)
  up <- max(s - miss, 0); down <- min(c(0, s[-k]) - miss, 0)
  if (up > -down) up else if (up < -down) down else 0
}
small <- c(4.1, 3.2, 2.5, 1.9, 1.2, .8, .3, -.2, -.7, -1.1, -1.8, -2.4, -3.3, -4.6)
exact <- list()
for (weight in 0:1) for (hits in list(c(1, 2, 4, 7), c(1, 3, 9, 14), c(9, 12, 13, 14), c(2, 3))) {
  e <- score(small, hits, weight)
  every <- combn(length(small), length(hits), function(h) score(small, h, weight))
  same <- if (e >= 0) every[every >= 0] else every[every <= 0]
  exact[[length(exact) + 1]] <- list(weight = weight, hits = hits - 1, score = e, sum = running(small, hits, weight),
    p = mean(if (e >= 0) same >= e - 1e-12 else same <= e + 1e-12))
}
set.seed(11)
ranked <- sort(round(c(rnorm(380), rnorm(20, 1.6)), 4), decreasing = TRUE)
drawn <- list(); rounds <- 1e6
for (weight in 0:1) for (hits in list(c(1, 3, 8, 15, 22, 60, 70, 130, 150, 200, 350, 390), c(5, 9, 14, 30, 44, 45, 61, 75, 90, 120, 160, 210, 240, 300, 333),
    c(2, 40, 250, 330, 340, 350, 360, 370, 380, 385, 390, 395, 399, 400))) {
  w <- abs(ranked)^weight; e <- score(ranked, hits, weight); k <- length(hits)
  stopifnot(abs(e - score_of(w, hits, 400)) < 1e-12)
  many <- vapply(seq_len(rounds), function(i) score_of(w, sample.int(400, k), 400), 0)
  same <- if (e >= 0) many[many >= 0] else many[many <= 0]
  drawn[[length(drawn) + 1]] <- list(weight = weight, hits = hits - 1, score = e, p = mean(if (e >= 0) same >= e else same <= e),
    normalised = e / abs(mean(same)), sameSign = length(same))
}
cat(toJSON(list(over = over, small = small, exact = exact, ranked = ranked, drawn = drawn), auto_unbox = TRUE, digits = NA, null = "null"))
