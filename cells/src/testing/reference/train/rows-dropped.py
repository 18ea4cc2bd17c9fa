# What is answered where steps leave rows out within folds. /usr/bin/python3 rows-dropped.py (scikit-learn 1.2.1, imbalanced-learn
# 0.10.0); data as testing/reference-tables.ts makes them, folds as in make.py.
import csv, json, os
import numpy as np
from imblearn import FunctionSampler
from imblearn.pipeline import make_pipeline
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import LeaveOneGroupOut, cross_val_predict
from sklearn.preprocessing import StandardScaler

here = os.path.dirname(os.path.abspath(__file__))
data = os.environ.get("REFERENCE_DATA", os.path.join(here, "../../../../../../shared/data"))
rows = list(csv.DictReader(open(os.path.join(data, "wdbc/wdbc.csv"))))
names = ["mean radius", "area error", "worst concavity", "mean texture", "mean symmetry", "worst area"]
x = np.array([[float(row[name]) for name in names] for row in rows])
y = np.array([list(row.values())[-1] == "malignant" for row in rows]).astype(int)
at = np.arange(len(x))
x[(at[:, None] * 7 + np.arange(6)[None, :] * 3) % 11 == 0] = np.nan
fold = at * 13 % 5
model = lambda: LogisticRegression(C=1, tol=1e-14, solver="newton-cholesky", max_iter=10000)

# By hand: filled and scaled on all rows of a fold's training, then rows without a radius left out, of the tested ones, too.
hand = np.full(len(x), np.nan)
for one in range(5):
    train, test = np.flatnonzero(fold != one), np.flatnonzero(fold == one)
    filled = SimpleImputer(strategy="mean").fit(x[train][:, 1:])
    with_radius = lambda of: np.column_stack([x[of][:, :1], filled.transform(x[of][:, 1:])])
    scaled = StandardScaler().fit(with_radius(train))
    learn, tried = train[~np.isnan(x[train, 0])], test[~np.isnan(x[test, 0])]
    hand[tried] = model().fit(scaled.transform(with_radius(learn)), y[learn]).predict_proba(scaled.transform(with_radius(tried)))[:, 1]

# A sampler of imbalanced-learn: rows beyond the quartiles of what a fold learns of are not learned from, and all rows are tried.
def within(features, classes):
    low, high = np.percentile(features[:, 1], [25, 75])
    keep = (features[:, 1] >= low - 1.5 * (high - low)) & (features[:, 1] <= high + 1.5 * (high - low))
    return features[keep], classes[keep]

pipe = make_pipeline(SimpleImputer(strategy="mean"), StandardScaler(), FunctionSampler(func=within), model())
sampled = cross_val_predict(pipe, x, y, cv=LeaveOneGroupOut(), groups=fold, method="predict_proba")[:, 1]
json.dump({
    "hand": [None if np.isnan(p) else p for p in hand],
    "sampled": sampled.tolist(),
    "thinned": int(len(x) - len(within(StandardScaler().fit_transform(SimpleImputer(strategy="mean").fit_transform(x)), y)[1])),
}, open(os.path.join(here, "rows-dropped.json"), "w"))
