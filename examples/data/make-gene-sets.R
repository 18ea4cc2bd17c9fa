# Makes GO_processes_human.gmt.gz and GO_processes_mouse.gmt.gz, which stand beside it.
#   Rscript make-gene-sets.R        (Debian: r-bioc-org.hs.eg.db and r-bioc-go.db 3.16; Gene Ontology of 2022-07-01, NCBI Gene of 2022-09-12)
# Human: genes annotated to a process or to one below it, without those that were annotated by a program alone (IEA), without data (ND) or
# by an author's word that cannot be traced (NAS). Mouse: the same genes written as in mouse (STAT1: Stat1), where the counts of GSE96870
# have a gene of that name: orthologues by their shared symbol, not annotations of the mouse.
suppressMessages({ library(AnnotationDbi); library(GO.db); library(org.Hs.eg.db) })
names_of_sets <- c(
  "defense response to virus|response to type I interferon|response to interferon-gamma|antigen processing and presentation|",
  "antigen processing and presentation of peptide antigen via MHC class I|inflammatory response|acute inflammatory response|",
  "innate immune response|adaptive immune response|T cell activation|B cell activation|T cell mediated cytotoxicity|",
  "natural killer cell mediated cytotoxicity|leukocyte migration|neutrophil chemotaxis|chemokine-mediated signaling pathway|",
  "cytokine-mediated signaling pathway|complement activation|phagocytosis|interleukin-6 production|tumor necrosis factor production|",
  "I-kappaB kinase/NF-kappaB signaling|receptor signaling pathway via JAK-STAT|toll-like receptor signaling pathway|",
  "Fc receptor signaling pathway|immunoglobulin production|macrophage activation|microglial cell activation|mast cell activation|",
  "negative regulation of viral genome replication|viral entry into host cell|mitotic cell cycle phase transition|DNA replication|",
  "DNA repair|double-strand break repair|nucleotide-excision repair|mismatch repair|chromosome segregation|mitotic spindle organization|",
  "cytokinesis|DNA damage response, signal transduction by p53 class mediator|intrinsic apoptotic signaling pathway|",
  "extrinsic apoptotic signaling pathway|autophagy|cellular senescence|telomere maintenance|nucleosome assembly|histone acetylation|",
  "DNA methylation|RNA splicing|mRNA splicing, via spliceosome|rRNA processing|ribosome biogenesis|cytoplasmic translation|",
  "translational initiation|tRNA aminoacylation|response to endoplasmic reticulum stress|response to unfolded protein|protein folding|",
  "proteasome-mediated ubiquitin-dependent protein catabolic process|nuclear-transcribed mRNA catabolic process, nonsense-mediated decay|",
  "oxidative phosphorylation|mitochondrial respiratory chain complex assembly|mitochondrial translation|tricarboxylic acid cycle|",
  "glycolytic process|gluconeogenesis|fatty acid beta-oxidation|fatty acid biosynthetic process|cholesterol biosynthetic process|",
  "steroid biosynthetic process|heme biosynthetic process|pentose-phosphate shunt|amino acid transport|one-carbon metabolic process|",
  "response to hypoxia|response to oxidative stress|response to heat|xenobiotic metabolic process|iron ion homeostasis|",
  "cellular response to insulin stimulus|myelination|axonogenesis|axon guidance|dendrite morphogenesis|synapse assembly|",
  "chemical synaptic transmission|synaptic vesicle exocytosis|synaptic transmission, glutamatergic|synaptic transmission, GABAergic|",
  "long-term synaptic potentiation|learning|memory|neuron migration|oligodendrocyte differentiation|astrocyte differentiation|gliogenesis|",
  "cerebellum development|neurotransmitter transport|sensory perception of smell|visual perception|circadian rhythm|angiogenesis|",
  "vasculogenesis|blood coagulation|platelet activation|hemopoiesis|erythrocyte differentiation|myeloid cell differentiation|",
  "lymphocyte differentiation|myeloid leukocyte activation|epithelial to mesenchymal transition|extracellular matrix organization|",
  "collagen fibril organization|cell-cell adhesion via plasma-membrane adhesion molecules|wound healing|Wnt signaling pathway|",
  "canonical Wnt signaling pathway|Notch signaling pathway|smoothened signaling pathway|",
  "transforming growth factor beta receptor signaling pathway|BMP signaling pathway|ERK1 and ERK2 cascade|",
  "epidermal growth factor receptor signaling pathway|fibroblast growth factor receptor signaling pathway|",
  "vascular endothelial growth factor receptor signaling pathway|insulin receptor signaling pathway|TOR signaling|hippo signaling|",
  "phosphatidylinositol 3-kinase signaling|androgen receptor signaling pathway|calcium-mediated signaling|",
  "G protein-coupled receptor signaling pathway, coupled to cyclic nucleotide second messenger|sodium ion transport|",
  "potassium ion transmembrane transport|cilium assembly|cilium movement|muscle contraction|cardiac muscle contraction|heart morphogenesis|",
  "skeletal muscle tissue development|ossification|bone mineralization|cartilage development|kidney development|lung development|",
  "liver development|skin development|keratinization|hair follicle development|spermatogenesis|oogenesis|male sex differentiation|",
  "female sex differentiation|dosage compensation by inactivation of X chromosome|in utero embryonic development|gastrulation|somitogenesis|",
  "limb development|"
)
terms <- unlist(strsplit(paste(names_of_sets, collapse = ""), "|", fixed = TRUE))
all <- suppressMessages(AnnotationDbi::select(GO.db, keys = keys(GO.db), columns = c("GOID", "TERM", "ONTOLOGY")))
all <- all[all$ONTOLOGY == "BP", ]
hit <- all[match(terms, all$TERM), ]
symbols <- unlist(as.list(org.Hs.egSYMBOL))
mouse <- unique(read.csv("GSE96870_counts_cerebellum.csv.gz")$gene)
titled <- function(x) paste0(substr(x, 1, 1), tolower(substr(x, 2, nchar(x))))
line <- function(i, genes) paste(c(hit$TERM[i], sub("GO:", "http://purl.obolibrary.org/obo/GO_", hit$GOID[i]), genes), collapse = "\t")
sets <- lapply(hit$GOID, function(id) {
  genes <- as.list(org.Hs.egGO2ALLEGS[id])[[1]]
  sort(unique(symbols[unique(genes[!(names(genes) %in% c("IEA", "ND", "NAS"))])]))
})
write <- function(file, of) { out <- gzfile(file, "wb", compression = 9); writeLines(vapply(seq_along(sets), function(i) line(i, of(sets[[i]])), ""), out); close(out) }
write("GO_processes_human.gmt.gz", identity)
write("GO_processes_mouse.gmt.gz", function(genes) sort(intersect(titled(genes), mouse)))
