// Control groups around workers: Linux itself counts what a worker holds, its /tmp and page tables included, and ends it
// the moment it goes beyond. Where none may be made, launch-worker.ts watches resident memory instead. See cgroups(7);
// version 2 in Documentation/admin-guide/cgroup-v2.rst, version 1 in cgroup-v1/memory.rst and pids.rst of the Linux sources.

import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmdirSync, writeFileSync } from "node:fs";
import path from "node:path";

export interface WorkerGroup {
  /** Put before a command: it is in the group from its first instruction on. */
  readonly enter: readonly string[];
  /** Linux ended a process of the group because its memory was used up. */
  ranOut(): boolean;
  /** When no process of it is left. */
  remove(): void;
}

export interface WorkerGroups {
  readonly version: 1 | 2;
  /** Threads are limited too. */
  readonly limitsThreads: boolean;
  make(limits: { readonly memoryBytes: number; readonly threads: number }): WorkerGroup;
}

interface Hierarchy {
  readonly version: 1 | 2;
  /** Folders in which a worker's folder is made: one for all in version 2, one per controller in version 1. */
  readonly memory: string;
  readonly pids: string | null;
}

const prefix = "genomecraft-";
/** The processes around the worker itself: shell, prlimit, bubblewrap. */
const around = 8;
let made = 0;
let found: WorkerGroups | null | undefined;

/** How groups are made here, found out by making one; null where that may not be. */
export function findWorkerGroups(): WorkerGroups | null {
  if (found === undefined) found = process.platform === "linux" ? lookForGroups() : null;
  return found;
}

/** As Linux describes it in /proc; parameters for tests. */
export function lookForGroups(proc = "/proc/self"): WorkerGroups | null {
  const read = (name: string): string => {
    try {
      return readFileSync(path.join(proc, name), "utf8");
    } catch {
      return "";
    }
  };
  const own = ownFolders(read("mountinfo"), read("cgroup"));
  for (const hierarchy of [ofVersion2(own.get("unified")), ofVersion1(own)]) {
    if (!hierarchy) continue;
    for (const pids of new Set([hierarchy.pids, null])) {
      const groups = groupsIn({ ...hierarchy, pids });
      if (works(groups)) {
        for (const folder of [hierarchy.memory, pids]) if (folder) dropLeftBehind(folder);
        return groups;
      }
    }
  }
  return null;
}

/** The folder of this process's own group, by controller; "unified" is version 2. See proc_pid_mountinfo(5), cgroups(7). */
function ownFolders(mountinfo: string, cgroup: string): ReadonlyMap<string, string> {
  const at = new Map<string, string>();
  for (const line of cgroup.split("\n")) {
    const [, names, group] = /^\d+:([^:]*):(.+)$/.exec(line) ?? [];
    if (group) for (const name of names ? names.split(",") : ["unified"]) at.set(name, group);
  }
  const folders = new Map<string, string>();
  for (const line of mountinfo.split("\n")) {
    const [before = "", after = ""] = line.split(" - ");
    const [, , , root = "/", mounted = ""] = before.split(" ");
    const [type, , options = ""] = after.split(" ");
    if (type !== "cgroup" && type !== "cgroup2") continue;
    for (const name of type === "cgroup2" ? ["unified"] : options.split(",")) {
      const group = at.get(name);
      if (group === undefined || folders.has(name)) continue;
      const below = path.posix.relative(root, group);
      if (!below.startsWith("..")) folders.set(name, path.join(mounted, below));
    }
  }
  return folders;
}

function ofVersion1(own: ReadonlyMap<string, string>): Hierarchy | null {
  const memory = own.get("memory");
  return memory ? { version: 1, memory, pids: own.get("pids") ?? null } : null;
}

/**
 * In version 2 a group that hands controllers on holds no process of its own. So workers go beside this process where the
 * group above hands memory on, else below it, when the kernel is alone in its group and can move one floor down.
 */
function ofVersion2(own: string | undefined): Hierarchy | null {
  if (own === undefined) return null;
  const above = path.dirname(own);
  const folder = [own, above].find((candidate) => handsOn(candidate, "memory")) ?? (roomBelow(own) ? own : null);
  return folder ? { version: 2, memory: folder, pids: handsOn(folder, "pids") ? folder : null } : null;
}

const wordsIn = (file: string): readonly string[] => (existsSync(file) ? readFileSync(file, "utf8").trim().split(/\s+/) : []);
const handsOn = (folder: string, controller: string): boolean =>
  wordsIn(path.join(folder, "cgroup.subtree_control")).includes(controller);

function roomBelow(own: string): boolean {
  const controllers = wordsIn(path.join(own, "cgroup.controllers"));
  const processes = wordsIn(path.join(own, "cgroup.procs"));
  if (!controllers.includes("memory") || processes.some((pid) => Number(pid) !== process.pid)) return false;
  const below = path.join(own, `${prefix}kernel`);
  try {
    mkdirSync(below, { recursive: true });
    writeFileSync(path.join(below, "cgroup.procs"), String(process.pid));
    const wanted = ["memory", "pids"].filter((name) => controllers.includes(name));
    writeFileSync(path.join(own, "cgroup.subtree_control"), wanted.map((name) => `+${name}`).join(" "));
    return true;
  } catch {
    return false;
  }
}

function groupsIn({ version, memory, pids }: Hierarchy): WorkerGroups {
  return {
    version,
    limitsThreads: pids !== null,
    make: ({ memoryBytes, threads }) => {
      made += 1;
      const name = `${prefix}${process.pid}-${made}`;
      const folders = [...new Set([memory, pids])].flatMap((folder) => (folder ? [path.join(folder, name)] : []));
      const [ofMemory = ""] = folders;
      const group: WorkerGroup = {
        enter: [
          "/bin/sh",
          "-c",
          `n=${folders.length}; while [ $n -gt 0 ]; do echo $$ > "$1/cgroup.procs" || exit 126; shift; n=$((n-1)); done; exec "$@"`,
          "sh",
          ...folders,
        ],
        ranOut: () => endedForMemory(version, ofMemory),
        remove: () => folders.forEach((folder) => void removeFolder(folder)),
      };
      try {
        for (const folder of folders) mkdirSync(folder);
        if (version === 2) limitByVersion2(ofMemory, memoryBytes);
        else limitByVersion1(ofMemory, memoryBytes);
        if (pids) writeFileSync(path.join(pids, name, "pids.max"), String(threads + around));
      } catch (error) {
        group.remove();
        throw error;
      }
      return group;
    },
  };
}

const limit = (file: string, value: string): void => {
  if (existsSync(file)) writeFileSync(file, value);
};

function limitByVersion2(folder: string, memoryBytes: number): void {
  writeFileSync(path.join(folder, "memory.max"), String(memoryBytes));
  limit(path.join(folder, "memory.swap.max"), "0");
  limit(path.join(folder, "memory.oom.group"), "1");
}

function limitByVersion1(folder: string, memoryBytes: number): void {
  writeFileSync(path.join(folder, "memory.limit_in_bytes"), String(memoryBytes));
  // Memory and swap together.
  limit(path.join(folder, "memory.memsw.limit_in_bytes"), String(memoryBytes));
}

function endedForMemory(version: 1 | 2, folder: string): boolean {
  try {
    const events = readFileSync(path.join(folder, version === 2 ? "memory.events" : "memory.oom_control"), "utf8");
    return Number(/^oom_kill (\d+)$/m.exec(events)?.[1] ?? 0) > 0;
  } catch {
    return false;
  }
}

/** A process is put into a group and taken out again: folders that can be made are not always folders that can be entered. */
function works(groups: WorkerGroups): boolean {
  let group: WorkerGroup;
  try {
    group = groups.make({ memoryBytes: 64 << 20, threads: 8 });
  } catch {
    return false;
  }
  const [shell = "", ...args] = group.enter;
  const done = spawnSync(shell, [...args, "/bin/sh", "-c", "exit 7"], { env: {}, stdio: "ignore", timeout: 5000 });
  group.remove();
  return done.status === 7;
}

/** A group stays busy for a moment after its last process ended. */
function removeFolder(folder: string, tries = 40): void {
  try {
    rmdirSync(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EBUSY" || tries === 0) return;
    setTimeout(() => removeFolder(folder, tries - 1), 25).unref();
  }
}

/** Groups of kernels that were killed. */
function dropLeftBehind(folder: string): void {
  for (const name of readdirSync(folder)) {
    const pid = new RegExp(`^${prefix}(\\d+)-\\d+$`).exec(name)?.[1];
    if (pid && !existsSync(`/proc/${pid}`)) removeFolder(path.join(folder, name), 0);
  }
}
