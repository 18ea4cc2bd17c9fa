# What pandas 1.5.3 makes of ids by a table: merge on the id, then on the id without its version; groups of answers counted.
# python3 oracle.py > oracle.json
import json
import random

import pandas as pd

random.seed(7)
ids = [f"ENSG{n:011d}" for n in random.sample(range(1, 10**6), 300)]
table = []
for n, gene in enumerate(ids[:250]):
    version = random.choice(["", ".3", ".12"])
    table.append((gene + version, f"S{n % 240}"))
    if n % 25 == 0:
        table.append((gene + version, f"OTHER{n}"))
table.append((ids[260], None))
random.shuffle(table)
here = [gene + random.choice(["", ".3", ".12", ".7"]) for gene in ids]

df = pd.DataFrame(table, columns=["id", "symbol"]).dropna()
df["bare"] = df["id"].str.replace(r"\.\d+$", "", regex=True)
me = pd.DataFrame({"id": here})
me["bare"] = me["id"].str.replace(r"\.\d+$", "", regex=True)
exact = me.merge(df[["id", "symbol"]], on="id", how="left").groupby("id", sort=False)["symbol"].agg(lambda s: list(s.dropna().unique()))
bare = me.merge(df[["bare", "symbol"]], on="bare", how="left").groupby("id", sort=False)["symbol"].agg(lambda s: list(s.dropna().unique()))
found = {gene: exact[gene] or bare[gene] for gene in here}
counts = pd.Series([found[gene][0] if len(found[gene]) == 1 else None for gene in here]).value_counts()
print(json.dumps({
    "table": table, "here": here,
    "first": [found[gene][0] if found[gene] else gene for gene in here],
    "stripped": sum(1 for gene in here if not exact[gene] and bare[gene]),
    "lost": [gene for gene in here if not found[gene]],
    "several": [gene for gene in here if len(found[gene]) > 1],
    "exactly": [exact[gene][0] if len(exact[gene]) == 1 else None for gene in here],
    "shared": int((counts > 1).sum()),
}))
