// People of a lab: as a part of contract/labs.ts they are read, here their roles change.

import { z } from "zod";
import { labRoles } from "./roles.ts";

/** What the person had made for the lab and what ended with her right to make it. */
export const memberChanged = z.object({
  done: z.literal(true),
  ended: z.object({ invitations: z.number().int(), kernels: z.number().int() }),
});

export const patchMember = z.object({ role: z.enum(labRoles) }).strict();

export type MemberChanged = z.infer<typeof memberChanged>;
