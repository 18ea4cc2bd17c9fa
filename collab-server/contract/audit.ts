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
      /** False for a row that the server did not write. */
      genuine: z.boolean(),
    }),
  ),
});
export type AuditPage = z.infer<typeof auditPage>;

/** What happened to the record, the place in its chain where it has one, and the entry if it is still there. */
const auditBreak = z.object({
  what: z.enum(["changed", "missing", "cut-off", "rewritten", "forged", "head", "other-key"]),
  place: z.number().nullable(),
  entry: z.number().nullable(),
});
export const auditVerdictQuery = z.object({
  /** A head that was kept elsewhere: the record must have grown out of it. */
  since: z.string().min(1).max(400).optional(),
});
export const auditVerdict = z.object({
  intact: z.boolean(),
  sealed: z.number(),
  unsealed: z.number(),
  /** Rows that the server did not write. */
  forged: z.number(),
  breaks: z.array(auditBreak),
  /** The first of them. */
  broken: auditBreak.nullable(),
  /** The signed head, to be kept elsewhere; null where the record is broken, or empty. */
  head: z.string().nullable(),
});
export const auditHeadAnswer = z.object({
  /** One line of text; null before anything is sealed. */
  head: z.string().nullable(),
  sealed: z.number(),
  at: instant.nullable(),
});
export type AuditHeadAnswer = z.infer<typeof auditHeadAnswer>;
export type AuditVerdictAnswer = z.infer<typeof auditVerdict>;
