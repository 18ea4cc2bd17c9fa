# Regressions by R 4.2.2: lm, glm, MASS 7.3-58 (glm.nb, profiles), car 3.1-1 (Anova, vif), emmeans 1.8.4, sandwich 3.0-2, lmtest 0.9-40,
# brglm2 0.9 (Firth), lme4 1.1-31 with lmerTest 3.1-3 and pbkrtest 0.5.2, and R's ptukey, on invented sets that are written along.
# Writes regression.json beside it: Rscript cells/src/stats/regression/regression.R cells/src/stats/regression/regression.json
suppressMessages({library(jsonlite); library(MASS); library(car); library(emmeans); library(sandwich); library(lmtest)
  library(brglm2); library(lme4); library(lmerTest)})
args <- commandArgs(TRUE)
emm_options(cov.keep = character(0), lmer.df = "satterthwaite")

set.seed(11)
n <- 60
d <- data.frame(dose = factor(sample(c("a", "b", "c"), n, TRUE)), sex = factor(sample(c("F", "M"), n, TRUE, c(.6, .4))),
  age = round(rnorm(n, 40, 9), 1), litter = sample(sprintf("l%02d", 1:14), n, TRUE))
effect <- rnorm(14, 0, 1.2); names(effect) <- sprintf("l%02d", 1:14)
line <- c(0, .8, 1.5)[d$dose] + .6 * (d$sex == "M") + .03 * d$age
d$y <- round(line + rnorm(n) * (.6 + .02 * d$age), 3)
d$sick <- rbinom(n, 1, plogis(-1.6 + line / 1.7))
d$count <- rnbinom(n, size = 2.2, mu = exp(.2 + line / 2.5))
d$amount <- round(rgamma(n, 3, 3 / exp(.4 + line / 3)), 4) + .01
d$weight <- round(line + effect[d$litter] + rnorm(n, 0, .7), 3)
contrasts <- function(formula, f) setNames(rep(list("contr.sum"), length(f)), f)

pick <- function(s) unname(as.data.frame(s))
wald <- function(fit, v, names) {
  two <- lapply(names, function(term) {
    a <- linearHypothesis(fit, term, vcov. = v)
    unname(unlist(a[2, ]))
  })
  two
}
means <- function(fit, spec, v = NULL) {
  e <- if (is.null(v)) emmeans(fit, spec) else emmeans(fit, spec, vcov. = v)
  s <- as.data.frame(summary(e, infer = TRUE))
  p <- pairs(e)
  adj <- function(how) { x <- as.data.frame(summary(p, infer = TRUE, adjust = how)); list(p = x$p.value, low = x[, ncol(x) - 3], high = x[, ncol(x) - 2]) }
  x <- as.data.frame(summary(p, adjust = "none"))
  list(level = as.character(s[[1]]), mean = s$emmean, error = s$SE, df = s$df, low = s[, grep("CL$", names(s))[1]], high = s[, grep("CL$", names(s))[2]],
    pair = as.character(x$contrast), difference = x$estimate, differenceError = x$SE, differenceDf = x$df,
    tukey = adj("tukey"), holm = adj("holm")$p, none = adj("none"))
}
anova_of <- function(a, last) list(term = rownames(a), statistic = a[[last]], df = a$Df, p = a[[ncol(a)]])
linear <- function(formula, v = NULL) {
  fit <- lm(formula, d)
  factors <- names(Filter(is.factor, d[all.vars(formula)[-1]]))
  sums <- lm(formula, d, contrasts = contrasts(formula, factors))
  s <- summary(fit)
  h <- hatvalues(fit)
  hc3 <- vcovHC(fit, "HC3"); cl <- vcovCL(fit, ~litter, type = "HC1")
  ci <- function(v, df) { t <- coeftest(fit, v, df = df); unname(t[, 1:4]) }
  g <- length(unique(d$litter))
  list(formula = deparse1(formula), names = names(coef(fit)), classical = unname(s$coefficients), confint = unname(confint(fit)),
    hc3 = ci(hc3, fit$df.residual), cluster = ci(cl, g - 1), r2 = s$r.squared, adjusted = s$adj.r.squared, sigma = s$sigma, f = unname(s$fstatistic),
    aic = AIC(fit), bic = BIC(fit), logLik = as.numeric(logLik(fit)), hat = unname(h), cooks = unname(cooks.distance(fit)), standardised = unname(rstandard(fit)),
    two = as.list(as.data.frame(Anova(fit, type = 2))), three = as.list(as.data.frame(Anova(sums, type = 3))),
    twoHc3 = as.list(as.data.frame(Anova(fit, type = 2, vcov. = hc3))), threeHc3 = as.list(as.data.frame(Anova(sums, type = 3, vcov. = vcovHC(sums, "HC3")))),
    bp = unname(c(bptest(fit)$statistic, bptest(fit)$parameter, bptest(fit)$p.value)),
    vif = if (length(all.vars(formula)) > 2) { x <- suppressMessages(vif(fit)); if (is.matrix(x)) unname(x[, c(1, 2, 3)]) else unname(cbind(x, 1, sqrt(x))) } else NULL)
}
glm_of <- function(formula, family, theta = FALSE) {
  fit <- if (theta) glm.nb(formula, d, control = glm.control(epsilon = 1e-12, maxit = 100)) else glm(formula, family, d, control = glm.control(epsilon = 1e-12, maxit = 100))
  factors <- names(Filter(is.factor, d[all.vars(formula)[-1]]))
  sums <- if (theta) glm.nb(formula, d, contrasts = contrasts(formula, factors), control = glm.control(epsilon = 1e-12, maxit = 100)) else
    glm(formula, family, d, contrasts = contrasts(formula, factors), control = glm.control(epsilon = 1e-12, maxit = 100))
  s <- summary(fit)
  g <- length(unique(d$litter))
  # MASS draws profiles by splines between steps; here the roots themselves, by uniroot.
  exact <- function(at, side) {
    z <- qnorm(.975); b <- coef(fit)[at]; se <- sqrt(vcov(fit)[at, at]); X <- model.matrix(fit)
    far <- function(value) {
      o <- X[, at] * value
      r <- if (ncol(X) == 1) sum(family$dev.resids(fit$y, family$linkinv(o), fit$prior.weights)) else
        glm.fit(X[, -at, drop = FALSE], fit$y, offset = o, family = fit$family, control = glm.control(epsilon = 1e-13, maxit = 200))$deviance
      sqrt(max(0, (r - deviance(fit)) / s$dispersion)) - z
    }
    uniroot(far, sort(c(b + side * .05 * se, b + side * 8 * se)), tol = 1e-11)$root
  }
  prof <- if (theta) NULL else t(sapply(seq_along(coef(fit)), function(at) c(exact(at, -1), exact(at, 1))))
  a2 <- as.data.frame(Anova(fit, type = 2)); a3 <- as.data.frame(Anova(sums, type = 3))
  list(formula = deparse1(formula), names = names(coef(fit)), table = unname(s$coefficients), deviance = deviance(fit), nullDeviance = fit$null.deviance,
    aic = AIC(fit), dispersion = s$dispersion, logLik = as.numeric(logLik(fit)), theta = if (theta) c(fit$theta, fit$SE.theta) else NULL,
    hc3 = unname(coeftest(fit, vcovHC(fit, "HC3"))[, 1:4]), cluster = unname(coeftest(fit, vcovCL(fit, ~litter, type = "HC1"))[, 1:4]),
    profile = prof, two = as.list(a2), three = as.list(a3), hat = unname(hatvalues(fit)), cooks = unname(cooks.distance(fit)),
    pearson = unname(residuals(fit, "pearson")), deviances = unname(residuals(fit, "deviance")))
}
firth <- function(formula, data) {
  fit <- glm(formula, binomial, data, method = "brglmFit", type = "AS_mean", control = list(epsilon = 1e-12, maxit = 1000))
  s <- summary(fit); X <- model.matrix(fit); y <- fit$y
  # The penalised likelihood itself, for the test and the profile (Heinze and Schemper 2002), by optim from the fit.
  pl <- function(b) { eta <- drop(X %*% b); w <- plogis(eta) * plogis(-eta); sum(y * eta - log1p(exp(eta))) + .5 * as.numeric(determinant(crossprod(X * sqrt(w)))$modulus) }
  most <- pl(coef(fit))
  held <- function(at, value) { b <- coef(fit); free <- setdiff(seq_along(b), at)
    f <- function(x) { b[free] <- x; b[at] <- value; -pl(b) }
    o <- b[free]; for (i in 1:6) o <- optim(o, f, method = "BFGS", control = list(reltol = 1e-16, maxit = 5000))$par
    -f(o) }
  lr <- sapply(seq_along(coef(fit)), function(at) 2 * (most - held(at, 0)))
  end <- function(at, side) { b <- coef(fit)[at]; se <- sqrt(diag(vcov(fit)))[at]
    uniroot(function(v) 2 * (most - held(at, v)) - qchisq(.95, 1), sort(c(b + side * .05 * se, b + side * 12 * se)), tol = 1e-9)$root }
  list(formula = deparse1(formula), table = unname(s$coefficients), penalised = most, lr = lr, p = pchisq(lr, 1, lower.tail = FALSE),
    profile = t(sapply(seq_along(coef(fit)), function(at) c(end(at, -1), end(at, 1)))))
}
mixed <- function(formula, REML) {
  fit <- lmer(formula, d, REML = REML, control = lmerControl(optCtrl = list(xtol_abs = 1e-12, ftol_abs = 1e-14, xtol_rel = 1e-12, ftol_rel = 1e-15)))
  f <- setdiff(names(Filter(is.factor, d[all.vars(formula)[-1]])), "litter")
  sums <- update(fit, contrasts = contrasts(formula, f))
  v <- as.data.frame(VarCorr(fit))$vcov
  kr <- if (REML) { k <- summary(fit, ddf = "Kenward-Roger")$coefficients; unname(k) } else NULL
  wt <- function(m) { a <- as.data.frame(anova(m, type = 3)); list(df1 = a$NumDF, df2 = a$DenDF, f = a[["F value"]], p = a[["Pr(>F)"]]) }
  w2 <- function(m) { a <- as.data.frame(anova(m, type = 2)); list(df1 = a$NumDF, df2 = a$DenDF, f = a[["F value"]], p = a[["Pr(>F)"]]) }
  list(formula = deparse1(formula), reml = REML, names = names(fixef(fit)), table = unname(summary(fit)$coefficients), kr = kr, variances = v, logLik = as.numeric(logLik(fit)),
    aic = AIC(fit), effects = ranef(fit)$litter[[1]], groups = rownames(ranef(fit)$litter), fitted = unname(fitted(fit)), three = wt(sums), two = w2(fit),
    carTwo = if (length(f) > 0) as.list(as.data.frame(Anova(fit, type = 2))) else NULL, carThree = if (length(f) > 0) as.list(as.data.frame(Anova(sums, type = 3))) else NULL,
    krThree = if (REML) { a <- as.data.frame(anova(sums, type = 3, ddf = "Kenward-Roger")); list(df1 = a$NumDF, df2 = a$DenDF, f = a[["F value"]], p = a[["Pr(>F)"]]) } else NULL,
    means = if ("dose" %in% f) means(fit, "dose") else NULL, singular = isSingular(fit))
}
sep <- data.frame(x = c(1:10), g = factor(rep(c("p", "q"), 5)), y = c(0, 0, 0, 0, 0, 1, 1, 1, 1, 1))
quasi <- data.frame(x = c(3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8), g = factor(rep(c("p", "q"), each = 6)), y = c(0, 0, 0, 0, 0, 0, 1, 0, 1, 1, 0, 1))
lin <- list(linear(y ~ dose + sex + age), linear(y ~ dose * sex + age), linear(y ~ dose), linear(y ~ age + sex))
q <- expand.grid(q = c(.3, 1, 2.5, 3.6, 5, 8, 15), k = c(2, 3, 5, 12, 40), df = c(2, 5, 12.5, 60, Inf))
qt <- expand.grid(p = c(.9, .95, .999), k = c(2, 3, 6, 20), df = c(3, 10, 54, Inf))
out <- list(data = as.list(within(d, {dose <- as.character(dose); sex <- as.character(sex)})), linear = lin,
  glm = list(logistic = glm_of(sick ~ dose + sex + age, binomial()), logisticCrossed = glm_of(sick ~ sex * age, binomial()), poisson = glm_of(count ~ dose * sex, poisson()),
    negative = glm_of(count ~ dose + sex, NULL, TRUE), gamma = glm_of(amount ~ dose + sex + age, Gamma("log"))),
  means = list(linear = means(lm(y ~ dose * sex + age, d), "dose"), cluster = means(lm(y ~ dose + sex, d), "dose", vcovCL(lm(y ~ dose + sex, d), ~litter, type = "HC1")),
    logistic = means(glm(sick ~ dose + sex + age, binomial, d, control = glm.control(epsilon = 1e-12)), "dose"), poisson = means(glm(count ~ dose * sex, poisson, d, control = glm.control(epsilon = 1e-12)), "dose")),
  firth = list(all = firth(sick ~ dose + sex + age, d), separated = firth(y ~ x, sep), quasi = firth(y ~ x + g, quasi)), separated = as.list(within(sep, g <- as.character(g))), quasi = as.list(within(quasi, g <- as.character(g))),
  mixed = list(mixed(weight ~ dose + sex + age + (1 | litter), TRUE), mixed(weight ~ dose + sex + age + (1 | litter), FALSE), mixed(weight ~ dose * sex + (1 | litter), TRUE), mixed(weight ~ 1 + (1 | litter), TRUE)),
  tukey = list(q = q$q, k = q$k, df = q$df, upper = ptukey(q$q, q$k, q$df, lower.tail = FALSE)),
  quantile = list(p = qt$p, k = qt$k, df = qt$df, q = qtukey(qt$p, qt$k, qt$df)))
out$tukey$df[is.infinite(out$tukey$df)] <- 0; out$quantile$df[is.infinite(out$quantile$df)] <- 0
write_json(out, args[1], digits = NA, auto_unbox = TRUE, na = "null", null = "null")
