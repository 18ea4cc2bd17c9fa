# What fpc's clusterboot and cluster's clusGap answer for iris: run by hand in this folder, Rscript how-many.R. Both draw at random:
# the answers are means of 200 draws.
suppressMessages({library(cluster); library(fpc); library(jsonlite)})
set.seed(11)
x <- as.matrix(iris[, 1:4])
# scikit-learn's iris is Fisher's; R's differs in two rows: the rows go along.
stable <- lapply(c(2, 3, 5), function(k) {
  found <- clusterboot(x, B = 200, bootmethod = "boot", clustermethod = kmeansCBI, krange = k, runs = 20, seed = 1, count = FALSE)
  list(k = k, labels = found$result$partition, means = found$bootmean)
})
gap <- clusGap(x, kmeans, K.max = 6, B = 200, d.power = 2, spaceH0 = "original", nstart = 20, verbose = FALSE)
write_json(
  list(values = x, stable = stable, gap = gap$Tab[, "gap"], error = gap$Tab[, "SE.sim"], logW = gap$Tab[, "logW"],
       says = maxSE(gap$Tab[, "gap"], gap$Tab[, "SE.sim"], method = "Tibs2001SEmax")),
  "how-many.json", digits = 8, auto_unbox = TRUE
)
