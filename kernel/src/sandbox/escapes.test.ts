// What a worker must not be able to do, tried from inside. Needs bubblewrap; says so where it is absent.

import { createServer } from "node:net";
import { mkdtempSync, openSync, closeSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bytesAsSource } from "@genomecraft/cells/testing/bytes-as-source.ts";
import { memoryArtifactStore } from "../artifact-store.ts";
import type { WorkerPool } from "../pool/worker-pool.ts";
import { act, digest, hostilePool, step, valueOf } from "../testing/run-hostile.ts";
import { probeSandbox } from "./choose-walls.ts";

const walls = await probeSandbox();
const note = walls.ok ? "" : ` (skipped: ${walls.reason})`;

/** Warm: kept for the plans of one lab. Fresh: a process for each plan, as a person's code gets. */
const lives = [
  { title: `a warm sealed worker${note}`, isSealed: () => false },
  { title: `a fresh sealed worker${note}`, isSealed: () => true },
];

describe.each(lives)("$title", ({ isSealed }) => {
  let pool: WorkerPool;
  let folder: string;
  beforeAll(() => {
    process.env.GENOMECRAFT_TEST_SECRET = "a-token-of-the-kernel";
    pool = hostilePool({ isSealed });
    folder = mkdtempSync(path.join(os.tmpdir(), "genomecraft-escape-"));
    writeFileSync(path.join(folder, "master.key"), "0123456789");
  });
  afterAll(async () => {
    delete process.env.GENOMECRAFT_TEST_SECRET;
    await pool.close();
    rmSync(folder, { recursive: true });
  });

  test.skipIf(!walls.ok)("answers ordinary work", async () => {
    expect(valueOf(await act(pool, [step("answer", { value: 42 })]))).toBe(42);
  });

  test.skipIf(!walls.ok)("cannot read the server's files, by their paths or through a link", async () => {
    const files = ["/etc/passwd", "/etc/shadow", "/root/.bashrc", "/home", import.meta.filename, path.join(folder, "master.key")];
    for (const file of files) {
      const heard = await act(pool, [step("read-file", { value: file })]);
      expect(valueOf(heard), file).toEqual({ refused: expect.stringMatching(/ENOENT|EACCES|ENOTDIR/) });
    }
    expect(valueOf(await act(pool, [step("list-folder", { value: folder })]))).toEqual({ refused: "ENOENT" });
    const heard = await act(pool, [step("follow-link", { value: path.join(folder, "master.key") })], { lab: "lab_links" });
    expect(valueOf(heard)).toEqual({ refused: "ENOENT" });
  });

  test.skipIf(!walls.ok)("inherits no file that the kernel has open", async () => {
    const open = openSync(path.join(folder, "master.key"), "r");
    const seen = valueOf(await act(pool, [step("descriptors")], { lab: "lab_descriptors" })) as string[];
    closeSync(open);
    expect(seen.length).toBeGreaterThan(3);
    expect(seen.filter((target) => target.startsWith("/") && !/^\/(dev\/null$|proc\/)/.test(target))).toEqual([]);
  });

  test.skipIf(!walls.ok)("sees no environment, of itself or of any other process, and no other process", async () => {
    const seen = valueOf(await act(pool, [step("environment")]));
    expect(JSON.stringify(seen)).not.toContain("a-token-of-the-kernel");
    expect(seen).toMatchObject({ processes: ["1"] });
    expect((seen as { ours: string[] }).ours).not.toContain("GENOMECRAFT_TEST_SECRET");
  });

  test.skipIf(!walls.ok)("is told how much memory it may use, and nothing else", async () => {
    expect(valueOf(await act(pool, [step("arguments")]))).toEqual([String(300 << 20)]);
  });

  test.skipIf(!walls.ok)("reaches no network, the kernel's own machine included", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    const abstract = createServer().listen(`\0${path.basename(folder)}`);
    const named = createServer().listen(path.join(folder, "socket"));
    await Promise.all(
      [server, abstract, named].map((at) => at.listening || new Promise((resolve) => at.once("listening", resolve))),
    );
    const { port } = server.address() as { port: number };
    const refused = { refused: expect.stringMatching(/EPERM|EACCES|ENOENT|ECONNREFUSED|ENETUNREACH|EAI_AGAIN|ENOTFOUND/) };
    expect(valueOf(await act(pool, [step("network", { value: port })]))).toEqual(refused);
    expect(valueOf(await act(pool, [step("datagram", { value: port })]))).toEqual(refused);
    expect(valueOf(await act(pool, [step("name-lookup")]))).toEqual(refused);
    for (const value of [`\0${path.basename(folder)}`, path.join(folder, "socket")]) {
      expect(valueOf(await act(pool, [step("unix-socket", { value })]))).toEqual(refused);
    }
    for (const at of [server, abstract, named]) at.close();
  });

  test.skipIf(!walls.ok)("starts no program, itself included, so that a fork bomb has no first fork", async () => {
    expect(valueOf(await act(pool, [step("shell")]))).toEqual({ refused: "EPERM" });
    expect(valueOf(await act(pool, [step("fork-bomb")]))).not.toBe(200);
    expect(valueOf(await act(pool, [step("answer", { value: 1 })]))).toBe(1);
  });

  test.skipIf(!walls.ok)(
    "is given no file and no artifact beyond those that its plan names, though it asks past its guard",
    async () => {
      const artifacts = memoryArtifactStore();
      await artifacts.put(digest("a"), new TextEncoder().encode('{"type":"value","value":5}'));
      await artifacts.put(digest("b"), new TextEncoder().encode('{"type":"value","value":"another lab"}'));
      const ref = { ref: "cell_x" };
      const add = step("add", { value: 1, from: ref }, { i0: { digest: digest("a") } });
      expect(valueOf(await act(pool, [add], { artifacts }))).toBe(6);
      const ask = (letter: string) =>
        step("demand", { message: { type: "want-artifact", digest: digest(letter) } }, { i0: { digest: digest("a") } });
      expect(valueOf(await act(pool, [ask("a")], { artifacts }))).toMatchObject({ found: true });
      expect(valueOf(await act(pool, [ask("b")], { artifacts }))).toEqual({ found: false, bytes: 0 });

      const file = { digest: digest("f"), name: "counts.csv", size: 3_000_000 };
      const read = step("read-plan-file", { file });
      const files = new Map([[digest("f") as string, bytesAsSource(new Uint8Array(3_000_000))]]);
      expect(valueOf(await act(pool, [read], { files }))).toBe(3_000_000);
      expect(valueOf(await act(pool, [read]))).toEqual({ failed: "general.file-missing" });
      const range = (letter: string) =>
        step("demand", { message: { type: "want-file", digest: digest(letter), start: 0, end: 10 } });
      expect(valueOf(await act(pool, [range("f")], { files }))).toEqual({ found: true, bytes: 10 });
      expect(valueOf(await act(pool, [range("e")], { files }))).toEqual({ found: false, bytes: 0 });
    },
  );

  test.skipIf(!walls.ok)("changes nothing of the machine or of its own programs", async () => {
    for (const value of [
      "/proc/sys/kernel/core_pattern",
      "/proc/sysrq-trigger",
      "/proc/self/oom_score_adj",
      "/dev/shm/left-behind",
      "/genomecraft/worker/main.mjs",
      "/usr/lib/left-behind",
      "/left-behind",
    ]) {
      const heard = await act(pool, [step("open-to-write", { value })]);
      expect(valueOf(heard), value).toEqual({ refused: expect.stringMatching(/EROFS|EACCES|EPERM|ENOENT/) });
    }
  });

  test.skipIf(!walls.ok)("has a small temporary folder of its own, of which nothing is left behind", async () => {
    expect(valueOf(await act(pool, [step("fill-temp")]))).toEqual({ refused: "ENOSPC" });
    await act(pool, [step("write-temp")], { lab: "lab_c" });
    expect(valueOf(await act(pool, [step("list-folder", { value: "/tmp" })], { lab: "lab_d" }))).toEqual([]);
    expect(readdirSync(os.tmpdir())).not.toContain("left-behind");
  });

  test.skipIf(!walls.ok)("does not fill the kernel instead of itself", async () => {
    await expect(act(pool, [step("send-too-much")])).rejects.toThrow("broke-protocol");
    const heard = await act(pool, [step("talk-without-end")]);
    expect(heard.logged.length).toBeGreaterThan(900_000);
    expect(heard.logged.length).toBeLessThan(1_100_000);
  });

  test.skipIf(!walls.ok)("that talks out of turn is killed", async () => {
    await expect(act(pool, [step("garble")])).rejects.toThrow();
    expect(valueOf(await act(pool, [step("answer", { value: 1 })]))).toBe(1);
  });
});

describe.skipIf(!walls.ok)(`sealed workers${note}`, () => {
  test("that serve one lab are never given to another", async () => {
    const pool = hostilePool();
    expect(valueOf(await act(pool, [step("remember", { value: "of lab a" })]))).toBe(null);
    expect(valueOf(await act(pool, [step("remember", { value: "again" })]))).toBe("of lab a");
    expect(valueOf(await act(pool, [step("remember")], { lab: "lab_b" }))).toBe(null);
    await pool.close();
  });

  test("that run a person's code start empty each time", async () => {
    const pool = hostilePool({ isSealed: () => true });
    expect(valueOf(await act(pool, [step("remember", { value: "one" })]))).toBe(null);
    expect(valueOf(await act(pool, [step("remember", { value: "two" })]))).toBe(null);
    await pool.close();
  });

  test("have their native engines: DuckDB spills to its own temporary folder, ONNX Runtime starts its threads", async () => {
    const roomy = hostilePool({ memoryBytes: 600 << 20, tmpBytes: 128 << 20 });
    expect(valueOf(await act(roomy, [step("duckdb")]))).toBe(3_000_000);
    expect(valueOf(await act(roomy, [step("onnx")]))).toBe(3);
    await roomy.close();
  });
});
