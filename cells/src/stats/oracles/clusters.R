# dist, cor, hclust, cutree and cophenetic of R 4.2.2, on what has ties, gaps and inversions: clusters.json.
library(jsonlite)
set.seed(7)
gaps <- matrix(round(rnorm(60), 3), 12); gaps[3, 2] <- NA; gaps[9, 5] <- NA
sets <- list(
  gaps = gaps,
  two = rbind(c(1, 2, 4), c(4, 6, 1)),
  three = rbind(c(0, 0, 1), c(1, 0, 3), c(.5, .8, 0)),
  equal = matrix(1, 5, 3),
  grid = as.matrix(expand.grid(0:4, 0:3)),
  tenths = as.matrix(expand.grid((0:3) / 10, (0:4) / 10)),
  votes = matrix(sample(0:2, 18 * 6, TRUE), 18),
  twice = { m <- matrix(round(rnorm(40), 2), 10); rbind(m, m[c(3, 1, 7), ]) },
  triangle = rbind(c(0, 0, 9), c(2, 0, 9), c(1, 1.8, 8), c(1, .7, 8.5), c(7, 7, 1)),
  ranks = matrix(sample(1:5, 14 * 8, TRUE), 14),
  many = matrix(round(rnorm(80 * 3), 2), 80))
linkages <- c("single", "complete", "average", "mcquitty", "ward.D", "ward.D2", "centroid", "median")
distances <- list(euclidean = function(m) dist(m), manhattan = function(m) dist(m, "manhattan"),
  pearson = function(m) as.dist(1 - cor(t(m), use = "pairwise")), spearman = function(m) as.dist(1 - cor(t(m), use = "pairwise", method = "spearman")))
answer <- function(m, name) Filter(Negate(is.null), lapply(names(distances), function(distance) {
  if (distance == "pearson" && (ncol(m) < 3 || any(apply(m, 1, function(v) length(unique(na.omit(v))) < 2)))) return(NULL)
  if (distance == "spearman" && (ncol(m) < 3 || any(apply(m, 1, function(v) length(unique(na.omit(v))) < 2)))) return(NULL)
  d <- distances[[distance]](m)
  list(distance = distance, d = as.vector(d), trees = lapply(linkages, function(linkage) {
    h <- hclust(d, linkage)
    at <- if (is.unsorted(h$height)) NULL else { u <- c(0, h$height); g <- which.max(diff(u)); (u[g] + u[g + 1]) / 2 }
    out <- list(linkage = linkage, merge = h$merge, height = h$height, order = h$order - 1,
      into = lapply(seq_len(min(nrow(m), 4)), function(k) unname(cutree(h, k = k)) - 1))
    if (!is.null(at)) { out$at <- at; out$below <- unname(cutree(h, h = at)) - 1 }
    if (nrow(m) < 13) out$cophenetic <- as.vector(cophenetic(h))
    out
  }))
}))
few <- function(m, name) if (name == "many") lapply(answer(m, name)[1], function(a) { a$d <- NULL; a }) else answer(m, name)
writeLines(toJSON(lapply(setNames(names(sets), names(sets)), function(name) list(rows = sets[[name]], answers = few(sets[[name]], name))),
  digits = I(17), na = "null", auto_unbox = TRUE), "clusters.json")
