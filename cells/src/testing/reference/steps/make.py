# Numbers of scikit-learn 1.2.1, pandas 1.5.3 and SciPy 1.10.1 for the steps on tables: /usr/bin/python3 make.py > answers.json
# Two data sets: wdbc (examples/data) and the probes of golub_49.gct beside this folder, one row a sample. Every 11th cell is
# missing; what is fitted is fitted on the rows whose number is no multiple of 3.
import json, os, sys, warnings
import numpy as np, pandas as pd
from sklearn.experimental import enable_iterative_imputer  # noqa: F401
from sklearn.impute import IterativeImputer, KNNImputer
from sklearn.preprocessing import (KBinsDiscretizer, MaxAbsScaler, MinMaxScaler, Normalizer, PowerTransformer,
                                   QuantileTransformer, RobustScaler, StandardScaler)
from sklearn.tree import DecisionTreeClassifier, DecisionTreeRegressor

warnings.simplefilter("ignore")
here = os.path.dirname(os.path.abspath(__file__))
wdbc = pd.read_csv(os.path.join(here, "../../../../../examples/data/wdbc.csv"))
gct = pd.read_csv(os.path.join(here, "../golub_49.gct"), sep="\t", skiprows=2)
golub = gct.drop(columns=["NAME", "Description"]).T
golub.columns = gct["NAME"]
sets = {
    "wdbc": wdbc[["mean radius", "area error", "worst concavity", "mean texture", "mean symmetry", "worst area"]].to_numpy(float),
    "golub": golub.iloc[:, [0, 3, 7, 12, 20, 30]].to_numpy(float),
}


def holes(X):
    X = X.copy()
    for row in range(X.shape[0]):
        for col in range(X.shape[1]):
            if (row * 7 + col * 3) % 11 == 0:
                X[row, col] = np.nan
    return X


def listed(X):
    return [[None if v != v else float(v) for v in row] for row in X[:: max(1, len(X) // 40)]]


out = {}
for name, whole in sets.items():
    X = holes(whole)
    train = np.arange(len(X)) % 3 != 0
    scalers = {
        "standard": StandardScaler(), "robust": RobustScaler(), "min-max": MinMaxScaler(), "max-abs": MaxAbsScaler(),
        "quantile-uniform": QuantileTransformer(n_quantiles=1000, subsample=10**9),
        "quantile-normal": QuantileTransformer(n_quantiles=1000, subsample=10**9, output_distribution="normal"),
    }
    made = {by: listed(s.fit(X[train]).transform(X)) for by, s in scalers.items()}
    made |= {f"unit-{n}": listed(Normalizer(n).transform(whole)) for n in ("l2", "l1", "max")}
    yj = PowerTransformer("yeo-johnson", standardize=False).fit(X[train])
    made["yeo-johnson"] = listed(yj.transform(X))
    made["yeo-johnson-lambdas"] = list(map(float, yj.lambdas_))
    if name == "wdbc":
        above = X[:, [0, 1, 3, 4, 5]]
        bc = PowerTransformer("box-cox", standardize=False).fit(above[train])
        made["box-cox"] = listed(bc.transform(above))
        made["box-cox-lambdas"] = list(map(float, bc.lambdas_))
    for weights in ("uniform", "distance"):
        made[f"knn-{weights}"] = listed(KNNImputer(n_neighbors=5, weights=weights).fit(X[train]).transform(X))
    it = IterativeImputer().fit(X[train])
    made["iterative"] = listed(it.transform(X))
    made["iterative-rounds"] = int(it.n_iter_)
    full = whole
    for strategy in ("uniform", "quantile"):
        kb = KBinsDiscretizer(5, encode="ordinal", strategy=strategy).fit(full[train])
        made[f"bins-{strategy}"] = [[float(e) for e in edges] for edges in kb.bin_edges_]
        made[f"bins-{strategy}-codes"] = [list(map(int, row)) for row in kb.transform(full)[:: max(1, len(full) // 40)]]
    target = (wdbc["diagnosis"] == "malignant").to_numpy() if name == "wdbc" else (np.arange(len(X)) % 5 < 2)
    cls = [DecisionTreeClassifier(max_leaf_nodes=4, min_samples_leaf=5).fit(full[train][:, [c]], target[train]) for c in range(3)]
    reg = [DecisionTreeRegressor(max_leaf_nodes=4, min_samples_leaf=5).fit(full[train][:, [c]], full[train][:, 5]) for c in range(3)]
    cut = lambda t: sorted(float(v) for v, f in zip(t.tree_.threshold, t.tree_.feature) if f >= 0)
    made["tree-class"] = [cut(t) for t in cls]
    made["tree-number"] = [cut(t) for t in reg]
    # pandas: by group (the third of the row), along the order of the row, within groups.
    df = pd.DataFrame(X); group = np.arange(len(X)) % 4
    made["group-mean"] = listed(df.fillna(df[train].groupby(group[train]).transform("mean").groupby(group[train]).first().reindex(group).reset_index(drop=True)).to_numpy())
    made["forward"] = listed(df.groupby(group).ffill().to_numpy())
    made["linear"] = listed(df.groupby(group, group_keys=False).apply(lambda g: g.interpolate("index", limit_area="inside")).sort_index().to_numpy())
    out[name] = made

dates = pd.to_datetime(["1999-12-31", "2000-02-29", "2024-03-01", "2026-11-30", "1970-01-01", "2021-01-03"])
out["dates"] = {k: [int(v) for v in getattr(dates, k)] for k in ("year", "quarter", "month", "day", "weekday", "dayofyear")}
out["dates"]["week"] = [int(v) for v in dates.isocalendar().week]
json.dump(out, sys.stdout)
