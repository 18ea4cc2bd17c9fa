// Runs with their logs.

import { sentenceShape } from "@genomecraft/cells/messages/sentence-shape.ts";
import { isWaitReason, type WaitReason, waitReasonNames } from "@genomecraft/cells/session/wait-reason.ts";
import { z } from "zod";
import { anyJson, decimalOr, instant } from "./fields.ts";

export const runQuery = z.object({
  lab: z.string().min(1).max(80).optional(),
  notebook: z.string().min(1).max(80).optional(),
  state: z.enum(["queued", "leased", "done", "needs-input", "failed", "lost", "cancelled"]).optional(),
  mine: z.enum(["true", "false"]).optional(),
  /** Looks into files and along them, which are no runs of cells, in the place of these. */
  looks: z.enum(["true", "false"]).optional(),
  limit: decimalOr(100, { least: 1, most: 500 }),
});
const names = waitReasonNames as readonly [WaitReason["what"], ...WaitReason["what"][]];
const waitReason = z.looseObject({ what: z.enum(names) }).refine(isWaitReason) as z.ZodType as z.ZodType<WaitReason>;
export const runList = z.object({
  runs: z.array(
    z.object({
      id: z.string(),
      notebook: z.object({ id: z.string(), title: z.string() }),
      cell: z.object({ id: z.string(), name: z.string(), kind: z.string() }),
      /** queued, running, done, failed, lost, cancelled. */
      state: z.string(),
      by: z.object({ id: z.string(), name: z.string() }),
      queuedAt: instant,
      startedAt: instant.nullable(),
      ms: z.number().nullable(),
      where: z.string().nullable(),
      progress: z.object({ fraction: z.number().nullable(), note: sentenceShape.nullable() }).nullable(),
      /** Of one that waits: why. */
      waits: waitReason.nullable(),
      detail: z.string().nullable(),
      /** Of one that failed: why, where it follows from what it read. */
      failure: z.object({ reason: z.string(), params: z.record(z.string(), anyJson) }).nullable(),
    }),
  ),
});
export type RunList = z.infer<typeof runList>;
export const runLog = z.object({ text: z.string() });
