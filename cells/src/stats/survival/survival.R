# Survival curves, log-rank tests, Cox models and tests of proportional hazards by survival 3.5-3, on small invented sets that walk the
# edges, and on tcga_laml (TCGA open access, by way of maftools, MIT). Writes survival.json beside it:
# Rscript cells/src/stats/survival/survival.R ../shared/data/tcga_laml cells/src/stats/survival/survival.json
suppressMessages({library(jsonlite); library(survival)})
args <- commandArgs(TRUE)

curves <- function(d, type) {
  fit <- survfit(Surv(time, event) ~ 1, d, conf.type = type)
  s <- summary(fit)$table
  list(time = fit$time, atRisk = fit$n.risk, events = fit$n.event, survival = fit$surv, error = fit$std.err,
    lower = fit$lower, upper = fit$upper, median = unname(s[c("median", "0.95LCL", "0.95UCL")]))
}
tests <- function(d) {
  f <- if (is.null(d$stratum)) Surv(time, event) ~ group else Surv(time, event) ~ group + strata(stratum)
  s <- tryCatch(survdiff(f, d), error = function(e) NULL)
  if (is.null(s)) return(NULL)
  o <- if (is.matrix(s$obs)) rowSums(s$obs) else s$obs
  e <- if (is.matrix(s$exp)) rowSums(s$exp) else s$exp
  df <- sum(e > 0) - 1
  w <- seq_along(o)
  trend <- if (length(o) < 3) NULL else sum(w * (o - e))^2 / drop(w %*% s$var %*% w)
  levels <- sort(unique(d$group))
  pairs <- if (length(o) < 3) NULL else combn(levels, 2, function(two) {
    t <- tryCatch(survdiff(f, d[d$group %in% two, ]), error = function(e) NULL)
    if (is.null(t)) NA else 1 - pchisq(t$chisq, 1)
  })
  list(observed = unname(o), expected = unname(e), statistic = s$chisq, df = df, p = pchisq(s$chisq, df, lower.tail = FALSE),
    trend = trend, pairs = pairs, adjusted = if (is.null(pairs)) NULL else p.adjust(pairs, "BH"))
}
cox <- function(d, formula, ties) {
  fit <- suppressWarnings(coxph(formula, d, ties = ties, x = TRUE))
  s <- summary(fit)
  z <- tryCatch(cox.zph(fit), error = function(e) NULL)
  list(formula = deparse1(formula), ties = ties, beta = unname(coef(fit)), error = unname(s$coefficients[, "se(coef)"]),
    p = unname(s$coefficients[, "Pr(>|z|)"]), logLik = fit$loglik, names = names(coef(fit)), iter = fit$iter,
    lr = unname(s$logtest), wald = unname(s$waldtest), score = unname(s$sctest), x = unname(fit$x),
    assign = unname(lapply(fit$assign, as.integer)),
    concordance = unname(c(fit$concordance["concordance"], fit$concordance["std"])),
    zph = if (is.null(z)) NULL else unname(z$table))
}

sets <- list()
put <- function(name, d, formulas = list()) {
  sets[[length(sets) + 1]] <<- list(name = name, time = d$time, event = as.integer(d$event), group = d$group, stratum = d$stratum,
    log = curves(d, "log"), loglog = curves(d, "log-log"), tests = if (is.null(d$group)) NULL else tests(d),
    cox = unlist(lapply(formulas, function(f) lapply(c("efron", "breslow"), function(t) cox(d, f, t))), recursive = FALSE))
}

set.seed(11)
n <- 60
ties <- data.frame(time = sample(1:12, n, TRUE), event = rbinom(n, 1, .7), group = rep(1:3, 20), stratum = rep(1:2, each = 30),
  age = round(rnorm(n, 60, 11), 1), sex = rep(c("F", "M", "M"), 20)[sample(n)], stage = factor(sample(c("I", "II", "III"), n, TRUE)))
put("ties, three groups, two strata", ties, list(Surv(time, event) ~ age, Surv(time, event) ~ age + stage,
  Surv(time, event) ~ age * sex, Surv(time, event) ~ age + stage + strata(stratum)))
plain <- within(ties, stratum <- NULL)
put("ties, three groups", plain)
put("nobody had the event", data.frame(time = 1:6, event = 0, group = rep(1:2, 3)))
put("all had the event", data.frame(time = c(5, 3, 3, 8, 1, 2, 2, 9), event = 1, group = rep(1:2, 4), x = c(1, 4, 2, 2, 9, 7, 6, 1)),
  list(Surv(time, event) ~ x))
put("one individual", data.frame(time = 4, event = 1))
put("a group without events", data.frame(time = c(2, 4, 6, 8, 1, 3, 5, 7, 9, 10), event = c(1, 1, 0, 1, 0, 0, 0, 0, 0, 0), group = rep(1:2, c(4, 6))))
put("one half for a while", data.frame(time = 1:8, event = c(1, 1, 1, 1, 0, 1, 0, 1)))
put("follow-up of 0", data.frame(time = c(0, 0, 1, 2, 3, 3, 5), event = c(1, 0, 1, 0, 1, 1, 0), group = c(1, 2, 1, 2, 1, 2, 2), x = c(3, 1, 2, 5, 1, 4, 2)),
  list(Surv(time, event) ~ x))
# Sums of tenths: 0.1 + 0.2 and 0.3 are one time.
put("times that differ by rounding", data.frame(time = c(.1 + .2, .3, .5, .7, .1 * 7, 1, 1.1, 1.2), event = c(1, 1, 0, 1, 1, 0, 1, 1), group = rep(1:2, 4), x = c(2, 1, 5, 3, 3, 1, 4, 2)),
  list(Surv(time, event) ~ x))
strat <- data.frame(time = c(5, 6, 7, 2, 9, 4, 8, 3, 12, 11), event = c(0, 0, 0, 1, 1, 1, 1, 0, 1, 1), group = c(1, 2, 1, 2, 1, 2, 1, 2, 1, 2), stratum = c(1, 1, 1, rep(2, 7)), x = c(1, 2, 3, 5, 1, 4, 2, 6, 2, 3))
put("a stratum without events", strat, list(Surv(time, event) ~ x + strata(stratum)))
big <- data.frame(time = round(rexp(400, .1), 2), event = rbinom(400, 1, .6), x = rnorm(400), y = runif(400) * 1e4)
put("400, large numbers", big, list(Surv(time, event) ~ x + y))

clinical <- read.delim(file.path(args[1], "tcga_laml_annot.tsv"))
maf <- read.delim(gzfile(file.path(args[1], "tcga_laml.maf.gz")), comment.char = "#", quote = "")
clinical$time <- suppressWarnings(as.numeric(clinical$days_to_last_followup))
clinical$event <- clinical$Overall_Survival_Status
usable <- clinical[is.finite(clinical$time) & clinical$time > 0, ]
mutated <- unique(maf$Tumor_Sample_Barcode[maf$Hugo_Symbol == "DNMT3A" & !(maf$Variant_Classification %in%
  c("Silent", "Intron", "RNA", "3'UTR", "5'UTR", "3'Flank", "5'Flank", "IGR"))])
usable$group <- 1L + (usable$Tumor_Sample_Barcode %in% mutated)
put("tcga_laml, the five without a record as wild type", usable, list(Surv(time, event) ~ group))
put("tcga_laml, sequenced", usable[usable$Tumor_Sample_Barcode %in% maf$Tumor_Sample_Barcode, ], list(Surv(time, event) ~ group))

writeLines(toJSON(list(version = as.character(packageVersion("survival")), sets = sets), digits = I(17), na = "null", null = "null", auto_unbox = TRUE), args[2])
