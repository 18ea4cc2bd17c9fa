# Seurat's graph of shared neighbours of the points of planted.json, and leidenbase's communities of it: run by hand in this folder
# after planted.py, Rscript planted.R.
suppressMessages({ library(Seurat); library(jsonlite); library(leidenbase); library(igraph) })
sets <- fromJSON("planted.json", simplifyVector = FALSE)
for (at in seq_along(sets)) {
  x <- matrix(unlist(sets[[at]]$points), ncol = sets[[at]]$width, byrow = TRUE)
  rownames(x) <- seq_len(nrow(x))
  # rann looks at all pairs; annoy would not find all neighbours.
  g <- FindNeighbors(x, k.param = 16, nn.method = "rann", verbose = FALSE)$snn
  diag(g) <- 0
  g <- Matrix::drop0(g)
  graph <- graph_from_adjacency_matrix(g, "undirected", weighted = TRUE, diag = FALSE)
  best <- 0
  for (seed in 1:10) {
    found <- leiden_find_partition(graph, "RBConfigurationVertexPartition", edge_weights = E(graph)$weight, resolution_parameter = 1, seed = seed, num_iter = 10)
    best <- max(best, found$modularity)
  }
  sets[[at]]$jaccard <- list(edges = length(g@x) / 2, weight = sum(g) / 2, strengths = round(unname(Matrix::colSums(g)), 6), modularity = best)
}
writeLines(toJSON(sets, auto_unbox = TRUE, digits = 12), "planted.json")
