// Damaged files of every format, looked into and loaded in a process that is watched: none may throw anything but a refusal in
// words, take longer than it may, or hold more memory than it may.

import { type ChildProcess, fork } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import type { FuzzAnswer, FuzzJob } from "./fuzz-child.ts";

export interface FuzzLimits {
  /** Of work: what the process has computed, and not how long it waited for others. Ten times as long by the clock ends it, too. */
  readonly ms: number;
  /** Of the process, its program included. */
  readonly bytes: number;
}
export type Fault = FuzzJob & { readonly what: "threw" | "too-long" | "too-much" | "died"; readonly detail: string };

const child = path.join(import.meta.dirname, "fuzz-child.ts");
const start = (): ChildProcess => fork(child, { execArgv: ["--import", "tsx"], stdio: ["ignore", "ignore", "pipe", "ipc"] });

/** Resident memory, now or at most; 0 where the system does not say. */
function memoryOf(pid: number | undefined, of: "VmRSS" | "VmHWM" = "VmRSS"): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    return Number(new RegExp(`${of}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}

/** Milliseconds that it has computed (proc_pid_stat(5), fields 14 and 15, in hundredths of a second). */
function workOf(pid: number | undefined): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /s, "")
      .split(" ");
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return 0;
  }
}

/** In order; a process that failed is replaced. `told`: after each. */
export async function fuzz(
  jobs: readonly FuzzJob[],
  limits: FuzzLimits,
  told: (answer: FuzzAnswer) => void,
): Promise<{ readonly faults: readonly Fault[]; readonly peak: number }> {
  const faults: Fault[] = [];
  let peak = 0;
  let process = start();
  let isNew = true;
  for (const job of jobs) {
    const outcome = await once(process, job, isNew ? { ...limits, ms: limits.ms + 20_000 } : limits);
    peak = Math.max(peak, memoryOf(process.pid, "VmHWM"));
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
  return { faults, peak };
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
    const before = workOf(process.pid);
    const watch = setInterval(() => {
      const worked = workOf(process.pid) - before;
      if (worked > ms) end({ what: "too-long", detail: `${worked} ms of work` });
      const held = memoryOf(process.pid);
      if (held > bytes) end({ what: "too-much", detail: `${Math.round(held / 2 ** 20)} MB` });
    }, 25);
    const late = setTimeout(() => end({ what: "too-long", detail: `${10 * ms} ms by the clock` }), 10 * ms);
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
