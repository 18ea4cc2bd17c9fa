# Exact tests of Hardy-Weinberg equilibrium: p and mid-p of counts of genotypes, as plink1.9 (4 digits) and plink2 (6) write them,
# and to all digits by mpmath from the probabilities of Wigginton, Cutler & Abecasis (Am J Hum Genet 76:887-893, 2005), whose
# numbers are rational: ties are equal integers.
import random, subprocess, tempfile, os
import numpy as np
from mpmath import mp, mpf, loggamma, log, exp

mp.dps = 60
random.seed(4)
counts = [(1, 0, 0), (0, 1, 0), (0, 1, 1), (1, 0, 1), (0, 0, 10), (0, 20, 0), (10, 0, 10), (3, 5, 3), (0, 21, 0), (1, 1, 1), (2, 0, 2),
          (0, 2, 2), (57, 14, 50), (94, 475, 523), (3, 152, 937), (0, 1000, 0), (500, 0, 500), (1, 0, 999), (0, 2, 998), (1, 2, 997),
          (50000, 0, 50000), (0, 100000, 0), (25000, 50000, 25000), (24900, 50100, 25000), (24000, 52000, 24000), (26000, 48000, 26000),
          (1, 0, 99999), (0, 2, 99998), (0, 632, 99368), (3, 632, 99365), (20, 632, 99348), (0, 20000, 80000), (9800, 400, 89800)]
for _ in range(60):
    n = random.choice([5, 12, 40, 150, 1000])
    p = random.random()
    f = random.choice([0, 0, 0.1, -0.05, 0.5])
    het = round(max(0, 2 * p * (1 - p) * (1 - f)) * n + random.gauss(0, 1.5))
    het = min(max(het, 0), n)
    one = min(max(round((p * n * 2 - het) / 2), 0), n - het)
    counts.append((one, het, n - het - one))
counts = list(dict.fromkeys(counts))

def plink(program, midp):
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "x")
        people = max(sum(c) for c in counts)
        with open(path + ".fam", "w") as fam:
            for i in range(people): fam.write(f"f{i} i{i} 0 0 1 -9\n")
        with open(path + ".bim", "w") as bim:
            for i in range(len(counts)): bim.write(f"1 s{i} 0 {i + 1} A C\n")
        with open(path + ".bed", "wb") as bed:
            bed.write(bytes([0x6C, 0x1B, 1]))
            for one, het, two in counts:
                codes = np.full((people + 3) // 4 * 4, 0, np.uint8)
                codes[:people] = 1
                codes[:one] = 0
                codes[one:one + het] = 2
                codes[one + het:one + het + two] = 3
                codes = codes.reshape(-1, 4)
                bed.write((codes[:, 0] | codes[:, 1] << 2 | codes[:, 2] << 4 | codes[:, 3] << 6).tobytes())
        # plink1.9 has no way to keep A1 where it is commoner but this one.
        subprocess.run([program, "--bfile", path, "--hardy", *(["midp"] if midp else []), "--out", path,
                        *(["--keep-allele-order"] if program == "plink1.9" else [])], check=True, capture_output=True)
        if program == "plink1.9":
            return [line.split()[-1] for line in open(path + ".hwe")][1:]
        return [line.split()[-1] for line in open(path + ".hardy")][1:]

def exact(one, het, two):
    n, rare = one + het + two, min(2 * one + het, 2 * two + het)
    weight = lambda h: (h, (rare - h) // 2, n - h - (rare - h) // 2)
    logs = {}
    fact = lambda x: loggamma(mpf(x) + 1)
    hets = range(rare % 2, rare + 1, 2)
    for h in hets:
        a, b, c = weight(h)
        logs[h] = a * log(mpf(2)) - fact(a) - fact(b) - fact(c)
    top = max(logs.values())
    total, tail, tie = mpf(0), mpf(0), mpf(0)
    for h in hets:
        value = exp(logs[h] - top)
        total += value
        if abs(logs[h] - logs[het]) < mpf(10) ** -35: tie += value
        elif logs[h] < logs[het]: tail += value
    return tail + tie, tail + tie / 2, total

columns = [plink(program, midp) for program in ("plink1.9", "plink2") for midp in (False, True)]
with open("hardy-weinberg.tsv", "w") as out:
    out.write("one\thet\ttwo\tplink\tplink_mid\tplink2\tplink2_mid\tlog_p\tlog_mid_p\n")
    for at, (one, het, two) in enumerate(counts):
        p, mid, total = exact(one, het, two)
        out.write("\t".join([str(one), str(het), str(two), *(c[at] for c in columns), mp.nstr(log(p / total), 17), mp.nstr(log(mid / total), 17)]) + "\n")
