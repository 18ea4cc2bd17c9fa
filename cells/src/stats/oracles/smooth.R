# R's lowess() and loess() on points of several sorts: Rscript smooth.R > smooth.json
# loess with surface "interpolate" and "direct", degree 1 and 2; where R stops or warns that a neighbourhood has no width, null.
suppressMessages(library(jsonlite))
set.seed(20)
n <- 80
even <- seq(0, 10, length.out = n)
sets <- list(
  cars = list(x = cars$speed, y = cars$dist),
  even = list(x = even, y = sin(even) + rnorm(n) / 4),
  gap = list(x = c(runif(30), 50 + runif(31)), y = c(rnorm(30), 5 + rnorm(31))),
  outliers = list(x = even, y = even + ifelse(seq_len(n) %% 13 == 0, 40, rnorm(n))),
  ties = list(x = rep(c(1, 2, 3, 5, 8, 13, 21), c(9, 1, 4, 12, 3, 7, 5)), y = rnorm(41)),
  two_places = list(x = rep(c(1, 4), c(5, 6)), y = rnorm(11)),
  unsorted = list(x = sample(c(rexp(60) * 100, 1e6)), y = rnorm(61)),
  line = list(x = 1:12, y = 3 * (1:12) - 2),
  large = list(x = 1e8 + (0:29) / 32, y = rnorm(30)),
  small = list(x = 1e-12 * (1:25), y = rnorm(25) * 1e-12),
  five = list(x = c(3, 1, 4, 1, 5), y = c(9, 2, 6, 5, 3)),
  three = list(x = c(1, 2, 4), y = c(5, 1, 7)),
  two = list(x = c(2, 1), y = c(3, 5)),
  one = list(x = 7, y = 3),
  same = list(x = rep(4, 6), y = 1:6))
asked_lowess <- list(list(), list(f = 0.2), list(f = 0.5, iter = 0), list(f = 1, iter = 5), list(delta = 0), list(f = 0.3, delta = 1.5), list(f = 0.01, iter = 2))
asked_loess <- list()
for (surface in c("interpolate", "direct")) for (degree in 1:2) for (span in c(0.3, 0.5, 0.75, 1, 1.7))
  asked_loess <- c(asked_loess, list(list(span = span, degree = degree, surface = surface)))
by_loess <- function(s, a) {
  warned <- FALSE
  fit <- tryCatch(withCallingHandlers(
    fitted(loess(s$y ~ s$x, span = a$span, degree = a$degree, surface = a$surface)),
    warning = function(w) { if (grepl("zero-width|span is too small", conditionMessage(w))) warned <<- TRUE; invokeRestart("muffleWarning") }),
    error = function(e) NULL)
  if (warned || is.null(fit) || any(!is.finite(fit))) NULL else unname(fit)
}
between <- function(s, a) {
  at <- seq(min(s$x) - 1, max(s$x) + 1, length.out = 23)
  l <- loess(s$y ~ x, data.frame(x = s$x), span = a$span, degree = a$degree)
  list(at = at, value = unname(predict(l, data.frame(x = at))), cuts = sort(l$kd$xi[l$kd$xi != 0]))
}
unboxed <- function(l) lapply(l, unbox)
out <- list(made = unbox(R.version.string), points = sets,
  lowess = unlist(lapply(names(sets), function(name) lapply(asked_lowess, function(a)
    c(list(on = unbox(name)), unboxed(a), list(y = do.call(lowess, c(list(sets[[name]]$x, sets[[name]]$y), a))$y)))), recursive = FALSE),
  loess = unlist(lapply(setdiff(names(sets), c("one", "same", "two")), function(name) lapply(asked_loess, function(a)
    c(list(on = unbox(name)), unboxed(a), list(y = by_loess(sets[[name]], a))))), recursive = FALSE),
  between = lapply(c("cars", "even", "ties"), function(name) c(list(on = unbox(name)), between(sets[[name]], list(span = 0.6, degree = 2)))))
cat(toJSON(out, digits = I(15), null = "null", na = "null"))
