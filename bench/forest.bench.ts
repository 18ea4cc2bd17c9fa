// A random forest of 100 trees on 15,000 x 200 against scikit-learn's on one core, at equal accuracy.

import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { seededRandom } from "@genomecraft/cells/stats/seeded-random.ts";
import { predictForest } from "@genomecraft/cells/learners/forest/forest-votes.ts";
import { trainForest } from "@genomecraft/cells/learners/forest/random-forest.ts";
import { predictedClasses } from "@genomecraft/cells/learn/metrics.ts";
import type { DesignMatrix } from "@genomecraft/cells/contract/design-matrix.ts";
import { median, type Measurement } from "./measurement.ts";

const rows = 18_000;
const trained = 15_000;
const width = 200;

/** Two classes told apart by a sum and two products of twelve of the features, with noise. */
function generate(): { values: Float64Array; classes: Int32Array } {
  const random = seededRandom(11);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const values = Float64Array.from({ length: rows * width }, () => Math.fround(normal()));
  const classes = Int32Array.from({ length: rows }, (_, row) => {
    const x = (f: number) => values[row * width + f] as number;
    return x(0) + x(1) + x(2) * x(3) + x(4) * x(5) + x(6) - x(7) + 0.5 * normal() > 0 ? 1 : 0;
  });
  return { values, classes };
}

const peer = `
import sys, time, numpy as np
from sklearn.ensemble import RandomForestClassifier
d = sys.argv[1]
X = np.fromfile(d + "/x.bin", dtype="<f4").reshape(${rows}, ${width}); y = np.fromfile(d + "/y.bin", dtype="<i4")
t = time.perf_counter(); m = RandomForestClassifier(100, n_jobs=1, random_state=0).fit(X[:${trained}], y[:${trained}]); t = time.perf_counter() - t
print(t, (m.predict(X[${trained}:]) == y[${trained}:]).mean())
`;

export async function bench(): Promise<Measurement[]> {
  const { values, classes } = generate();
  const features = Array.from({ length: width }, (_, f) => `f${f}`);
  const matrix: DesignMatrix = { rows: trained, features, values: values.subarray(0, trained * width) };
  const testing: DesignMatrix = { rows: rows - trained, features, values: values.subarray(trained * width) };
  const folder = mkdtempSync(path.join(os.tmpdir(), "genomecraft-bench-"));
  writeFileSync(path.join(folder, "x.bin"), new Uint8Array(Float32Array.from(values).buffer));
  writeFileSync(path.join(folder, "y.bin"), new Uint8Array(Int32Array.from(classes).buffer));
  const ours: number[] = [];
  const theirs: number[] = [];
  let accuracy = 0;
  let peerAccuracy = Number.NaN;
  for (let round = 0; round < 3; round += 1) {
    const started = performance.now();
    const model = trainForest(matrix, classes.subarray(0, trained), 2, { trees: 100, seed: round });
    ours.push((performance.now() - started) / 1000);
    const guess = predictedClasses(predictForest(model, testing), 2);
    accuracy = guess.reduce((hits, value, row) => hits + (value === classes[trained + row] ? 1 : 0), 0) / guess.length;
    const done = spawnSync("/usr/bin/python3", ["-c", peer, folder], { encoding: "utf8" });
    const [seconds, score] = (done.stdout ?? "").trim().split(" ").map(Number);
    if (done.status === 0 && seconds !== undefined && score !== undefined) {
      theirs.push(seconds);
      peerAccuracy = score;
    }
  }
  rmSync(folder, { recursive: true, force: true });
  const there = theirs.length > 0;
  return [
    {
      name: `random forest, 100 trees, 15,000 x 200 (accuracy ${accuracy.toFixed(3)}${there ? `, peer ${peerAccuracy.toFixed(3)}` : ""})`,
      unit: "s",
      median: median(ours),
      bound: "ratio <= 0.5",
      ...(there ? { peer: "scikit-learn, one core", peerMedian: median(theirs), ratio: median(ours) / median(theirs) } : {}),
    },
  ];
}
