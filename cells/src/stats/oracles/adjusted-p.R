# p.adjust of R 4.2.2: adjusted-p.tsv.
set.seed(5)
cases <- list(c(.01, .02, .03, .04, .05), rep(1, 4), rep(0, 3), .2, NA_real_, c(NA, .01, .5, NA, .01, 1e-300, 0), c(.3, .3, .3, .9, .04), runif(60)^3)
out <- "p\tadjustment\tadjusted"
say <- function(v) paste(ifelse(is.na(v), "NA", sprintf("%.17g", v)), collapse = ",")
for (p in cases) for (m in c("bonferroni", "holm", "BH", "BY")) out <- c(out, paste(say(p), tolower(m), say(p.adjust(p, m)), sep = "\t"))
writeLines(out, "adjusted-p.tsv")
