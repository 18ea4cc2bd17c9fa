# Cells that are outliers by scuttle 1.8.4 (perCellQCMetrics, isOutlier), of simulated counts (no public set of single cells with counts is
# at hand): cells.json. Run in this folder.
suppressMessages({library(scuttle); library(jsonlite)})
set.seed(21)
genes <- c(paste0("MT-ND", 1:5), paste0("MT-CO", 1:3), paste0("G", 1:32)); n <- 160
size <- rlnorm(n, 6, .35); size[c(3, 50, 120)] <- size[c(3, 50, 120)] / 12; batch <- rep(c("one", "two"), each = n / 2); size[batch == "two"] <- size[batch == "two"] * 3
mito <- rbeta(n, 4, 60); mito[c(7, 88)] <- .5
p <- rexp(40); x <- sapply(1:n, function(i) { w <- p; w[1:8] <- w[1:8] / sum(w[1:8]) * mito[i]; w[9:40] <- w[9:40] / sum(w[9:40]) * (1 - mito[i]); rpois(40, size[i] * w) })
x[, 100] <- 0
dimnames(x) <- list(genes, paste0("c", 1:n))
q <- perCellQCMetrics(x, subsets = list(Mito = 1:8))
out <- function(batch) {
  a <- isOutlier(q$sum, log = TRUE, type = "lower", batch = batch); b <- isOutlier(q$detected, log = TRUE, type = "lower", batch = batch)
  c <- isOutlier(q$subsets_Mito_percent, type = "higher", batch = batch)
  at <- function(v) { v[is.na(v)] <- FALSE; which(as.vector(v)) - 1 }
  list(counts = at(a), genes = at(b), mito = at(c), thresholds = list(as.numeric(attr(a, "thresholds")), as.numeric(attr(b, "thresholds")), as.numeric(attr(c, "thresholds"))))
}
writeLines(toJSON(list(genes = genes, batch = batch, values = as.vector(t(x)), alone = out(NULL), batches = out(batch)), digits = 10, auto_unbox = FALSE), "cells.json")
