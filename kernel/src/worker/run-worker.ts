// The worker's life: say ready, run one plan at a time, answer an abort, die with the parent. main.ts calls it with the
// language of cells/; tests call it with kinds that try to break out.

import type { Digest, ResultKey } from "@genomecraft/cells/base/ids.ts";
import type { Artifact } from "@genomecraft/cells/artifacts/artifact.ts";
import { isSentence } from "@genomecraft/cells/messages/sentence.ts";
import type { StepOutcome } from "@genomecraft/cells/runtime/plan.ts";
import { heldLimit, type PlanLanguage, type PlanPorts, runPlan } from "@genomecraft/cells/runtime/run-plan.ts";
import { shareMemory } from "../worker-memory.ts";
import { type Channel, openChannel } from "./channel.ts";
import { HeldArtifacts } from "./held-artifacts.ts";
import type { FromWorker, ToWorker } from "./protocol.ts";
import { remoteFile } from "./remote-file.ts";
import { ResidentArtifacts } from "./resident-artifacts.ts";

/** What a worker knows how to run, and how artifacts travel. */
export interface WorkerLanguage extends PlanLanguage {
  encode(artifact: Artifact): Uint8Array | Promise<Uint8Array>;
  /** Throws a failure where the bytes are not those of an artifact of this digest. */
  decode(bytes: Uint8Array, digest: Digest): Artifact | Promise<Artifact>;
}

export interface RunWorkerOptions {
  readonly language: WorkerLanguage;
  readonly versions: { readonly [engine: string]: string };
  /** What it may use in all. */
  readonly memoryBytes: number;
}

/** A screen cannot follow more. */
const progressEveryMs = 50;
/** Characters of log that a plan may write. */
const logLimit = 1 << 20;

export function runWorker({ language, versions, memoryBytes }: RunWorkerOptions): void {
  const resident = new ResidentArtifacts(shareMemory(memoryBytes).residentBytes);
  const held: HeldArtifacts = new HeldArtifacts({
    encode: (artifact) => language.encode(artifact),
    send: (digest, bytes) => channel.send({ type: "artifact", digest }, bytes ?? undefined),
  });
  let running: AbortController | null = null;
  const broken = (error: unknown): void => {
    const detail = error instanceof Error ? error.message : String(error);
    channel.send({ type: "broken", detail: detail.slice(0, 10_000) });
  };
  const run = async (message: PlanMessage, signal: AbortSignal): Promise<void> => {
    try {
      await held.sent();
      await runPlan(message.plan, language, portsOf(channel, resident, held, language, message, { signal, memoryBytes }));
    } finally {
      // What was reported is handed over, also when a later step could not be begun.
      if (!message.hold || held.bytes > heldLimit) await held.handOverAll();
    }
    running = null;
    channel.send({ type: "done", resident: resident.digests(), held: held.digests });
  };
  const channel: Channel = openChannel((message) => {
    if (message.type === "abort") running?.abort();
    if (message.type === "hand-over") {
      held.drop(message.drop);
      held.handOver(message.keep).catch(broken);
    }
    if (message.type !== "plan" || running) return;
    running = new AbortController();
    run(message, running.signal).catch(broken);
  });
  channel.send({ type: "ready", versions });
}

type PlanMessage = Extract<ToWorker, { readonly type: "plan" }>;

function portsOf(
  channel: Channel,
  resident: ResidentArtifacts,
  held: HeldArtifacts,
  language: WorkerLanguage,
  { files }: PlanMessage,
  { signal, memoryBytes }: { readonly signal: AbortSignal; readonly memoryBytes: number },
): PlanPorts {
  let logged = 0;
  let lastProgress = 0;
  return {
    signal,
    memoryBytes,
    artifact: async (digest) => {
      const kept = resident.get(digest) ?? held.get(digest);
      if (kept) return kept;
      const { part } = await channel.ask<Extract<FromWorker, { type: "want-artifact" }>>({ type: "want-artifact", digest });
      if (!part) return null;
      const artifact = await language.decode(part, digest);
      resident.put(digest, artifact);
      return artifact;
    },
    keep: (digest, artifact) => resident.put(digest, artifact),
    held,
    file: (digest) => {
      const size = Object.hasOwn(files, digest) ? files[digest] : undefined;
      if (size === undefined) return null;
      return remoteFile(size, async (start, end) => {
        const { part } = await channel.ask<Extract<FromWorker, { type: "want-file" }>>({
          type: "want-file",
          digest: digest as Digest,
          start,
          end,
        });
        if (!part || part.length !== end - start) throw new Error("a file could not be read to its end");
        return part;
      });
    },
    lookup: async (step, key): Promise<StepOutcome | null> => {
      const { message } = await channel.ask<Extract<FromWorker, { type: "lookup" }>>({ type: "lookup", step, key });
      return message.type === "looked-up" ? message.hit : null;
    },
    started: (step, key: ResultKey) => {
      lastProgress = 0;
      channel.send({ type: "started", step, key });
    },
    progress: (step, fraction, note) => {
      const now = performance.now();
      if (now - lastProgress < progressEveryMs) return;
      lastProgress = now;
      const kept = fraction === null || !Number.isFinite(fraction) ? null : Math.min(1, Math.max(0, fraction));
      channel.send({ type: "progress", step, fraction: kept, note: isSentence(note) ? note : null });
    },
    log: (step, text) => {
      if (logged >= logLimit) return;
      const kept = text.slice(0, logLimit - logged);
      logged += kept.length;
      channel.send({ type: "log", step, text: logged >= logLimit ? `${kept}\n...\n`.slice(-logLimit) : kept });
    },
    ended: (step, outcome) => channel.send({ type: "ended", step, outcome }),
  };
}
