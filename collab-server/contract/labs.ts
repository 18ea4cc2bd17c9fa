// Labs, their people and invitations.

import { z } from "zod";
import { instant, labRoles, personName } from "./common.ts";

const role = z.enum(labRoles);
const name = z.string().trim().min(1).max(120);

export const postLab = z.object({ name }).strict();
export const patchLab = z
  .object({
    name: name.optional(),
    /** Groups of fewer persons stop publishing; 0: none does. */
    smallGroups: z.number().int().min(0).max(1_000).optional(),
  })
  .strict();
export const newLab = z.object({ id: z.string(), slug: z.string() });

export const lab = z.object({
  id: z.string(),
  name: z.string(),
  slug: z.string(),
  color: z.string(),
  role,
  members: z.array(z.object({ user: personName.extend({ email: z.string() }), role, joinedAt: instant })),
  /** Open ones; empty for those who may not invite. */
  invitations: z.array(
    z.object({ id: z.string(), role, email: z.string().nullable(), expiresAt: instant, invitedBy: z.string() }),
  ),
  storageBytes: z.number(),
  /** Groups of fewer persons stop publishing; 0: none does. */
  smallGroups: z.number(),
});
export type Lab = z.infer<typeof lab>;

export const patchMember = z.object({ role }).strict();
export const postInvitation = z
  .object({ role, email: z.email().max(254).optional(), expiresInDays: z.number().int().min(1).max(90).optional() })
  .strict();
export type PostInvitation = z.infer<typeof postInvitation>;
/** `url` is shown once: only a fingerprint of it is kept. */
export const newInvitation = z.object({ id: z.string(), url: z.string(), expiresAt: instant });
export type NewInvitation = z.infer<typeof newInvitation>;

export const invitation = z.object({
  lab: z.object({ name: z.string() }),
  role,
  invitedBy: z.string(),
  expiresAt: instant,
});
export type Invitation = z.infer<typeof invitation>;
export const acceptedInvitation = z.object({ lab: z.object({ id: z.string(), name: z.string() }) });

/** How many keys of files and uploads were wrapped again. */
export const rotatedKey = z.object({ wrapped: z.number() });

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
