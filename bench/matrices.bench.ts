// Reading a Matrix Market file of 7,500,000 entries beside scipy's mmread (Debian's python3-scipy), each in a fresh process, and
// an .h5ad file of 700 cells x 765 genes. The file is made with a seed; what was read is compared with what was written.

import { spawnSync } from "node:child_process";
import { closeSync, existsSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { referenceFile } from "@genomecraft/cells/testing/reference-data.ts";
import { seededRandom } from "@genomecraft/cells/stats/seeded-random.ts";
import { builtReader, numbersOf } from "./built-reader.ts";
import { median, type Measurement } from "./measurement.ts";

const rounds = 5;
const [features, cells, perCell] = [20_000, 3_000, 2_500];

/** As Cell Ranger writes it: by column, rows ascending, counts of which most are small. Its sum. */
function writeMatrix(file: string): number {
  const random = seededRandom(11);
  const out = openSync(file, "w");
  let block = `%%MatrixMarket matrix coordinate integer general\n%metadata_json: {}\n${features} ${cells} ${cells * perCell}\n`;
  let sum = 0;
  for (let cell = 1; cell <= cells; cell++) {
    for (let at = 0; at < perCell; at++) {
      const row = 1 + at * 8 + Math.floor(random() * 8);
      const count = 1 + Math.floor(random() ** 8 * 60);
      sum += count;
      block += `${row} ${cell} ${count}\n`;
    }
    writeSync(out, block);
    block = "";
  }
  closeSync(out);
  return sum;
}

interface Reading {
  readonly seconds: number;
  readonly peakMegabytes: number;
}

function read(program: string, file: string, sum: number): Reading {
  const [seconds = 0, peakMegabytes = 0, found] = numbersOf(program, [file]);
  if (found !== sum) throw new Error(`the sum that was read is ${found}, that written ${sum}`);
  return { seconds, peakMegabytes };
}

const mmread = `
import sys, time, resource
import scipy.io
t = time.perf_counter()
m = scipy.io.mmread(sys.argv[1])
t = time.perf_counter() - t
print(t, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, int(m.sum()))
`;

/** Null: it is not installed. */
function scipy(file: string, sum: number): Reading | null {
  const done = spawnSync("/usr/bin/python3", ["-c", mmread, file], { encoding: "utf8" });
  const [seconds = 0, peakMegabytes = 0, found] = done.stdout.trim().split(/\s+/).map(Number);
  return done.status === 0 && found === sum ? { seconds, peakMegabytes } : null;
}

export async function bench(): Promise<Measurement[]> {
  const folder = mkdtempSync(path.join(os.tmpdir(), "genomecraft-bench-"));
  try {
    const program = await builtReader(folder, "matrices-reader.ts");
    const file = path.join(folder, "matrix.mtx");
    const sum = writeMatrix(file);
    const mine: Reading[] = [];
    const theirs: Reading[] = [];
    for (let round = 0; round < rounds; round++) {
      mine.push(read(program, file, sum));
      const peer = scipy(file, sum);
      if (peer) theirs.push(peer);
    }
    const name = "MTX of 7,500,000 entries";
    const of = (what: keyof Reading, unit: string, bound: string | null): Measurement => {
      const value = median(mine.map((reading) => reading[what]));
      const peer = median(theirs.map((reading) => reading[what]));
      return {
        name: `${name}, ${what === "seconds" ? "time" : "peak memory"}`,
        unit,
        median: value,
        ...(theirs.length > 0 ? { peer: "scipy mmread", peerMedian: peer, ratio: value / peer } : {}),
        ...(bound ? { bound } : {}),
      };
    };
    const rows = [of("seconds", "s", "ratio <= 0.4"), of("peakMegabytes", "MB", null)];
    const h5ad = referenceFile("pbmc68k_reduced/pbmc68k_reduced.h5ad");
    if (!existsSync(h5ad)) return rows;
    // Of its layer of counts, by anndata 0.8.0.
    const seconds = Array.from({ length: rounds }, () => read(program, h5ad, 486_651).seconds);
    return [...rows, { name: "h5ad 700 x 765, time", unit: "s", median: median(seconds), bound: "median <= 0.3 s" }];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
