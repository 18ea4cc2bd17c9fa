# Associations of columns with missing values, ties and unequal sizes: SciPy and pandas.
import json, math
import numpy as np, pandas as pd
from scipy import stats
from scipy.stats import contingency

rng = np.random.default_rng(7)
n = 60
x = np.round(rng.normal(10, 3, n), 2)
y = np.round(x * 0.4 + rng.normal(0, 2, n), 1)
z = rng.integers(0, 5, n).astype(float)
w = np.exp(rng.normal(0, 4, n)) * 1e12
a = rng.choice(list("abc"), n, p=[0.6, 0.3, 0.1])
b = np.array([{"a": "u", "b": "v", "c": "w"}[k] if rng.random() < 0.7 else rng.choice(list("uvwx")) for k in a])
for column, gaps in ((x, 5), (y, 3), (z, 8)):
    column[rng.choice(n, gaps, replace=False)] = np.nan
frame = pd.DataFrame(dict(x=x, y=y, z=z, w=w, a=a, b=b))
frame.loc[rng.choice(n, 6, replace=False), "a"] = None
found = []
for p, q in (("x", "y"), ("x", "z"), ("y", "z"), ("x", "w"), ("z", "w")):
    both = frame[[p, q]].dropna()
    r, s = stats.pearsonr(both[p], both[q])[0], stats.spearmanr(both[p], both[q])[0]
    assert math.isclose(r, frame[p].corr(frame[q]), rel_tol=1e-12)
    assert math.isclose(s, frame[p].corr(frame[q], method="spearman"), rel_tol=1e-12)
    found.append(dict(a=p, b=q, n=len(both), pearson=r, spearman=s))
both = frame[["a", "b"]].dropna()
table = pd.crosstab(both.a, both.b).to_numpy()
v = contingency.association(table, method="cramer")
chi2, _, freedom, _ = stats.chi2_contingency(table, correction=False)
r, k, m = table.shape[0], table.shape[1], table.sum()
phi = max(0, chi2 / m - (r - 1) * (k - 1) / (m - 1))
corrected = math.sqrt(phi / (min(r - (r - 1) ** 2 / (m - 1), k - (k - 1) ** 2 / (m - 1)) - 1))
ratios = []
for p in ("x", "z", "w"):
    both = frame[["a", p]].dropna()
    f, _ = stats.f_oneway(*[g for _, g in both.groupby("a")[p]])
    groups = both.a.nunique()
    # eta squared by the F of the analysis of variance
    ratios.append(dict(number=p, n=len(both), eta=math.sqrt(f * (groups - 1) / (f * (groups - 1) + len(both) - groups))))
clean = lambda column: [None if isinstance(v, float) and math.isnan(v) else v for v in column]
json.dump(dict(columns={c: clean(frame[c].tolist()) for c in frame}, numbers=found,
               categories=dict(chi2=chi2, freedom=int(freedom), n=int(m), v=v, corrected=corrected), ratios=ratios),
          open("association.json", "w"), indent=1)
