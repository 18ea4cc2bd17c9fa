// Variants: a VCF of 200,000 sites and 10 samples with INFO and FORMAT beside `bcftools query` of the same fields, each reading in
// a fresh process; 14,079 sites of 1,092 people of the 1000 genomes as dosages, and their principal components.

import { spawnSync } from "node:child_process";
import { closeSync, existsSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { seededRandom } from "@genomecraft/cells/stats/seeded-random.ts";
import type { Plugin } from "esbuild";
import { median, type Measurement } from "./measurement.ts";

const rounds = 5;
const peer = "bcftools";
const sites = 200_000;
const samples = 10;
const people = fileURLToPath(new URL("../../shared/data/kg_phase1_1092/kg_phase1_14079.vcf.gz", import.meta.url));
/** Of bcftools, with its own field for each column and layer that is made. */
const fields =
  "%CHROM\\t%POS\\t%ID\\t%REF\\t%ALT\\t%QUAL\\t%FILTER\\t%AC\\t%AF\\t%AN\\t%DP\\t%MQ\\t%DB\\t%GENE[\\t%GT\\t%AD\\t%DP\\t%GQ]\\n";

const header = `##fileformat=VCFv4.2
##contig=<ID=chr1,length=248956422>
##FILTER=<ID=q10,Description="Quality below 10">
##INFO=<ID=AC,Number=A,Type=Integer,Description="Copies">
##INFO=<ID=AF,Number=A,Type=Float,Description="Frequency">
##INFO=<ID=AN,Number=1,Type=Integer,Description="Alleles">
##INFO=<ID=DP,Number=1,Type=Integer,Description="Depth">
##INFO=<ID=MQ,Number=1,Type=Float,Description="Mapping quality">
##INFO=<ID=DB,Number=0,Type=Flag,Description="Known">
##INFO=<ID=GENE,Number=1,Type=String,Description="Gene">
##FORMAT=<ID=GT,Number=1,Type=String,Description="Genotype">
##FORMAT=<ID=AD,Number=R,Type=Integer,Description="Depth of alleles">
##FORMAT=<ID=DP,Number=1,Type=Integer,Description="Depth">
##FORMAT=<ID=GQ,Number=1,Type=Integer,Description="Quality">
##FORMAT=<ID=PL,Number=G,Type=Integer,Description="Likelihoods">
`;

/** Answers the copies that are told, by which the reading is checked. */
function writeVariants(file: string): number {
  const random = seededRandom(9);
  const below = (most: number): number => Math.floor(random() * most);
  const names = Array.from({ length: samples }, (_, at) => `S${at}`);
  const out = openSync(file, "w");
  let block = `${header}#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\t${names.join("\t")}\n`;
  let position = 0;
  let all = 0;
  for (let site = 0; site < sites; site++) {
    position += 1 + below(900);
    let copies = 0;
    let line = "";
    for (let sample = 0; sample < samples; sample++) {
      const share = random();
      const [call, carried] = share < 0.6 ? ["0/0", 0] : share < 0.88 ? ["0/1", 1] : share < 0.98 ? ["1/1", 2] : ["./.", 0];
      copies += carried;
      const depth = 4 + below(56);
      const other = carried === 0 ? 0 : depth >> 1;
      line += `\t${call}:${depth - other},${other}:${depth}:${below(100)}:${below(900)},${below(300)},${below(999)}`;
    }
    all += copies;
    const from = below(4);
    const [ref, alt] = ["ACGT"[from], "ACGT"[(from + 1 + below(3)) % 4]];
    const info = `AC=${copies};AF=${(copies / 20).toFixed(3)};AN=20;DP=${40 + below(560)};MQ=${(20 + random() * 40).toFixed(2)}${random() < 0.5 ? ";DB" : ""};GENE=G${below(9999)}`;
    block += `chr1\t${position}\trs${1000 + site * 7}\t${ref}\t${alt}\t${(10 + random() * 1990).toFixed(2)}\t${random() < 0.9 ? "PASS" : "q10"}\t${info}\tGT:AD:DP:GQ:PL${line}\n`;
    if (block.length < 1 << 20) continue;
    writeSync(out, block);
    block = "";
  }
  writeSync(out, block);
  closeSync(out);
  return all;
}

interface Reading {
  readonly seconds: number;
  readonly peakMegabytes: number;
  readonly check: number;
}

function read(reader: string, args: readonly string[]): Reading {
  const done = spawnSync(process.execPath, [reader, ...args], { encoding: "utf8", env: { ...process.env, NODE_OPTIONS: "" } });
  const [seconds = 0, peakMegabytes = 0, check = 0] = (done.stdout ?? "").trim().split(/\s+/).map(Number);
  if (done.status !== 0) throw new Error(`reading failed: ${done.stderr}`);
  return { seconds, peakMegabytes, check };
}

/** Seconds of bcftools; null where there is none. */
function query(file: string): number | null {
  const started = performance.now();
  const done = spawnSync(peer, ["query", "-f", fields, "-o", "/dev/null", file], { encoding: "utf8" });
  return done.status === 0 ? (performance.now() - started) / 1000 : null;
}

async function built(folder: string): Promise<string> {
  const { build } = await import("esbuild");
  const bundle = new URL("../kernel/worker-bundle.mjs", import.meta.url).href;
  const { viewsStayOutside } = (await import(bundle)) as { readonly viewsStayOutside: Plugin };
  await build({
    entryPoints: { read: fileURLToPath(new URL("./variants-reader.ts", import.meta.url)) },
    bundle: true,
    splitting: true,
    platform: "node",
    format: "esm",
    outdir: folder,
    outExtension: { ".js": ".mjs" },
    logLevel: "error",
    external: ["@e965/xlsx"],
    plugins: [viewsStayOutside],
  });
  return path.join(folder, "read.mjs");
}

export async function bench(): Promise<Measurement[]> {
  const folder = mkdtempSync(path.join(os.tmpdir(), "genomecraft-bench-"));
  try {
    const reader = await built(folder);
    const file = path.join(folder, "variants.vcf");
    const copies = writeVariants(file);
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
