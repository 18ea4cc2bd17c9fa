# What edgeR keeps of the counts of examples/preparation without the samples that fail, and what the next ones are by their means
# and deviations: Rscript oracle.R ../../../../examples/preparation/data counts.json
suppressMessages({library(edgeR); library(jsonlite)})
args <- commandArgs(TRUE)
of <- function(name) as.matrix(read.csv(file.path(args[1], name), row.names = 1))
sheet <- read.csv(file.path(args[1], "first_samples.csv"))
failed <- c("s05", "s08", "s11", "s16", "s20")
sound <- !(sheet$sample %in% failed)
counts <- of("first_counts.csv")[, sound]
kept <- filterByExpr(counts, group = sheet$treatment[sound])
per_million <- function(y) log2(t(t(y[kept, ]) / colSums(y[kept, ])) * 1e6 + 1)
first <- per_million(counts)
variance <- apply(first, 1, var)
top <- order(-variance)[1:500]
scaled <- function(y) (y[top, ] - rowMeans(first)[top]) / sqrt(variance[top])
some <- seq(1, 500, by = 50)
shown <- function(y) lapply(split(scaled(y)[some, ], rownames(first)[top][some]), as.numeric)
write_json(list(failed = failed, kept = sum(kept), genes = sort(rownames(first)[top]),
  first = shown(first), later = shown(per_million(of("next_counts.csv")))), args[2], auto_unbox = TRUE, digits = 15)
