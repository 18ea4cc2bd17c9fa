// What a measured process runs: plain JavaScript in the pieces that a worker loads, so that it compiles no TypeScript and loads a
// format with its first file; and one run of it.

import { spawnSync } from "node:child_process";
import path from "node:path";
import { fileURLToPath } from "node:url";

interface WorkerBundle {
  bundleWorker(outdir: string, entry: string): Promise<void>;
}

/** `entry`: a file beside this one. Answers the program. */
export async function builtReader(folder: string, entry: string): Promise<string> {
  const { bundleWorker } = (await import(new URL("../kernel/worker-bundle.mjs", import.meta.url).href)) as WorkerBundle;
  const outdir = path.join(folder, path.basename(entry, ".ts"));
  await bundleWorker(outdir, fileURLToPath(new URL(entry, import.meta.url)));
  return path.join(outdir, "main.mjs");
}

/** The numbers that it prints, in a fresh process. */
export function numbersOf(program: string, args: readonly string[]): number[] {
  const env = { ...process.env, NODE_OPTIONS: "" };
  const done = spawnSync(process.execPath, ["--no-deprecation", program, ...args], { encoding: "utf8", env });
  if (done.status !== 0) throw new Error(`${path.basename(path.dirname(program))} ${args.join(" ")} failed: ${done.stderr}`);
  return done.stdout.trim().split(/\s+/).map(Number);
}
