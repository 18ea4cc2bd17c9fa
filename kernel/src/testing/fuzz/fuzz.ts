// Damaged files of every format, looked into and loaded in a process that is watched: none may throw anything but a refusal in
// words, take longer than it may, or hold more memory than it may.

import { type ChildProcess, fork } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import type { FuzzAnswer, FuzzJob } from "./fuzz-child.ts";

export interface FuzzLimits {
  readonly ms: number;
  /** Of the process, its program included. */
  readonly bytes: number;
}
export type Fault = FuzzJob & { readonly what: "threw" | "too-long" | "too-much" | "died"; readonly detail: string };

const child = path.join(import.meta.dirname, "fuzz-child.ts");
const start = (): ChildProcess => fork(child, { execArgv: ["--import", "tsx"], stdio: ["ignore", "ignore", "pipe", "ipc"] });

/** Resident memory; 0 where the system does not say. */
function memoryOf(pid: number | undefined): number {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}

/** In order; a process that failed is replaced. `told`: after each. */
export async function fuzz(
  jobs: readonly FuzzJob[],
  limits: FuzzLimits,
  told: (answer: FuzzAnswer) => void,
): Promise<readonly Fault[]> {
  const faults: Fault[] = [];
  let process = start();
  let isNew = true;
  for (const job of jobs) {
    const outcome = await once(process, job, isNew ? { ...limits, ms: limits.ms + 20_000 } : limits);
    isNew = false;
    if ("ended" in outcome) {
      told(outcome);
      if (outcome.ended === "threw") faults.push({ ...job, what: "threw", detail: outcome.detail });
      continue;
    }
    faults.push({ ...job, ...outcome });
    process.kill("SIGKILL");
    process = start();
    isNew = true;
  }
  process.kill("SIGKILL");
  return faults;
}

/** What became of one; the first of a process has time to load its program. */
function once(
  process: ChildProcess,
  job: FuzzJob,
  { ms, bytes }: FuzzLimits,
): Promise<FuzzAnswer | { readonly what: "too-long" | "too-much" | "died"; readonly detail: string }> {
  return new Promise((resolve) => {
    let said = "";
    const hear = (part: Buffer): void => void (said = `${said}${part.toString()}`.slice(-2_000));
    const watch = setInterval(() => {
      const held = memoryOf(process.pid);
      if (held > bytes) end({ what: "too-much", detail: `${Math.round(held / 2 ** 20)} MB` });
    }, 25);
    const late = setTimeout(() => end({ what: "too-long", detail: `${ms} ms` }), ms);
    const answered = (answer: FuzzAnswer): void => end(answer);
    const died = (code: number | null): void => end({ what: "died", detail: `${code} ${said}` });
    const end = (outcome: Parameters<typeof resolve>[0]): void => {
      clearInterval(watch);
      clearTimeout(late);
      process.off("message", answered);
      process.off("exit", died);
      process.stderr?.off("data", hear);
      resolve(outcome);
    };
    process.on("message", answered);
    process.on("exit", died);
    process.stderr?.on("data", hear);
    process.send(job);
  });
}
