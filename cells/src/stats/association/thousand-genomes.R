# A simulated trait on the people of kg_phase1_1092 and what R's lm and glm, plink 1.9 and gemma say of it: every 47th of 14,079 sites.
# Rscript thousand-genomes.R ../shared/data/kg_phase1_1092 > thousand-genomes.json
dir <- normalizePath(commandArgs(TRUE)[1])
tmp <- tempfile(); dir.create(tmp); setwd(tmp)
run <- function(...) invisible(system(paste(...), ignore.stdout = TRUE, ignore.stderr = TRUE))
run("plink1.9 --vcf", file.path(dir, "kg_phase1_14079.vcf.gz"), "--keep-allele-order --double-id --make-bed --out b")
bim <- read.table("b.bim"); picked <- seq(1, nrow(bim), 47)
bim$V2 <- sprintf("%s:%s", bim$V1, bim$V4); write.table(bim, "b.bim", quote = FALSE, row.names = FALSE, col.names = FALSE, sep = "\t")
writeLines(bim$V2[picked], "picked.txt"); write.table(bim[, c("V2", "V5")], "a1.txt", quote = FALSE, row.names = FALSE, col.names = FALSE)
run("plink1.9 --bfile b --keep-allele-order --extract picked.txt --recode A --recode-allele a1.txt --out r")
raw <- read.table("r.raw", header = TRUE); g <- as.matrix(raw[, -(1:6)])
sheet <- read.delim(file.path(dir, "samples.tsv")); sheet <- sheet[match(raw$IID, sheet[[1]]), ]
set.seed(7)
n <- nrow(raw)
pop <- model.matrix(~ superpop, sheet)[, -1]
age <- round(runif(n, 20, 70))
trait <- round(drop(.6 * scale(g[, 40], scale = FALSE) - .5 * scale(g[, 111], scale = FALSE) + .02 * age + pop %*% c(.5, -.3, .2)) + rnorm(n), 3)
case <- rbinom(n, 1, plogis(-.6 + .02 * (age - 45) + .7 * (g[, 40] - mean(g[, 40], na.rm = TRUE))))
strict <- glm.control(epsilon = 1e-14, maxit = 100)
last <- function(fit) { c <- coef(summary(fit)); if ("x" %in% rownames(c)) c["x", ] else rep(NA, 4) }
linear <- t(apply(g, 2, function(x) last(lm(trait ~ age + pop + x))))
logistic <- suppressWarnings(t(apply(g, 2, function(x) last(glm(case ~ age + pop + x, binomial, control = strict)))))
separated <- apply(g, 2, function(x) { s <- tapply(x, case, sum, na.rm = TRUE); any(s == 0) })
write.table(cbind(raw$FID, raw$IID, trait, case + 1), "phe.txt", quote = FALSE, row.names = FALSE, col.names = c("FID", "IID", "trait", "case"))
write.table(cbind(raw$FID, raw$IID, age, pop), "cov.txt", quote = FALSE, row.names = FALSE, col.names = c("FID", "IID", "age", "p1", "p2", "p3"))
common <- "--bfile b --keep-allele-order --pheno phe.txt --covar cov.txt --allow-no-sex --hide-covar"
run("plink1.9", common, "--pheno-name trait --linear --out lin")
run("plink1.9", common, "--pheno-name case --logistic beta --out log")
of <- function(file) { t <- read.table(file, header = TRUE); rows <- picked; t[rows, c("NMISS", "BETA", "STAT", "P")] }
cat(jsonlite::toJSON(list(
  samples = raw$IID, age = age, trait = trait, case = case, superpop = sheet$superpop, picked = picked - 1,
  missing = unname(colSums(is.na(g))), lm = unname(linear), glm = unname(logistic), separated = unname(separated),
  plinkLinear = as.list(of("lin.assoc.linear")), plinkLogistic = as.list(of("log.assoc.logistic"))
), digits = NA, auto_unbox = TRUE, na = "null"))
