# Lengths by bedtools 2.30.0 (merge of the exons of each gene) and TPM, FPKM by base R and edgeR 3.40.2 (rpkm), of the GTF that is
# written here: 40 genes with overlapping, nested and touching exons, on both strands.
# Rscript oracle.R; writes oracle.gtf and oracle.json
suppressMessages(library(edgeR))
set.seed(5)
lines <- c(); exons <- data.frame()
for (g in 1:40) {
  chr <- paste0("chr", sample(3, 1)); strand <- sample(c("+", "-"), 1); at <- sample(1e5, 1)
  id <- sprintf("ENSG%011d.%d", g, sample(9, 1))
  n <- sample(1:8, 1); s <- at + sample(0:3000, n, TRUE); e <- s + sample(0:600, n, TRUE)
  if (n > 2) { s[2] <- e[1] + 1; e[2] <- s[2] + 50 }
  a <- sprintf('gene_id "%s"; gene_name "N%d";', id, g)
  lines <- c(lines, paste(chr, "t", "gene", min(s), max(e), ".", strand, ".", a, sep = "\t"),
             paste(chr, "t", "exon", s, e, ".", strand, ".", paste0(a, sprintf(' transcript_id "T%d";', sample(2, n, TRUE))), sep = "\t"))
  exons <- rbind(exons, data.frame(chr = paste(id, chr, sep = "/"), s = s - 1, e = e))
}
writeLines(lines, "oracle.gtf")
bed <- tempfile(); write.table(exons[order(exons$chr, exons$s), ], bed, sep = "\t", quote = FALSE, row.names = FALSE, col.names = FALSE)
merged <- read.table(text = system2("bedtools", c("merge", "-i", bed), stdout = TRUE))
len <- tapply(merged$V3 - merged$V2, sub("/.*", "", merged$V1), sum)
counts <- matrix(rnbinom(40 * 5, mu = 300, size = 1), 40); len <- as.vector(len); ids <- sort(unique(sub("/.*", "", merged$V1)))
rate <- counts / len; tpm <- t(t(rate) / colSums(rate)) * 1e6
fpkm <- rpkm(DGEList(counts), gene.length = len)
j <- function(m) paste0("[", paste(apply(m, 1, function(r) paste0("[", paste(format(r, digits = 17, trim = TRUE), collapse = ","), "]")), collapse = ",\n"), "]")
cat('{"ids":["', paste(ids, collapse = '","'), '"],\n"lengths":[', paste(len, collapse = ","), '],\n"counts":', j(counts), ',\n"tpm":', j(tpm), ',\n"fpkm":', j(fpkm), '}\n', sep = "", file = "oracle.json")
