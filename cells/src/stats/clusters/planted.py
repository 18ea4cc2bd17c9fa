# Planted groups of points, their graph by umap-learn, its communities by leidenalg: run by hand in this folder, /usr/bin/python3
# planted.py, and then Rscript planted.R, which adds Seurat's graph of the same points.
import json
import warnings
import igraph
import leidenalg
import numpy as np
from scipy.sparse import triu
from sklearn.metrics import adjusted_rand_score, pairwise_distances
from umap.umap_ import fuzzy_simplicial_set

warnings.filterwarnings("ignore")
random = np.random.default_rng(8)
answers = []
# How far apart: clear, and so noisy that nobody finds them all.
for apart in (1.0, 0.8, 0.6):
    sizes = [160, 120, 90, 70, 60]
    planted = np.repeat(np.arange(len(sizes)), sizes)
    points = np.round(apart * random.normal(size=(len(sizes), 12))[planted] + random.normal(size=(sum(sizes), 12)), 3)
    # All pairs: umap-learn alone would look for neighbours by chance, and miss some.
    distances = pairwise_distances(points)
    near = np.argsort(distances, 1, kind="stable")[:, :16]
    away = np.take_along_axis(distances, near, 1).astype(np.float32)
    graph = fuzzy_simplicial_set(points, 16, np.random.RandomState(0), "euclidean", knn_indices=near, knn_dists=away)[0]
    upper = triu(graph, 1).tocoo()
    edges = igraph.Graph(n=len(points), edges=list(zip(upper.row.tolist(), upper.col.tolist())))
    weights = upper.data.astype(float).tolist()
    tried = []
    for resolution in (0.5, 1.0):
        found = [
            leidenalg.find_partition(
                edges, leidenalg.RBConfigurationVertexPartition, weights=weights, resolution_parameter=resolution, n_iterations=-1, seed=seed
            )
            for seed in range(10)
        ]
        best = max(found, key=lambda one: one.quality())
        rand = [adjusted_rand_score(planted, one.membership) for one in found]
        tried.append(
            {
                "resolution": resolution,
                "modularity": best.quality() / (2 * sum(weights)),
                "adjustedRand": adjusted_rand_score(planted, best.membership),
                "least": min(rand),
                "most": max(rand),
            }
        )
    answers.append(
        {
            "apart": apart,
            "width": 12,
            "points": points.ravel().tolist(),
            "planted": planted.tolist(),
            "umap": {"edges": len(weights), "weight": sum(weights), "strengths": np.asarray(graph.sum(0)).ravel().round(6).tolist()},
            "tried": tried,
        }
    )
with open("planted.json", "w") as file:
    json.dump(answers, file, separators=(",", ":"))
    file.write("\n")
