// What a worker and its parent say to each other. The worker runs strangers' files through native code, so the parent
// checks every message for its shape before it believes it, and answers only what the plan in hand may ask for.

import { receivedKey } from "@genomecraft/cells/base/failure.ts";
import type { Digest, ResultKey } from "@genomecraft/cells/base/ids.ts";
import type { Plan, StepOutcome } from "@genomecraft/cells/runtime/plan.ts";
import type { Sentence } from "@genomecraft/cells/messages/sentence.ts";
import { sentenceShape } from "@genomecraft/cells/messages/sentence-shape.ts";
import { z } from "zod";

/** Parent to worker. */
export type ToWorker =
  | {
      readonly type: "plan";
      readonly plan: Plan;
      /** Sizes of the files that the plan's specs name, by digest. */
      readonly files: { readonly [digest: string]: number };
      /** What it makes may stay with the worker after the plan's end, until it is asked for. */
      readonly hold: boolean;
    }
  /** What is to be encoded and sent of what is held, and what nobody wants any more. */
  | { readonly type: "hand-over"; readonly keep: readonly Digest[]; readonly drop: readonly Digest[] }
  | { readonly type: "abort" }
  /** Answers, by the id of the question. Bytes are the frame's first part; absent when there is nothing to give. */
  | { readonly type: "bytes"; readonly id: number; readonly found: boolean }
  | { readonly type: "looked-up"; readonly id: number; readonly hit: StepOutcome | null };

/** Worker to parent. */
export type FromWorker =
  | { readonly type: "ready"; readonly versions: { readonly [engine: string]: string } }
  | { readonly type: "started"; readonly step: number; readonly key: ResultKey }
  | { readonly type: "progress"; readonly step: number; readonly fraction: number | null; readonly note: Sentence | null }
  | { readonly type: "log"; readonly step: number; readonly text: string }
  | { readonly type: "ended"; readonly step: number; readonly outcome: StepOutcome }
  /** An encoded artifact, the frame's first part; absent when it was asked for and is not here. */
  | { readonly type: "artifact"; readonly digest: Digest }
  /** The plan ended. `held`: made and not sent. */
  | { readonly type: "done"; readonly resident: readonly Digest[]; readonly held: readonly Digest[] }
  /** The worker cannot go on: a mistake of ours, not of the cell. */
  | { readonly type: "broken"; readonly detail: string }
  | { readonly type: "want-artifact"; readonly id: number; readonly digest: Digest }
  | { readonly type: "want-file"; readonly id: number; readonly digest: Digest; readonly start: number; readonly end: number }
  | { readonly type: "lookup"; readonly id: number; readonly step: number; readonly key: ResultKey };

const hex = z.string().regex(/^[0-9a-f]{64}$/);
const step = z.number().int().nonnegative().max(1000);
const id = z.number().int().nonnegative();
const failure = z.looseObject({ reason: z.string().max(200).transform(receivedKey), params: z.record(z.string(), z.json()) });
const outputRef = z.looseObject({ digest: hex, summary: z.looseObject({ type: z.string(), shape: z.array(z.number()) }) });
const outcome = z.discriminatedUnion("ok", [
  z.object({ ok: z.literal(true), key: hex, outputs: z.record(z.string(), outputRef), ms: z.number() }),
  z.object({ ok: z.literal(false), key: hex, failure, ms: z.number() }),
]);

const fromWorker = z.discriminatedUnion("type", [
  z.object({ type: z.literal("ready"), versions: z.record(z.string(), z.string()) }),
  z.object({ type: z.literal("started"), step, key: hex }),
  z.object({ type: z.literal("progress"), step, fraction: z.number().min(0).max(1).nullable(), note: sentenceShape.nullable() }),
  z.object({ type: z.literal("log"), step, text: z.string().max(1 << 20) }),
  z.object({ type: z.literal("ended"), step, outcome }),
  z.object({ type: z.literal("artifact"), digest: hex }),
  z.object({ type: z.literal("done"), resident: z.array(hex).max(100_000), held: z.array(hex).max(100_000) }),
  z.object({ type: z.literal("broken"), detail: z.string().max(10_000) }),
  z.object({ type: z.literal("want-artifact"), id, digest: hex }),
  z.object({
    type: z.literal("want-file"),
    id,
    digest: hex,
    start: z.number().int().nonnegative(),
    end: z.number().int().nonnegative(),
  }),
  z.object({ type: z.literal("lookup"), id, step, key: hex }),
]);

/** The message in a frame's header, or null when it is none that a worker of ours sends. */
export function readFromWorker(header: unknown): FromWorker | null {
  const parsed = fromWorker.safeParse(header);
  return parsed.success ? (parsed.data as FromWorker) : null;
}
