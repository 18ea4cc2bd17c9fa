# The answers in mutations.json, of tcga_laml in base R: Rscript mutations.R FOLDER > mutations.json, FOLDER holding tcga_laml.maf.gz.
folder <- commandArgs(TRUE)[1]
d <- read.delim(gzfile(file.path(folder, "tcga_laml.maf.gz")), comment.char = "#", quote = "", check.names = FALSE)
key <- c("Tumor_Sample_Barcode", "Hugo_Symbol", "Chromosome", "Start_Position", "Reference_Allele", "Tumor_Seq_Allele2", "Tumor_Seq_Allele1")
d <- d[!duplicated(d[key]), ]
counts <- c("Missense_Mutation", "Nonsense_Mutation", "Splice_Site", "Frame_Shift_Del", "Frame_Shift_Ins", "In_Frame_Ins",
            "In_Frame_Del", "Translation_Start_Site", "Nonstop_Mutation")
m <- d[d$Variant_Classification %in% counts, ]
ids <- unique(d$Tumor_Sample_Barcode)
mutated <- tapply(m$Tumor_Sample_Barcode, m$Hugo_Symbol, unique, simplify = FALSE)
substitutions <- function(rows) {
  s <- rows[nchar(rows$Reference_Allele) == 1 & nchar(rows$Tumor_Seq_Allele2) == 1 &
              rows$Reference_Allele %in% c("A", "C", "G", "T") & rows$Tumor_Seq_Allele2 %in% c("A", "C", "G", "T"), ]
  turned <- s$Reference_Allele %in% c("A", "G")
  flip <- function(base) chartr("ACGT", "TGCA", base)
  from <- ifelse(turned, flip(s$Reference_Allele), s$Reference_Allele)
  to <- ifelse(turned, flip(s$Tumor_Seq_Allele2), s$Tumor_Seq_Allele2)
  table(factor(paste0(from, ">", to), c("C>A", "C>G", "C>T", "T>A", "T>C", "T>G")))
}
# fisher.test stops its search for the conditional estimate at 1e-4: the same, to the last digits.
conditional <- function(t) {
  m <- sum(t[, 1]); n <- sum(t[, 2]); k <- sum(t[1, ])
  s <- max(0, k - n):min(k, m)
  if (t[1, 1] == max(s)) return("Inf")
  if (t[1, 1] == min(s)) return(0)
  d <- dhyper(s, m, n, k, log = TRUE)
  off <- function(l) { w <- d + l * s; w <- exp(w - max(w)); sum(s * w) / sum(w) - t[1, 1] }
  exp(uniroot(off, c(-30, 30), tol = 1e-14, maxiter = 10000)$root)
}
lengths_of <- lengths(mutated)
n_mut <- table(m$Hugo_Symbol)
top <- names(lengths_of)[order(-lengths_of, -as.integer(n_mut[names(lengths_of)]), names(lengths_of), method = "radix")][1:20]
pairs <- list()
for (i in 1:19) for (j in (i + 1):20) {
  has <- function(gene) factor(ids %in% mutated[[gene]], c(TRUE, FALSE))
  t <- table(has(top[i]), has(top[j]))
  f <- fisher.test(t)
  pairs[[length(pairs) + 1]] <- list(one = top[i], other = top[j], both = t[1, 1], ratio = conditional(t), p = f$p.value)
}
adjusted <- p.adjust(sapply(pairs, `[[`, "p"), "BH")
for (k in seq_along(pairs)) pairs[[k]]$padj <- adjusted[k]
burden <- table(factor(m$Tumor_Sample_Barcode, ids))
as_list <- function(t) as.list(setNames(as.integer(t), names(t)))
interval <- prop.test(length(mutated[["DNMT3A"]]), length(ids), correct = FALSE)$conf.int
d3 <- m[m$Hugo_Symbol == "DNMT3A" & grepl("^p\\.[A-Z*]882[A-Za-z*]", m$Protein_Change), ]
cat(jsonlite::toJSON(list(
  sequenced = length(ids), counted = nrow(m), mutated = length(unique(m$Tumor_Sample_Barcode)),
  genes = as_list(lengths_of), classes = as_list(table(m$Variant_Classification)), types = as_list(table(m$Variant_Type)),
  substitutions = as_list(substitutions(m)), substitutionsOfAll = as_list(substitutions(d)),
  medianBurden = median(as.integer(burden)), burden = as_list(burden), pairs = pairs, interval = as.numeric(interval),
  r882 = max(table(d3$Variant_Classification))
), auto_unbox = TRUE, digits = NA))
