// Labs: their name, their people, their open invitations.

import { z } from "zod";
import { instant, personName, givenName } from "./fields.ts";
import { labRoles } from "./roles.ts";

const role = z.enum(labRoles);
const name = givenName(120);

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
