# Size and normalisation factors as R makes them: DESeq2::estimateSizeFactors of a data set (which centres
# poscounts, as estimateSizeFactorsForMatrix does not) and edgeR::calcNormFactors.
# Rscript oracle.R <counts csv, features in rows> > answers.csv
suppressMessages({library(DESeq2); library(edgeR)})
x <- as.matrix(read.csv(commandArgs(TRUE)[1], row.names = 1, check.names = FALSE))
x <- x[, colSums(x) > 0]
d <- DGEList(x)
set <- DESeqDataSetFromMatrix(x, DataFrame(row.names = colnames(x)), ~1)
out <- data.frame(sample = colnames(x),
  ratio = sizeFactors(estimateSizeFactors(set)),
  poscounts = sizeFactors(estimateSizeFactors(set, type = "poscounts")),
  tmm = calcNormFactors(d, method = "TMM")$samples$norm.factors,
  upperquartile = calcNormFactors(d, method = "upperquartile")$samples$norm.factors)
out[-1] <- lapply(out[-1], function(v) sprintf("%.15g", v))
write.csv(out, stdout(), row.names = FALSE, quote = FALSE)
