# limma 3.54.0 (avereps) and WGCNA 1.72-1 (collapseRows), base R (rowsum): 120 probes of 45 genes, 12 samples, some values missing.
# Rscript oracle.R > oracle.json
suppressMessages({library(limma); library(WGCNA)})
set.seed(11)
n <- 120
x <- round(matrix(rnorm(n * 12, 8, 2), n) * 64) / 64
gene <- paste0("G", sample(45, n, TRUE))
rownames(x) <- paste0("p", seq_len(n)); colnames(x) <- paste0("s", 1:12)
x[sample(length(x), 40)] <- NA
mean <- avereps(x, ID = gene)
chosen <- function(method) { r <- collapseRows(x, gene, rownames(x), method = method); r$group2row[, "selectedRowID"][unique(gene)] }
complete <- x; complete[is.na(complete)] <- 1
sums <- rowsum(round(abs(complete)), gene, reorder = FALSE)
later <- chosen("MaxMean")
j <- function(m) paste0("[", paste(apply(m, 1, function(r) paste0("[", paste(ifelse(is.na(r), "null", format(r, digits = 17, trim = TRUE)), collapse = ","), "]")), collapse = ",\n"), "]")
q <- function(v) paste0("[", paste0('"', v, '"', collapse = ","), "]")
cat('{"values":', j(x), ',\n"genes":', q(gene), ',\n"ids":', q(rownames(mean)), ',\n"mean":', j(mean), ',\n"max-mean":', q(later),
    ',\n"max-variance":', q(chosen("maxRowVariance")), ',\n"counts":', j(round(abs(complete))), ',\n"sum":', j(sums), '}\n', sep = "")
