// Launches workers on this machine: one process inside its walls. Only this process (the parent) holds tokens, files and
// blobs.

import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Duplex } from "node:stream";
import { FrameReader, frameLimits, framePieces } from "../worker/frame.ts";
import { readFromWorker } from "../worker/protocol.ts";
import { bubblewrapArguments, bubblewrapProgram, descriptors } from "../sandbox/bubblewrap.ts";
import { seccompFilter } from "../sandbox/seccomp.ts";
import { findWorkerGroups, type WorkerGroup, type WorkerGroups } from "../sandbox/worker-groups.ts";
import type { LaunchedWorker, LaunchOptions, Launcher, WorkerExit } from "./launcher.ts";

/** More threads than any engine of ours starts. */
const threadLimit = 256;
const watchEveryMs = 20;
const stderrKept = 16_384;

export const localLauncher: Launcher = { launch: launchWorker };

function launchWorker(options: LaunchOptions): LaunchedWorker {
  const sealed = options.walls === "bubblewrap";
  const filter = sealed ? seccompFilter() : null;
  const heap = `--max-old-space-size=${Math.max(64, Math.floor((options.memoryBytes * 0.75) / 2 ** 20))}`;
  const memory = String(options.memoryBytes);
  const worker = sealed
    ? [
        bubblewrapProgram() ?? "bwrap",
        ...bubblewrapArguments(options, filter !== null),
        "/genomecraft/node",
        heap,
        "/genomecraft/worker/main.mjs",
        memory,
      ]
    : [process.execPath, heap, path.join(options.bundle.folder, "main.mjs"), memory];
  const groups = options.groups === undefined ? findWorkerGroups() : options.groups;
  const group = groups && groupOf(groups, options.memoryBytes);
  const program = [...(group?.enter ?? []), ...dataLimit(options.memoryBytes), ...(sealed ? [] : diesWithParent()), ...worker];
  const child = spawn(program[0] as string, program.slice(1), {
    // Empty from the start, not cleared by bwrap: what bwrap is started with could be read inside as /proc/1/environ.
    env: {},
    stdio: ["pipe", "pipe", "pipe", "pipe", "pipe"],
    windowsHide: true,
    ...(sealed ? { cwd: "/" } : {}),
  });

  let why: WorkerExit["why"] | null = null;
  let said = "";
  let inner: number | null = sealed ? null : (child.pid ?? null);
  const kill = (reason?: WorkerExit["why"]): void => {
    why ??= reason ?? "ended";
    // bubblewrap killed before it has told the inner process's number would leave that one waiting for good.
    if (inner === null && child.pid !== undefined) {
      setTimeout(() => child.kill("SIGKILL"), 2000).unref();
      return;
    }
    try {
      if (inner !== null) process.kill(inner, "SIGKILL");
    } catch {
      // It is gone already.
    }
    child.kill("SIGKILL");
  };

  const toFilter = child.stdio[descriptors.seccomp] as Duplex;
  toFilter.on("error", () => {});
  toFilter.end(filter ?? new Uint8Array(0));
  let info = "";
  const fromInfo = child.stdio[descriptors.info] as Duplex;
  fromInfo.on("error", () => {});
  fromInfo.setEncoding("utf8");
  fromInfo.on("data", (text: string) => {
    info += text;
    const match = /"child-pid":\s*(\d+)/.exec(info);
    if (sealed && match) {
      inner = Number(match[1]);
      if (why !== null) kill();
    }
  });

  child.stderr?.setEncoding("utf8");
  child.stderr?.on("data", (text: string) => {
    said = (said + text).slice(-stderrKept);
  });
  // A worker sends one part at a time, and nothing larger than what fits into it: it must not fill this process instead.
  const reader = new FrameReader(
    ({ header, parts }) => {
      const message = readFromWorker(header);
      if (message) options.onMessage(message, parts);
      else kill("broke-protocol");
    },
    { ...frameLimits, parts: 1, part: options.memoryBytes },
  );
  child.stdout?.on("data", (chunk: Uint8Array) => {
    if (why !== null) return;
    try {
      reader.push(chunk);
    } catch {
      kill("broke-protocol");
    }
  });
  child.stdin?.on("error", () => {});

  const watch = setInterval(
    () => {
      if (inner === null) return;
      const use = usage(inner);
      if (!use) return;
      if (!group && use.bytes > options.memoryBytes) kill("memory");
      else if (use.threads > threadLimit) kill("threads");
    },
    group ? 250 : watchEveryMs,
  );
  watch.unref();

  const exited = new Promise<WorkerExit>((resolve) => {
    const end = (detail: string): void => {
      clearInterval(watch);
      const heapFull = /out of memory|allocation failed|bad_alloc|cannot allocate memory/i.test(said);
      const full = heapFull || group?.ranOut() === true;
      group?.remove();
      resolve({ why: why ?? (full ? "memory" : "crashed"), detail });
    };
    child.once("error", (error) => end(error.message));
    child.once("close", (code, signal) =>
      end([code === null ? null : `exit code ${code}`, signal, lastLines(said)].filter(Boolean).join(", ")),
    );
  });

  return {
    send: (message, part) => {
      if (why !== null || !child.stdin?.writable) return;
      // Who asks and does not read would have its answers pile up here.
      if (child.stdin.writableLength > options.memoryBytes) return kill("broke-protocol");
      for (const piece of framePieces(message, part ? [part] : [])) child.stdin.write(piece);
    },
    kill: () => kill(),
    exited,
  };
}

/** Null when it cannot be made now: the watch then takes its place. */
function groupOf(groups: WorkerGroups, memoryBytes: number): WorkerGroup | null {
  try {
    return groups.make({ memoryBytes, threads: threadLimit });
  } catch {
    return null;
  }
}

/**
 * What the watch cannot see in time: memory that is taken faster than it looks. RLIMIT_DATA counts what is writable and
 * private, so V8's large reservations of addresses do not count; an allocation beyond it fails inside the worker.
 */
function dataLimit(memoryBytes: number): string[] {
  const program = "/usr/bin/prlimit";
  return existsSync(program) ? [program, `--data=${memoryBytes + dataSlack}`, "--core=0", "--"] : [];
}
/** Stacks of threads, buffers of the runtime and memories of programs (record-scan.ts) that count but are never touched. */
const dataSlack = 320 << 20;

/** bubblewrap sees to it for sealed workers; one without walls that spins would outlive a parent that was killed. */
function diesWithParent(): string[] {
  const program = "/usr/bin/setpriv";
  return existsSync(program) ? [program, "--pdeathsig", "KILL", "--"] : [];
}

/** Resident bytes (with shared memory) and threads of a process, from /proc; null where there is no /proc or the process ended. */
function usage(pid: number): { readonly bytes: number; readonly threads: number } | null {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "latin1");
    const field = (name: string): number => Number(new RegExp(`^${name}:\\s*(\\d+)`, "m").exec(status)?.[1] ?? 0);
    return { bytes: field("VmRSS") * 1024, threads: field("Threads") };
  } catch {
    return null;
  }
}

const lastLines = (text: string): string => text.trim().split("\n").slice(-6).join("\n");
