# What scikit-learn's NearestNeighbors answers: run by hand in this folder, /usr/bin/python3 neighbours.py.
import json
import numpy as np
from sklearn.neighbors import NearestNeighbors

random = np.random.default_rng(7)
sets = {
    "a cloud": np.round(random.normal(size=(60, 5)), 4),
    "three groups, wide": np.round(random.normal(size=(45, 19)) + np.repeat([[0.0], [4.0], [9.0]], 15, axis=0), 4),
    "a grid with ties": np.array([[x, y, 7] for x in range(5) for y in range(4)], dtype=float),
}
answers = {}
for name, values in sets.items():
    answers[name] = {"values": values.tolist(), "asked": []}
    for metric in ("euclidean", "cosine", "correlation"):
        for count in (1, 6):
            found = NearestNeighbors(n_neighbors=count, metric=metric, algorithm="brute").fit(values)
            distances, indices = found.kneighbors()
            answers[name]["asked"].append(
                {"metric": metric, "count": count, "distances": distances.round(12).tolist(), "indices": indices.tolist()}
            )
with open("neighbours.json", "w") as out:
    json.dump(answers, out, separators=(",", ":"))
    out.write("\n")
