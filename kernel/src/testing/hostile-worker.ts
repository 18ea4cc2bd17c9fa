// A worker whose kinds try to break out, misbehave, or just answer: bundled by the tests of the sandbox and the pool.

import { words as learnWords } from "@genomecraft/cells/learn/words.ts";
import { spawnSync, spawn } from "node:child_process";
import dgram from "node:dgram";
import { lookup } from "node:dns/promises";
import { closeSync, openSync, readFileSync, readdirSync, readlinkSync, symlinkSync, writeFileSync, writeSync } from "node:fs";
import net from "node:net";
import type { Artifact } from "@genomecraft/cells/artifacts/artifact.ts";
import { digestOfJson } from "@genomecraft/cells/base/digest.ts";
import type { Digest } from "@genomecraft/cells/base/ids.ts";
import type { Json, JsonObject } from "@genomecraft/cells/base/json.ts";
import { ok } from "@genomecraft/cells/base/result.ts";
import type { Execute } from "@genomecraft/cells/contract/execute.ts";
import type { Kind } from "@genomecraft/cells/contract/kind.ts";
import type { CellRef, FileRef } from "@genomecraft/cells/base/refs.ts";
import { z } from "zod";
import { identityModelBytes } from "../gpu-session-probe.ts";
import { FrameReader, framePieces } from "../worker/frame.ts";
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

/** To standard output, though it is a pipe that takes a piece at a time. */
function writeAll(bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(1, bytes, at);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EAGAIN") throw error;
    }
  }
}

/** Asks the parent past the channel's guard, and answers what comes back. */
const demand = (message: { readonly type: string; readonly [field: string]: Json }): Promise<Json> =>
  new Promise((resolve) => {
    const id = 1_000_000 + Math.floor(Math.random() * 1e6);
    const reader = new FrameReader(({ header, parts }) => {
      const answer = header as { readonly id?: number; readonly found?: boolean };
      if (answer.id === id) resolve({ found: answer.found ?? null, bytes: parts[0]?.length ?? 0 });
    });
    process.stdin.on("data", (chunk: Uint8Array) => reader.push(chunk));
    for (const piece of framePieces({ ...message, id }, [])) writeSync(1, piece);
  });

const sendDatagram = (port: number): Promise<Json> =>
  new Promise((resolve, reject) => {
    const socket = dgram.createSocket("udp4");
    socket.on("error", reject);
    socket.send("hello", port, "127.0.0.1", (error) => (error ? reject(error) : resolve("sent")));
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
  arguments: async () => process.argv.slice(2),
  network: (spec) => attempt(() => connect(Number(spec.value), "127.0.0.1")),
  datagram: (spec) => attempt(() => sendDatagram(Number(spec.value))),
  "name-lookup": () => attempt(async () => (await lookup("example.org")).address),
  "unix-socket": (spec) =>
    attempt(
      () =>
        new Promise((resolve, reject) => {
          net.connect(String(spec.value), () => resolve("connected")).on("error", reject);
        }),
    ),
  // Opened only: where it succeeds, the machine that runs the test must not be changed by it.
  "open-to-write": (spec) =>
    attempt(() => {
      closeSync(openSync(String(spec.value), "a"));
      return "opened";
    }),
  "follow-link": (spec) =>
    attempt(() => {
      symlinkSync(String(spec.value), "/tmp/link");
      return readFileSync("/tmp/link", "utf8").slice(0, 200);
    }),
  descriptors: async () =>
    readdirSync("/proc/self/fd").map((name) => {
      try {
        return readlinkSync(`/proc/self/fd/${name}`);
      } catch {
        return "closed";
      }
    }),
  demand: (spec) => demand(spec.message as { readonly type: string }),
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
  // One part of a gigabyte, though the worker may hold 300 MB.
  "send-too-much": async () => {
    const [head = new Uint8Array(0)] = framePieces({ type: "artifact", digest: "a".repeat(64) }, [new Uint8Array(8)]);
    new DataView(head.buffer).setFloat64(8, 2 ** 30, true);
    writeSync(1, head);
    return new Promise(() => {});
  },
  "talk-without-end": async () => {
    const text = "x".repeat(100_000);
    for (let at = 0; at < 40; at += 1) {
      for (const piece of framePieces({ type: "log", step: 0, text }, [])) writeAll(piece);
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    return null;
  },
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
  example: "",
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
  discloses: () => null,
  words: () => "",
  suggestName: () => "hostile",
};

const execute: Execute = async (spec, context) => {
  if (spec.act === "read-plan-file") {
    const source = context.file(spec.file as unknown as FileRef);
    let bytes = 0;
    for await (const chunk of source.stream()) bytes += chunk.length;
    return ok({ out: { type: "value", value: bytes } });
  }
  if (spec.act === "talk") {
    for (let at = 0; at < 3000; at += 1) context.log("x".repeat(1000));
    context.progress(0.5, learnWords.sentence("progress-final"));
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
      // As with real ones, what is long does not travel inside the report.
      ...(JSON.stringify(artifact).length < 64 << 10 ? { inline: JSON.parse(JSON.stringify(artifact)) as Json } : {}),
    }),
    encode: bytesOf,
    decode: (bytes) => JSON.parse(new TextDecoder().decode(bytes)) as Artifact,
    engines: { sql: null, onnx: null },
  },
});
