# What scikit-learn answers of a pipeline that is fitted anew in each fold, and what it makes of targets.
# /usr/bin/python3 make.py (scikit-learn 1.2.1); data as testing/reference-tables.ts makes them.
import csv, json, os
import numpy as np
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import LeaveOneGroupOut, cross_val_predict
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import MinMaxScaler, StandardScaler

here = os.path.dirname(os.path.abspath(__file__))
data = os.environ.get("REFERENCE_DATA", os.path.join(here, "../../../../../../shared/data"))
rows = list(csv.DictReader(open(os.path.join(data, "wdbc/wdbc.csv"))))
names = ["mean radius", "area error", "worst concavity", "mean texture", "mean symmetry", "worst area"]
x = np.array([[float(row[name]) for name in names] for row in rows])
y = np.array([list(row.values())[-1] == "malignant" for row in rows]).astype(int)
at = np.arange(len(x))
holes = (at[:, None] * 7 + np.arange(6)[None, :] * 3) % 11 == 0
x[holes] = np.nan
fold = at * 13 % 5
out = {}
for name, steps in {
    "mean-standard": (SimpleImputer(strategy="mean"), StandardScaler()),
    "median-minmax": (SimpleImputer(strategy="median"), MinMaxScaler()),
}.items():
    pipe = make_pipeline(*steps, LogisticRegression(C=1, tol=1e-14, solver="newton-cholesky", max_iter=10000))
    p = cross_val_predict(pipe, x, y, cv=LeaveOneGroupOut(), groups=fold, method="predict_proba")[:, 1]
    pipe.fit(x, y)
    # Prepared once before the folds, as it must not be.
    leaked = cross_val_predict(pipe[-1], pipe[:-1].transform(x), y, cv=LeaveOneGroupOut(), groups=fold, method="predict_proba")[:, 1]
    out[name] = {"folds": p.tolist(), "all": pipe.predict_proba(x)[:, 1].tolist(), "far": float(np.abs(p - leaked).max())}
# Class weights, and probabilities given back for the shares of the rows that each fold learned of (Saerens et al. 2002).
def given_back(p, y):
    weights = len(y) / (2 * np.bincount(y))
    both = np.stack([1 - p, p]) / weights[:, None]
    return both[1] / both.sum(axis=0)

pipe = make_pipeline(SimpleImputer(strategy="mean"), StandardScaler(), LogisticRegression(C=1, tol=1e-14, solver="newton-cholesky", class_weight="balanced", max_iter=10000))
folds = np.empty(len(x))
for one in range(5):
    pipe.fit(x[fold != one], y[fold != one])
    folds[fold == one] = given_back(pipe.predict_proba(x[fold == one])[:, 1], y[fold != one])
pipe.fit(x, y)
out["weighted"] = {"folds": folds.tolist(), "all": given_back(pipe.predict_proba(x)[:, 1], y).tolist(), "far": 0.0}
json.dump(out, open(os.path.join(here, "pipelines.json"), "w"))
print({name: each["far"] for name, each in out.items()})

# Means of targets by category: the formula of scikit-learn 1.3 (user guide 6.3.4.4), since 1.2.1 has no TargetEncoder.
def encoded(category, target, smooth):
    overall, spread = target.mean(), target.var()
    out = {}
    for one in sorted(set(category)):
        own = target[category == one]
        m = own.var() / spread if smooth == "auto" else smooth
        weight = len(own) / (m + len(own))
        out[one] = weight * own.mean() + (1 - weight) * overall
    return {"overall": overall, "by": out}

texture = np.array([float(row["mean texture"]) for row in rows])
category = np.array([f"t{int(value // 4)}" for value in texture])
area = np.array([float(row["mean area"]) for row in rows])
json.dump({
    "classes": {str(smooth): encoded(category, y.astype(float), smooth) for smooth in ("auto", 0, 10)},
    "numbers": {str(smooth): encoded(category, area, smooth) for smooth in ("auto", 0, 10)},
}, open(os.path.join(here, "target-means.json"), "w"))
