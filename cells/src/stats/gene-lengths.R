# Small quant files of Salmon written here, read by tximport with a table of genes, and DESeq2's factors of each count and results of the
# same. Rscript gene-lengths.R > gene-lengths.json
suppressMessages({library(tximport); library(DESeq2); library(jsonlite)})
set.seed(5)
genes <- 60; tx <- 150; n <- 6
gene <- c(seq_len(genes), sample(genes, tx - genes, TRUE)); length <- round(exp(rnorm(tx, 7, 0.5)))
mean <- exp(rnorm(tx, 4, 1.5)); mean[gene == 7] <- 0
dir <- tempfile(); dir.create(dir)
files <- file.path(dir, paste0("s", 1:n, ".sf")); quants <- list()
for (s in 1:n) {
  eff <- pmax(length - round(runif(1, 150, 250)), 20)
  use <- mean * exp(rnorm(tx, if (s > 3) 0.4 * (seq_len(tx) %% 5 == 0) else 0, 0.3)); use[gene == 8 & s == 2] <- 0
  reads <- round(use * (0.8 + 0.1 * s) + runif(tx) * (use > 0), 3); tpm <- reads / eff; tpm <- round(tpm / sum(tpm) * 1e6, 6)
  quants[[s]] <- data.frame(Name = paste0("t", seq_len(tx)), Length = length, EffectiveLength = eff, TPM = tpm, NumReads = reads)
  write.table(quants[[s]], files[s], sep = "\t", quote = FALSE, row.names = FALSE)
}
tx2gene <- data.frame(tx = paste0("t", seq_len(tx)), gene = paste0("g", gene))
read <- function(how) suppressMessages(tximport(files, type = "salmon", tx2gene = tx2gene, countsFromAbundance = how))
txi <- read("no"); scaled <- read("lengthScaledTPM")
dds <- suppressWarnings(suppressMessages(DESeqDataSetFromTximport(txi, data.frame(x = factor(rep(c("A", "B"), each = 3))), ~x)))
dds <- suppressWarnings(suppressMessages(DESeq(dds, quiet = TRUE, fitType = "mean")))
r <- results(dds, independentFiltering = FALSE)
rows <- function(m) as.vector(t(m))
na <- function(x) { x <- as.numeric(x); x[!is.finite(x)] <- NA; signif(x, 10) }
cat(toJSON(list(samples = unbox(n), gene = tx2gene$gene, genes = rownames(txi$counts), counts = rows(sapply(quants, `[[`, "NumReads")),
  tpm = rows(sapply(quants, `[[`, "TPM")), effective = rows(sapply(quants, `[[`, "EffectiveLength")), geneCounts = rows(txi$counts), geneTpm = rows(txi$abundance),
  geneLengths = rows(txi$length), scaled = rows(scaled$counts), factors = rows(normalizationFactors(dds)), p = na(r$pvalue), change = na(r$log2FoldChange)), digits = NA, na = "null"))
