// Groups rows by communities of their neighbours.

import { err, ok } from "../../base/result.ts";
import type { ClusterWork } from "../../contract/cluster-method.ts";
import { bestLeiden } from "../../stats/clusters/leiden.ts";
import { modularity } from "../../stats/clusters/modularity.ts";
import { neighbourGraph } from "../../stats/clusters/neighbour-graph.ts";
import { nearestNeighbours } from "../../stats/neighbours/nearest-neighbours.ts";
import { words } from "../words.ts";
import type { Options } from "./card.ts";

const resolutions = [0.2, 0.4, 0.6, 0.8, 1, 1.2, 1.5, 2] as const;

export const work: ClusterWork<Options> = {
  async begin({ options, points, seed, pause }) {
    const { values, rows, width } = points;
    const { neighbours, metric, weights } = options;
    const found = await nearestNeighbours(values, rows, width, { count: neighbours, metric, seed }, (share) => pause(share / 2));
    const graph = neighbourGraph(found, rows, weights);
    if (graph.targets.length === 0) return err(words.failure("no-edges", {}, { at: ["method", "neighbours"] }));
    return ok({
      candidates: resolutions,
      usual: 1,
      ...(found.isExact ? {} : { isNear: true as const }),
      async at(resolution) {
        const labels = await bestLeiden(graph, { resolution, seed }, (share) => pause(0.5 + share / 2));
        return { labels, facts: { modularity: modularity(graph, labels, resolution) } };
      },
    });
  },
  inR({ neighbours, metric, weights }, { value, seed }) {
    if (weights === "jaccard")
      return [
        "library(Seurat); library(leidenbase)",
        `g <- FindNeighbors(x, k.param = ${neighbours + 1}, annoy.metric = "${metric}")$snn`,
        'g <- igraph::graph_from_adjacency_matrix(g, "undirected", weighted = TRUE, diag = FALSE)',
        `leiden_find_partition(g, "RBConfigurationVertexPartition", edge_weights = igraph::E(g)$weight, resolution_parameter = ${value}, seed = ${seed})$membership`,
      ];
    return [
      "library(uwot); library(leidenbase)",
      `g <- similarity_graph(x, n_neighbors = ${neighbours + 1}, metric = "${metric}")`,
      'g <- igraph::graph_from_adjacency_matrix(g, "undirected", weighted = TRUE, diag = FALSE)',
      `leiden_find_partition(g, "RBConfigurationVertexPartition", edge_weights = igraph::E(g)$weight, resolution_parameter = ${value}, seed = ${seed})$membership`,
    ];
  },
};
