// Invitations to a lab by link.

import { z } from "zod";
import { instant } from "./fields.ts";
import { labRoles } from "./roles.ts";

const role = z.enum(labRoles);

export const postInvitation = z
  .object({ role, email: z.email().max(254).optional(), expiresInDays: z.number().int().min(1).max(90).optional() })
  .strict();
/** `url` is shown once: only a fingerprint of it is kept. `mailed`: to its address, with a link that proves it. */
export const newInvitation = z.object({ id: z.string(), url: z.string(), expiresAt: instant, mailed: z.boolean() });
export type NewInvitation = z.infer<typeof newInvitation>;

export const invitation = z.object({
  lab: z.object({ name: z.string() }),
  role,
  invitedBy: z.string(),
  expiresAt: instant,
});
export type Invitation = z.infer<typeof invitation>;
export const acceptedInvitation = z.object({ lab: z.object({ id: z.string(), name: z.string() }) });
