// Isolation scores of 100,000 x 10 from 100 trees, against scikit-learn's IsolationForest on one core in the same run.

import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { isolationScores } from "@genomecraft/cells/stats/isolation-forest.ts";
import { seededRandom } from "@genomecraft/cells/stats/seeded-random.ts";
import { median, type Measurement } from "./measurement.ts";

const [rows, width] = [100_000, 10];

const peer = `
import sys, time, numpy as np
from sklearn.ensemble import IsolationForest
X = np.fromfile(sys.argv[1] + "/x.bin", dtype="<f8").reshape(${rows}, ${width})
t = time.perf_counter(); s = -IsolationForest(n_estimators=100, random_state=0, n_jobs=1).fit(X).score_samples(X); t = time.perf_counter() - t
print(t, s.mean())
`;

export async function bench(): Promise<Measurement[]> {
  const random = seededRandom(5);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const values = Float64Array.from({ length: rows * width }, normal);
  const folder = mkdtempSync(path.join(os.tmpdir(), "genomecraft-bench-"));
  writeFileSync(path.join(folder, "x.bin"), new Uint8Array(values.buffer));
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let round = 0; round < 3; round++) {
    const started = performance.now();
    const scores = isolationScores({ values, rows, width }, 100, round);
    ours.push((performance.now() - started) / 1000);
    const done = spawnSync("/usr/bin/python3", ["-c", peer, folder], { encoding: "utf8" });
    const [seconds, mean] = (done.stdout ?? "").trim().split(" ").map(Number);
    if (done.status !== 0 || seconds === undefined || mean === undefined) continue;
    theirs.push(seconds);
    const own = scores.reduce((sum, score) => sum + score, 0) / rows;
    if (Math.abs(own - mean) > 0.01) throw new Error(`scores differ: ${own} on average, scikit-learn ${mean}`);
  }
  rmSync(folder, { recursive: true, force: true });
  return [
    {
      name: "isolation forest, 100 trees, 100,000 x 10",
      unit: "s",
      median: median(ours),
      bound: "ratio <= 0.5",
      ...(theirs.length > 0
        ? { peer: "scikit-learn, one core", peerMedian: median(theirs), ratio: median(ours) / median(theirs) }
        : {}),
    },
  ];
}
