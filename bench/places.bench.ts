// All reads of 100,000 bases out of a BAM of 200,000 reads (30-fold), as a table of every field, beside `samtools view`, which
// writes the same fields as text to nowhere. Both open file and index anew each time, find the place by the index, and check the
// sums of the blocks; ours unpacks on a second thread and answers columns of numbers and strings in a worker that has done it
// before, theirs is a program that starts (some milliseconds of its time), unpacks by libdeflate and works on one thread. In
// turn, several times each. The file is made with a seed by samtools; how many reads there are is compared.

import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { builtReader, numbersOf } from "./built-reader.ts";
import { samLines } from "./generated-files.ts";
import { median, type Measurement } from "./measurement.ts";

const reads = 200_000;
const genome = 1_000_000;
const length = 150;
const turns = 5;
const rounds = 9;
const place = { contig: "chr1", start: 400_000, end: 500_000 };

export async function bench(): Promise<Measurement[]> {
  if (spawnSync("samtools", ["--version"]).status !== 0) return [];
  const folder = mkdtempSync(path.join(os.tmpdir(), "genomecraft-bench-"));
  try {
    const file = path.join(folder, "reads.bam");
    const made = spawnSync("samtools", ["view", "-b", "-o", file, "-"], {
      input: [...samLines(reads, genome, length)].join(""),
      maxBuffer: 1 << 28,
    });
    if (made.status !== 0 || spawnSync("samtools", ["index", file]).status !== 0) throw new Error(String(made.stderr));
    const where = `${place.contig}:${place.start + 1}-${place.end}`;
    const expected = Number(spawnSync("samtools", ["view", "-c", file, where], { encoding: "utf8" }).stdout);
    const program = await builtReader(folder, "places-reader.ts");
    const asked = [file, place.contig, String(place.start), String(place.end), String(rounds)];
    const mine: number[] = [];
    const theirs: number[] = [];
    for (let turn = 0; turn < turns; turn++) {
      const [found, ...times] = numbersOf(program, asked);
      if (found !== expected) throw new Error(`${found} reads were found of ${expected}`);
      mine.push(...times);
      for (let round = 0; round < rounds; round++) {
        const began = performance.now();
        spawnSync("samtools", ["view", "-o", "/dev/null", file, where]);
        theirs.push(performance.now() - began);
      }
    }
    const [value, peerMedian] = [median(mine), median(theirs)];
    return [
      {
        name: `BAM, ${expected} reads of 100,000 bases as a table`,
        unit: "ms",
        median: value,
        peer: "samtools view",
        peerMedian,
        ratio: value / peerMedian,
        bound: "ratio <= 1.5",
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
