# Components of the samples of GSE96870 (CC BY 4.0), what they go with, their tree, boxes and densities, by R 4.2.2: pictures.json.
# Run in this folder.
library(jsonlite)
at <- "../../../../../examples/data/GSE96870_"
counts <- as.matrix(read.csv(gzfile(paste0(at, "counts_cerebellum.csv.gz")), row.names = 1, check.names = FALSE))
sheet <- read.csv(paste0(at, "coldata_cerebellum.csv"), row.names = 1)[colnames(counts), ]
x <- log2(t(t(counts) / colSums(counts)) * 1e6 + 1)
top <- x[order(-apply(x, 1, var))[1:500], ]
p <- prcomp(t(top))
told <- NULL
for (k in 1:6) for (column in names(sheet)) {
  v <- sheet[[column]]
  if (length(unique(v)) < 2 || (!is.numeric(v) && length(unique(v)) == length(v))) next
  a <- anova(lm(p$x[, k] ~ v))
  told <- rbind(told, data.frame(component = k - 1, column = column, r2 = a[1, 2] / sum(a[, 2]), p = a[1, 5]))
}
told$adjusted <- p.adjust(told$p, "BH")
h <- hclust(dist(t(top)))
seen <- x[rowSums(counts) > 0, ]
box <- apply(seen, 2, function(v) boxplot.stats(v)$stats)
quart <- apply(seen, 2, quantile, c(.25, .5, .75))
writeLines(toJSON(list(share = (p$sdev^2 / sum(p$sdev^2))[1:6], first = abs(p$x[, 1]), second = abs(p$x[, 2]), told = told,
  order = h$order - 1, height = h$height, quartiles = t(quart), features = nrow(seen),
  density = approx(density(seen[, 1], n = 4096, cut = 12), xout = seq(min(seen), max(seen), length.out = 96))$y), digits = 10, auto_unbox = TRUE), "pictures.json")
