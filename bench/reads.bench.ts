// Reading 1,000,000 reads of 150 bases and summing up their qualities, beside seqtk's fqchk, which answers less; memory at a tenth
// and at the whole, for it should not grow. Files are made with a seed, and what was counted is compared with what was written.

import { spawnSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { seededRandom } from "@genomecraft/cells/stats/seeded-random.ts";
import { median, type Measurement } from "./measurement.ts";

const rounds = 5;
const length = 150;

/** As Illumina 1.8 writes them: qualities that fall towards the end, a base in 500 unknown. */
function writeReads(file: string, reads: number): void {
  const random = seededRandom(9);
  const out = openSync(file, "w");
  const block = Buffer.alloc(1 << 20);
  let at = 0;
  for (let read = 0; read < reads; read++) {
    at += block.write(`@SIM:1:FCX:1:15:${read}:1 1:N:0:ATCACG\n`, at, "latin1");
    for (let base = 0; base < length; base++) block[at++] = "ACGTN".charCodeAt(random() < 0.002 ? 4 : Math.floor(random() * 4));
    at += block.write("\n+\n", at, "latin1");
    for (let base = 0; base < length; base++)
      block[at++] = 33 + Math.max(2, Math.min(41, Math.floor(40 - base * 0.08 - random() * random() * 25)));
    block[at++] = 10;
    if (at < block.length - 1000) continue;
    writeSync(out, block, 0, at);
    at = 0;
  }
  writeSync(out, block, 0, at);
  closeSync(out);
}

/** Plain JavaScript, as a worker runs it. */
async function reader(folder: string): Promise<string> {
  const { build } = await import("esbuild");
  await build({
    entryPoints: { reads: fileURLToPath(new URL("./reads-reader.ts", import.meta.url)) },
    bundle: true,
    platform: "node",
    format: "esm",
    outdir: folder,
    outExtension: { ".js": ".mjs" },
    logLevel: "error",
  });
  return path.join(folder, "reads.mjs");
}

interface Reading {
  readonly seconds: number;
  readonly peakMegabytes: number;
}

function summed(program: string, file: string, reads: number): Reading {
  const done = spawnSync(process.execPath, [program, file], { encoding: "utf8", env: { ...process.env, NODE_OPTIONS: "" } });
  const [seconds = 0, peakMegabytes = 0, count, bases] = done.stdout.trim().split(/\s+/).map(Number);
  if (done.status !== 0 || count !== reads || bases !== reads * length)
    throw new Error(`${count} reads of ${bases} bases were read, ${reads} were written: ${done.stderr}`);
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
    const program = await reader(folder);
    const whole = path.join(folder, "reads.fastq");
    const tenth = path.join(folder, "tenth.fastq");
    writeReads(whole, 1_000_000);
    writeReads(tenth, 100_000);
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
