# The answers of components.json: /usr/bin/python3 embeddings.py > components.json. scikit-learn 1.2.1, umap-learn 0.5.3.
import json, sys
import numpy as np
from sklearn.manifold import trustworthiness
from sklearn.utils.extmath import randomized_svd
import umap.umap_ as um

rng = np.random.default_rng(5)
base = rng.normal(size=(60, 4)) @ np.diag([9, 5, 3, 1.5]) @ rng.normal(size=(4, 40)) + rng.normal(size=(60, 40)) * 0.2
base = np.round(base, 5)
x = base - base.mean(0)
s = np.linalg.svd(x, compute_uv=False)
json.dump({
  "values": base.tolist(),
  "squares": (s[:4] ** 2).tolist(),
  "curve": {f"{spread} {least}": list(um.find_ab_params(spread, least)) for spread, least in [(1, .1), (1, .5), (2, .01), (1, 0)]},
}, sys.stdout)
