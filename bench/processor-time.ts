// Processor time (user and system) of what runs here, and of a program that is started: what a busy machine does not stretch as it does
// a clock. Programs of several threads count them all.

import { spawnSync } from "node:child_process";

/** Seconds. */
export async function ownSeconds(work: () => Promise<unknown> | unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

/** Seconds of a whole run, its start and its files among them; null: it is not there, or failed. */
export function programSeconds(program: string, args: readonly string[], cwd: string): number | null {
  const done = spawnSync("bash", ["-c", 'TIMEFORMAT="%U %S"; time "$0" "$@" > output 2> complaint', program, ...args], {
    cwd,
    encoding: "utf8",
  });
  if (done.status !== 0) return null;
  const [user = Number.NaN, system = Number.NaN] = (done.stderr ?? "").trim().split("\n").at(-1)?.split(" ").map(Number) ?? [];
  return user + system;
}
