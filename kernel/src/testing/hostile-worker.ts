// A worker whose kinds try to break out, misbehave, or just answer: bundled by the tests of the sandbox and the pool.

import { spawnSync, spawn } from "node:child_process";
import { readFileSync, readdirSync, writeFileSync, writeSync } from "node:fs";
import net from "node:net";
import type { Artifact } from "@genomecraft/cells/artifacts/artifact.ts";
import { digestOfJson } from "@genomecraft/cells/base/digest.ts";
import type { Digest } from "@genomecraft/cells/base/ids.ts";
import type { Json, JsonObject } from "@genomecraft/cells/base/json.ts";
import { ok } from "@genomecraft/cells/base/result.ts";
import type { Execute, Kind } from "@genomecraft/cells/kinds/kind.ts";
import type { CellRef, FileRef } from "@genomecraft/cells/notebook/notebook.ts";
import { z } from "zod";
import { identityModelBytes } from "../gpu-session-probe.ts";
import { runWorker } from "../worker/run-worker.ts";

const attempt = async (work: () => Json | Promise<Json>): Promise<Json> => {
  try {
    return await work();
  } catch (error) {
    return { refused: error instanceof Error ? ((error as NodeJS.ErrnoException).code ?? error.message) : String(error) };
  }
};

const connect = (port: number, host: string): Promise<Json> =>
  new Promise((resolve, reject) => {
    const socket = net.connect(port, host, () => resolve("connected"));
    socket.on("error", reject);
    socket.setTimeout(2000, () => reject(new Error("timeout")));
  });

const acts: { readonly [act: string]: (spec: JsonObject, input: (ref: CellRef) => Artifact) => Promise<Json> } = {
  answer: async (spec) => spec.value ?? null,
  add: async (spec, input) => {
    const from = input(spec.from as unknown as CellRef);
    return from.type === "value" ? Number(from.value) + Number(spec.value) : null;
  },
  "read-file": (spec) => attempt(() => readFileSync(String(spec.value), "utf8").slice(0, 200)),
  "list-folder": (spec) => attempt(() => readdirSync(String(spec.value))),
  environment: async () => ({
    ours: Object.keys(process.env),
    first: await attempt(() => readFileSync("/proc/1/environ", "utf8")),
    self: await attempt(() => readFileSync("/proc/self/environ", "utf8")),
    processes: readdirSync("/proc").filter((name) => /^\d+$/.test(name)),
  }),
  network: (spec) => attempt(() => connect(Number(spec.value), "127.0.0.1")),
  shell: () =>
    attempt(() => {
      const done = spawnSync("/genomecraft/node", ["-e", "1"]);
      return done.error ? { refused: (done.error as NodeJS.ErrnoException).code ?? done.error.message } : "ran";
    }),
  "fork-bomb": () =>
    attempt(() => {
      let started = 0;
      for (let at = 0; at < 200; at += 1) if (spawn("/genomecraft/node", ["-e", "setTimeout(()=>{},9e6)"]).pid) started += 1;
      return started;
    }),
  "eat-memory": async () => {
    const held: Buffer[] = [];
    for (;;) held.push(Buffer.alloc(8 << 20, held.length + 1));
  },
  "eat-heap": async () => {
    const held: unknown[] = [];
    for (;;) held.push(Array.from({ length: 10_000 }, (_, index) => ({ index })));
  },
  "fill-temp": () =>
    attempt(() => {
      for (let at = 0; at < 100; at += 1) writeFileSync(`/tmp/fill-${at}`, Buffer.alloc(8 << 20, 1));
      return "filled";
    }),
  "write-temp": () =>
    attempt(() => {
      writeFileSync("/tmp/left-behind", "secret of this lab");
      return readdirSync("/tmp");
    }),
  "write-elsewhere": () =>
    attempt(() => {
      writeFileSync("/dev/shm/left-behind", "x");
      return "written";
    }),
  remember: async (spec) => {
    const memory = globalThis as { remembered?: Json };
    const before = memory.remembered ?? null;
    memory.remembered = spec.value ?? null;
    return before;
  },
  spin: async () => {
    for (;;);
  },
  pause: (spec) => new Promise((resolve) => setTimeout(() => resolve("rested"), Number(spec.value))),
  sleep: () => new Promise(() => {}),
  duckdb: () =>
    attempt(async () => {
      const { DuckDBInstance } = await import("@duckdb/node-api");
      const connection = await (await DuckDBInstance.create(":memory:", { threads: "1" })).connect();
      await connection.run("set temp_directory = '/tmp/duckdb'; set memory_limit = '64MB'");
      const sorted = await connection.runAndReadAll(
        "select count(*)::int from (select i, hash(i) h from range(3000000) t(i) order by h) where h is not null",
      );
      return sorted.getRows()[0]?.[0] as number;
    }),
  onnx: () =>
    attempt(async () => {
      const { default: runtime } = await import("onnxruntime-node");
      const { InferenceSession, Tensor } = runtime;
      const session = await InferenceSession.create(identityModelBytes, { intraOpNumThreads: 2 });
      const answer = await session.run({ x: new Tensor("float32", Float32Array.of(3), [1]) });
      return Number(answer.y?.data[0]);
    }),
  crash: async () => process.exit(3),
  garble: async () => {
    // Past the channel's guard, straight onto the wire.
    writeSync(1, "this is no frame, this is no frame");
    return null;
  },
};

const kind: Kind = {
  kind: "hostile",
  title: "Hostile",
  place: "warm",
  version: 1,
  specVersion: 1,
  engines: [],
  reproduces: "exact",
  mode: "auto",
  inputs: [],
  outputs: [{ name: "out", type: "value", title: "Answer" }],
  schema: z.looseObject({ act: z.string() }) as unknown as z.ZodType<JsonObject>,
  textFields: [],
  listFields: [],
  empty: {},
  missing: () => null,
  words: () => "",
  suggestName: () => "hostile",
};

const execute: Execute<JsonObject> = async (spec, context) => {
  if (spec.act === "read-plan-file") {
    const source = context.file(spec.file as unknown as FileRef);
    let bytes = 0;
    for await (const chunk of source.stream()) bytes += chunk.length;
    return ok({ out: { type: "value", value: bytes } });
  }
  if (spec.act === "talk") {
    for (let at = 0; at < 3000; at += 1) context.log("x".repeat(1000));
    context.progress(0.5, "half");
  }
  const act = acts[String(spec.act)];
  const value = act ? await act(spec, context.input) : null;
  return ok({ out: { type: "value", value } });
};

const bytesOf = (artifact: Artifact): Uint8Array => new TextEncoder().encode(JSON.stringify(artifact));

runWorker({
  versions: {},
  memoryBytes: 300 << 20,
  language: {
    kindOf: (name) => (name === "hostile" ? kind : null),
    executorOf: async (name) => (name === "hostile" ? execute : null),
    describe: (artifact) => ({
      digest: digestOfJson(JSON.parse(JSON.stringify(artifact)) as Json) as Digest,
      summary: { type: artifact.type, shape: [] },
      inline: artifact as unknown as Json,
    }),
    encode: bytesOf,
    decode: (bytes) => JSON.parse(new TextDecoder().decode(bytes)) as Artifact,
    engines: { sql: null, onnx: null },
  },
});
