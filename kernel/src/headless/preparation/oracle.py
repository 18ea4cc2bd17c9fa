# What pandas and NumPy make of the patients of examples/preparation, given which of them are kept aside (split deals by its own seed):
# python3 oracle.py ../../../../examples/preparation/data clinic.json
import json
import sys

import numpy as np
import pandas as pd

folder, out = sys.argv[1:]
ASIDE = """p012 p014 p018 p021 p031 p033 p037 p040 p041 p050 p057 p059 p065 p067 p070 p071 p073 p078 p081 p083 p084 p087 p093 p094 p095
p099 p100 p101 p103 p104 p110 p115 p125 p132 p134 p139 p143 p144 p152 p158""".split()
NUMBERS = ["age", "bmi", "systolic", "crp", "glucose", "hba1c"]
GAPS = ["bmi", "crp", "glucose", "hba1c"]
WRITINGS = {"north": "North", "SOUTH": "South", "South.": "South", "riverside": "Riverside", "Riversde": "Riverside"}


def cleaned(name):
    table = pd.read_csv(f"{folder}/{name}").drop_duplicates().drop(columns="study").reset_index(drop=True)
    table["site"] = table.site.str.strip().replace(WRITINGS)
    table["crp"] = pd.to_numeric(table.crp, errors="coerce")
    table["glucose"] = table.glucose.where(table.glucose != 999)
    return table


first, later = cleaned("clinic.csv"), cleaned("clinic_next_month.csv")
training = ~first.patient.isin(ASIDE)
medians = first[training][GAPS].median()
for table in (first, later):
    for name in GAPS:
        table[name] = table[name].fillna(medians[name])
    table["crp"] = np.log2(table.crp)
mean, deviation = first[training][NUMBERS].mean(), first[training][NUMBERS].std(ddof=0)


def answer(table):
    scaled = (table[NUMBERS] - mean) / deviation
    codes = {f"site_{name}": (table.site == name) for name in ["North", "Riverside", "South"]}
    codes["site_other"] = ~table.site.isin(["North", "Riverside", "South"])
    codes["sex"] = table.sex == "m"
    codes |= {f"smoking_{name}": table.smoking == name for name in ["current", "former", "never"]}
    return {
        "patient": table.patient.tolist(),
        "codes": {name: values.astype(int).tolist() for name, values in codes.items()},
        "numbers": {name: scaled[name].tolist() for name in NUMBERS},
    }


# All of the later ones; of the others every eighth.
made = {"aside": ASIDE, "medians": medians.to_dict(), "first": answer(first.iloc[::8]), "later": answer(later)}
with open(out, "w") as file:
    json.dump(made, file, separators=(",", ":"))
    file.write("\n")
