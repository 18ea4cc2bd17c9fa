// One's password: whether there is one, and another one.

import { z } from "zod";

export const passwordState = z.object({
  /** False for whoever only came by the address that the server printed. */
  isSet: z.boolean(),
  /** Whether the address to sign in with can be chosen with the first password. */
  choosesEmail: z.boolean(),
  /** Keys for programs, which a new password may end. */
  keys: z.number(),
});
export type PasswordState = z.infer<typeof passwordState>;

export const postPassword = z
  .object({
    /** Needed where there is one. */
    current: z.string().max(256).optional(),
    password: z.string().max(1_000),
    /** With the first password, on a server of this computer alone. */
    email: z.email().max(200).optional(),
    keys: z.enum(["keep", "revoke"]),
  })
  .strict();
export const passwordChanged = z.object({ endedSessions: z.number(), revokedKeys: z.number() });
export type PasswordChanged = z.infer<typeof passwordChanged>;
