# Numbers of scikit-learn 1.2.1 for outliers in several columns together: /usr/bin/python3 outliers-joint.py > outliers-joint.json
# Rows of make.py's data sets without holes. Of the isolation forest the mean over 20 seeds, and how much single seeds agree.
import json, os, sys
import numpy as np, pandas as pd
from scipy.stats import spearmanr
from sklearn.ensemble import IsolationForest
from sklearn.neighbors import LocalOutlierFactor

here = os.path.dirname(os.path.abspath(__file__))
wdbc = pd.read_csv(os.path.join(here, "../../../../../examples/data/wdbc.csv"))
gct = pd.read_csv(os.path.join(here, "../golub_49.gct"), sep="\t", skiprows=2)
golub = gct.drop(columns=["NAME", "Description"]).T
sets = {
    "wdbc": wdbc[["mean radius", "area error", "worst concavity", "mean texture", "mean symmetry", "worst area"]].to_numpy(float),
    "golub": golub.iloc[:, [0, 3, 7, 12, 20, 30]].to_numpy(float),
}
out = {}
for name, X in sets.items():
    made = {f"lof-{k}": [float(-v) for v in LocalOutlierFactor(n_neighbors=k).fit(X).negative_outlier_factor_] for k in (5, 20)}
    scores = np.array([-IsolationForest(n_estimators=100, random_state=s).fit(X).score_samples(X) for s in range(20)])
    made["forest"] = [round(float(v), 12) for v in scores.mean(0)]
    made["forest-agree"] = float(np.mean([spearmanr(scores[a], scores[b])[0] for a in range(20) for b in range(a)]))
    out[name] = made
json.dump(out, sys.stdout)
