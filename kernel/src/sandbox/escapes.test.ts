// What a worker must not be able to do, tried from inside. Needs bubblewrap; says so where it is absent.

import { createServer } from "node:net";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bytesAsSource } from "@genomecraft/cells/base/byte-source.ts";
import { memoryArtifactStore } from "../artifact-store.ts";
import type { WorkerPool } from "../pool/worker-pool.ts";
import { act, digest, hostilePool, step, valueOf } from "../testing/run-hostile.ts";
import { probeSandbox } from "./choose-walls.ts";

const walls = await probeSandbox();
const title = walls.ok ? "a sealed worker" : `a sealed worker (skipped: ${walls.reason})`;

describe.skipIf(!walls.ok)(title, () => {
  let pool: WorkerPool;
  let folder: string;
  beforeAll(() => {
    process.env.GENOMECRAFT_TEST_SECRET = "a-token-of-the-kernel";
    pool = hostilePool();
    folder = mkdtempSync(path.join(os.tmpdir(), "genomecraft-escape-"));
    writeFileSync(path.join(folder, "master.key"), "0123456789");
  });
  afterAll(async () => {
    delete process.env.GENOMECRAFT_TEST_SECRET;
    await pool.close();
    rmSync(folder, { recursive: true });
  });

  test("answers ordinary work", async () => {
    expect(valueOf(await act(pool, [step("answer", { value: 42 })]))).toBe(42);
  });

  test.each(["/etc/passwd", "/etc/shadow", "/root/.bashrc", "/home", import.meta.filename, "/proc/sys/kernel/random/boot_id/x"])(
    "cannot read the server's file %s",
    async (file) => {
      const heard = await act(pool, [step("read-file", { value: file })]);
      expect(valueOf(heard)).toEqual({ refused: expect.stringMatching(/ENOENT|EACCES|ENOTDIR/) });
    },
  );

  test("cannot read the folder where the kernel keeps its key", async () => {
    const heard = await act(pool, [step("list-folder", { value: folder })]);
    expect(valueOf(heard)).toEqual({ refused: "ENOENT" });
  });

  test("sees no environment, of itself or of any other process, and no other process", async () => {
    const seen = valueOf(await act(pool, [step("environment")]));
    expect(JSON.stringify(seen)).not.toContain("a-token-of-the-kernel");
    expect(seen).toMatchObject({ processes: ["1"] });
    expect((seen as { ours: string[] }).ours).not.toContain("GENOMECRAFT_TEST_SECRET");
  });

  test("reaches no network, the kernel's own machine included", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => server.once("listening", resolve));
    const { port } = server.address() as { port: number };
    const heard = await act(pool, [step("network", { value: port })]);
    server.close();
    expect(valueOf(heard)).toEqual({ refused: expect.stringMatching(/EPERM|ECONNREFUSED|ENETUNREACH|EACCES/) });
  });

  test("starts no program, itself included, so that a fork bomb has no first fork", async () => {
    expect(valueOf(await act(pool, [step("shell")]))).toEqual({ refused: "EPERM" });
    expect(valueOf(await act(pool, [step("fork-bomb")]))).not.toBe(200);
    expect(valueOf(await act(pool, [step("answer", { value: 1 })]))).toBe(1);
  });

  test("is given no file and no artifact beyond those that its plan names", async () => {
    const artifacts = memoryArtifactStore();
    await artifacts.put(digest("a"), new TextEncoder().encode('{"type":"value","value":5}'));
    await artifacts.put(digest("b"), new TextEncoder().encode('{"type":"value","value":"another lab"}'));
    const ref = { ref: "cell_x" };
    const add = step("add", { value: 1, from: ref }, { i0: { digest: digest("a") } });
    expect(valueOf(await act(pool, [add], { artifacts }))).toBe(6);
    const file = { digest: digest("f"), name: "counts.csv", size: 3_000_000 };
    const read = step("read-plan-file", { file });
    const files = new Map([[digest("f") as string, bytesAsSource(new Uint8Array(3_000_000))]]);
    expect(valueOf(await act(pool, [read], { files }))).toBe(3_000_000);
    expect(valueOf(await act(pool, [read]))).toEqual({ failed: "general.file-missing" });
  });

  test("that serves one lab is never given to another", async () => {
    expect(valueOf(await act(pool, [step("remember", { value: "of lab a" })]))).toBe(null);
    expect(valueOf(await act(pool, [step("remember", { value: "again" })]))).toBe("of lab a");
    expect(valueOf(await act(pool, [step("remember")], { lab: "lab_b" }))).toBe(null);
  });

  test("that runs a person's code starts empty each time", async () => {
    const sealed = hostilePool({ isSealed: () => true });
    expect(valueOf(await act(sealed, [step("remember", { value: "one" })]))).toBe(null);
    expect(valueOf(await act(sealed, [step("remember", { value: "two" })]))).toBe(null);
    await sealed.close();
  });

  test("that eats memory is killed, and the cell says so", async () => {
    for (const name of ["eat-memory", "eat-heap"]) {
      expect(valueOf(await act(pool, [step(name)]))).toEqual({ failed: "general.out-of-memory" });
    }
    expect(valueOf(await act(pool, [step("answer", { value: 1 })]))).toBe(1);
  });

  test("has a small temporary folder of its own, of which nothing is left behind", async () => {
    expect(valueOf(await act(pool, [step("fill-temp")]))).toEqual({ refused: "ENOSPC" });
    await act(pool, [step("write-temp")], { lab: "lab_c" });
    expect(valueOf(await act(pool, [step("list-folder", { value: "/tmp" })], { lab: "lab_d" }))).toEqual([]);
    expect(readdirSync(os.tmpdir())).not.toContain("left-behind");
    expect(valueOf(await act(pool, [step("write-elsewhere")]))).toEqual({ refused: "EROFS" });
  });

  test("has its native engines: DuckDB spills to its own temporary folder, ONNX Runtime starts its threads", async () => {
    const roomy = hostilePool({ memoryBytes: 600 << 20, tmpBytes: 128 << 20 });
    expect(valueOf(await act(roomy, [step("duckdb")]))).toBe(3_000_000);
    expect(valueOf(await act(roomy, [step("onnx")]))).toBe(3);
    await roomy.close();
  });

  test("that talks out of turn is killed", async () => {
    await expect(act(pool, [step("garble")])).rejects.toThrow();
    expect(valueOf(await act(pool, [step("answer", { value: 1 })]))).toBe(1);
  });
});
