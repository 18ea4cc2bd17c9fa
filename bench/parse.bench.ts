// Loading a CSV of 1,000,000 x 12 and a matrix of 20,000 x 500 on both cores against pandas, polars and R's fread, each reading in
// a fresh process, time and peak memory; and what the same process needs for the file a second time, as a worker that is kept does.
// Files are made with a seed; what was read is compared with what the others read.

import { execFileSync, spawnSync } from "node:child_process";
import { closeSync, existsSync, mkdirSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { seededRandom } from "@genomecraft/cells/stats/seeded-random.ts";
import type { Plugin } from "esbuild";
import { median, type Measurement } from "./measurement.ts";

const rounds = 5;

function write(file: string, header: string, rows: number, row: (at: number) => string): void {
  const out = openSync(file, "w");
  let block = `${header}\n`;
  for (let at = 0; at < rows; at++) {
    block += `${row(at)}\n`;
    if (block.length > 1 << 20) {
      writeSync(out, block);
      block = "";
    }
  }
  writeSync(out, block);
  closeSync(out);
}

/**
 * Variant calls as laboratories exchange them, 1,000,000 observations of `variants` variants: identifiers, categories,
 * whole numbers, measurements, missing cells, quoted texts with line ends.
 */
function writeTable(file: string, variants: number): void {
  const random = seededRandom(5);
  const pick = (list: readonly string[]): string => list[Math.floor(random() * list.length)] as string;
  const genes = Array.from({ length: 20_000 }, (_, at) => `GENE${at}`);
  const samples = Array.from({ length: 500 }, (_, at) => `TCGA-${String(at).padStart(4, "0")}-01A`);
  const effects = ["missense_variant", "synonymous_variant", "stop_gained", "intron_variant", "splice_region_variant"];
  const notes = ["", "", "", "benign, by two labs", 'called "likely"', "seen\nagain", "NA"];
  const quoted = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  write(file, "variant,sample,gene,chrom,pos,ref,alt,effect,depth,af,score,note", 1_000_000, (at) =>
    [
      `rs${10_000_000 + (at % variants) * 7}`,
      pick(samples),
      pick(genes),
      `chr${1 + Math.floor(random() * 22)}`,
      String(1 + Math.floor(random() * 240_000_000)),
      pick(["A", "C", "G", "T"]),
      pick(["A", "C", "G", "T"]),
      pick(effects),
      random() < 0.03 ? "NA" : String(Math.floor(random() * 400)),
      random().toFixed(6),
      random() < 0.05 ? "" : (random() * 200 - 100).toPrecision(9),
      quoted(pick(notes)),
    ].join(","),
  );
}

function writeMatrix(file: string): void {
  const random = seededRandom(6);
  write(file, `gene\t${Array.from({ length: 500 }, (_, at) => `S${at}`).join("\t")}`, 20_000, (at) => {
    let row = `ENSG${String(at).padStart(11, "0")}`;
    for (let sample = 0; sample < 500; sample++) row += `\t${(random() * 16).toFixed(3)}`;
    return row;
  });
}

interface Reading {
  readonly seconds: number;
  readonly peakMegabytes: number;
  readonly check: number;
  /** Of ours: the second time. */
  readonly again: number;
}

/** ru_maxrss of the child is in kilobytes on Linux. */
const pandas = `
import sys, time, resource
import pandas as pd
t = time.perf_counter()
d = pd.read_csv(sys.argv[1], sep=sys.argv[2])
t = time.perf_counter() - t
c = d["score"].sum() if "score" in d.columns else d.iloc[:, 1:].to_numpy().sum()
print(t, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, c)
`;

/** On all cores; a first call starts its threads. */
const fread = `
suppressMessages(library(data.table))
a <- commandArgs(TRUE)
invisible(fread(text = "a,b\n1,2\n"))
t <- proc.time()[[3]]
d <- fread(a[1], na.strings = c("NA", ""))
t <- proc.time()[[3]] - t
c <- if ("score" %in% names(d)) sum(d$score, na.rm = TRUE) else sum(vapply(d[, -1], sum, 0))
cat(t, 0, format(c, digits = 15))
`;

/** polars for Node is for this alone, and is fetched when it is first asked for. Null where it cannot be. */
function polars(): string | null {
  const folder = fileURLToPath(new URL("../node_modules/.cache/genomecraft/polars", import.meta.url));
  const program = path.join(folder, "node_modules", "nodejs-polars", "bin", "index.js");
  if (existsSync(program)) return program;
  const packages = ["nodejs-polars@0.26.0", `nodejs-polars-${process.platform}-${process.arch}-gnu@0.26.0`];
  mkdirSync(folder, { recursive: true });
  try {
    execFileSync("npm", ["install", "--no-audit", "--no-fund", "--prefix", folder, ...packages], { stdio: "ignore" });
  } catch {
    return null;
  }
  return existsSync(program) ? program : null;
}

function read(command: string, args: readonly string[]): Reading | null {
  const done = spawnSync(command, args, { encoding: "utf8", env: { ...process.env, NODE_OPTIONS: "" } });
  const [seconds, peakMegabytes, check, again = Number.NaN] = (done.stdout ?? "").trim().split(/\s+/).map(Number);
  if (done.status !== 0 || seconds === undefined || peakMegabytes === undefined || check === undefined) {
    if (command === process.execPath) throw new Error(`reading failed: ${done.stderr}`);
    return null;
  }
  return { seconds, peakMegabytes, check, again };
}

const ours = async (folder: string): Promise<string> => {
  // Plain JavaScript in the pieces that a worker loads, so that the measured process does not compile TypeScript.
  const { build } = await import("esbuild");
  const bundle = new URL("../kernel/worker-bundle.mjs", import.meta.url).href;
  const { viewsStayOutside } = (await import(bundle)) as { readonly viewsStayOutside: Plugin };
  await build({
    entryPoints: {
      read: fileURLToPath(new URL("./parse-reader.ts", import.meta.url)),
      "second-core": fileURLToPath(new URL("../kernel/src/worker/second-core.ts", import.meta.url)),
    },
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
};

export async function bench(): Promise<Measurement[]> {
  const folder = mkdtempSync(path.join(os.tmpdir(), "genomecraft-bench-"));
  try {
    const reader = await ours(folder);
    const table = path.join(folder, "table.csv");
    const unique = path.join(folder, "unique.csv");
    const matrix = path.join(folder, "matrix.tsv");
    writeTable(table, 50_000);
    writeTable(unique, 1_000_000);
    writeMatrix(matrix);
    return [
      ...compare("CSV 1,000,000 x 12", reader, table, ",", { time: 0.5, memory: 0.4, polars: 1.5 }),
      ...compare("CSV 1,000,000 x 12 with an identifier of its own in every row", reader, unique, ",", {}),
      ...compare("matrix 20,000 x 500", reader, matrix, "\t", { time: 0.6, fread: 1 }),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Bounds {
  /** Beside pandas. */
  readonly time?: number;
  readonly memory?: number;
  readonly polars?: number;
  readonly fread?: number;
}

function compare(name: string, reader: string, file: string, delimiter: string, bounds: Bounds): Measurement[] {
  const polarsProgram = polars();
  const readers = {
    ours: () => read(process.execPath, [reader, file]),
    one: () => read(process.execPath, [reader, file, "one"]),
    pandas: () => read("/usr/bin/python3", ["-c", pandas, file, delimiter]),
    polars: () =>
      polarsProgram &&
      read("node", [fileURLToPath(new URL("./polars-reader.mjs", import.meta.url)), polarsProgram, file, delimiter]),
    fread: () => read("Rscript", ["-e", fread, file]),
  };
  type Reader = keyof typeof readers;
  const readings: Record<Reader, Reading[]> = { ours: [], one: [], pandas: [], polars: [], fread: [] };
  for (let round = 0; round < rounds; round++) {
    for (const [who, one] of Object.entries(readers) as [Reader, () => Reading | null][]) {
      const reading = one();
      if (reading) readings[who].push(reading);
    }
  }
  const [first] = readings.ours;
  for (const [who, [peer]] of Object.entries(readings)) {
    // Matrices keep 32 bits.
    if (first && peer && Math.abs(first.check - peer.check) > Math.abs(peer.check) * 1e-6)
      throw new Error(`${name}: ${first.check} was read, ${peer.check} by ${who}`);
  }
  const line = (
    what: string,
    unit: string,
    mine: Reader,
    peer: Reader,
    of: (reading: Reading) => number,
    bound?: number,
    ofPeer = of,
  ): Measurement => {
    const value = median(readings[mine].map(of));
    const peers = readings[peer];
    const peerValue = median(peers.map(ofPeer));
    return {
      name: `${name}, ${what}`,
      unit,
      median: value,
      ...(peers.length > 0 ? { peer, peerMedian: peerValue, ratio: value / peerValue } : {}),
      ...(bound === undefined ? {} : { bound: `ratio <= ${bound}` }),
    };
  };
  const seconds = ({ seconds: taken }: Reading): number => taken;
  const again = ({ again: taken }: Reading): number => taken;
  return [
    line("time", "s", "ours", "pandas", seconds, bounds.time),
    line("peak memory", "MB", "ours", "pandas", ({ peakMegabytes }) => peakMegabytes, bounds.memory),
    line("time beside polars on all cores", "s", "ours", "polars", seconds, bounds.polars),
    line("the second time in a process, beside polars", "s", "ours", "polars", again, undefined, seconds),
    line("time beside fread on all cores", "s", "ours", "fread", seconds, bounds.fread),
    line("the second time in a process, beside fread", "s", "ours", "fread", again, undefined, seconds),
    line("time on one core, beside polars on all", "s", "one", "polars", seconds),
  ];
}
