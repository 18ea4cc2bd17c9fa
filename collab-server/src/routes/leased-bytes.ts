// The bytes that a kernel reads and writes: artifacts and files, only while it holds the lease of a run that has to do with
// them.

import type { Context } from "hono";
import { artifactFromJson } from "@genomecraft/cells/artifacts/artifact-json.ts";
import { encodeArtifact } from "@genomecraft/cells/artifacts/bytes-of-artifact.ts";
import type { Digest } from "@genomecraft/cells/base/ids.ts";
import { addArtifact, forgetArtifact, noteArtifactUsed, outputsOfRun } from "@genomecraft/storage/queries/artifacts.ts";
import { labsForRuns } from "@genomecraft/storage/queries/kernel-rights.ts";
import { liveLease } from "@genomecraft/storage/queries/leases.ts";
import { evictDigest } from "@genomecraft/storage/queries/results.ts";
import type { RunRow } from "@genomecraft/storage/queries/runs.ts";
import { refuse } from "../errors.ts";
import type { Live } from "../live.ts";
import { readKernelToken, type KernelIdentity } from "../kernel-api/kernel-token.ts";
import { hashedOnRead, isDamage, openKept, readKept } from "../outputs/kept-artifact.ts";
import { waitForArtifact } from "../outputs/wait-for-artifact.ts";
import { inputsAsked } from "../scheduler/step-sources.ts";
import type { App, Env, ServerContext } from "../server-context.ts";
import { streamOf } from "./stream-of.ts";

const at = "/api/v1/kernel";
/** How long a kernel waits for an artifact that another run still writes. */
const patienceMs = 20_000;
/** How long the report of a step may be on its way when its output is stored or read. */
const reportMs = 5_000;
const largestArtifact = 8 * 2 ** 30;

export function registerLeasedBytes(app: App, context: ServerContext, { notifications }: Live): void {
  const { db } = context;
  const inTurn = oneAtATime();
  const kernelOf = readKernelToken(context, notifications);
  const leaseOf = async (c: Context<Env>, kernel: KernelIdentity): Promise<RunRow> => {
    const run = await liveLease(db, c.req.query("run") ?? "", kernel.id);
    return run ?? refuse("conflict", "lease-lost");
  };

  app.put(`${at}/artifacts/:digest`, async (c) => {
    const kernel = await kernelOf(c);
    const run = await leaseOf(c, kernel);
    const digest = c.req.param("digest");
    const outputs = await outputsOf(context, run, digest);
    if (outputs.length === 0) return refuse("not-found", "not-found", { what: "result" });
    // What is kept for other data only is no proof that this run has it.
    const lacking = outputs.filter(({ kept }) => !kept);
    if (lacking.length === 0) return c.json({ done: true }, 200);
    const body = c.req.raw.body;
    if (!body) return refuse("invalid", "bad-body");
    const site = run.needs.site;
    const blob = await context.blobs.put(db, { lab: run.lab, ...(site === undefined ? {} : { site }) }, limited(body));
    const types = lacking.map(({ type }) => type);
    if (blob.size <= hashedOnRead) await inTurn(() => checkPut(context, { blob: blob.id, digest, types }));
    const now = context.now();
    const row = { lab: run.lab, digest, blob: blob.id, size: blob.size, at: now, usedAt: now };
    await addArtifact(db, row, ...lacking.map(({ sources }) => sources));
    context.awaited.stored(run.lab, digest);
    return c.json({ done: true }, 200);
  });

  app.get(`${at}/artifacts/:digest`, async (c) => {
    const kernel = await kernelOf(c);
    const run = await leaseOf(c, kernel);
    const digest = c.req.param("digest") as Digest;
    const { lab } = run;
    // Of an input each step that reads it must be allowed it; of its own outputs it has made them all.
    const read = inputsAsked(run).filter((asked) => asked.digest === digest);
    const isInput = read.length > 0;
    const asked = isInput ? read : await outputsOf(context, run, digest);
    if (asked.length === 0) return refuse("not-found", "not-found", { what: "input" });
    let found: Awaited<ReturnType<typeof waitForArtifact>> = null;
    const until = performance.now() + patienceMs;
    for (const { sources } of asked) {
      // Another run may be about to store it.
      const ms = Math.max(0, until - performance.now());
      found = await waitForArtifact(context, { lab, digest, sources }, { ms, signal: c.req.raw.signal });
      if ((found === null) === isInput) break;
    }
    if (found && "inline" in found) return c.body(encodeArtifact(artifactFromJson(found.inline)) as Uint8Array<ArrayBuffer>, 200);
    const source = found && (await openKept(context, found.blob));
    const setAside = async (): Promise<void> => {
      if (found) await forgetArtifact(db, lab, digest, found.blob);
      for (const { sources } of asked) await evictDigest(db, lab, { digest, sources });
    };
    if (source) {
      await noteArtifactUsed(db, lab, digest, context.now());
      c.header("content-type", "application/octet-stream");
      c.header("content-length", String(source.size));
      // Damage inside is met on the way: the run that breaks off over it finds its input gone, and has it made again.
      return c.body(streamOf(source.stream(), setAside), 200);
    }
    await setAside();
    return refuse("not-found", "result-not-kept");
  });

  app.get(`${at}/files/:digest`, async (c) => {
    const kernel = await kernelOf(c);
    const run = await leaseOf(c, kernel);
    const file = run.files[c.req.param("digest")];
    // Also while it runs: a right that was taken back is gone.
    const isAllowed = kernel.lab === null || (await labsForRuns(db, [run.id], [kernel.lab])).has(run.id);
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

/** An artifact is stored and read under the lease that made it; its report may be on its way. */
async function outputsOf({ db }: ServerContext, run: RunRow, digest: string): ReturnType<typeof outputsOfRun> {
  for (let waited = 0; waited < reportMs; waited += 50) {
    const outputs = await outputsOfRun(db, run, [digest]);
    if (outputs.length > 0) return outputs;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return [];
}

/** One after another, however many are sent at once: each holds its artifact in memory, and works on the thread that serves all. */
function oneAtATime(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const next = last.then(work);
    last = next.catch(() => {});
    return next;
  };
}

/** What was sent is the content of that digest and of the type that was reported. Else it is refused, and the bytes are the collector's. */
async function checkPut(
  context: ServerContext,
  of: { readonly blob: string; readonly digest: string; readonly types: readonly string[] },
): Promise<void> {
  const kept = await readKept(context, of).catch((error: unknown) => (isDamage(error) ? null : Promise.reject(error)));
  if (!kept) return refuse("invalid", "put-other-content");
  const { type } = kept.artifact;
  if (of.types.some((said) => said !== type)) return refuse("invalid", "put-other-type", { type });
}

async function* limited(body: ReadableStream<Uint8Array>): AsyncIterable<Uint8Array> {
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > largestArtifact) throw new Error("an artifact is larger than 8 GB");
    yield chunk;
  }
}
