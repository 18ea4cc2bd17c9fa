// Finds out whether sealed workers can be made on this machine, by making one: a sandbox that fails is known at the
// start and said plainly, not at the first run. Called by the kernel's start and by `genomecraft doctor`.

import { spawn } from "node:child_process";
import type { Duplex } from "node:stream";
import { bubblewrapArguments, bubblewrapProgram, bubblewrapVersion, descriptors } from "./bubblewrap.ts";
import { seccompFilter } from "./seccomp.ts";

export type WallsFound =
  | { readonly ok: true; readonly version: string; readonly seccomp: boolean }
  /** Why not, in words for an operator, and what to do. */
  | { readonly ok: false; readonly reason: string };

let found: Promise<WallsFound> | null = null;

/** Whether sealed workers can be made here. Takes some 60 ms the first time. */
export function probeSandbox(): Promise<WallsFound> {
  found ??= probe();
  return found;
}

async function probe(): Promise<WallsFound> {
  if (process.platform !== "linux") {
    return { ok: false, reason: `Sealed workers need Linux and bubblewrap; this is ${process.platform}.` };
  }
  const program = bubblewrapProgram();
  const version = bubblewrapVersion();
  if (!program || !version) {
    return {
      ok: false,
      reason: "bubblewrap is not installed. Install it with the distribution's package manager (apt install bubblewrap).",
    };
  }
  const filter = seccompFilter();
  const args = bubblewrapArguments({ bundle: { folder: "/usr/lib", packages: [] }, tmpBytes: 1 << 20 }, filter !== null);
  const child = spawn(program, [...args, "/genomecraft/node", "-e", "process.exit(7)"], {
    env: {},
    stdio: ["ignore", "ignore", "pipe", "pipe", "pipe"],
    timeout: 10_000,
    cwd: "/",
  });
  const toFilter = child.stdio[descriptors.seccomp] as Duplex;
  toFilter.on("error", () => {});
  toFilter.end(filter ?? new Uint8Array(0));
  (child.stdio[descriptors.info] as Duplex).on("error", () => {}).resume();
  let said = "";
  child.stderr?.on("data", (chunk: Buffer) => {
    said += chunk.toString("utf8");
  });
  const code = await new Promise<number | null>((resolve) => {
    child.once("error", () => resolve(null));
    child.once("close", (status) => resolve(status));
  });
  if (code === 7) return { ok: true, version: version.join("."), seccomp: filter !== null };
  return {
    ok: false,
    reason: `bubblewrap ${version.join(".")} cannot make a sandbox here: ${said.trim() || `exit ${code}`}. User namespaces may be switched off (sysctl kernel.unprivileged_userns_clone, or the container's security options).`,
  };
}
