// What this machine can do, said honestly: a GPU counts when a session was really created on it, not when a library
// lists it. Sent with every lease; shown by `genomecraft doctor`.

import { execFile } from "node:child_process";
import os from "node:os";
import { engineVersions } from "@genomecraft/cells/base/engine-versions.ts";
import { gpuSessionProbe } from "./gpu-session-probe.ts";

export interface Capabilities {
  /** Processor cores. */
  readonly cpu: number;
  /** Bytes that one run may use. */
  readonly memory: number;
  /** Names of GPUs on which a session works; empty without any. */
  readonly gpu: readonly string[];
  /** Workers run behind walls. */
  readonly sandboxed: boolean;
  /** Where the data may go, for data sets that may not leave a site. */
  readonly site?: string;
}

export interface GpuFound {
  readonly name: string;
  readonly memory: string;
  readonly driver: string;
}

const run = (program: string, args: readonly string[], timeout: number): Promise<string | null> =>
  new Promise((resolve) => {
    execFile(program, [...args], { timeout, windowsHide: true }, (error, stdout) => resolve(error ? null : stdout));
  });

/** GPUs that the driver names; says nothing yet about whether our engines can use them. */
export async function listGpus(): Promise<readonly GpuFound[]> {
  const text = await run("nvidia-smi", ["--query-gpu=name,memory.total,driver_version", "--format=csv,noheader"], 5000);
  return (text ?? "")
    .split("\n")
    .map((line) => line.split(",").map((field) => field.trim()))
    .filter((fields) => fields[0])
    .map(([name = "", memory = "", driver = ""]) => ({ name, memory, driver }));
}

/** Null when a session was created on the GPU; else why not, in the engine's words. Tried in a process of its own, which may crash. */
export async function tryGpuSession(): Promise<string | null> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ["--input-type=module", "-e", gpuSessionProbe],
      { timeout: 30_000, cwd: import.meta.dirname, windowsHide: true },
      (error, stdout, stderr) => {
        if (!error && stdout.includes("session works")) resolve(null);
        else resolve(lastLine(stderr) || lastLine(stdout) || (error?.message ?? "no session"));
      },
    );
  });
}

const lastLine = (text: string): string =>
  text
    .trim()
    .split("\n")
    .findLast((line) => /error|cannot|fail/i.test(line))
    ?.trim()
    .slice(0, 300) ?? "";

export async function capabilitiesOf(memory: number, sandboxed: boolean, site?: string): Promise<Capabilities> {
  const gpus = await listGpus();
  const works = gpus.length > 0 && (await tryGpuSession()) === null;
  return {
    cpu: os.availableParallelism(),
    memory,
    sandboxed,
    gpu: works ? gpus.map((gpu) => gpu.name) : [],
    ...(site === undefined ? {} : { site }),
  };
}

export const versionsHere: { readonly [engine: string]: string } = engineVersions;
