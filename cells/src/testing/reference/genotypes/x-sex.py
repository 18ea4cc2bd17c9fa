# Genotypes of X by chance (no public set here has X): 80 people, females and males in turn, 150 sites, of which some lie where X and Y
# are alike; s10 and s11 are swapped, s9 and s21 are a female who lost alleles and a mixture. And what plink1.9 --check-sex says of
# them. A letter a call: o and i are one copy of the reference and of the other allele, 0 1 2 two copies, a dot none. By hand, in
# this folder: /usr/bin/python3 x-sex.py
import json, os, subprocess, tempfile
import numpy as np

rng = np.random.default_rng(5)
people, sites = 80, 150
true = np.array(["male", "female"] * 40)
frequency = rng.uniform(0.05, 0.95, sites)
position = np.sort(rng.integers(60001, 155_000_000, sites))
position[:6] = [70_000, 1_000_000, 2_699_520, 2_699_521, 2_740_000, 2_800_000]
position[-6:] = [153_000_000, 154_000_000, 154_931_043, 154_931_044, 155_000_000, 155_200_000]
position.sort()
rows = []
for site in range(sites):
    shared = position[site] <= 2_699_520 or position[site] >= 154_931_044
    row = []
    for person in range(people):
        one, two = (rng.random(2) < frequency[site]).astype(int)
        missing = rng.random() < 0.03
        lost = person == 9 and rng.random() < 0.5
        if missing: row.append(".")
        elif true[person] == "male" and not shared and not (person == 21): row.append("oi"[one])
        else: row.append(str(2 * one) if lost else str(one + two))
    row[10], row[11] = row[11], row[10]
    rows.append("".join(row))
sex = [str(s) for s in true]
sex[5], sex[21] = "", "male"
with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "x")
    told = {"o": "0", "i": "1", "0": "0/0", "1": "0/1", "2": "1/1", ".": "./."}
    with open(path + ".vcf", "w") as out:
        out.write('##fileformat=VCFv4.2\n##contig=<ID=X,length=155270560>\n##FORMAT=<ID=GT,Number=1,Type=String,Description="Genotype">\n')
        out.write("\t".join(["#CHROM", "POS", "ID", "REF", "ALT", "QUAL", "FILTER", "INFO", "FORMAT", *(f"s{i}" for i in range(people))]) + "\n")
        for site in range(sites):
            out.write("\t".join(["X", str(position[site]), f"x{site}", "A", "G", ".", ".", ".", "GT", *(told[c] for c in rows[site])]) + "\n")
    with open(path + ".sex", "w") as out:
        for i, s in enumerate(sex): out.write(f"s{i} s{i} {dict(male=1, female=2).get(s, 0)}\n")
    subprocess.run(["plink1.9", "--vcf", path + ".vcf", "--double-id", "--update-sex", path + ".sex", "--split-x", "b37", "--make-bed", "--out", path], check=True, capture_output=True)
    subprocess.run(["plink1.9", "--bfile", path, "--check-sex", "--out", path], check=True, capture_output=True)
    f = [float(line.split()[-1]) for line in list(open(path + ".sexcheck"))[1:]]
json.dump({"positions": position.tolist(), "calls": rows, "sex": sex, "f": f}, open("x-sex.json", "w"), separators=(",", ":"))
print([(i, s, x) for i, (s, x) in enumerate(zip(sex, f)) if not (s == "male" and x > .8 or s == "female" and x < .2)])
