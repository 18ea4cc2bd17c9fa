// The service against a server that speaks the lease protocol: leases, reports, uploads, cancellation, absence.

import { createServer, type IncomingMessage, type Server } from "node:http";
import { afterEach, beforeEach, expect, test } from "vitest";
import pino from "pino";
import type { Plan, StepOutcome } from "@genomecraft/cells/runtime/plan.ts";
import { until } from "@genomecraft/cells/testing/until.ts";
import { probeSandbox } from "../sandbox/choose-walls.ts";
import { digest, hostilePool, step } from "../testing/run-hostile.ts";
import { capabilitiesOf } from "../capabilities.ts";
import { KernelClient } from "./kernel-client.ts";
import { type RunningKernel, startKernel } from "./start-kernel.ts";

const walls = (await probeSandbox()).ok ? "bubblewrap" : "trusted";
const bodyOf = async (request: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
};

class FakeServer {
  readonly plans: { run: string; attempt: number; plan: Plan; lab: string }[] = [];
  readonly steps: { step: number; outcome: StepOutcome }[] = [];
  readonly ends: { run: string; outcome: string }[] = [];
  readonly artifacts = new Map<string, Buffer>();
  readonly file = Buffer.alloc(2_500_000, "a");
  readonly ranges: string[] = [];
  /** Outputs that the kernel asked about, and whether they are wanted. */
  readonly asked: string[] = [];
  wants = true;
  log = "";
  cancel = false;
  hit: StepOutcome | null = null;
  status = 0;
  leases = 0;
  /** What the kernel last said that it has. */
  caps: unknown = null;
  private http: Server | null = null;
  port = 0;

  async listen(port = 0): Promise<void> {
    this.http = createServer((request, response) => {
      void (async () => {
        const url = new URL(request.url ?? "/", "http://x");
        const parts = url.pathname.split("/").slice(4);
        const answer = (status: number, body?: unknown): void => {
          response.writeHead(status, { "content-type": "application/json" });
          response.end(body === undefined ? undefined : JSON.stringify(body));
        };
        if (request.headers.authorization !== "Bearer t") return answer(401, { error: { message: "unknown token" } });
        const bytes = await bodyOf(request);
        if (parts[0] === "artifacts" && request.method === "PUT") {
          this.artifacts.set(parts[1] ?? "", bytes);
          return answer(200, {});
        }
        if (parts[0] === "artifacts") {
          const found = this.artifacts.get(parts[1] ?? "");
          response.writeHead(found ? 200 : 404);
          return void response.end(found);
        }
        if (parts[0] === "files") {
          const range = /bytes=(\d+)-(\d+)/.exec(request.headers.range ?? "");
          this.ranges.push(request.headers.range ?? "");
          response.writeHead(206);
          return void response.end(this.file.subarray(Number(range?.[1]), Number(range?.[2]) + 1));
        }
        const json = JSON.parse(bytes.toString() || "{}") as never as { [name: string]: never };
        if (parts[0] === "lease") {
          this.leases += 1;
          this.caps = json.caps;
          for (let waited = 0; waited < 20 && this.plans.length === 0; waited += 1) {
            await new Promise((resolve) => setTimeout(resolve, 10));
          }
          const plan = this.plans.shift();
          return plan ? answer(200, { ...plan, files: { [digest("f")]: { size: this.file.length } } }) : answer(204);
        }
        if (parts[2] === "beat") {
          this.log += json.log ?? "";
          return this.status ? answer(this.status, {}) : answer(200, { cancel: this.cancel });
        }
        if (parts[2] === "steps") {
          this.steps.push(...(json.steps as unknown as typeof this.steps));
          return answer(200, { done: true });
        }
        if (parts[2] === "wanted") {
          this.asked.push(...(json.digests as unknown as string[]));
          return answer(200, { wanted: (json.digests as unknown as string[]).filter(() => this.wants) });
        }
        if (parts[2] === "lookup") return answer(200, { hit: this.hit?.key === json.key ? this.hit : null });
        this.ends.push({ run: parts[1] ?? "", outcome: String(json.outcome) });
        return answer(200, {});
      })();
    });
    this.http.listen(port, "127.0.0.1");
    await new Promise((resolve) => this.http?.once("listening", resolve));
    this.port = (this.http.address() as { port: number }).port;
  }
  async close(): Promise<void> {
    this.http?.closeAllConnections();
    await new Promise((resolve) => this.http?.close(resolve));
  }
}

let server: FakeServer;
let kernel: RunningKernel;
const start = async (token = "t", software: readonly string[] = []): Promise<void> => {
  kernel = await startKernel({
    server: `http://127.0.0.1:${server.port}`,
    token,
    lanes: 1,
    memoryBytes: 300 << 20,
    software,
    log: pino({ level: "silent" }),
    waitMs: 1000,
    pool: hostilePool({ walls }),
  });
};
const plan = (...steps: Plan["steps"]): { run: string; attempt: number; plan: Plan; lab: string } => ({
  run: "run_1",
  attempt: 1,
  lab: "lab_a",
  plan: { steps, fresh: false },
});

beforeEach(async () => {
  server = new FakeServer();
  await server.listen();
});
afterEach(async () => {
  await kernel.stop(0);
  await server.close();
});

test("a kernel says which programs it has; it does not start with one that is not there", async () => {
  await start("t", ["node"]);
  await until(() => server.leases > 0);
  expect(server.caps).toMatchObject({ software: ["node"], memory: 300 << 20 });
  await expect(start("t", ["node", "no-such-program", "bin/node"])).rejects.toThrow(
    /^no-such-program, bin\/node: no such program/,
  );
});

test("a lease is run, its steps reported, its artifacts and log uploaded, its file read by ranges", async () => {
  const ref = { ref: "cell_answer" };
  server.plans.push(
    plan(
      step("read-plan-file", { file: { digest: digest("f"), name: "counts.csv", size: 2_500_000 } }),
      step("answer", { value: 5 }, {}, "1".repeat(64)),
      step("add", { from: ref, value: 2 }, { i0: { step: 1, port: "out" } }, null),
    ),
  );
  await start();
  await until(() => server.ends.length > 0);
  expect(server.ends).toEqual([{ run: "run_1", outcome: "done" }]);
  expect(server.steps.map(({ step: at, outcome }) => [at, outcome.ok && outcome.outputs.out?.inline])).toEqual([
    [0, { type: "value", value: 2_500_000 }],
    [1, { type: "value", value: 5 }],
    [2, { type: "value", value: 7 }],
  ]);
  expect(server.ranges.sort()).toEqual(["bytes=0-1048575", "bytes=1048576-2097151", "bytes=2097152-2499999"]);
  // Values travel inside the reports, and only there.
  expect(server.artifacts.size).toBe(0);
});

test.each([true, false])("a long output is uploaded when the server says that somebody wants it: %s", async (wants) => {
  server.wants = wants;
  server.plans.push(plan(step("answer", { value: "x".repeat(100_000) })));
  await start();
  await until(() => server.ends.length > 0);
  expect(server.ends).toEqual([{ run: "run_1", outcome: "done" }]);
  const [ended] = server.steps;
  const made = ended?.outcome.ok ? ended.outcome.outputs.out?.digest : undefined;
  expect(server.asked).toEqual([made]);
  expect([...server.artifacts.keys()]).toEqual(wants ? [made] : []);
});

test("a step whose result the server has already is not run", async () => {
  const ref = { ref: "cell_answer" };
  const plan_ = plan(
    step("answer", { value: 5 }, {}, "1".repeat(64)),
    step("add", { from: ref, value: 2 }, { i0: { step: 0, port: "out" } }, null),
    step("add", { from: ref, value: 3 }, { i0: { step: 0, port: "out" } }, null),
    step("add", { from: ref, value: 4 }, { i0: { step: 0, port: "out" } }, null),
  );
  server.plans.push(plan_);
  await start();
  await until(() => server.ends.length > 0);
  const made = server.steps.map(({ outcome }) => outcome)[1];
  const other = { type: "value", value: 99 };
  server.hit = made?.ok
    ? { ...made, outputs: { out: { digest: digest("9"), summary: { type: "value", shape: [] }, inline: other } } as never }
    : null;
  server.plans.push({ ...plan_, run: "run_2" });
  await until(() => server.ends.length === 2);
  expect(server.steps.slice(4).map(({ outcome }) => outcome.ok && outcome.outputs.out?.inline)).toEqual([
    { type: "value", value: 5 },
    other,
    { type: "value", value: 8 },
    { type: "value", value: 9 },
  ]);
});

test("a run that the server cancels ends whatever its code does, and its lane takes the next one", async () => {
  server.plans.push(plan(step("spin")));
  await start();
  await until(() => server.leases > 0 && server.plans.length === 0);
  await new Promise((resolve) => setTimeout(resolve, 400));
  server.cancel = true;
  await until(() => server.ends.length > 0);
  expect(server.ends[0]?.outcome).toBe("cancelled");
  server.cancel = false;
  server.plans.push(plan(step("answer", { value: 1 })));
  await until(() => server.ends.length === 2);
});

test("a lease that was taken back is dropped without another word", async () => {
  server.plans.push(plan(step("sleep")));
  server.status = 409;
  await start();
  await until(() => server.leases >= 2);
  expect(server.ends).toEqual([]);
});

test("a worker that dies is reported as lost, with what it said last", async () => {
  server.plans.push(plan(step("crash")));
  await start();
  await until(() => server.ends.length > 0);
  expect(server.ends[0]?.outcome).toBe("lost");
});

test("a kernel finds its server again after it was away", async () => {
  await start();
  const { port } = server;
  await server.close();
  await new Promise((resolve) => setTimeout(resolve, 300));
  server.plans.push(plan(step("answer", { value: 1 })));
  await server.listen(port);
  await until(() => server.ends.length === 1);
});

test("a kernel whose token the server refuses ends with a sentence", async () => {
  await start("wrong");
  expect(await kernel.ended).toContain("refuses this kernel: unknown token");
});

test("an artifact that is sent over a line that has gone silent is given up, so that it can be sent again", async () => {
  const silent = createServer((request) => void request.resume());
  await new Promise<void>((resolve) => void silent.listen(0, "127.0.0.1", resolve));
  const address = silent.address();
  const client = new KernelClient({
    server: `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`,
    token: "t",
    kernel: "kernel_1",
    capabilities: await capabilitiesOf({ memory: 2 ** 30, sandboxed: false, site: undefined, software: undefined }),
    versions: {},
    silenceMs: 200,
  });
  const lease = { run: "run_1", attempt: 1, plan: { steps: [], fresh: false }, lab: "lab_1" };
  await expect(client.putArtifact(lease, digest("a"), new Uint8Array(10))).rejects.toThrow("the server was silent");
  silent.closeAllConnections();
  silent.close();
});
