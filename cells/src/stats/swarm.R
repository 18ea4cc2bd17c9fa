# Swarms as R's beeswarm has them, for swarm.test.ts. Run: Rscript swarm.R > swarm.json
library(beeswarm)
set.seed(11)
of <- function(values, apart) {
  swarm <- swarmx(0, values, xsize = apart, ysize = apart, priority = "ascending", cex = 1)
  list(values = values, apart = apart, beside = swarm$x)
}
cases <- list(
  spread = of(round(rnorm(80), 3), 0.21),
  equal = of(rep(4, 9), 1),
  whole = of(as.numeric(sample(1:6, 60, TRUE)), 0.5),
  far = of(c(1, 5, 9, 14), 1),
  vdc = list(n = 8, numbers = vipor::vanDerCorput(8))
)
cat(jsonlite::toJSON(cases, digits = NA, auto_unbox = TRUE))
