// All reads of 100,000 bases out of a BAM of 200,000 reads (30-fold), as a table of every field, beside `samtools view`, which
// writes the same fields as text to nowhere. Both open file and index anew each time, find the place by the index, and check the
// sums of the blocks; ours unpacks on a second thread and answers columns of numbers and strings in a worker that has done it
// before, theirs is a program that starts (some milliseconds of its time), unpacks by libdeflate and works on one thread. In
// turn, several times each. The file is made with a seed by samtools; how many reads there are is compared.

import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { seededRandom } from "@genomecraft/cells/stats/seeded-random.ts";
import { median, type Measurement } from "./measurement.ts";

const reads = 200_000;
const genome = 1_000_000;
const length = 150;
const turns = 5;
const rounds = 9;
const place = { contig: "chr1", start: 400_000, end: 500_000 };

/** Pairs as aligners write them, with the tags that most of them write. */
function* samLines(): Generator<string> {
  const random = seededRandom(11);
  const bases = Array.from({ length: genome + length }, () => "ACGT"[Math.floor(random() * 4)]).join("");
  yield `@HD\tVN:1.6\tSO:coordinate\n@SQ\tSN:chr1\tLN:${genome + 2 * length}\n@RG\tID:a\tSM:anna\n`;
  const starts = Array.from({ length: reads }, () => 1 + Math.floor(random() * genome)).sort((a, b) => a - b);
  for (const [read, start] of starts.entries()) {
    let quality = "";
    for (let base = 0; base < length; base++) quality += "FFFFFF:,#"[Math.floor(random() * 9)];
    const cigar = random() < 0.05 ? "70M2D80M" : random() < 0.1 ? "10S140M" : "150M";
    const seq = bases.slice(start - 1, start - 1 + length);
    const mate = `=\t${start + 200}\t350`;
    yield `SIM:1:FCX:1:15:${read}\t${read % 2 ? 99 : 163}\tchr1\t${start}\t60\t${cigar}\t${mate}\t${seq}\t${quality}\tNM:i:${read % 3}\tMD:Z:150\tAS:i:150\tXS:i:0\tRG:Z:a\n`;
  }
}

async function reader(folder: string): Promise<string> {
  const { build } = await import("esbuild");
  await build({
    entryPoints: { places: fileURLToPath(new URL("./places-reader.ts", import.meta.url)) },
    bundle: true,
    platform: "node",
    format: "esm",
    outdir: folder,
    outExtension: { ".js": ".mjs" },
    logLevel: "error",
  });
  return path.join(folder, "places.mjs");
}

export async function bench(): Promise<Measurement[]> {
  if (spawnSync("samtools", ["--version"]).status !== 0) return [];
  const folder = mkdtempSync(path.join(os.tmpdir(), "genomecraft-bench-"));
  try {
    const file = path.join(folder, "reads.bam");
    const made = spawnSync("samtools", ["view", "-b", "-o", file, "-"], { input: [...samLines()].join(""), maxBuffer: 1 << 28 });
    if (made.status !== 0 || spawnSync("samtools", ["index", file]).status !== 0) throw new Error(String(made.stderr));
    const where = `${place.contig}:${place.start + 1}-${place.end}`;
    const expected = Number(spawnSync("samtools", ["view", "-c", file, where], { encoding: "utf8" }).stdout);
    const program = await reader(folder);
    const asked = [program, file, place.contig, String(place.start), String(place.end), String(rounds)];
    const mine: number[] = [];
    const theirs: number[] = [];
    for (let turn = 0; turn < turns; turn++) {
      const done = spawnSync(process.execPath, asked, { encoding: "utf8", env: { ...process.env, NODE_OPTIONS: "" } });
      const [found, ...times] = done.stdout.trim().split(/\s+/).map(Number);
      if (done.status !== 0 || found !== expected) throw new Error(`${found} reads of ${expected}: ${done.stderr}`);
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
