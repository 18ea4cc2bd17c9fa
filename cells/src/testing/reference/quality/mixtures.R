# Partial correlations of the samples of GSE96870 given all others, as the rule "mixtures" takes them. In this folder: Rscript mixtures.R > mixtures.tsv
folder <- "../../../../../../shared/data/GSE96870_mouse_influenza/"
counts <- as.matrix(read.csv(gzfile(paste0(folder, "GSE96870_counts_cerebellum.csv.gz")), row.names = 1, check.names = FALSE))
logged <- log2(t(t(counts) / colSums(counts)) * 1e6 + 1)
most <- order(-apply(logged, 1, median))[seq_len(nrow(logged) %/% 2)]
rows <- logged[most, ]
width <- apply(rows, 1, IQR) / 1.349
chosen <- order(-width)[1:5000]
z <- (rows[chosen, ] - apply(rows[chosen, ], 1, median)) / width[chosen]
z <- pmin(pmax(z, -4), 4)
z <- sweep(z, 2, colMeans(z))
z <- z - rowMeans(z)
g <- crossprod(z) / nrow(z)
n <- ncol(g)
# What of its ridge is not added along the ones is nothing: there the products are 0. MASS::ginv of the rest is the same.
ridge <- .01 * mean(diag(g))
h <- diag(n) - 1 / n
partial <- -cov2cor(MASS::ginv(g + ridge * h))
diag(partial) <- NA
write.table(data.frame(sample = colnames(counts), nearest = sprintf("%.10f", apply(partial, 1, max, na.rm = TRUE)), first = sprintf("%.10f", c(NA, partial[1, -1]))), sep = "\t", quote = FALSE, row.names = FALSE)
