// The kernel's program as its parent sees it: what it says where it cannot work, or not as it should.

import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { readKernelConfig } from "./config.ts";
import { withKnownKinds } from "./pool/run-limit.ts";

/** Where user namespaces are switched off bubblewrap is there, and says so. */
const folder = mkdtempSync(path.join(os.tmpdir(), "gc-walls-"));
const program =
  '#!/bin/sh\n[ "$1" = --version ] && echo bubblewrap 0.8.0 && exit 0\necho "bwrap: No permissions to create new namespace" >&2\nexit 1\n';
writeFileSync(path.join(folder, "bwrap"), program, { mode: 0o755 });
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Told {
  readonly type: string;
  readonly sentence: string;
}

/** A kernel that can make no sandbox; it is stopped by its first word, or ends by itself. */
const firstWord = (
  env: { readonly [name: string]: string },
  serve: object,
): Promise<{ readonly told: Told | null; readonly code: number | null }> =>
  new Promise((resolve) => {
    let told: Told | null = null;
    const child = spawn(process.execPath, ["--import", "tsx", path.join(import.meta.dirname, "service-main.ts")], {
      env: { PATH: folder, GENOMECRAFT_LOG: "silent", ...env },
      stdio: ["ignore", "ignore", "ignore", "ipc"],
    });
    child.on("message", (message) => {
      told = message as Told;
      if (told.type === "unsealed") child.kill("SIGTERM");
    });
    child.on("exit", (code) => resolve({ told, code }));
    child.send({ type: "serve", server: "http://127.0.0.1:1", token: "t", ...serve });
  });

test("where no sandbox can be made it refuses for good with a sentence, and does not run cells without walls unasked", async () => {
  const { told, code } = await firstWord({}, {});
  expect([told?.type, code]).toEqual(["cannot", 2]);
  expect(told?.sentence).toMatch(/No permissions to create new namespace|need Linux/);
  expect(told?.sentence).toContain("GENOMECRAFT_TRUSTED=1");
});

test("a server of this computer alone may be served without walls, which is said", async () => {
  const { told } = await firstWord({}, { trusted: true });
  expect(told?.type).toBe("unsealed");
  expect(told?.sentence).toContain("WITHOUT walls");
});

test("another machine's server is not served without walls, whoever says so", async () => {
  const { told, code } = await firstWord({}, { trusted: true, server: "https://genomes.example.org" });
  expect([told?.type, code]).toEqual(["cannot", 2]);
  expect(told?.sentence).toContain("serves this machine only");
});

test("a setting that cannot be is a sentence, not a stack", async () => {
  const { told, code } = await firstWord({ GENOMECRAFT_LANES: "many" }, {});
  expect(code).toBe(2);
  expect(told).toEqual({ type: "cannot", sentence: 'GENOMECRAFT_LANES is "many"; it must be a whole number from 1 up.' });
  for (const minutes of ["0", "1.5", "10081", "half an hour"]) {
    expect(() => readKernelConfig({ GENOMECRAFT_RUN_MINUTES: minutes })).toThrow(
      `GENOMECRAFT_RUN_MINUTES is "${minutes}"; it must be a whole number from 1 to 10080.`,
    );
  }
  for (const [minutes, part] of [
    ["train=", "train="],
    ["5, 6", "6"],
    ["train=5, train=6", "train=6"],
  ]) {
    expect(() => readKernelConfig({ GENOMECRAFT_RUN_MINUTES: minutes })).toThrow(
      `GENOMECRAFT_RUN_MINUTES is "${minutes}"; "${part}" must be a kind of cell and its minutes, such as train=600, and each only once.`,
    );
  }
  for (const kind of ["quer", "constructor"])
    expect(() => withKnownKinds(readKernelConfig({ GENOMECRAFT_RUN_MINUTES: `90, ${kind}=20` }).runMinutes)).toThrow(
      `names "${kind}", which is no kind of cell`,
    );
  const read = (minutes: string) => readKernelConfig({ GENOMECRAFT_RUN_MINUTES: minutes }).runMinutes;
  expect(read("90")).toEqual({ all: 90, kinds: {} });
  expect(read("query=20, train = 600")).toEqual({ kinds: { query: 20, train: 600 } });
  expect(read("45,query=20")).toEqual({ all: 45, kinds: { query: 20 } });
  expect(read("")).toEqual({ kinds: {} });
});
