// Variants: a VCF of 200,000 sites and 10 samples with INFO and FORMAT beside `bcftools query` of the same fields, each reading in
// a fresh process; 14,079 sites of 1,092 people of the 1000 genomes as dosages, and their principal components.

import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { builtReader, numbersOf } from "./built-reader.ts";
import { writeVariants } from "./generated-files.ts";
import { median, type Measurement } from "./measurement.ts";

const rounds = 5;
const peer = "bcftools";
const sites = 200_000;
const samples = 10;
const people = fileURLToPath(new URL("../../shared/data/kg_phase1_1092/kg_phase1_14079.vcf.gz", import.meta.url));
/** Of bcftools, with its own field for each column and layer that is made. */
const fields =
  "%CHROM\\t%POS\\t%ID\\t%REF\\t%ALT\\t%QUAL\\t%FILTER\\t%AC\\t%AF\\t%AN\\t%DP\\t%MQ\\t%DB\\t%GENE[\\t%GT\\t%AD\\t%DP\\t%GQ]\\n";

interface Reading {
  readonly seconds: number;
  readonly peakMegabytes: number;
  readonly check: number;
}

function read(reader: string, args: readonly string[]): Reading {
  const [seconds = 0, peakMegabytes = 0, check = 0] = numbersOf(reader, args);
  return { seconds, peakMegabytes, check };
}

/** Seconds of bcftools; null where there is none. */
function query(file: string): number | null {
  const started = performance.now();
  const done = spawnSync(peer, ["query", "-f", fields, "-o", "/dev/null", file], { encoding: "utf8" });
  return done.status === 0 ? (performance.now() - started) / 1000 : null;
}

export async function bench(): Promise<Measurement[]> {
  const folder = mkdtempSync(path.join(os.tmpdir(), "genomecraft-bench-"));
  try {
    const reader = await builtReader(folder, "variants-reader.ts");
    const file = path.join(folder, "variants.vcf");
    const copies = writeVariants(file, sites, samples);
    const ours: Reading[] = [];
    const theirs: number[] = [];
    for (let round = 0; round < rounds; round++) {
      ours.push(read(reader, [file, "read", "AD,DP,GQ"]));
      const seconds = query(file);
      if (seconds !== null) theirs.push(seconds);
    }
    if (ours.some(({ check }) => check !== copies)) throw new Error(`${ours[0]?.check} copies were read, ${copies} written`);
    const value = median(ours.map(({ seconds }) => seconds));
    const seconds = median(theirs);
    const what = "VCF 200,000 x 10 with INFO and FORMAT";
    return [
      {
        name: `${what}, time`,
        unit: "s",
        median: value,
        ...(theirs.length > 0 ? { peer: "bcftools query", peerMedian: seconds, ratio: value / seconds } : {}),
        bound: "ratio <= 1.5",
      },
      { name: `${what}, peak memory`, unit: "MB", median: median(ours.map(({ peakMegabytes }) => peakMegabytes)) },
      ...(existsSync(people) ? ofPeople(reader) : []),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function ofPeople(reader: string): Measurement[] {
  const line = (name: string, what: string, expected: number): Measurement => {
    const readings = Array.from({ length: rounds }, () => read(reader, [people, what]));
    for (const { check } of readings)
      if (Math.abs(check / expected - 1) > 1e-3) throw new Error(`${name}: ${check} in the place of ${expected}`);
    return { name, unit: "s", median: median(readings.map(({ seconds }) => seconds)), bound: "<= 2 s" };
  };
  return [
    line("1,092 people x 14,079 sites (62 MB, bgzip) to dosages", "read", 12_876_745),
    line("10 principal components of their genotypes", "components", 36.584),
  ];
}
