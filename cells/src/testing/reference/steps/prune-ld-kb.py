# As prune-ld.py, with windows in kb: sites at irregular positions (dense, sparse, equal ones, wide gaps), and those that plink1.9
# --indep-pairwise 50kb 1 0.2 and its like keep. Run by hand in this folder: /usr/bin/python3 prune-ld-kb.py
import json, os, subprocess, tempfile
import numpy as np

rng = np.random.default_rng(29)

def simulated(people, sites, switch, missing):
    founders = (rng.random((12, sites)) < rng.beta(0.6, 1.2, sites)).astype(np.int8)
    haplotypes = np.zeros((2 * people, sites), np.int8)
    current = rng.integers(0, 12, 2 * people)
    for site in range(sites):
        current = np.where(rng.random(2 * people) < switch, rng.integers(0, 12, 2 * people), current)
        haplotypes[:, site] = founders[current, site]
        haplotypes[rng.random(2 * people) < 0.01, site] ^= 1
    calls = (haplotypes[0::2] + haplotypes[1::2]).T.astype(np.int8)
    calls[7], calls[8], calls[20], calls[21], calls[40] = 0, 2, calls[19], 2 - calls[19], 1
    return np.where(rng.random(calls.shape) < missing, -1, calls)

sets = []
for people, sites, missing, mean in [(60, 240, 0.0, 900), (75, 210, 0.05, 6000)]:
    calls = simulated(people, sites, 0.06, missing)
    chromosomes = [str(1 + site * 3 // sites) for site in range(sites)]
    positions, place = [], 0
    for site in range(sites):
        if site and chromosomes[site] != chromosomes[site - 1]:
            place = 0
        # One in ten stands where the one before does, one in thirty far behind it; some lie a whole kb apart.
        place += [0, 40 * mean, 1000][0 if site % 10 == 5 else 1 if site % 30 == 12 else 2] if site % 10 == 5 or site % 30 == 12 or site % 7 == 3 else int(rng.exponential(mean))
        place = max(place, 1)
        positions.append(place)
    answers = []
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "x")
        with open(path + ".vcf", "w") as out:
            out.write("##fileformat=VCFv4.2\n" + "".join(f"##contig=<ID={c}>\n" for c in "123") + '##FORMAT=<ID=GT,Number=1,Type=String,Description="Genotype">\n')
            out.write("\t".join(["#CHROM", "POS", "ID", "REF", "ALT", "QUAL", "FILTER", "INFO", "FORMAT", *(f"s{i}" for i in range(people))]) + "\n")
            for site in range(sites):
                told = ["./." if c < 0 else ["0/0", "0/1", "1/1"][c] for c in calls[site]]
                out.write("\t".join([chromosomes[site], str(positions[site]), f"v{site}", "A", "G", ".", ".", ".", "GT", *told]) + "\n")
        for window, step, most in [(50, 1, 0.2), (10, 1, 0.2), (3, 1, 0.2), (2, 1, 0.5), (20, 1, 0.1), (1000, 1, 0.2), (5, 1, 0.8)]:
            subprocess.run(["plink1.9", "--vcf", path + ".vcf", "--double-id", "--indep-pairwise", f"{window}kb", str(step), str(most), "--out", path], check=True, capture_output=True)
            answers.append({"window": window, "step": step, "most": most, "kept": [int(line[1:]) for line in open(path + ".prune.in")]})
    sets.append({"people": people, "chromosomes": chromosomes, "positions": positions, "calls": ["".join("." if c < 0 else str(c) for c in row) for row in calls], "answers": answers})
json.dump(sets, open("prune-ld-kb.json", "w"), separators=(",", ":"))
