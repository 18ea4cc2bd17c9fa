# Correlations of columns with gaps and ties, for correlations.test.ts. Run: Rscript correlations.R > correlations.json
set.seed(4)
of <- function(x) {
  list(
    lists = lapply(seq_len(ncol(x)), function(j) x[, j]),
    pearson = as.vector(cor(x, use = "pairwise.complete.obs")),
    spearman = as.vector(cor(x, use = "pairwise.complete.obs", method = "spearman")),
    n = as.vector(crossprod(!is.na(x)))
  )
}
whole <- round(cbind(rnorm(40), rnorm(40), rexp(40)), 3)
whole <- cbind(whole, round(whole[, 1] * 2 + whole[, 2], 2), sample(1:4, 40, TRUE))
gaps <- whole
gaps[sample(length(gaps), 35)] <- NA
cat(jsonlite::toJSON(list(whole = of(whole), gaps = of(gaps)), digits = NA, na = "null"))
