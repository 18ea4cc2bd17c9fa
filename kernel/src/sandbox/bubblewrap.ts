// The walls around a worker: bubblewrap's arguments. Inside there is Node, the worker's bundle, the native engines and
// the system's libraries, all read-only; a small /tmp in memory; no network, no environment, no other process, no user
// that owns anything. Called by launch-worker.ts.

import { spawnSync } from "node:child_process";
import { existsSync, lstatSync, realpathSync } from "node:fs";
import path from "node:path";
import { searchPath } from "../config.ts";
import type { WorkerBundle } from "./worker-bundle.ts";

export interface Walls {
  readonly bundle: WorkerBundle;
  /** Size of the worker's own /tmp, bytes. It is memory. */
  readonly tmpBytes: number;
}

/** File descriptors of the child, beyond stdio. */
export const descriptors = { seccomp: 3, info: 4 } as const;

/** The program's whole path: a worker is started with an empty environment, so nothing looks it up later. */
export function bubblewrapProgram(): string | null {
  for (const folder of [...searchPath(), "/usr/bin", "/usr/local/bin"]) {
    const candidate = path.join(folder, "bwrap");
    if (path.isAbsolute(folder) && existsSync(candidate)) return candidate;
  }
  return null;
}

let foundVersion: readonly number[] | null | undefined;

/** Version of the installed bubblewrap, or null when there is none. */
export function bubblewrapVersion(): readonly number[] | null {
  if (foundVersion === undefined) {
    const program = bubblewrapProgram();
    const asked = program ? spawnSync(program, ["--version"], { encoding: "utf8", env: {} }) : null;
    const match = /(\d+)\.(\d+)(?:\.(\d+))?/.exec(asked?.stdout ?? "");
    foundVersion = asked?.status === 0 && match ? match.slice(1).map((part) => Number(part ?? 0)) : null;
  }
  return foundVersion;
}

const isAtLeast = (version: readonly number[], major: number, minor: number): boolean =>
  (version[0] ?? 0) > major || ((version[0] ?? 0) === major && (version[1] ?? 0) >= minor);

/** Arguments of `bwrap` up to the program. Give the process an empty environment too: bwrap's own stays readable inside. */
export function bubblewrapArguments({ bundle, tmpBytes }: Walls, withSeccomp: boolean): string[] {
  const version = bubblewrapVersion() ?? [0];
  const readOnly = (from: string, to = from): string[] => ["--ro-bind", from, to];
  const args = [
    "--unshare-all",
    "--unshare-user",
    "--uid",
    "65534",
    "--gid",
    "65534",
    "--cap-drop",
    "ALL",
    "--die-with-parent",
    "--new-session",
    "--as-pid-1",
    "--hostname",
    "worker",
    ...(isAtLeast(version, 0, 8) ? ["--disable-userns"] : []),
    ...libraries(),
    ...readOnly(realpathSync(process.execPath), "/genomecraft/node"),
    ...readOnly(bundle.folder, "/genomecraft/worker"),
    ...bundle.packages.flatMap(({ name, folder }) => readOnly(realpathSync(folder), `/genomecraft/node_modules/${name}`)),
    "--proc",
    "/proc",
    // Started by root, the worker's user is root to Linux however it is called inside, and may write what root owns there:
    // /proc/sys/kernel/core_pattern names a program that runs outside.
    "--remount-ro",
    "/proc",
    "--dev",
    "/dev",
    // Without a size its /tmp would be memory that nobody counts.
    ...(isAtLeast(version, 0, 7) ? ["--size", String(tmpBytes), "--tmpfs", "/tmp"] : ["--dir", "/tmp"]),
    // /dev/shm and the root itself are memory as well.
    "--remount-ro",
    "/dev",
    "--remount-ro",
    "/",
    "--chdir",
    "/tmp",
    "--info-fd",
    String(descriptors.info),
    ...(withSeccomp ? ["--seccomp", String(descriptors.seccomp)] : []),
    "--",
  ];
  return args;
}

/** The system's shared libraries, and nothing else of /usr: no shell, no tools. */
function libraries(): string[] {
  const args: string[] = [];
  for (const folder of ["/usr/lib", "/usr/lib64", "/usr/local/lib"]) {
    if (existsSync(folder)) args.push("--ro-bind", folder, folder);
  }
  for (const folder of ["/lib", "/lib64"]) {
    if (!existsSync(folder)) continue;
    if (lstatSync(folder).isSymbolicLink()) args.push("--symlink", `usr${folder}`, folder);
    else args.push("--ro-bind", folder, folder);
  }
  if (existsSync("/etc/ld.so.cache")) args.push("--ro-bind", "/etc/ld.so.cache", "/etc/ld.so.cache");
  return args;
}
