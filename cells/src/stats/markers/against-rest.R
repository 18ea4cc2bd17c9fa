# What wilcox.test answers of each group against the rest: run by hand in this folder, Rscript against-rest.R.
suppressMessages(library(jsonlite))
set.seed(3)
n <- 90
group <- rep(c("a", "b", "c"), c(40, 30, 20))
features <- rbind(
  sparse = rpois(n, ifelse(group == "b", 2, 0.3)),
  dense = round(rnorm(n, ifelse(group == "c", 1, 0)), 1),
  negative = round(rnorm(n), 1) * rbinom(n, 1, 0.5),
  missing = ifelse(runif(n) < 0.1, NA, rpois(n, 1)),
  constant = rep(0, n)
)
answers <- lapply(rownames(features), function(name) {
  x <- features[name, ]
  lapply(c("a", "b", "c"), function(g) {
    inside <- x[group == g]; outside <- x[group != g]
    found <- suppressWarnings(wilcox.test(inside, outside, exact = FALSE))
    m <- sum(!is.na(inside)); k <- sum(!is.na(outside))
    list(auc = unname(found$statistic) / (m * k), p = found$p.value, meanIn = mean(inside, na.rm = TRUE), meanOut = mean(outside, na.rm = TRUE),
         shareIn = mean(inside > 0, na.rm = TRUE), shareOut = mean(outside > 0, na.rm = TRUE))
  })
})
write_json(list(group = match(group, c("a", "b", "c")) - 1, features = features, answers = answers), "against-rest.json",
           digits = NA, auto_unbox = TRUE, na = "null")
