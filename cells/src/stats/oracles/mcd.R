# What robustbase 0.95 answers of the minimum covariance determinant: Rscript mcd.R > mcd.json. Data: its hbk and stackloss (data of
# R), iris, six columns of wdbc, and normal rows of which a fifth was moved, made here. Of ten seeds the least determinant of the
# half, and of it the distances of all rows; the factors for few rows by themselves.
suppressMessages(library(robustbase))
args <- commandArgs(FALSE)
here <- dirname(sub("--file=", "", grep("--file=", args, value = TRUE)))
wdbc <- read.csv(file.path(here, "../../../../examples/data/wdbc.csv"), check.names = FALSE)
set.seed(7)
moved <- matrix(rnorm(1000 * 4), 1000, 4)
moved[1:200, ] <- moved[1:200, ] / 3 + 6
alone <- matrix(c(rnorm(38), 9, -12), 40, 1)
sets <- list(
  hbk = as.matrix(hbk[, 1:3]), hbk4 = as.matrix(hbk), stackloss = as.matrix(stackloss), iris = as.matrix(iris[, 1:4]),
  versicolor = as.matrix(iris[51:100, 1:4]), moved = moved, alone = alone,
  wdbc = as.matrix(wdbc[, c("mean radius", "area error", "worst concavity", "mean texture", "mean symmetry", "worst area")]))
num <- function(x) paste0("[", paste(sprintf("%.13g", x), collapse = ","), "]")
made <- character(0)
for (name in names(sets)) {
  X <- unname(sets[[name]]); least <- NULL
  for (seed in 1:10) {
    set.seed(seed); m <- covMcd(X, nsamp = 500)
    # Of one column it does not name the rows.
    det <- if (ncol(X) > 1) as.numeric(determinant(cov(X[m$best, ]))$modulus) else
      log(min(sapply(0:(nrow(X) - m$quan), function(i) var(sort(X)[i + seq_len(m$quan)]))))
    if (is.null(least) || det < least$det - 1e-9) least <- list(det = det, m = m)
  }
  m <- least$m; far <- mahalanobis(X, m$center, m$cov)
  cut <- qchisq(.975, ncol(X))
  made <- c(made, sprintf('"%s":{"rows":[%s],"logDeterminant":%.13g,"distances":%s,"flags":%s,"centre":%s,"factors":%s}', name,
    if (name == "wdbc") "" else paste(apply(X, 1, num), collapse = ","), least$det, num(sqrt(far)), num(which(far > cut) - 1),
    num(m$center), num(c(m$raw.cnp2, m$cnp2))))
}
few <- character(0)
for (p in c(1, 2, 3, 5, 8)) for (n in c(3, 7, 20) * p + 10) {
  x <- matrix(rnorm(n * p), n, p); x[n, ] <- 50; m <- covMcd(x)
  few <- c(few, num(c(n, p, m$raw.cnp2[2], m$cnp2[2])))
}
cat(sprintf('{%s,\n"few":[%s]}\n', paste(made, collapse = ",\n"), paste(few, collapse = ",")))
