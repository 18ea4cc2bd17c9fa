# Answers of pandas 1.5.3, NumPy 1.24.2 and SciPy 1.10.1 for cells/src/features: /usr/bin/python3 make.py > answers.json
import json
import numpy as np
import pandas as pd
from scipy import stats

rng = np.random.default_rng(7)
SHARES = [0, 0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99, 1]
FLOOR = 1e-4


def psi(before, now, floor=FLOOR):
    p = np.maximum(np.asarray(before) / np.sum(before), floor)
    q = np.maximum(np.asarray(now) / np.sum(now), floor)
    return float(np.sum((q - p) * np.log(q / p)))


def finite(x):
    return float(x) if np.isfinite(x) else None


def numbers(name, a, b):
    a, b = np.asarray(a, float), np.asarray(b, float)
    fa = a[np.isfinite(a)]
    inner = np.quantile(fa, np.arange(1, 10) / 10)
    # A value that a tenth of the rows have is a bin of its own: below it is another one.
    often = np.array([e for e in inner if np.mean(fa == e) >= 0.1], float)
    edges = np.unique(np.concatenate([inner, np.nextafter(often, -np.inf)]))
    count = lambda x: np.bincount(np.searchsorted(edges, x, side="left"), minlength=len(edges) + 1)
    pa, pb = a[~np.isnan(a)], b[~np.isnan(b)]
    before, now = count(pa), count(pb)
    used = int(np.sum((before > 0) | (now > 0)))
    value = psi(before, now)
    ks = stats.ks_2samp(pa, pb, mode="asymp")
    en = np.sqrt(len(pa) * len(pb) / (len(pa) + len(pb)))
    text = lambda x: [None if np.isnan(v) else "inf" if v == np.inf else "-inf" if v == -np.inf else float(v) for v in x]
    return {
        "name": name,
        "before": text(a),
        "now": text(b),
        "mean": float(np.mean(fa)),
        "sd": finite(np.std(fa, ddof=1)),
        "quantiles": [float(x) for x in np.quantile(fa, SHARES)],
        "edges": [float(x) for x in edges],
        "counts": [int(x) for x in before],
        "countsNow": [int(x) for x in now],
        "psi": value,
        "psiP": float(stats.chi2.sf(value / (1 / len(pa) + 1 / len(pb)), used - 1)),
        "d": float(ks.statistic),
        "p": float(stats.kstwobign.sf((en + 0.12 + 0.11 / en) * ks.statistic)),
        "pOfScipy": float(ks.pvalue),
    }


def holes(x, share):
    x = np.array(x, float)
    x[rng.random(len(x)) < share] = np.nan
    return x


drifts = [
    numbers("alike", rng.normal(0, 1, 300), rng.normal(0, 1, 250)),
    numbers("moved", rng.normal(0, 1, 400), rng.normal(0.6, 1.4, 300)),
    numbers("missing", holes(rng.normal(5, 2, 200), 0.2), holes(rng.normal(5, 2, 300), 0.4)),
    numbers("counts", rng.poisson(1.2, 500), rng.poisson(2.2, 100)),
    numbers("apart", rng.uniform(0, 1, 60), rng.uniform(5, 6, 40)),
    numbers("infinite", np.append(rng.normal(0, 1, 99), np.inf), np.append(rng.normal(0, 1, 98), [-np.inf, np.inf])),
    numbers("mostly one", [1] * 95 + [0] * 5, [1] * 50 + [0] * 50),
    numbers("all alike", [5] * 50, [3] * 50),
    numbers("large", rng.normal(0, 1e300, 50), rng.normal(0, 1e300, 50)),
]

before = rng.choice(["a", "b", "c"], 200, p=[0.6, 0.3, 0.1])
now = rng.choice(["a", "b", "d"], 150, p=[0.3, 0.4, 0.3])
levels = sorted(set(before), key=lambda x: (-np.sum(before == x), x))
count = lambda x: [int(np.sum(x == l)) for l in levels] + [int(np.sum(~np.isin(x, levels)))]
texts = {"before": before.tolist(), "now": now.tolist(), "psi": psi(count(before), count(now))}


def asof(seed, n, m, people, span, tolerance, strictly, holes):
    r = np.random.default_rng(seed)
    left = pd.DataFrame({"e": r.integers(0, people, n), "t": r.integers(0, span, n)})
    right = pd.DataFrame({"e": r.integers(0, people, m), "t": r.integers(0, span, m)})
    right["row"] = np.arange(m)
    left["at"] = np.arange(n)
    known = right[r.random(m) >= holes]
    joined = pd.merge_asof(
        left.sort_values("t", kind="stable"),
        known.sort_values("t", kind="stable"),
        on="t",
        by="e",
        direction="backward",
        tolerance=tolerance,
        allow_exact_matches=not strictly,
    ).sort_values("at")
    gone = set(right["row"]) - set(known["row"])
    return {
        "list": left[["e", "t"]].values.tolist(),
        "view": [[int(e), None if int(row) in gone else int(t)] for e, t, row in right.values],
        "tolerance": tolerance,
        "strictly": strictly,
        "rows": [-1 if pd.isna(x) else int(x) for x in joined["row"]],
    }


joins = [
    asof(1, 200, 300, 20, 100, None, False, 0),
    asof(2, 200, 300, 20, 100, 7, False, 0.1),
    asof(3, 200, 300, 20, 30, None, True, 0),
    asof(4, 200, 300, 5, 10, 2, True, 0.3),
    asof(5, 50, 5, 20, 1000, None, False, 0),
    asof(6, 300, 300, 1, 20, 0, False, 0),
]

stamps = ["2024-02-29", "2024-03-01T00:30+02:00", "2024-02-29T22:30Z", "1999-12-31 23:59:59.123456", "2026-11-30T09:00:00,5-05:30"]
times = []
for text in stamps:
    stamp = pd.Timestamp(text.replace(",", "."))
    stamp = stamp.tz_convert("UTC") if stamp.tzinfo else stamp
    times.append([text, int(stamp.value // 1000)])

print(json.dumps({"drifts": drifts, "texts": texts, "joins": joins, "times": times}))
