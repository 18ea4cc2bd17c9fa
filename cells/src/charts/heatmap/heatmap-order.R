# What heatmap.test.ts compares with: R 4.2.2, stats. Rscript heatmap-order.R > heatmap-order.json
set.seed(7)
genes <- 30; samples <- 12
x <- round(matrix(rnorm(genes * samples, mean = rep(c(2, 5, 8), each = genes / 3)), genes) +
  outer(rep(c(-2, 0, 2), each = genes / 3), rep(c(-1, 1), each = samples / 2)), 3)
z <- t(scale(t(x)))
away <- function(m, how) if (how == "euclidean") dist(m) else as.dist(1 - cor(t(m), method = how))
number <- function(v) paste0("[", paste(format(v, digits = 15, trim = TRUE), collapse = ","), "]")
answers <- c()
# Not by ranks: of twelve samples many pairs are equally near, and rounding decides.
for (how in c("euclidean", "pearson")) for (linkage in c("complete", "average", "ward.D2")) {
  rows <- hclust(away(z, how), linkage); columns <- hclust(away(t(z), how), linkage)
  stopifnot(identical(order.dendrogram(as.dendrogram(rows)), rows$order))
  answers <- c(answers, sprintf(
    '{"distance":"%s","linkage":"%s","rows":%s,"columns":%s,"three":%s,"two":%s}', how, linkage,
    number(rows$order), number(columns$order), number(cutree(rows, 3)), number(cutree(columns, 2))))
}
d <- as.matrix(dist(t(x))); h <- hclust(dist(t(x)))
cat(sprintf('{"values":[%s],\n"answers":[%s],\n"distances":{"order":%s,"first":%s}}\n',
  paste(apply(x, 1, number), collapse = ",\n"), paste(answers, collapse = ",\n"), number(h$order), number(d[h$order[1], h$order])))
