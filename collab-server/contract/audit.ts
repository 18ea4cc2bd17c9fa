// The record of a lab: who did what, and whether its chain is whole.

import { z } from "zod";
import { instant, personName } from "./fields.ts";

export const auditPage = z.object({
  entries: z.array(
    z.object({
      id: z.number(),
      at: instant,
      user: personName.nullable(),
      action: z.string(),
      target: z.string(),
      /** What the target is called today; null where it has no name. */
      name: z.string().nullable(),
      detail: z.record(z.string(), z.unknown()),
      sealed: z.boolean(),
    }),
  ),
});
export type AuditPage = z.infer<typeof auditPage>;
export const auditVerdict = z.object({
  intact: z.boolean(),
  sealed: z.number(),
  unsealed: z.number(),
  /** Where the chain breaks: place in the chain, what happened, and the entry if it is still there. */
  broken: z
    .object({ place: z.number(), what: z.enum(["changed", "missing", "cut-off"]), entry: z.number().nullable() })
    .nullable(),
  head: z.string().nullable(),
});
export type AuditVerdictAnswer = z.infer<typeof auditVerdict>;
