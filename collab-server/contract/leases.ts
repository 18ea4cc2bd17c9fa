// The lease protocol: what kernels say to the server. Results are checked for their shape here and for their key where
// they are committed.

import { summaryFrom } from "@genomecraft/cells/artifacts/artifact-summary.ts";
import { sentenceShape } from "@genomecraft/cells/messages/sentence-shape.ts";
import { z } from "zod";
import { anyJson, digest } from "./fields.ts";
import { receivedKey } from "@genomecraft/cells/base/failure.ts";

export const leaseRequest = z.object({
  kernel: z.string().min(1).max(80),
  caps: z.looseObject({
    cpu: z.number().nonnegative().default(1),
    /** Bytes. */
    memory: z.number().nonnegative().default(0),
    gpu: z.array(z.string()).default([]),
    /** Programs that it has, by name. */
    software: z.array(z.string().min(1).max(80)).max(200).default([]),
    site: z.string().max(80).optional(),
    /** Workers run behind walls. */
    sandboxed: z.boolean().optional(),
  }),
  versions: z.record(z.string(), z.string()),
  waitMs: z.number().min(0).max(60_000),
});
export const beatRequest = z.object({
  attempt: z.number().int(),
  step: z.number().int().nonnegative(),
  fraction: z.number().min(0).max(1).nullable(),
  /** Dropped where it is none (kernels of earlier releases said a text): a run is not lost for its note. */
  note: sentenceShape.nullable().catch(null),
  log: z.string().max(2_000_000).optional(),
});
const failureShape = z.looseObject({ reason: z.string().max(200).transform(receivedKey), params: z.record(z.string(), anyJson) });
const summary = z.unknown().transform((said, context) => {
  const read = summaryFrom(said);
  if (!read) context.addIssue({ code: "custom", message: "not the summary of such an artifact" });
  return read ?? z.NEVER;
});
const outputShape = z.object({ digest, summary, inline: anyJson.optional() });
export const stepOutcome = z.discriminatedUnion("ok", [
  z.object({
    ok: z.literal(true),
    key: digest,
    outputs: z.record(z.string().max(80), outputShape),
    ms: z.number().nonnegative(),
  }),
  z.object({ ok: z.literal(false), key: digest, failure: failureShape, ms: z.number().nonnegative() }),
]);
/** Steps that have ended, in their order. */
export const stepsRequest = z.object({
  attempt: z.number().int(),
  steps: z
    .array(z.object({ step: z.number().int().nonnegative(), outcome: stepOutcome }))
    .min(1)
    .max(10_000),
});
/** Is there a result of this step of the plan already? */
export const lookupRequest = z.object({ attempt: z.number().int(), step: z.number().int().nonnegative(), key: digest });
/** Which outputs of this run does somebody want? */
export const wantedRequest = z.object({ attempt: z.number().int(), digests: z.array(digest).min(1).max(100_000) });
export const doneRequest = z.object({
  attempt: z.number().int(),
  outcome: z.enum(["done", "lost", "cancelled"]),
  detail: z.string().max(4_000).optional(),
});
