// The filter itself, asked by raw calls: a program that can make any call of Linux stands where a worker would stand, behind
// the same walls. Needs bubblewrap and perl.

import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import type { Duplex, Readable } from "node:stream";
import { expect, test } from "vitest";
import { bubblewrapArguments, bubblewrapProgram, descriptors } from "./bubblewrap.ts";
import { probeSandbox } from "./choose-walls.ts";
import { deniedCalls, seccompFilter } from "./seccomp.ts";

const perl = "/usr/bin/perl";
const walls = await probeSandbox();
const filter = seccompFilter();
const why = !walls.ok ? walls.reason : filter === null ? `no table of calls for ${process.arch}` : `${perl} is missing`;
const canAsk = walls.ok && filter !== null && existsSync(perl);
const note = canAsk ? "" : ` (skipped: ${why})`;

const EPERM = 1;
const ENOSYS = 38;

interface Answer {
  /** By name: the error's number, 0 when the call was done. */
  readonly errors: { readonly [name: string]: number };
  readonly signal: string | null;
  readonly code: number | null;
}

/** Makes the calls one after another, all arguments 0 but the first. */
async function ask(
  calls: { readonly [name: string]: readonly [number: number, first?: number] },
  filtered: boolean,
): Promise<Answer> {
  const lines = Object.entries(calls).map(
    ([name, [number, first = 0]]) =>
      `$r = syscall(${number}, ${first}, 0, 0, 0, 0, 0); printf("%s %d\\n", "${name}", $r == -1 ? $! + 0 : 0);`,
  );
  const args = bubblewrapArguments({ bundle: { folder: "/usr/lib", packages: [] }, tmpBytes: 1 << 20 }, filtered);
  args.splice(args.indexOf("--proc"), 0, "--ro-bind", perl, "/genomecraft/perl");
  const child = spawn(bubblewrapProgram() ?? "", [...args, "/genomecraft/perl", "-e", `$| = 1; ${lines.join(" ")}`], {
    env: {},
    stdio: ["ignore", "pipe", "inherit", "pipe", "pipe"],
    timeout: 20_000,
    cwd: "/",
  });
  const toFilter = child.stdio[descriptors.seccomp] as Duplex;
  toFilter.on("error", () => {});
  toFilter.end(filtered ? filter : new Uint8Array(0));
  (child.stdio[descriptors.info] as Duplex).on("error", () => {}).resume();
  let said = "";
  (child.stdout as Readable).on("data", (chunk: Buffer) => {
    said += chunk.toString();
  });
  const [code, signal] = await new Promise<[number | null, string | null]>((resolve) =>
    child.once("close", (status, name) => resolve([status, name])),
  );
  const errors = Object.fromEntries(
    said
      .trim()
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => line.split(" "))
      .map(([name, number]) => [name, Number(number)]),
  );
  return { errors, code, signal };
}

const denied = deniedCalls();
const all = Object.fromEntries(Object.entries(denied).map(([name, number]) => [name, [number] as const]));

test.skipIf(!canAsk)(
  `every call of the list is refused: tracing, mounts, keys, namespaces, sockets, queues ...${note}`,
  async () => {
    const names = ["ptrace", "mount", "keyctl", "bpf", "userfaultfd", "io_uring_setup", "unshare", "process_vm_readv", "socket"];
    expect(Object.keys(denied)).toEqual(expect.arrayContaining(names));
    const { errors, code } = await ask(all, true);
    expect(errors).toEqual(Object.fromEntries(Object.keys(denied).map((name) => [name, EPERM])));
    expect(code).toBe(0);
  },
);

test.skipIf(!canAsk)(`a new process is refused, by whatever call; what a worker needs is not${note}`, async () => {
  const clone = process.arch === "x64" ? 56 : 220;
  const getpid = process.arch === "x64" ? 39 : 172;
  const SIGCHLD = 17;
  const { errors } = await ask({ clone: [clone, SIGCHLD], clone3: [435], getpid: [getpid] }, true);
  expect(errors).toEqual({ clone: EPERM, clone3: ENOSYS, getpid: 0 });
});

test.skipIf(!canAsk)(`it is the filter that refuses: without it Linux itself answers otherwise${note}`, async () => {
  const AF_INET = 2;
  const { socket = 0, memfd_create = 0, unshare = 0, shmget = 0 } = denied;
  const { errors } = await ask(
    { socket: [socket, AF_INET], memfd_create: [memfd_create], unshare: [unshare], shmget: [shmget] },
    false,
  );
  expect(Object.keys(errors)).toHaveLength(4);
  expect(Object.values(errors)).not.toContain(EPERM);
});

test.skipIf(!canAsk || process.arch !== "x64")(`a call by the numbers of another ABI ends the program${note}`, async () => {
  const { errors, code, signal } = await ask({ getpid: [0x4000_0000 + 39] }, true);
  expect(errors).toEqual({});
  // bubblewrap ends as its program did, or says so by 128 + SIGSYS.
  expect(signal === "SIGSYS" || code === 128 + 31 || code === 159).toBe(true);
});
