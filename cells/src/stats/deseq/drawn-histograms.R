# The histograms that DESeq2 1.38 (estimateDispersionsPriorVar) compares with where three degrees of freedom or fewer are left: 10,000
# numbers drawn after set.seed(2) for each of 200 variances. Rscript drawn-histograms.R > drawn-histograms.ts
brks <- -20:20/2
grid <- seq(from = 0, to = 8, length = 200)
digits <- function(free) {
  set.seed(2)
  rows <- sapply(grid, function(x) {
    drawn <- log(rchisq(10000, df = free)) + rnorm(10000, 0, sqrt(x)) - log(free)
    drawn <- drawn[drawn > min(brks) & drawn < max(brks)]
    counts <- hist(drawn, breaks = brks, plot = FALSE)$counts
    first <- min(which(counts > 0))
    last <- max(which(counts > 0))
    paste(c(first - 1, counts[first:last]), collapse = " ")
  })
  paste0('  "', paste(rows, collapse = ","), '",')
}
cat("// Made by drawn-histograms.R with R", paste0(R.version$major, ".", R.version$minor), "\n\n")
cat("/** Of 1, 2 and 3 degrees of freedom: for 200 variances from 0 to 8 the first of 40 bins from -10 to 10 that holds a number, then the counts. */\n")
cat("export const drawnHistograms: readonly string[] = [\n")
for (free in 1:3) cat(digits(free), "\n", sep = "")
cat("];\n")
