# Sequences by chance with planted faults, and what Biopython says of them: lengths, shares of G and C (gc_fraction, "remove"), copies on
# either strand. By hand, in this folder: /usr/bin/python3 contigs.py
import json, random
import Bio
from Bio import SeqIO
from Bio.Seq import Seq
try:
    from Bio.SeqUtils import gc_fraction
except ImportError:
    gc_fraction = None

random.seed(6)
def letters(n, gc): return "".join(random.choices("ACGT", [(1 - gc) / 2, gc / 2, gc / 2, (1 - gc) / 2], k=n))
made = [(f"c{i}", letters(random.randint(150, 900), 0.42)) for i in range(24)]
made[5] = ("c5", letters(400, 0.78))
made[7] = ("c7", made[2][1].lower())
made[9] = ("c9", str(Seq(made[3][1]).reverse_complement()))
made[11] = ("c11", made[11][1][:100] + "N" * 60 + made[11][1][100:200])
made[13] = ("c13", made[13][1][:140] + "RYSWKM" * 3)
made[15] = ("c15", "")
made[17] = ("c17", made[17][1][:120] + "JE" + made[17][1][120:150])
open("contigs.fasta", "w").write("".join(f">{n}\n" + "".join(s[i:i + 70] + "\n" for i in range(0, len(s), 70)) for n, s in made))
records = list(SeqIO.parse("contigs.fasta", "fasta"))
def gc(s):
    if gc_fraction: return gc_fraction(s, "remove")
    s = str(s).upper(); g = sum(map(s.count, "GCS")); return g / (g + sum(map(s.count, "ATUW")))
seqs = [str(r.seq).upper() for r in records]
seen, equal, reverse = set(), [], []
for i, s in enumerate(seqs):
    if not s: continue
    if s in seen: equal.append(i)
    elif str(Seq(s).reverse_complement()) in seen: reverse.append(i)
    seen.add(s)
lengths = sorted(map(len, seqs), reverse=True)
total, n50 = 0, 0
for n in lengths:
    total += n; n50 = n
    if total * 2 >= sum(lengths): break
json.dump({"lengths": [len(s) for s in seqs], "gc": [gc(s) if s else None for s in seqs], "equal": equal, "reverse": reverse, "n50": n50, "biopython": Bio.__version__}, open("contigs.json", "w"))
