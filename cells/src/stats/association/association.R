# Answers of R, plink, plink2 and GEMMA for association.test.ts.
# Rscript association.R > association.json, with plink1.9, plink2 and gemma on the path. R 4.2.2, brglm2 0.8.2, plink 1.90b6.26,
# plink2 2.00a3.5, GEMMA 0.98.5.
suppressMessages(library(brglm2))
set.seed(11)
n <- 180; m <- 48
family <- rep(1:45, each = 4)
chromosome <- rep(1:4, each = 12)
base <- matrix(0L, n, m)
for (j in 1:m) {
  f <- c(.05, .1, .3, .5)[1 + (j %% 4)]
  shared <- rbinom(45, 1, f)[family]
  base[, j] <- shared + rbinom(n, 1, f)
}
# Sites beside each other go together.
for (j in seq(2, m, 3)) { same <- runif(n) < .8; base[same, j] <- base[same, j - 1] }
g <- base
for (j in seq(1, m, 2)) g[sample(n, 1 + j %/% 4), j] <- NA
# Told apart by the trait: below; and nobody varies.
g[, 20] <- 0L
age <- round(rnorm(n, 50, 9)); sex <- rbinom(n, 1, .5)
trait <- round(.04 * age + .5 * sex + .8 * base[, 3] - .5 * base[, 30] + rnorm(45)[family] + rnorm(n), 4)
odds <- -.3 + .02 * (age - 50) + .9 * base[, 3]
case <- rbinom(n, 1, plogis(odds))
# Nobody of the controls carries it.
g[, 10] <- ifelse(case == 1 & runif(n) < .06, 1L, 0L)

each <- function(f) t(sapply(1:m, function(j) if (length(unique(na.omit(g[, j]))) < 2) rep(NA, 4) else f(g[, j])))
linear <- each(function(x) coef(summary(lm(trait ~ age + sex + x)))["x", ])
plain <- each(function(x) coef(summary(lm(trait ~ x)))["x", ])
strict <- glm.control(epsilon = 1e-14, maxit = 100)
logistic <- suppressWarnings(each(function(x) coef(summary(glm(case ~ age + sex + x, binomial, control = strict)))["x", ]))
firth <- each(function(x) coef(summary(glm(case ~ age + sex + x, binomial, method = "brglmFit", type = "AS_mean",
  control = list(epsilon = 1e-12, maxit = 1000))))["x", ])

dir <- tempfile(); dir.create(dir); setwd(dir)
ids <- sprintf("i%03d", 1:n)
letters2 <- function(x) ifelse(is.na(x), "0 0", c("G G", "A G", "A A")[x + 1])
write.table(cbind(ids, ids, 0, 0, 2 - sex, -9, apply(g, 2, letters2)), "d.ped", quote = FALSE, row.names = FALSE, col.names = FALSE)
position <- 1000 * (1:m)
write.table(cbind(chromosome, sprintf("v%02d", 1:m), 0, position), "d.map", quote = FALSE, row.names = FALSE, col.names = FALSE)
write.table(cbind(ids, ids, age, sex), "cov.txt", quote = FALSE, row.names = FALSE, col.names = c("FID", "IID", "age", "sex"))
write.table(cbind(ids, ids, trait, case + 1), "phe.txt", quote = FALSE, row.names = FALSE, col.names = c("FID", "IID", "trait", "case"))
write.table(cbind(sprintf("v%02d", 1:m), "A"), "a1.txt", quote = FALSE, row.names = FALSE, col.names = FALSE)
run <- function(...) invisible(system(paste(...), ignore.stdout = TRUE, ignore.stderr = TRUE))
run("plink1.9 --file d --make-bed --a1-allele a1.txt 2 1 --out b")
common <- "--bfile b --a1-allele a1.txt 2 1 --pheno phe.txt --covar cov.txt --covar-name age,sex --allow-no-sex --hide-covar"
run("plink1.9", common, "--pheno-name trait --linear --out lin")
run("plink1.9", common, "--pheno-name case --logistic beta --out log")
run("plink1.9 --bfile b --clump lin.assoc.linear --clump-p1 0.05 --clump-p2 0.5 --clump-r2 0.2 --clump-kb 5 --out clump")
two <- "plink2 --bfile b --pheno phe.txt --covar cov.txt --covar-name age,sex --covar-variance-standardize --max-alleles 2 --glm omit-ref hide-covar cols=+beta"
run(two, "firth --pheno-name case --out f2")
# GEMMA takes its covariates with the intercept, and its trait from the .fam file; kinship with and without one chromosome.
run("plink1.9 --bfile b --a1-allele a1.txt 2 1 --pheno phe.txt --pheno-name trait --allow-no-sex --make-bed --out e")
write.table(cbind(1, age, sex), "gcov.txt", quote = FALSE, row.names = FALSE, col.names = FALSE)
run("gemma -bfile e -gk 1 -maf 0 -miss 1 -r2 1 -outdir . -o k")
run("gemma -bfile e -k k.cXX.txt -c gcov.txt -lmm 1 -maf 0 -miss 1 -r2 1 -outdir . -o lmm")
writeLines(sprintf("v%02d", which(chromosome != 2)), "others.txt")
run("plink1.9 --bfile e --a1-allele a1.txt 2 1 --extract others.txt --allow-no-sex --make-bed --out o")
run("gemma -bfile o -gk 1 -maf 0 -miss 1 -r2 1 -outdir . -o ko")
run("gemma -bfile e -k ko.cXX.txt -c gcov.txt -lmm 1 -maf 0 -miss 1 -r2 1 -outdir . -o loco")
# The mixed model by its definition, without any turn into eigenvectors: restricted likelihood of V = lambda K + I.
filled <- apply(g, 2, function(x) { x[is.na(x)] <- mean(x, na.rm = TRUE); x - mean(x) })
kinship <- tcrossprod(filled) / m
reml <- function(log, X) {
  V <- exp(log) * kinship + diag(n); R <- chol(V); S <- backsolve(R, cbind(X, trait), transpose = TRUE)
  q <- qr(S[, -ncol(S)]); rss <- sum(qr.resid(q, S[, ncol(S)])^2)
  list(value = -sum(log(diag(R))) - sum(log(abs(diag(qr.R(q))))) - (n - ncol(X)) / 2 * log(rss), q = q, S = S, rss = rss)
}
mixed <- t(sapply(1:12, function(j) {
  X <- cbind(1, age, sex, filled[, j])
  top <- optimize(function(log) reml(log, X)$value, log(c(1e-3, 1e3)), maximum = TRUE, tol = 1e-11)$maximum
  at <- reml(top, X); beta <- qr.coef(at$q, at$S[, 5])[4]; se <- sqrt(chol2inv(qr.R(at$q))[4, 4] * at$rss / (n - 4))
  c(beta, se, exp(top), 2 * pt(-abs(beta / se), n - 4))
}))
read <- function(file) read.table(file, header = TRUE, comment.char = "", check.names = FALSE)
of <- function(table, id, columns) {
  rows <- match(sprintf("v%02d", 1:m), table[[id]])
  lapply(setNames(columns, columns), function(column) table[[column]][rows])
}
clump <- read("clump.clumped")
answers <- list(
  samples = n, age = age, sex = sex, trait = trait, case = case, chromosome = chromosome, position = position,
  genotypes = apply(t(g), 1, function(x) paste(ifelse(is.na(x), ".", x), collapse = "")),
  lm = linear, lmPlain = plain, glm = logistic, firth = firth,
  plinkLinear = of(read("lin.assoc.linear"), "SNP", c("NMISS", "BETA", "STAT", "P")),
  plinkLogistic = of(read("log.assoc.logistic"), "SNP", c("NMISS", "BETA", "STAT", "P")),
  plink2Firth = of(read("f2.case.glm.firth"), "ID", c("BETA", "SE", "P", "A1")),
  gemma = of(read("lmm.assoc.txt"), "rs", c("allele1", "beta", "se", "l_remle", "p_wald")),
  gemmaWithout2 = of(read("loco.assoc.txt"), "rs", c("allele1", "beta", "se", "l_remle", "p_wald")),
  mixed = mixed,
  clumps = data.frame(lead = clump$SNP, total = clump$TOTAL, members = clump$SP2)
)
cat(jsonlite::toJSON(answers, digits = NA, auto_unbox = TRUE, na = "null"))
