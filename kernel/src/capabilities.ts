// What this machine can do, said honestly: a GPU counts when a session was really created on it, not when a library
// lists it. Sent with every lease; shown by `genomecraft doctor`.

import { execFile } from "node:child_process";
import { accessSync, constants } from "node:fs";
import os from "node:os";
import path from "node:path";
import { engineVersions } from "@genomecraft/cells/base/engine-versions.ts";
import { searchPath } from "./config.ts";
import { gpuSessionProbe } from "./gpu-session-probe.ts";

export interface Capabilities {
  /** Processor cores. */
  readonly cpu: number;
  /** Bytes that one run may use. */
  readonly memory: number;
  /** Names of GPUs on which a session works; empty without any. */
  readonly gpu: readonly string[];
  /** Programs that whoever runs the kernel said it has, by name; each was found. */
  readonly software: readonly string[];
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

/** Where a program of that name lies, or null. */
export function programAt(name: string): string | null {
  if (name.includes("/") || name.includes("\\")) return null;
  for (const folder of searchPath()) {
    try {
      const at = path.join(folder, name);
      accessSync(at, constants.X_OK);
      return at;
    } catch {
      // Not in this folder.
    }
  }
  return null;
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

/** Names of the GPUs, where a session works on them. */
export async function workingGpus(): Promise<readonly string[]> {
  const gpus = await listGpus();
  return gpus.length > 0 && (await tryGpuSession()) === null ? gpus.map((gpu) => gpu.name) : [];
}

export async function capabilitiesOf({
  memory,
  sandboxed,
  site,
  software = [],
}: {
  readonly memory: number;
  readonly sandboxed: boolean;
  readonly site?: string | undefined;
  readonly software?: readonly string[] | undefined;
}): Promise<Capabilities> {
  const gpus = await workingGpus();
  return {
    cpu: os.availableParallelism(),
    memory,
    sandboxed,
    software,
    gpu: gpus,
    ...(site === undefined ? {} : { site }),
  };
}

export const versionsHere: { readonly [engine: string]: string } = engineVersions;
