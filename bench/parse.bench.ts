// Loading a CSV of 1,000,000 x 12 and a matrix of 20,000 x 500 against pandas, each reading in a fresh process, time and
// peak memory. Files are made with a seed; what was read is compared with what was written.

import { spawnSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
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

function read(command: string, args: readonly string[]): Reading | null {
  const done = spawnSync(command, args, { encoding: "utf8", env: { ...process.env, NODE_OPTIONS: "" } });
  const [seconds, peakMegabytes, check] = (done.stdout ?? "").trim().split(/\s+/).map(Number);
  if (done.status !== 0 || seconds === undefined || peakMegabytes === undefined || check === undefined) {
    if (command === process.execPath) throw new Error(`reading failed: ${done.stderr}`);
    return null;
  }
  return { seconds, peakMegabytes, check };
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
      ...compare("CSV 1,000,000 x 12", reader, table, ",", { time: 0.5, memory: 0.4 }),
      ...compare("CSV 1,000,000 x 12 with an identifier of its own in every row", reader, unique, ",", {}),
      ...compare("matrix 20,000 x 500", reader, matrix, "\t", { time: 0.6 }),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function compare(
  name: string,
  reader: string,
  file: string,
  delimiter: string,
  bounds: { readonly time?: number; readonly memory?: number },
): Measurement[] {
  const mine: Reading[] = [];
  const theirs: Reading[] = [];
  for (let round = 0; round < rounds; round++) {
    const reading = read(process.execPath, [reader, file]);
    if (reading) mine.push(reading);
    const peer = read("/usr/bin/python3", ["-c", pandas, file, delimiter]);
    if (peer) theirs.push(peer);
  }
  const [first] = mine;
  const [peer] = theirs;
  // Matrices keep 32 bits.
  if (first && peer && Math.abs(first.check - peer.check) > Math.abs(peer.check) * 1e-6) {
    throw new Error(`${name}: ${first.check} was read, ${peer.check} by pandas`);
  }
  const line = (what: string, unit: string, of: (reading: Reading) => number, bound: number | undefined): Measurement => {
    const value = median(mine.map(of));
    const peerValue = median(theirs.map(of));
    return {
      name: `${name}, ${what}`,
      unit,
      median: value,
      ...(theirs.length > 0 ? { peer: "pandas", peerMedian: peerValue, ratio: value / peerValue } : {}),
      ...(bound === undefined ? {} : { bound: `ratio <= ${bound}` }),
    };
  };
  return [
    line("time", "s", (reading) => reading.seconds, bounds.time),
    line("peak memory", "MB", (reading) => reading.peakMegabytes, bounds.memory),
  ];
}
