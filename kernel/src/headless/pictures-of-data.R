# Answers of R for pictures-of-data.test.ts, of the numbers that the example's texts and pictures tell.
# In examples/data: Rscript ../../kernel/src/headless/pictures-of-data.R > ../../kernel/src/headless/pictures-of-data.json
tumours <- read.csv("wdbc.csv", check.names = FALSE)
by <- split(tumours, tumours$diagnosis)
line <- function(d, x, y) { fit <- lm(d[[y]] ~ d[[x]]); c(coef(fit)[[2]], summary(fit)$r.squared) }
selected <- subset(tumours, `mean radius` >= 13 & `mean radius` <= 16 & `mean concave points` >= .05 & `mean concave points` <= .1)
sheet <- read.csv("GSE96870_coldata_cerebellum.csv")
counts <- read.csv("GSE96870_counts_cerebellum.csv.gz", row.names = 1, check.names = FALSE)[, sheet$sample]
lcn2 <- log2(unlist(counts["Lcn2", ]) / colSums(counts) * 1e6 + 1)
ci <- function(v) { t <- t.test(v); c(t$estimate, t$conf.int) }
maf <- read.delim("tcga_laml.maf.gz", comment.char = "#", quote = "", na.strings = c("", "NA", "."))
six <- subset(maf, Hugo_Symbol %in% c("DNMT3A", "FLT3", "IDH2", "NPM1", "RUNX1", "TP53"))
together <- table(tapply(six$Hugo_Symbol, six$Tumor_Sample_Barcode, function(g) paste(sort(unique(g)), collapse = " ")))
lacks <- is.na(maf$i_TumorVAF_WU)
cat(jsonlite::toJSON(list(
  texture = lapply(by, function(d) median(d[["mean texture"]])),
  concavity = lapply(by, function(d) unname(quantile(d[["mean concavity"]], c(.25, .5, .75)))),
  correlations = cor(tumours[, 1:10]),
  columns = names(tumours)[1:10],
  outlines = lapply(by, line, "mean radius", "mean concave points"),
  panels = lapply(by, line, "mean radius", "mean texture"),
  selected = as.list(table(selected$diagnosis)),
  means = lapply(split(lcn2, sheet$time), ci),
  course = lapply(split(lcn2, paste(sheet$time, sheet$sex)), ci),
  lacking = list(share = sum(lacks), protein = sum(is.na(maf$Protein_Change)), both = sum(lacks & is.na(maf$Protein_Change)),
    of = sum(lacks & maf$Hugo_Symbol %in% c("FLT3", "NPM1")), insertions = sum(lacks & maf$Hugo_Symbol %in% c("FLT3", "NPM1") & maf$Variant_Type == "INS")),
  shares = lapply(split(six$i_TumorVAF_WU, six$Hugo_Symbol), function(v) list(n = sum(!is.na(v)), median = median(v, na.rm = TRUE))),
  together = as.list(together)
), digits = NA, auto_unbox = TRUE))
cat("\n")
