# What scikit-learn and leidenalg answer: run by hand in this folder, /usr/bin/python3 groups.py.
import json
import warnings
import numpy as np
import igraph
import leidenalg
from sklearn.cluster import DBSCAN, KMeans
from sklearn.datasets import load_iris, load_wine
from sklearn.metrics import adjusted_rand_score, calinski_harabasz_score, davies_bouldin_score, silhouette_samples
from sklearn.mixture import GaussianMixture

warnings.filterwarnings("ignore")
random = np.random.default_rng(5)
angles = random.uniform(0, np.pi, 120)
moons = np.vstack([np.c_[np.cos(angles[:60]), np.sin(angles[:60])], np.c_[1 - np.cos(angles[60:]), 0.4 - np.sin(angles[60:])]])
sets = {
    "iris": load_iris().data,
    "wine, scaled": np.round((load_wine().data - load_wine().data.mean(0)) / load_wine().data.std(0), 5),
    "moons": np.round(moons + random.normal(scale=0.05, size=moons.shape), 5),
}


def from_groups(x, labels, k, spread):
    """EM from the weights, means and precisions of given groups, as scikit-learn makes them of its own k-means."""
    found = GaussianMixture(k, covariance_type=spread, tol=1e-9, max_iter=2000)
    likely = np.zeros((len(x), k))
    likely[np.arange(len(x)), labels] = 1
    found._initialize(x, likely)
    found._initialize_parameters = lambda *_: None
    return found.fit(x)


out = {}
for name, x in sets.items():
    one = {"values": x.tolist(), "kMeans": [], "mixtures": [], "dbscan": []}
    for k in (2, 3, 5):
        found = KMeans(k, n_init=50, random_state=0).fit(x)
        one["kMeans"].append(
            {
                "k": k,
                "inertia": found.inertia_,
                "begins": x[k : 11 * k : 10].tolist(),
                "ends": KMeans(k, init=x[k : 11 * k : 10], n_init=1, tol=0, random_state=0).fit(x).inertia_,
                "labels": found.labels_.tolist(),
                "silhouettes": silhouette_samples(x, found.labels_).tolist(),
                "calinskiHarabasz": calinski_harabasz_score(x, found.labels_),
                "daviesBouldin": davies_bouldin_score(x, found.labels_),
            }
        )
    # From the groups of k-means: the same beginning, so that both end at the same place.
    for spread in ("full", "tied", "diag", "spherical"):
        for k in (1, 3):
            labels = KMeans(k, n_init=50, random_state=0).fit_predict(x)
            found = from_groups(x, labels, k, spread)
            one["mixtures"].append(
                {"k": k, "spread": spread, "from": labels.tolist(), "bic": found.bic(x), "score": found.score(x), "labels": found.predict(x).tolist()}
            )
    for eps, least in ((0.15, 5), (0.5, 5), (0.3, 4), (2.2, 6)):
        one["dbscan"].append({"eps": eps, "least": least, "labels": DBSCAN(eps=eps, min_samples=least).fit(x).labels_.tolist()})
    out[name] = one

graphs = {"karate": igraph.Graph.Famous("Zachary")}
blocks = igraph.Graph.SBM(300, [[0.2 if i == j else 0.02 for j in range(5)] for i in range(5)], [80, 70, 60, 50, 40])
graphs["five blocks"] = blocks
answers = {}
for name, graph in graphs.items():
    edges = graph.get_edgelist()
    weights = random.integers(1, 4, len(edges)).tolist()
    tried = []
    for resolution in (0.5, 1.0, 2.0):
        best = max(
            (
                leidenalg.find_partition(
                    graph, leidenalg.RBConfigurationVertexPartition, weights=weights, resolution_parameter=resolution, n_iterations=-1, seed=seed
                )
                for seed in range(10)
            ),
            key=lambda found: found.quality(),
        )
        total = 2 * sum(weights)
        tried.append({"resolution": resolution, "modularity": best.quality() / total, "labels": best.membership})
    answers[name] = {"nodes": graph.vcount(), "edges": edges, "weights": weights, "tried": tried}
out["graphs"] = answers
with open("groups.json", "w") as file:
    json.dump(out, file, separators=(",", ":"))
    file.write("\n")
