# Genotypes with linkage, made by chance (people are mosaics of 12 chromosomes), and the sites that plink1.9 --indep-pairwise keeps of
# them. Sites without variance, copies of a site, mirrored ones, a site that nobody has, and missing genotypes are among them; one more
# chromosome is X, which is taken out before. Run by hand in this folder: /usr/bin/python3 prune-ld.py
import json, os, subprocess, tempfile
import numpy as np

rng = np.random.default_rng(11)

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
    calls = np.where(rng.random(calls.shape) < missing, -1, calls)
    calls[50] = -1
    return calls

sets = []
for people, sites, missing in [(60, 240, 0.0), (75, 210, 0.05)]:
    calls = simulated(people, sites, 0.06, missing)
    chromosomes = [str(1 + site * 3 // sites) for site in range(sites)]
    answers = []
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "x")
        with open(path + ".vcf", "w") as out:
            out.write("##fileformat=VCFv4.2\n" + "".join(f"##contig=<ID={c}>\n" for c in "123") + '##FORMAT=<ID=GT,Number=1,Type=String,Description="Genotype">\n')
            out.write("\t".join(["#CHROM", "POS", "ID", "REF", "ALT", "QUAL", "FILTER", "INFO", "FORMAT", *(f"s{i}" for i in range(people))]) + "\n")
            for site in range(sites):
                told = ["./." if c < 0 else ["0/0", "0/1", "1/1"][c] for c in calls[site]]
                out.write("\t".join([chromosomes[site], str(10 * site + 1), f"v{site}", "A", "G", ".", ".", ".", "GT", *told]) + "\n")
        for window, step, most in [(50, 5, 0.2), (20, 1, 0.5), (10, 7, 0.1), (5, 5, 0.8), (1000, 100, 0.2), (2, 1, 0.3), (6, 6, 0.2), (50, 5, 0.999)]:
            subprocess.run(["plink1.9", "--vcf", path + ".vcf", "--double-id", "--indep-pairwise", str(window), str(step), str(most), "--out", path], check=True, capture_output=True)
            answers.append({"window": window, "step": step, "most": most, "kept": [int(line[1:]) for line in open(path + ".prune.in")]})
    sets.append({"people": people, "chromosomes": chromosomes, "calls": ["".join("." if c < 0 else str(c) for c in row) for row in calls], "answers": answers})
json.dump(sets, open("prune-ld.json", "w"), separators=(",", ":"))
