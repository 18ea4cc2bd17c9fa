# R 4.2.2 and limma 3.54.1. Rscript gamma.R > gamma.json
suppressMessages({library(limma); library(jsonlite)})
x <- c(1e-10, 1e-3, .1, .5, 1, 1.5, 2, 3.7, 9.99, 10, 12, 12.5, 50, 1234.5, 1e5, 1e8, 1e12)
y <- c(1e-8, 1e-6, 1e-3, .1, .5, 1, 2.5, 10, 1e3, 1e6, 1e8)
cat(toJSON(list(x = x, logGamma = lgamma(x), digamma = digamma(x), trigamma = trigamma(x), y = y, inverse = trigammaInverse(y)), digits = NA))
