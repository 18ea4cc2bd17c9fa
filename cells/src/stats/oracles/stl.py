# Trend and season of statsmodels' STL(robust=True): /usr/bin/python3 stl.py > stl.json. Series made here, with planted faults; flags
# are residuals farther than 3.5 * 1.4826 MAD from their median.
import json, sys
import numpy as np
from statsmodels.tsa.seasonal import STL

rng = np.random.default_rng(5)
def series(n, period, slope, noise, faults):
    t = np.arange(n)
    y = slope * t + 3 * np.sin(2 * np.pi * t / period) + (t % period == period // 2) * 2 + rng.normal(0, noise, n)
    at = sorted(int(a) for a in rng.choice(n, faults, replace=False))
    for k, a in enumerate(at):
        y[a] += (8 + k) * (-1) ** k * max(noise, .3)
    return np.round(y, 4), at
out = {}
for name, args in {"daily": (210, 7, .02, .3, 6), "hourly": (24 * 12, 24, -.01, .5, 8), "monthly": (72, 12, .1, .2, 3), "short": (19, 6, 0, .2, 1)}.items():
    y, at = series(*args)
    r = STL(y, period=args[1], robust=True).fit()
    res = np.asarray(r.resid); mid = np.median(res); mad = 1.4826 * np.median(np.abs(res - mid))
    out[name] = {"period": args[1], "planted": at, "values": y.tolist(), "trend": np.round(r.trend, 10).tolist(), "season": np.round(r.seasonal, 10).tolist(),
                 "flags": [int(i) for i in np.where(np.abs(res - mid) > 3.5 * mad)[0]]}
json.dump(out, sys.stdout)
