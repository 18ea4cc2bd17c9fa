// The lease protocol over HTTP. A kernel needs outbound HTTPS and a token, nothing else; it gets artifacts and files only
// while it holds the lease of a run that reads them.

import type { Context } from "hono";
import { engineVersions } from "@genomecraft/cells/base/engine-versions.ts";
import type { Json } from "@genomecraft/cells/base/json.ts";
import { artifactFromJson } from "@genomecraft/cells/artifacts/artifact-json.ts";
import { encodeArtifact } from "@genomecraft/cells/artifacts/bytes-of-artifact.ts";
import type { Plan } from "@genomecraft/cells/runtime/plan.ts";
import {
  addArtifact,
  evictDigest,
  findArtifact,
  findInline,
  findResult,
  missingArtifacts,
} from "@genomecraft/storage/queries/results.ts";
import { appendLog, beatRun, endRun, liveLease, type RunRow, stepsOfRun } from "@genomecraft/storage/queries/runs.ts";
import { labsForRun } from "@genomecraft/storage/queries/kernel-rights.ts";
import { noteKernel } from "@genomecraft/storage/queries/kernels.ts";
import type { KernelCaps } from "@genomecraft/storage/schema/kernels.ts";
import { artifacts, resultOutputs, runs } from "@genomecraft/storage/schema/index.ts";
import { and, eq, or, sql } from "drizzle-orm";
import { beatRequest, doneRequest, leaseRequest, lookupRequest, stepsRequest, wantedRequest } from "../../contract/kernel.ts";
import { refuse } from "../errors.ts";
import { commitSteps, type StepReport } from "../kernel-api/commit-steps.ts";
import { KernelConnections } from "../kernel-api/kernel-connections.ts";
import { kernelDoor, type KernelIdentity } from "../kernel-api/kernel-token.ts";
import { wantedOutputs } from "../kernel-api/wanted-outputs.ts";
import { inputMissing } from "../scheduler/lease-executor.ts";
import { liveParts } from "../scheduler/live-parts.ts";
import { outcomeOf } from "../scheduler/result-lookup.ts";
import type { App, Env, ServerContext } from "../server-context.ts";
import { validationFailure } from "../validation.ts";
import { ApiError } from "../errors.ts";
import type { z } from "zod";

const at = "/api/v1/kernel";
/** How long a kernel waits for an artifact that another run still writes. */
const artifactPatienceMs = 20_000;
const largestArtifact = 8 * 2 ** 30;
/** How long an output that nobody waits for stays with the worker: the next turn of a slider comes within it. */
const holdMs = 60;

export function registerKernel(app: App, context: ServerContext): void {
  const { db } = context;
  const parts = liveParts(context);
  const { queue, bus, feed, scheduler } = parts;
  const door = kernelDoor(context);
  const connections = new KernelConnections(db, (error) => context.log.warn({ err: error }, "kernel connections"));

  const read = async <T extends z.ZodType>(c: Context<Env>, schema: T): Promise<z.output<T>> => {
    const parsed = schema.safeParse(await c.req.json().catch(() => null));
    if (!parsed.success) throw new ApiError("invalid", validationFailure(parsed.error));
    return parsed.data;
  };
  /** Which kernels are there, for whoever waits for one: written down when something is new, and now and then. */
  const told = new Map<string, { readonly said: string; readonly at: number }>();
  const present = async (token: string, kernel: string, caps: Omit<KernelCaps, "at">): Promise<void> => {
    const said = JSON.stringify(caps);
    const before = told.get(`${token} ${kernel}`);
    const now = context.now();
    if (before?.said === said && now - before.at < 60_000) return;
    if (told.size > 1_000) told.clear();
    told.set(`${token} ${kernel}`, { said, at: now });
    await noteKernel(db, token, kernel, { ...caps, at: now });
  };
  const leaseOf = async (c: Context<Env>, kernel: KernelIdentity): Promise<RunRow> => {
    const run = await liveLease(db, c.req.query("run") ?? "", kernel.id);
    return run ?? refuse("conflict", "lease-lost");
  };

  app.post(`${at}/lease`, async (c) => {
    const kernel = await door(c);
    const { kernel: name, caps, versions, waitMs } = await read(c, leaseRequest);
    for (const [engine, version] of Object.entries(engineVersions)) {
      // Another engine answers differently: its results must not come under our keys.
      if (versions[engine] !== version)
        return refuse("invalid", "kernel-engine", { engine, version, has: versions[engine] ?? "-" });
    }
    if (caps.sandboxed !== undefined) context.features.sandboxed = caps.sandboxed;
    const site = kernel.site === "" ? (caps.site ?? "") : kernel.site;
    const walls = caps.sandboxed === undefined ? {} : { walls: caps.sandboxed };
    await present(kernel.id, name, { memory: caps.memory, gpus: caps.gpu.length, site, ...walls });
    const run = await queue.claim(
      { token: kernel.id, kernel: name, lab: kernel.lab, memory: caps.memory, gpus: caps.gpu.length, site },
      waitMs,
      c.req.raw.signal,
    );
    if (!run) return c.body(null, 204);
    if (c.req.raw.signal.aborted) {
      // Nobody is there to take it: back to the queue, and the attempt does not count.
      await db
        .update(runs)
        .set({ state: "queued", leaseUntil: null, attempt: sql`${runs.attempt} - 1` })
        .where(and(eq(runs.id, run.id), eq(runs.attempt, run.attempt), eq(runs.state, "leased")));
      queue.wake();
      return c.body(null, 204);
    }
    connections.heard(c, { run: run.id, attempt: run.attempt, token: kernel.id });
    bus.tell(run.id, { type: "started", step: 0 });
    const files = Object.fromEntries(Object.entries(run.files).map(([digest, { size }]) => [digest, { size }]));
    return c.json({ run: run.id, attempt: run.attempt, plan: run.plan as never, lab: run.lab, files }, 200);
  });

  app.post(`${at}/runs/:run/beat`, async (c) => {
    const kernel = await door(c);
    const { attempt, step, fraction, note, log } = await read(c, beatRequest);
    const hold = { run: c.req.param("run"), attempt, token: kernel.id };
    const run = await beatRun(db, hold, { step, fraction, note });
    if (!run) return refuse("conflict", "lease-lost");
    connections.heard(c, hold);
    if (log) {
      const offset = await appendLog(db, run, log);
      bus.tell(run.id, { type: "log", step, offset, text: log });
    }
    bus.tell(run.id, { type: "progress", step, fraction, note });
    return c.json({ cancel: run.cancelRequested }, 200);
  });

  app.post(`${at}/runs/:run/steps`, async (c) => {
    const kernel = await door(c);
    const { attempt, steps } = await read(c, stepsRequest);
    const hold = { run: c.req.param("run"), attempt, token: kernel.id };
    const done = await commitSteps(context, feed, hold, steps as unknown as StepReport[], scheduler);
    if ("refused" in done) {
      if (done.refused === "lease-lost") return refuse("conflict", "lease-lost");
      const { refused, step } = done;
      return refuse("invalid", refused === "wrong-key" ? "step-other-key" : "step-unknown", { step });
    }
    const { run, said } = done;
    if (said) {
      scheduler.wasShown(run.notebook, said.news);
      feed.overtake(run.notebook, said.news);
      feed.handOn(run.notebook, said.items);
    }
    for (const { step, outcome, sources } of done.steps) bus.tell(run.id, { type: "step", step, outcome, sources });
    const next = Math.max(...steps.map(({ step }) => step)) + 1;
    if (next < (run.plan as Plan).steps.length) bus.tell(run.id, { type: "started", step: next });
    return c.json({ done: true }, 200);
  });

  // Before a step is run: the answer does not wait for the reports of the steps before it.
  app.post(`${at}/runs/:run/lookup`, async (c) => {
    const kernel = await door(c);
    const { attempt, step, key } = await read(c, lookupRequest);
    const run = await liveLease(db, c.req.param("run"), kernel.id);
    if (!run || run.attempt !== attempt) return refuse("conflict", "lease-lost");
    const plan = run.plan as Plan;
    const sources = plan.steps[step]?.sources ?? [];
    const found = plan.fresh ? null : await findResult(db, run.lab, { key, sources });
    const hit = found?.available && found.row.kind === plan.steps[step]?.kind ? outcomeOf(found.row) : null;
    return c.json({ hit: hit as never }, 200);
  });

  // Behind the reports: what nobody looks at any more is not worth its bytes.
  app.post(`${at}/runs/:run/wanted`, async (c) => {
    const kernel = await door(c);
    const { attempt, digests } = await read(c, wantedRequest);
    const run = await liveLease(db, c.req.param("run"), kernel.id);
    if (!run || run.attempt !== attempt) return refuse("conflict", "lease-lost");
    await context.awaited.until(run.lab, digests, holdMs, c.req.raw.signal);
    return c.json({ wanted: await wantedOutputs(context, scheduler, run, digests) }, 200);
  });

  app.post(`${at}/runs/:run/done`, async (c) => {
    const kernel = await door(c);
    const { attempt, outcome, detail } = await read(c, doneRequest);
    const hold = { run: c.req.param("run"), attempt, token: kernel.id };
    let ending = outcome;
    let words = detail ?? null;
    if (outcome === "lost") {
      const lease = await liveLease(db, hold.run, kernel.id);
      if (lease && (await missingArtifacts(db, lease.lab, inputsOf(lease.plan as Plan))).length > 0) {
        // Trying again would find no more than this time: what gave the input is made again instead.
        ending = "cancelled";
        words = inputMissing;
      }
    }
    const run = await endRun(db, hold, ending, words);
    if (!run) return refuse("conflict", "lease-lost");
    connections.ended(run.id);
    if (run.state === "queued") {
      bus.tell(run.id, { type: "queued", detail: "again" });
      queue.wake();
    } else bus.tell(run.id, { type: "ended", state: run.state as "done" | "lost" | "cancelled", detail: run.detail ?? "" });
    return c.json({ done: true }, 200);
  });

  // ---- artifacts and files ------------------------------------------------------------------------------------------

  app.put(`${at}/artifacts/:digest`, async (c) => {
    const kernel = await door(c);
    const run = await leaseOf(c, kernel);
    const digest = c.req.param("digest");
    if (!(await isOutputOf(context, run, digest))) return refuse("not-found", "not-found", { what: "result" });
    if ((await findArtifact(db, run.lab, digest)) || (await findInline(db, run.lab, digest)) !== null)
      return c.json({ done: true }, 200);
    const body = c.req.raw.body;
    if (!body) return refuse("invalid", "bad-body");
    const site = run.needs.site;
    const blob = await context.blobs.put(db, { lab: run.lab, ...(site === undefined ? {} : { site }) }, limited(body));
    const now = context.now();
    await addArtifact(db, { lab: run.lab, digest, blob: blob.id, size: blob.size, at: now, usedAt: now });
    context.awaited.stored(run.lab, digest);
    return c.json({ done: true }, 200);
  });

  app.get(`${at}/artifacts/:digest`, async (c) => {
    const kernel = await door(c);
    const run = await leaseOf(c, kernel);
    const digest = c.req.param("digest");
    if (!inputsOf(run.plan as Plan).includes(digest) && !(await isOutputOf(context, run, digest)))
      return refuse("not-found", "not-found", { what: "input" });
    const waiting = context.awaited.begin(run.lab, digest);
    const until = performance.now() + artifactPatienceMs;
    try {
      for (;;) {
        const row = await findArtifact(db, run.lab, digest);
        if (row) {
          const source = await context.blobs.open(db, row.blob).catch(() => null);
          if (!source) break;
          await db
            .update(artifacts)
            .set({ usedAt: context.now() })
            .where(and(eq(artifacts.lab, run.lab), eq(artifacts.digest, digest)));
          c.header("content-type", "application/octet-stream");
          c.header("content-length", String(source.size));
          return c.body(streamOf(source.stream()), 200);
        }
        const inline = await findInline(db, run.lab, digest);
        if (inline !== null) return c.body(encodeArtifact(artifactFromJson(inline as Json)) as Uint8Array<ArrayBuffer>, 200);
        // Another run may be about to store it.
        const stillComing = (await missingArtifacts(db, run.lab, [digest])).length === 0;
        if (!stillComing || performance.now() > until || c.req.raw.signal.aborted) break;
        await waiting.pause(100);
      }
    } finally {
      waiting.end();
    }
    await evictDigest(db, run.lab, digest);
    return refuse("not-found", "result-not-kept");
  });

  app.get(`${at}/files/:digest`, async (c) => {
    const kernel = await door(c);
    const run = await leaseOf(c, kernel);
    const file = run.files[c.req.param("digest")];
    // Also while it runs: a right that was taken back is gone.
    const isAllowed = kernel.lab === null || (await labsForRun(db, run.id, [kernel.lab])).has(kernel.lab);
    if (!file || !isAllowed) return refuse("not-found", "not-found", { what: "file" });
    const source = await context.blobs.open(db, file.blob);
    const range = /^bytes=(\d+)-(\d+)?$/.exec(c.req.header("range") ?? "");
    c.header("content-type", "application/octet-stream");
    c.header("accept-ranges", "bytes");
    if (!range) {
      c.header("content-length", String(source.size));
      return c.body(streamOf(source.stream()), 200);
    }
    const start = Number(range[1]);
    const end = Math.min(source.size, range[2] === undefined ? source.size : Number(range[2]) + 1);
    if (start >= end) {
      c.header("content-range", `bytes */${source.size}`);
      return c.body(null, 416);
    }
    c.header("content-range", `bytes ${start}-${end - 1}/${source.size}`);
    return c.body((await source.read(start, end)) as Uint8Array<ArrayBuffer>, 206);
  });
}

const inputsOf = (plan: Plan): string[] => [
  ...new Set(
    plan.steps.flatMap((step) => Object.values(step.inputs).flatMap((input) => ("digest" in input ? [input.digest] : []))),
  ),
];

/** An artifact is stored and read under the lease that made it; its report may be on its way. */
async function isOutputOf({ db }: ServerContext, run: RunRow, digest: string): Promise<boolean> {
  for (let waited = 0; waited < 5_000; waited += 50) {
    const steps = await stepsOfRun(db, run.id);
    if (steps.length > 0) {
      const made = steps.map((step) => and(eq(resultOutputs.key, step.key), eq(resultOutputs.sourceSet, step.sourceSet)));
      const rows = await db
        .select({ key: resultOutputs.key })
        .from(resultOutputs)
        .where(and(eq(resultOutputs.lab, run.lab), eq(resultOutputs.digest, digest), or(...made)))
        .limit(1);
      if (rows.length > 0) return true;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return false;
}

async function* limited(body: ReadableStream<Uint8Array>): AsyncIterable<Uint8Array> {
  let size = 0;
  for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > largestArtifact) throw new Error("an artifact is larger than 8 GB");
    yield chunk;
  }
}

function streamOf(parts: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array<ArrayBuffer>> {
  const iterator = parts[Symbol.asyncIterator]();
  return new ReadableStream({
    pull: async (controller) => {
      const { done, value } = await iterator.next();
      if (done) controller.close();
      else controller.enqueue(value as Uint8Array<ArrayBuffer>);
    },
    cancel: async () => {
      await iterator.return?.();
    },
  });
}
