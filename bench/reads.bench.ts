// Reading 1,000,000 reads of 150 bases and summing up their qualities, beside seqtk's fqchk, which answers less; memory at a tenth
// and at the whole, for it should not grow. Files are made with a seed, and what was counted is compared with what was written.

import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { builtReader, numbersOf } from "./built-reader.ts";
import { writeReads } from "./generated-files.ts";
import { median, type Measurement } from "./measurement.ts";

const rounds = 5;
const length = 150;

interface Reading {
  readonly seconds: number;
  readonly peakMegabytes: number;
}

function summed(program: string, file: string, reads: number): Reading {
  const [seconds = 0, peakMegabytes = 0, count, bases] = numbersOf(program, [file]);
  if (count !== reads || bases !== reads * length)
    throw new Error(`${count} reads of ${bases} bases were read, ${reads} were written`);
  return { seconds, peakMegabytes };
}

/** Seconds; null: it is not installed. */
function seqtk(file: string): number | null {
  const started = performance.now();
  const done = spawnSync("seqtk", ["fqchk", file], { encoding: "utf8" });
  return done.status === 0 ? (performance.now() - started) / 1000 : null;
}

export async function bench(): Promise<Measurement[]> {
  const folder = mkdtempSync(path.join(os.tmpdir(), "genomecraft-bench-"));
  try {
    const program = await builtReader(folder, "reads-reader.ts");
    const whole = path.join(folder, "reads.fastq");
    const tenth = path.join(folder, "tenth.fastq");
    writeReads(whole, 1_000_000, length);
    writeReads(tenth, 100_000, length);
    const mine: Reading[] = [];
    const theirs: number[] = [];
    for (let round = 0; round < rounds; round++) {
      mine.push(summed(program, whole, 1_000_000));
      const peer = seqtk(whole);
      if (peer !== null) theirs.push(peer);
    }
    const small = summed(program, tenth, 100_000).peakMegabytes;
    const name = "FASTQ 1,000,000 x 150, quality summary";
    const value = median(mine.map(({ seconds }) => seconds));
    const peerValue = median(theirs);
    const memory = median(mine.map(({ peakMegabytes }) => peakMegabytes));
    return [
      {
        name: `${name}, time`,
        unit: "s",
        median: value,
        ...(theirs.length > 0 ? { peer: "seqtk fqchk", peerMedian: peerValue, ratio: value / peerValue } : {}),
        bound: "median <= 2 s",
      },
      {
        name: `${name}, peak memory`,
        unit: "MB",
        median: memory,
        peer: "100,000 x 150",
        peerMedian: small,
        ratio: memory / small,
        bound: "ratio <= 1.2",
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
