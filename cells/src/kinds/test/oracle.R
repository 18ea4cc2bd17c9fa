# What R 4.2.2 says of wdbc (SHARED_DATA=../shared/data), all columns by diagnosis: oracle.json.
library(jsonlite)
d <- read.csv(file.path(Sys.getenv("SHARED_DATA"), "wdbc/wdbc.csv"), check.names = FALSE)
v <- setdiff(names(d), "diagnosis")
p <- function(f) unname(sapply(v, function(n) f(d[[n]] ~ d$diagnosis)$p.value))
g <- cut(d[["mean texture"]], quantile(d[["mean texture"]], 0:3 / 3), labels = c("low", "mid", "high"), include.lowest = TRUE)
t <- t.test(d[["mean radius"]] ~ d$diagnosis)
writeLines(toJSON(list(
  welch = p(t.test), welchBH = p.adjust(p(t.test), "BH"), ranks = p(wilcox.test), ranksHolm = p.adjust(p(wilcox.test), "holm"),
  radius = c(t$statistic, t$parameter, t$p.value, t$estimate[1] - t$estimate[2], t$conf.int),
  three = c(oneway.test(d[["mean area"]] ~ g)$p.value, kruskal.test(d[["mean area"]] ~ g)$p.value),
  counts = c(chisq.test(table(g, d$diagnosis))$p.value, fisher.test(table(g, d$diagnosis))$p.value),
  related = c(cor.test(d[["mean radius"]], d[["mean texture"]])$p.value, suppressWarnings(cor.test(d[["mean radius"]], d[["mean texture"]], method = "spearman"))$p.value, cor.test(d[["mean radius"]], d[["mean texture"]], method = "kendall", exact = FALSE)$p.value),
  both = c(t.test(d[["mean texture"]], d[["worst texture"]], paired = TRUE)$p.value, wilcox.test(d[["mean texture"]], d[["worst texture"]], paired = TRUE)$p.value)
), digits = I(16), auto_unbox = TRUE), "oracle.json")
