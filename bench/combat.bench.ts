// A batch of four taken away from 20,000 features x 200 samples with a covariate kept, against sva's ComBat in the same run.

import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { combat } from "@genomecraft/cells/stats/combat/combat.ts";
import { seededRandom } from "@genomecraft/cells/stats/seeded-random.ts";
import type { Measurement } from "./measurement.ts";

const [features, samples, batches] = [20_000, 200, 4];

/** Shifts and spreads of its own for each feature in each batch. */
function generate(): Float32Array {
  const random = seededRandom(5);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const values = new Float32Array(features * samples);
  for (let feature = 0; feature < features; feature++) {
    const level = 5 + 2 * normal();
    const shifts = Float64Array.from({ length: batches }, normal);
    const spreads = Float64Array.from({ length: batches }, () => 0.5 + random());
    for (let sample = 0; sample < samples; sample++) {
      const batch = sample % batches;
      values[feature * samples + sample] = level + (shifts[batch] as number) + normal() * (spreads[batch] as number);
    }
  }
  return values;
}

const peer = `
suppressMessages(library(sva))
x <- matrix(readBin(file.path(commandArgs(TRUE)[1], "x.bin"), "numeric", ${features * samples}, size = 4), ${features}, byrow = TRUE)
at <- seq_len(${samples}) - 1
t <- system.time(y <- suppressMessages(ComBat(x, at %% ${batches}, mod = model.matrix(~ I(at %/% ${batches} %% 2)))))[["elapsed"]]
cat("\\n", t, sum(y^2), "\\n")
`;

export async function bench(): Promise<Measurement[]> {
  const values = generate();
  const folder = mkdtempSync(path.join(os.tmpdir(), "genomecraft-bench-"));
  writeFileSync(path.join(folder, "x.bin"), new Uint8Array(values.buffer));
  const places = Array.from({ length: samples }, (_, at) => at);
  const started = performance.now();
  const answer = await combat(
    {
      values,
      features,
      samples,
      batchOf: Int32Array.from(places, (at) => at % batches),
      batches,
      covariates: [Float64Array.from(places, (at) => Math.floor(at / batches) % 2)],
      reference: null,
    },
    { prior: "parametric", meanOnly: false, pause: () => undefined },
  );
  const ours = (performance.now() - started) / 1000;
  if (!answer.ok) throw new Error("the matrix was not adjusted");
  const squares = answer.values.reduce((sum, value) => sum + value * value, 0);
  const done = spawnSync("Rscript", ["-e", peer, folder], { encoding: "utf8" });
  rmSync(folder, { recursive: true, force: true });
  const [theirs, theirSquares] = (done.stdout ?? "").trim().split("\n").at(-1)?.trim().split(" ").map(Number) ?? [];
  const there = done.status === 0 && theirs !== undefined && theirSquares !== undefined;
  if (there && !(Math.abs(squares / theirSquares - 1) <= 1e-6)) throw new Error(`values differ: ${squares}, sva ${theirSquares}`);
  return [
    {
      name: "batches taken away by ComBat, 20,000 x 200",
      unit: "s",
      median: ours,
      bound: "ratio <= 1",
      ...(there ? { peer: "sva", peerMedian: theirs, ratio: ours / theirs } : {}),
    },
  ];
}
