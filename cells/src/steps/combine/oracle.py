# Three matrices by pandas 1.5.3: concat along samples with join="inner" and "outer", sheets by concat along rows.
# /usr/bin/python3 oracle.py > oracle.json
import json

import numpy as np
import pandas as pd

rng = np.random.default_rng(17)
genes = [f"g{i}" for i in range(60)]
labs = {}
for lab, n in [("A", 5), ("B", 4), ("C", 3)]:
    own = list(rng.permutation(genes)[: rng.integers(35, 50)])
    labs[lab] = pd.DataFrame(rng.poisson(20, (len(own), n)), index=own, columns=[f"{lab.lower()}{i}" for i in range(n)])
sheets = {
    "A": pd.DataFrame({"age": [30.5, None, 41, 52, 63], "sex": list("fmfmf")}, index=labs["A"].columns),
    "B": pd.DataFrame({"sex": ["m", None, "f", "f"], "stage": [1, 2, 3, 4]}, index=labs["B"].columns),
    "C": pd.DataFrame({"age": [1.0, 2.0, 3.0], "stage": ["I", "II", "III"]}, index=labs["C"].columns),
}
def plain(frame):
    return [[None if pd.isna(v) else v for v in row] for row in frame.astype(object).values.tolist()]
inner = pd.concat(labs.values(), axis=1, join="inner")
outer = pd.concat(labs.values(), axis=1, join="outer")
sheet = pd.concat(sheets.values())
print(json.dumps({
    "labs": {lab: {"ids": list(m.index), "samples": list(m.columns), "values": m.values.tolist()} for lab, m in labs.items()},
    "inner": {"ids": list(inner.index), "values": plain(inner)},
    "outer": {"ids": list(outer.index), "values": plain(outer)},
    "sheet": {"columns": list(sheet.columns), "rows": plain(sheet)},
}))
