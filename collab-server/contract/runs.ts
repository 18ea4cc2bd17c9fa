// Runs with their logs.

import { z } from "zod";
import { instant } from "./fields.ts";

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
