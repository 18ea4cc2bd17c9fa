# emmeans 1.8.4 and R 4.2.2: weights of comparisons of groups on designs with interactions, numbers and two levels held.
# Rscript oracle.R > oracle.json
suppressMessages({library(emmeans); library(jsonlite)})
set.seed(1)
d <- expand.grid(time = factor(c("Day0", "Day4", "Day8")), sex = factor(c("F", "M")), lab = factor(c("a", "b")), rep = 1:2)
d$age <- round(runif(nrow(d), 20, 80)); d$y <- rnorm(nrow(d))
cases <- list()
add <- function(formula, specs, of, against, within = NULL, less = NULL) {
  fit <- lm(as.formula(paste("y", formula)), d)
  at <- function(held) {
    grid <- ref_grid(fit, at = held)
    e <- emmeans(grid, specs)
    l <- e@linfct; levels <- as.character(e@grid[[specs]])
    colMeans(l[levels %in% of, , drop = FALSE]) - colMeans(l[levels %in% against, , drop = FALSE])
  }
  w <- suppressMessages(at(within)); if (!is.null(less)) w <- w - suppressMessages(at(less))
  held <- function(x) unname(lapply(names(x), function(n) list(factor = unbox(n), level = unbox(x[[n]]))))
  cases[[length(cases) + 1]] <<- list(formula = unbox(formula), factor = unbox(specs), of = of, against = against, within = held(within), less = held(less),
    coefficients = names(coef(fit)), weights = unname(w), age = unbox(mean(d$age)))
}
add("~ time", "time", "Day8", "Day0")
add("~ sex + time", "time", "Day8", "Day4")
add("~ sex + time", "time", c("Day4", "Day8"), "Day0")
add("~ sex * time", "time", "Day8", "Day0")
add("~ sex * time", "time", "Day8", "Day0", list(sex = "M"))
add("~ sex * time", "time", "Day8", "Day0", list(sex = "M"), list(sex = "F"))
add("~ lab + sex * time + age", "sex", "M", "F")
add("~ time * sex * lab", "time", "Day4", "Day0", list(lab = "b"))
add("~ age * sex", "sex", "M", "F")
add("~ 0 + time + sex", "time", "Day8", "Day0")
cat(toJSON(cases, digits = NA, auto_unbox = FALSE))
