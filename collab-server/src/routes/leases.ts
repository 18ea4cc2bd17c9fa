// What a kernel speaks: the lease protocol over HTTP. A kernel needs outbound HTTPS and a token, nothing else. The bytes that
// it reads and writes under a lease: leased-bytes.ts. The kernels of a lab, as people see them: kernels.ts.

import type { Context } from "hono";
import { engineVersions } from "@genomecraft/cells/base/engine-versions.ts";
import { writeSentence } from "@genomecraft/cells/messages/sentence.ts";
import type { Plan } from "@genomecraft/cells/runtime/plan.ts";
import { standingOfArtifacts } from "@genomecraft/storage/queries/artifacts.ts";
import { noteKernel, type KernelCaps } from "@genomecraft/storage/queries/kernels.ts";
import { beatRun, endRun, giveBackRun, liveLease } from "@genomecraft/storage/queries/leases.ts";
import { findResult } from "@genomecraft/storage/queries/results.ts";
import { appendLog } from "@genomecraft/storage/queries/runs.ts";
import type { z } from "zod";
import { beatRequest, doneRequest, leaseRequest, lookupRequest, stepsRequest, wantedRequest } from "../../contract/leases.ts";
import { ApiError, refuse } from "../errors.ts";
import { checkedReports } from "../kernel-api/checked-reports.ts";
import { commitSteps, type StepReport } from "../kernel-api/commit-steps.ts";
import { KernelConnections } from "../kernel-api/kernel-connections.ts";
import { readKernelToken } from "../kernel-api/kernel-token.ts";
import { wantedOutputs } from "../kernel-api/wanted-outputs.ts";
import type { Live } from "../live.ts";
import { inputMissing } from "../scheduler/run-bus.ts";
import { outcomeOf } from "../scheduler/result-lookup.ts";
import { inputsAsked, sourcesOfPlanned } from "../scheduler/step-sources.ts";
import type { App, Env, ServerContext } from "../server-context.ts";
import { validationFailure } from "../validation.ts";

const at = "/api/v1/kernel";
/** How long an output that nobody waits for stays with the worker: the next turn of a slider comes within it. */
const holdMs = 60;

export function registerLeases(app: App, context: ServerContext, { queue, bus, feed, scheduler, notifications }: Live): void {
  const { db } = context;
  const kernelOf = readKernelToken(context, notifications);
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
    const name = `${token} ${kernel}`;
    const before = told.get(name);
    const now = context.now();
    if (before?.said === said && now - before.at < 60_000) return;
    if (told.size > 1_000) told.clear();
    told.set(name, { said, at: now });
    await noteKernel(db, token, kernel, { ...caps, at: now }).catch((error: unknown) => {
      // Else nobody would know of it for a minute.
      told.delete(name);
      throw error;
    });
  };

  app.post(`${at}/lease`, async (c) => {
    const kernel = await kernelOf(c);
    const { kernel: name, caps, versions, waitMs } = await read(c, leaseRequest);
    for (const [engine, version] of Object.entries(engineVersions)) {
      // Another engine answers differently: its results must not come under our keys.
      if (versions[engine] !== version)
        return refuse("invalid", "kernel-engine", { engine, version, has: versions[engine] ?? "-" });
    }
    if (caps.sandboxed !== undefined) context.features.sandboxed = caps.sandboxed;
    const site = kernel.site === "" ? (caps.site ?? "") : kernel.site;
    const walls = caps.sandboxed === undefined ? {} : { walls: caps.sandboxed };
    const offer = { memory: caps.memory, gpus: caps.gpu.length, software: caps.software, site };
    await present(kernel.id, name, { ...offer, ...walls });
    const run = await queue.claim({ ...offer, token: kernel.id, kernel: name, lab: kernel.lab }, waitMs, c.req.raw.signal);
    if (!run) return c.body(null, 204);
    const giveBack = async (): Promise<void> => {
      await giveBackRun(db, run);
      queue.wake();
    };
    if (c.req.raw.signal.aborted) {
      // Nobody is there to take it: back to the queue, and the attempt does not count.
      await giveBack();
      return c.body(null, 204);
    }
    // Its token may have ended while it waited.
    await kernelOf(c).catch(async (error: unknown) => {
      await giveBack();
      throw error;
    });
    connections.heard(c, { run: run.id, attempt: run.attempt, token: kernel.id });
    bus.tell(run.id, { type: "started", step: 0 });
    const files = Object.fromEntries(Object.entries(run.files).map(([digest, { size }]) => [digest, { size }]));
    return c.json({ run: run.id, attempt: run.attempt, plan: run.plan, lab: run.lab, files }, 200);
  });

  app.post(`${at}/runs/:run/beat`, async (c) => {
    const kernel = await kernelOf(c);
    const { attempt, step, fraction, note, log } = await read(c, beatRequest);
    const hold = { run: c.req.param("run"), attempt, token: kernel.id };
    const run = await beatRun(db, hold, { step, fraction, note: writeSentence(note) });
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
    const kernel = await kernelOf(c);
    const { attempt, steps } = await read(c, stepsRequest);
    const hold = { run: c.req.param("run"), attempt, token: kernel.id };
    const checked = checkedReports(steps as StepReport[]);
    if (!("reports" in checked)) return refuse("invalid", "step-other-content", { step: checked.step, port: checked.port });
    const done = await commitSteps(context, feed, hold, checked.reports, scheduler);
    if ("refused" in done) {
      if (done.refused === "lease-lost") return refuse("conflict", "lease-lost");
      const { refused, step } = done;
      return refuse("invalid", refused === "wrong-key" ? "step-other-key" : "step-unknown", { step });
    }
    const { run, said } = done;
    if (said) {
      scheduler.wasShown(run.notebook, said.news);
      feed.saidElsewhere(run.notebook, said.news, said.items);
      feed.deliverCommitted(run.notebook, said.items);
      scheduler.sayOver(run.notebook, said.news);
    }
    for (const { step, outcome, sources } of done.steps) bus.tell(run.id, { type: "step", step, outcome, sources });
    const next = Math.max(...steps.map(({ step }) => step)) + 1;
    if (next < (run.plan as Plan).steps.length) bus.tell(run.id, { type: "started", step: next });
    return c.json({ done: true }, 200);
  });

  // Before a step is run: the answer does not wait for the reports of the steps before it.
  app.post(`${at}/runs/:run/lookup`, async (c) => {
    const kernel = await kernelOf(c);
    const { attempt, step, key } = await read(c, lookupRequest);
    const run = await liveLease(db, c.req.param("run"), kernel.id);
    if (!run || run.attempt !== attempt) return refuse("conflict", "lease-lost");
    const plan = run.plan as Plan;
    const sources = sourcesOfPlanned(run, step);
    const found = plan.fresh ? null : await findResult(db, run.lab, { key, sources });
    // What another kernel only says of itself may not go into this run.
    const hit = found?.certain && found.row.kind === plan.steps[step]?.kind ? outcomeOf(found.row) : null;
    return c.json({ hit: hit }, 200);
  });

  // Behind the reports: what nobody looks at any more is not worth its bytes.
  app.post(`${at}/runs/:run/wanted`, async (c) => {
    const kernel = await kernelOf(c);
    const { attempt, digests } = await read(c, wantedRequest);
    const run = await liveLease(db, c.req.param("run"), kernel.id);
    if (!run || run.attempt !== attempt) return refuse("conflict", "lease-lost");
    await context.awaited.until(run.lab, digests, holdMs, c.req.raw.signal);
    return c.json({ wanted: await wantedOutputs(context, scheduler, run, digests) }, 200);
  });

  app.post(`${at}/runs/:run/done`, async (c) => {
    const kernel = await kernelOf(c);
    const { attempt, outcome, detail } = await read(c, doneRequest);
    const hold = { run: c.req.param("run"), attempt, token: kernel.id };
    let ending = outcome;
    let words = detail ?? null;
    if (outcome === "lost") {
      const lease = await liveLease(db, hold.run, kernel.id);
      if (lease && (await standingOfArtifacts(db, lease.lab, inputsAsked(lease))).includes("gone")) {
        // Trying again would find no more than this time: what gave the input is made again instead.
        ending = "cancelled";
        words = inputMissing;
      }
    }
    const run = await endRun(db, hold, ending, words);
    if (!run) return refuse("conflict", "lease-lost");
    connections.ended(run.id);
    if (run.state === "queued") {
      bus.tell(run.id, { type: "queued", why: { what: "again" } });
      queue.wake();
    } else bus.tell(run.id, { type: "ended", state: run.state as "done" | "lost" | "cancelled", detail: run.detail ?? "" });
    return c.json({ done: true }, 200);
  });
}
