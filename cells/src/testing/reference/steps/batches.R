# What sva's ComBat and limma's removeBatchEffect make of two matrices: Rscript batches.R STEMCELLS batches.json
# (STEMCELLS: the folder with expression.csv and samples.csv; golub_49.gct lies beside). Values are rounded to float32 first, as a
# matrix holds them. Of each feature two sums by weights that differ from sample to sample are kept, the sum of squares, and how
# many values are missing.
suppressMessages({library(sva); library(limma); library(jsonlite)})
args <- commandArgs(FALSE)
here <- dirname(sub("--file=", "", grep("--file=", args, value = TRUE)))
stem <- commandArgs(TRUE)[1]
single <- function(x) { x[] <- readBin(writeBin(as.vector(x), raw(), size = 4), "numeric", length(x), size = 4); x }
gct <- read.delim(file.path(here, "../golub_49.gct"), skip = 2, check.names = FALSE)
golub <- unname(as.matrix(gct[, -(1:2)]))
cells <- read.csv(file.path(stem, "expression.csv"), row.names = 1)
sheet <- read.csv(file.path(stem, "samples.csv"))
# Of golub batches and groups by place, as step tests make them.
n <- ncol(golub)
sets <- list(
  golub = list(x = golub, batch = c("p", "q", "r")[1 + (seq_len(n) * 7) %% 3], group = ifelse(seq_len(n) %% 5 < 2, "u", "v"),
    other = ifelse(seq_len(n) %% 4 == 0, "k", "l"), age = (seq_len(n) * 13) %% 17, reference = "q"),
  stemcells = list(x = single(unname(t(as.matrix(cells)))), batch = sheet$study, group = sheet$celltype,
    other = ifelse(seq_len(nrow(sheet)) %% 4 == 0, "k", "l"), age = (seq_len(nrow(sheet)) * 13) %% 17, reference = "study2"))
holes <- function(x) { for (i in seq_len(nrow(x))) for (j in seq_len(ncol(x))) if ((i * 7 + j * 3) %% 23 == 0) x[i, j] <- NA; x }
told <- function(y) {
  j <- seq_len(ncol(y)); gone <- rowSums(is.na(y)); y[is.na(y)] <- 0
  unname(cbind(y %*% ((j * 5) %% 11 - 5), y %*% ((j * 7) %% 23 - 9), rowSums(y^2), gone))
}
quiet <- function(e) suppressMessages(suppressWarnings(e))
answers <- lapply(sets, function(s) {
  kept <- model.matrix(~ s$group)
  x2 <- s$x; x2[2, s$batch == s$batch[1]] <- x2[2, 1]
  alone <- s$batch; alone[1] <- "alone"
  combat <- function(x, batch = s$batch, ...) told(quiet(ComBat(x, batch, ...)))
  remove <- function(x, ...) told(quiet(removeBatchEffect(x, ...)))
  list(
    "combat" = combat(s$x),
    "combat-kept" = combat(s$x, mod = kept),
    "combat-others" = combat(s$x, mod = kept, par.prior = FALSE),
    "combat-means" = combat(s$x, mean.only = TRUE),
    "combat-means-others" = combat(s$x, mod = kept, mean.only = TRUE, par.prior = FALSE),
    "combat-reference" = combat(s$x, mod = kept, ref.batch = s$reference),
    "combat-reference-others" = combat(s$x, ref.batch = s$reference, par.prior = FALSE),
    "combat-holes" = combat(holes(s$x)),
    "combat-holes-kept" = combat(holes(s$x), mod = kept, ref.batch = s$reference),
    "combat-holes-others" = combat(holes(s$x), mod = kept, par.prior = FALSE, mean.only = TRUE),
    "combat-constant" = combat(x2, mod = kept),
    "combat-alone" = combat(s$x, batch = alone),
    "remove" = remove(s$x, batch = s$batch),
    "remove-kept" = remove(s$x, batch = s$batch, design = kept),
    "remove-both" = remove(s$x, batch = s$batch, batch2 = s$other, design = kept),
    "remove-numbers" = remove(s$x, covariates = cbind(s$age)),
    "remove-all" = remove(s$x, batch = s$batch, batch2 = s$other, covariates = cbind(s$age), design = kept),
    "remove-centred" = remove(s$x, batch = s$batch, covariates = cbind(s$age - mean(s$age)), design = kept),
    "remove-same" = remove(s$x, batch = s$batch, batch2 = s$batch),
    "remove-holes" = remove(holes(s$x), batch = s$batch, batch2 = s$other, covariates = cbind(s$age), design = kept))
})
writeLines(toJSON(answers, digits = I(9), na = "null"), commandArgs(TRUE)[2])
