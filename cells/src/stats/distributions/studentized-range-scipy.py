# Upper tails and quantiles of the studentised range by scipy (numerical integration to 1e-10 or better, where R's ptukey has four to seven
# digits at few degrees of freedom). Writes studentized-range-scipy.json beside it:
# python3 cells/src/stats/regression/studentized-range-scipy.py cells/src/stats/regression/studentized-range-scipy.json
import json, sys
import numpy as np
from scipy.stats import studentized_range
tails = [(q, k, df) for q in (0.3, 2.5, 5, 8) for k in (2, 3, 12, 40) for df in (2, 5, 12.5, np.inf)]
quantiles = [(p, k, df) for p in (0.05, 0.01) for k in (3, 6) for df in (5, 54)]
row = lambda v: [0 if np.isinf(x) else x for x in v]
json.dump({
    "tails": [row(t) + [float(studentized_range.sf(*t))] for t in tails],
    "quantiles": [row(t) + [float(studentized_range.isf(*t))] for t in quantiles],
}, open(sys.argv[1], "w"))
