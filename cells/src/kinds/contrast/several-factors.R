# Answers of DESeq2 for designs of several factors: batches, crossed and nested factors, paired donors, numbers, means of groups, cells of
# one sample and of eight, counts with outliers and zeros, genes without a read in groups. Contrasts are given as cells have them, and
# their weights come of model.matrix() here. Rscript several-factors.R > several-factors.json
suppressMessages({library(DESeq2); library(jsonlite)})
na <- function(x) { x <- as.numeric(x); x[is.nan(x)] <- NA; ifelse(is.infinite(x), sign(x)*1e300, signif(x, 9)) }
draw <- function(seed, genes, sheet, X, outliers = 0.01, zeros = 0.02, disp = function(m) 0.03 + 2 / m, level = 4, sdl = 1.8) {
  set.seed(seed); n <- nrow(sheet)
  mean <- exp(rnorm(genes, level, sdl)); alpha <- disp(mean) * exp(rnorm(genes, 0, 0.5))
  depth <- exp(rnorm(n, 0, 0.35))
  B <- sapply(seq_len(ncol(X)), function(j) if (all(X[, j] == 1)) rep(0, genes) else ifelse(runif(genes) < 0.3, rnorm(genes, 0, 0.8), 0) / max(1, sd(X[, j]) * 2))
  mu <- outer(mean, depth) * exp(pmin(pmax(B %*% t(X), -6), 6))
  k <- matrix(rnbinom(genes * n, mu = mu, size = 1 / alpha), genes, n)
  k[runif(length(k)) < zeros] <- 0
  at <- which(runif(genes) < outliers); for (g in at) k[g, sample(n, 1)] <- round(k[g, 1] * 20 + 3000 * runif(1))
  k
}
# genes without reads in all, in groups, in pairs of groups; one read; huge counts in one sample.
spoil <- function(k, f) { f <- factor(f); l <- levels(f)
  k[1, ] <- 0; k[2, f == l[1]] <- 0; k[3, f == l[2]] <- 0; k[4, f %in% l[1:2]] <- 0; k[5, ] <- 0; k[5, 1] <- 1; k[6, ] <- 0; k[6, ncol(k)] <- 5000
  k[7, f != l[1]] <- 0; if (length(l) > 2) k[8, f %in% l[c(1, 3)]] <- 0; k[9, ] <- 0; k[9, f == l[2]] <- k[9, f == l[2]] + 50; k[10, 3] <- 100000; k[11, c(1, 4)] <- 60000; k }
# Weights by the means of rows of a grid, each group alike, numbers at their mean.
gridw <- function(sheet, formula, sel) {
  vars <- all.vars(formula)
  g <- expand.grid(lapply(setNames(vars, vars), function(v) if (is.numeric(sheet[[v]])) mean(sheet[[v]]) else factor(levels(sheet[[v]]), levels(sheet[[v]]))))
  for (s in names(sel)) g <- g[g[[s]] %in% sel[[s]], , drop = FALSE]
  colMeans(model.matrix(formula, g)) }
grp <- function(factor, of, against, within = NULL, less = NULL) list(factor = factor, of = of, against = against, within = within, less = less)
asJ <- function(c) { h <- function(w) lapply(names(w), function(n) list(factor = unbox(n), level = unbox(w[[n]])))
  list(by = unbox("groups"), factor = unbox(c$factor), of = c$of, against = c$against, within = h(c$within), less = h(c$less)) }
wts <- function(sheet, f, c) { d <- function(w) gridw(sheet, f, c(setNames(list(c$of), c$factor), w)) - gridw(sheet, f, c(setNames(list(c$against), c$factor), w))
  x <- d(c$within); if (!is.null(c$less)) x <- x - d(c$less); x[abs(x) < 1e-12] <- 0; x }
one <- function(name, k, sheet, formula, asks = list(), coefs = list(), terms = list(), fit = "parametric", replace = 7, sf = "ratio") {
  rownames(k) <- paste0("g", seq_len(nrow(k))); colnames(k) <- paste0("s", seq_len(ncol(k))); rownames(sheet) <- colnames(k)
  d0 <- suppressWarnings(suppressMessages(DESeqDataSetFromMatrix(k, sheet, formula)))
  dds <- suppressWarnings(suppressMessages(DESeq(d0, quiet = TRUE, fitType = fit, minReplicatesForReplace = replace, sfType = sf)))
  m <- mcols(dds); f <- dispersionFunction(dds)
  out <- list(name = unbox(name), formula = unbox(paste(deparse(formula), collapse = "")), genes = unbox(nrow(k)), samples = unbox(ncol(k)), counts = as.vector(t(k)), fitType = unbox(fit), sf = unbox(sf), replaceFrom = unbox(if (is.finite(replace)) replace else 0),
    sheet = lapply(sheet, function(v) if (is.numeric(v)) v else as.character(v)), levels = lapply(sheet, function(v) if (is.numeric(v)) NULL else levels(v)),
    coefficients = colnames(attr(dds, "modelMatrix")),
    factors = na(sizeFactors(dds)), fitted = unbox(attr(f, "fitType")),
    own = na(m$dispGeneEst), dispersion = na(m$dispersion), replaced = if (is.null(m$replace)) rep(0L, nrow(k)) else ifelse(is.na(m$replace), 0L, as.integer(m$replace)))
  X <- model.matrix(formula, sheet)
  answers <- c(lapply(asks, function(c) { w <- wts(sheet, formula, c); pair <- length(c$of) == 1 && length(c$against) == 1 && is.null(c$within) && is.null(c$less) && !grepl("[*:]", out$formula)
      list(asks = asJ(c), w = w, con = if (pair) c(c$factor, c$of, c$against) else unname(w)) }),
    lapply(coefs, function(w) list(asks = list(by = unbox("coefficients"), weights = lapply(which(w != 0), function(j) list(coefficient = unbox(colnames(X)[j]), by = unbox(w[j])))), w = w, con = w)))
  out$contrasts <- lapply(seq_along(answers), function(i) { a <- answers[[i]]
    r <- results(dds, contrast = a$con, alpha = 0.1)
    list(asks = a$asks, weights = unname(a$w), change = na(r$log2FoldChange), error = na(r$lfcSE), p = na(r$pvalue), padj = na(r$padj), sig = unbox(sum(r$padj < 0.1, na.rm = TRUE)),
      threshold = unbox(as.numeric(metadata(r)$filterThreshold))) })
  out$terms <- lapply(terms, function(t) {
    l <- suppressWarnings(suppressMessages(DESeq(d0, test = "LRT", reduced = t$reduced, quiet = TRUE, fitType = fit, minReplicatesForReplace = replace, sfType = sf)))
    r <- results(l, alpha = 0.1)
    list(without = t$without, change = na(r$stat), p = na(r$pvalue), padj = na(r$padj)) })
  out
}
G <- 130
F <- function(x, l = unique(x)) factor(x, levels = c(l[1], sort(l[-1])))
sets <- list(
 batch = function() { s <- data.frame(batch = F(rep(c("b1","b2","b3"), c(5,4,3))), treatment = F(c("ctl","ctl","trt","trt","trt","ctl","ctl","ctl","trt","ctl","trt","trt")))
  k <- spoil(draw(101, G, s, model.matrix(~batch+treatment, s)), s$treatment)
  one("batch and treatment", k, s, ~batch + treatment, list(grp("treatment","trt","ctl"), grp("batch","b3","b2"), grp("batch",c("b2","b3"),"b1")), list(c(0,-1,1,0), c(0,-1,-1,2)), list(list(without="batch", reduced=~treatment), list(without="treatment", reduced=~batch))) },
 sextime = function() { s <- expand.grid(rep = 1:4, time = c("d0","d4","d8"), sex = c("F","M")); s <- data.frame(sex = F(as.character(s$sex)), time = F(as.character(s$time)))[-c(1, 6, 22), ]
  k <- spoil(draw(102, G, s, model.matrix(~sex*time, s), zeros = 0.1, outliers = 0.03), s$time)
  one("sex and time with interaction", k, s, ~sex * time, list(grp("time","d8","d0",list(sex="F")), grp("time","d8","d0",list(sex="M")), grp("time","d8","d0",list(sex="M"),list(sex="F")), grp("time","d8","d0"), grp("sex","M","F"), grp("time",c("d4","d8"),"d0",list(sex="M")), grp("time","d8","d4",list(sex="M"),list(sex="F"))), list(), list(list(without="sex:time", reduced=~sex+time))) },
 cells = function() { s <- data.frame(group = F(rep(c("A","B","C","D"), c(3,5,8,9))))
  k <- spoil(draw(103, G, s, model.matrix(~0+group, s)[,-1], outliers = 0.08), s$group)
  one("means of groups", k, s, ~0 + group, list(grp("group","B","A"), grp("group","D","C"), grp("group",c("B","C"),"A"), grp("group",c("C","D"),c("A","B")), grp("group","C","A")), list(c(0,-1,1,0), c(-1,-1,1,1))) },
 paired = function() { s <- data.frame(donor = F(rep(paste0("p", 1:7), each = 2)), treatment = F(rep(c("pre","post"), 7)))
  k <- spoil(draw(104, G, s, model.matrix(~donor+treatment, s), zeros = 0.05), s$treatment)
  one("paired donors", k, s, ~donor + treatment, list(grp("treatment","post","pre"), grp("donor","p3","p2")), list(), list(list(without="treatment", reduced=~donor), list(without="donor", reduced=~treatment))) },
 numbers = function() { set.seed(9); s <- data.frame(age = round(runif(18, 20, 80)), bmi = round(rnorm(18, 25, 4), 1), treatment = F(rep(c("ctl","low","high"), 6)))
  k <- spoil(draw(105, G, s, model.matrix(~scale(age)+scale(bmi)+treatment, s), outliers = 0.05), s$treatment)
  one("numbers and three doses", k, s, ~age + bmi + treatment, list(grp("treatment","high","ctl"), grp("treatment","high","low"), grp("treatment",c("low","high"),"ctl")), list(c(0,1,0,0,0), c(0,0,1,0,0), c(0,0,0,-1,1)), list(list(without="age", reduced=~bmi+treatment), list(without="treatment", reduced=~age+bmi))) },
 three = function() { s <- expand.grid(r = 1:3, genotype = c("wt","het","ko"), drug = c("none","a","b")); s <- data.frame(genotype = F(as.character(s$genotype)), drug = F(as.character(s$drug)))[-c(2, 9, 14, 15), ]
  k <- spoil(draw(106, G, s, model.matrix(~genotype*drug, s)), s$genotype)
  one("three by three", k, s, ~genotype * drug, list(grp("drug","b","none",list(genotype="ko"),list(genotype="wt")), grp("drug","b","a",list(genotype="ko")), grp("genotype","ko",c("wt","het")), grp("genotype","ko","wt",list(drug="none"))), list(c(0,0,0,0,0,0,-1,0,1)), list(list(without="genotype:drug", reduced=~genotype+drug))) },
 many = function() { set.seed(10); s <- data.frame(site = F(sample(c("n","s","w"), 48, TRUE), c("n","s","w")), sex = F(sample(c("f","m"), 48, TRUE), c("f","m")), treatment = F(sample(c("ctl","trt"), 48, TRUE), c("ctl","trt")))
  k <- spoil(draw(107, G, s, model.matrix(~site+sex+treatment, s), outliers = 0.05), s$treatment)
  one("forty-eight, three factors", k, s, ~site + sex + treatment, list(grp("treatment","trt","ctl"), grp("site","w","n"), grp("sex","m","f")), list(c(0,-1,1,0,0)), list(list(without="site", reduced=~sex+treatment))) },
 six = function() { s <- data.frame(batch = F(rep(c("b1","b2"), 3)), treatment = F(rep(c("ctl","trt"), each = 3)))
  k <- spoil(draw(108, G, s, model.matrix(~batch+treatment, s)), s$treatment)
  one("six samples, three degrees of freedom", k, s, ~batch + treatment, list(grp("treatment","trt","ctl")), list(), list(list(without="treatment", reduced=~batch))) },
 few = function() { s <- data.frame(batch = F(rep(c("b1","b2"), 6)), treatment = F(rep(c("ctl","trt"), each = 6)))
  k <- spoil(draw(109, 60, s, model.matrix(~batch+treatment, s)), s$treatment)
  one("sixty genes", k, s, ~batch + treatment, list(grp("treatment","trt","ctl")), list(), list(list(without="treatment", reduced=~batch)), fit = "mean") },
 poisson = function() { s <- data.frame(batch = F(rep(c("b1","b2"), 8)), treatment = F(rep(c("ctl","trt"), each = 8)))
  k <- spoil(draw(110, G, s, model.matrix(~batch+treatment, s), disp = function(m) 0.0005 + 0.02 * m / 1000, outliers = 0), s$treatment)
  one("dispersion that rises, local", k, s, ~batch * treatment, list(grp("treatment","trt","ctl",list(batch="b2")), grp("treatment","trt","ctl")), list(c(0,0,0,1)), list(list(without="batch:treatment", reduced=~batch+treatment))) },
 nested = function() { s <- data.frame(group = F(rep(c("x","y"), each = 8)), donor = F(rep(rep(paste0("n", 1:4), each = 2), 2)), cond = F(rep(c("c","t"), 8)))
  k <- spoil(draw(111, G, s, model.matrix(~group + group:donor + group:cond, s)), s$cond)
  one("donors within groups", k, s, ~group + group:donor + group:cond, list(grp("cond","t","c",list(group="x")), grp("cond","t","c",list(group="y")), grp("cond","t","c",list(group="y"),list(group="x"))), list(), list(list(without="group:cond", reduced=~group+group:donor))) },
 slope = function() { s <- data.frame(strain = F(rep(c("wt","mu"), each = 10)), dose = rep(c(0, 0.5, 1, 2, 4), 4))
  k <- spoil(draw(112, G, s, model.matrix(~strain*dose, s), outliers = 0.04), s$strain)
  one("slopes of a dose", k, s, ~strain * dose, list(grp("strain","mu","wt")), list(c(0,0,1,0), c(0,0,0,1), c(0,0,1,1)), list(list(without="strain:dose", reduced=~strain+dose))) },
 low = function() { s <- data.frame(batch = F(rep(c("b1","b2","b3"), 6)), treatment = F(rep(c("ctl","trt"), each = 9)))
  k <- spoil(draw(113, G, s, model.matrix(~batch+treatment, s), level = 0.5, sdl = 1.5, zeros = 0.4, disp = function(m) 0.5 + 3/m), s$treatment)
  one("sparse counts", k, s, ~batch + treatment, list(grp("treatment","trt","ctl"), grp("batch","b3","b2")), list(c(0,-1,1,0)), list(list(without="treatment", reduced=~batch), list(without="batch", reduced=~treatment)), sf = "poscounts") },
 eight = function() { s <- data.frame(sex = F(rep(c("f","m"), 16)), treatment = F(rep(c("ctl","trt"), each = 16)))
  k <- spoil(draw(114, G, s, model.matrix(~sex*treatment, s), outliers = 0.15), s$treatment)
  one("cells of eight, replaced", k, s, ~sex * treatment, list(grp("treatment","trt","ctl",list(sex="m"),list(sex="f")), grp("treatment","trt","ctl")), list(), list(list(without="sex:treatment", reduced=~sex+treatment))) },
 num2 = function() { s <- data.frame(flag = rep(c(0, 1), each = 6))
  k <- draw(115, G, s, model.matrix(~flag, s), outliers = 0.2); k[10, 3] <- 100000
  one("a number of two values", k, s, ~flag, list(), list(c(0,1)), list(list(without="flag", reduced=~1)), replace = Inf) }
)
cat(toJSON(unname(lapply(sets, function(set) set())), digits = NA, na = "null"))
