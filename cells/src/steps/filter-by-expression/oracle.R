# What edgeR's filterByExpr keeps: on invented counts with ties at the bounds, and on the mice of GSE96870 (CC BY 4.0), of which the
# MD5 of the kept ids, one a line, is kept. Rscript oracle.R FOLDER_OF_GSE96870 oracle.json
suppressMessages({library(edgeR); library(jsonlite)})
args <- commandArgs(TRUE)
set.seed(18336)
genes <- 60; samples <- 9
y <- matrix(rnbinom(genes * samples, mu = rep(exp(runif(genes, 0, 5)), samples), size = 2), genes)
y[1:12, ] <- 0; for (i in 1:12) y[i, sample(samples, 1 + i %% 9)] <- 3 * i
y[58, ] <- c(10, 10, 10, 0, 0, 0, 0, 0, 0); y[59, ] <- c(5, 5, 5, 0, 0, 0, 0, 0, 0); y[60, ] <- c(7, 7, 0, 0, 0, 0, 0, 0, 0)
# Depths are equal in the first four samples, so that counts stand at the very bound.
y[57, ] <- 0; y[57, 1:4] <- max(colSums(y)[1:4]) + 50 - colSums(y)[1:4]
sheet <- data.frame(group = c("a", "a", "a", "b", "b", "b", "b", "c", "c"), batch = c("x", "y", "x", "y", "x", "y", "x", "y", "x"),
  age = c(3, 5, 4, 6, 2, 7, 5, 4, 9))
large <- matrix(rnbinom(40 * 30, mu = rep(exp(runif(40, 0, 4)), 30), size = 1), 40)
big <- data.frame(group = rep(c("p", "q"), c(14, 16)), batch = rep(c("x", "y", "z"), 10))

asked <- list(
  list(on = "small", design = "~ group"), list(on = "small", design = "~ 0 + group"), list(on = "small", design = "~ group + batch"),
  list(on = "small", design = "~ age"), list(on = "small", design = "~ 0 + age"), list(on = "small", design = "~ 1"), list(on = "small", design = "~ group * batch"),
  list(on = "small", group = "group"), list(on = "small", group = "batch"), list(on = "small"), list(on = "small", group = "group", min.count = 5, min.total.count = 20),
  list(on = "small", design = "~ batch", min.count = 1, min.total.count = 0), list(on = "small", group = "batch", large.n = 2, min.prop = 0.5),
  list(on = "small", design = "~ batch", large.n = 2, min.prop = 0.9), list(on = "small", group = "group", min.count = 0, min.total.count = 15), list(on = "small", min.count = 7.5),
  list(on = "large", group = "group"), list(on = "large", design = "~ group"), list(on = "large", design = "~ group + batch"), list(on = "large", group = "batch"),
  list(on = "large"), list(on = "large", large.n = 30), list(on = "large", min.prop = 0), list(on = "large", min.prop = 1))
mice <- read.csv(file.path(args[1], "GSE96870_coldata_cerebellum.csv"))
counts <- as.matrix(read.csv(gzfile(file.path(args[1], "GSE96870_counts_cerebellum.csv.gz")), row.names = 1, check.names = FALSE))
stopifnot(all(colnames(counts) == mice$sample))
of_mice <- list(list(design = "~ sex + time"), list(design = "~ time"), list(design = "~ sex * time"), list(design = "~ 0 + time"), list(design = "~ infection"),
  list(group = "sex"), list(group = "time"), list(group = "infection", min.count = 20), list(), list(design = "~ sex + time", large.n = 5, min.prop = 0.5), list(design = "~ sex + infection + time"))

sets <- list(small = list(y = y, d = sheet), large = list(y = large, d = big), mice = list(y = counts, d = mice))
kept <- function(a) {
  s <- sets[[a$on]]
  more <- a[intersect(names(a), c("min.count", "min.total.count", "large.n", "min.prop"))]
  if (!is.null(a$design)) more$design <- model.matrix(as.formula(a$design), s$d)
  if (!is.null(a$group)) more$group <- s$d[[a$group]]
  suppressMessages(do.call(filterByExpr, c(list(y = s$y, lib.size = colSums(s$y)), more)))
}
md5 <- function(ids) { f <- tempfile(); cat(paste0(ids, collapse = "\n"), file = f); unname(tools::md5sum(f)) }
unboxed <- function(l) lapply(l, unbox)
out <- list(made = unbox(paste(R.version.string, "edgeR", packageVersion("edgeR"))),
  sets = lapply(sets[1:2], function(s) list(counts = unname(s$y), sheet = as.list(s$d))),
  small = lapply(asked, function(a) c(unboxed(a), list(kept = unname(which(kept(a)))))),
  mice = lapply(of_mice, function(a) { a$on <- "mice"; k <- kept(a); c(unboxed(a), list(n = unbox(sum(k)), md5 = unbox(md5(rownames(counts)[k])))) }))
writeLines(toJSON(out, digits = NA), args[2], useBytes = TRUE)
