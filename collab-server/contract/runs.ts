// Demands, the state of cells, runs with their logs. The shapes of sessions and events are those of cells/src/session.

import { z } from "zod";
import { anyJson, cellId, instant } from "./common.ts";

/** Nothing but cells and values: a field that it does not know is refused, never ignored. */
export const postDemand = z.strictObject({
  cell: cellId.nullable(),
  mode: z.enum(["cell", "upstream", "downstream", "automatic", "all"]),
  fresh: z.boolean().optional(),
  /** Personal parameter values, by cell: the answer is this demand's own and changes nothing that others see. */
  overrides: z.record(z.string(), anyJson).optional(),
});
export const newDemand = z.object({ id: z.string() });
const cellSession = z.looseObject({ cell: z.string(), status: z.looseObject({ state: z.string() }) });
export const demandAnswer = z.object({ done: z.boolean(), cells: z.array(cellSession) });
export const sessionAnswer = z.object({ seq: z.number(), cells: z.array(cellSession) });

export const runQuery = z.object({
  lab: z.string().optional(),
  notebook: z.string().optional(),
  state: z.enum(["queued", "leased", "done", "lost", "cancelled"]).optional(),
  mine: z.enum(["true", "false"]).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});
export const runList = z.object({
  runs: z.array(
    z.object({
      id: z.string(),
      notebook: z.object({ id: z.string(), title: z.string() }),
      cell: z.object({ id: z.string(), name: z.string(), kind: z.string() }),
      state: z.string(),
      by: z.object({ id: z.string(), name: z.string() }),
      queuedAt: instant,
      startedAt: instant.nullable(),
      ms: z.number().nullable(),
      where: z.string().nullable(),
      progress: z.object({ fraction: z.number().nullable(), note: z.string() }).nullable(),
      detail: z.string().nullable(),
    }),
  ),
});
export type RunList = z.infer<typeof runList>;
export const runLog = z.object({ text: z.string() });
