# What R 4.2.2 and pwr 1.3 say of power: power.json. Of log-rank and of counts the formulas of their papers, as RNASeqPower has them.
suppressMessages({ library(jsonlite); library(pwr) })
t <- function(n, d, type, a = .05) power.t.test(n, d, 1, a, type = type, strict = TRUE)$power
z <- qnorm(.975)
writeLines(toJSON(list(
  t = c(t(20, .8, "two.sample"), t(5, 1.5, "two.sample", .01), t(64, .5, "two.sample"), t(4, .1, "two.sample")),
  paired = c(t(12, .9, "paired"), t(34, .5, "paired"), t(3, 2, "paired", .01)),
  pwrT = c(pwr.t.test(20, .8)$power, pwr.t.test(d = .5, power = .8)$n, pwr.t.test(n = 20, power = .9)$d, power.t.test(delta = 1, sd = 2, power = .9, strict = TRUE)$n),
  shares = c(power.prop.test(50, .5, .75, strict = TRUE)$power, power.prop.test(200, .1, .05, strict = TRUE)$power, power.prop.test(p1 = .5, p2 = .75, power = .9)$n),
  anova = c(power.anova.test(4, 5, 1, 3)$power, pwr.anova.test(k = 4, n = 20, f = .28)$power, pwr.anova.test(k = 3, f = .25, power = .8)$n),
  anovaF = sqrt(1 * 3 / 4 / 3),
  r = c(pwr.r.test(50, .3)$power, pwr.r.test(10, .8, .01)$power, pwr.r.test(r = .3, power = .8)$n),
  logRank = c(pnorm(sqrt(100 * .6 / 4) * log(2) - z) + pnorm(-sqrt(100 * .6 / 4) * log(2) - z), (z + qnorm(.8))^2 * 4 / log(2)^2 / .6 / 2),
  counts = c(2 * (z + qnorm(.8))^2 * (1 / 10 + .4^2) / log(2)^2, 2 * (qnorm(1 - .001 / 2) + qnorm(.9))^2 * (1 / 20 + .3^2) / log(1.5)^2)
), digits = I(15), auto_unbox = TRUE), "power.json")
