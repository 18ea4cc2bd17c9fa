// Keys for programs.

import { z } from "zod";
import { instant, givenName } from "./fields.ts";

export const keyList = z.object({
  keys: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      start: z.string(),
      createdAt: instant,
      expiresAt: instant.nullable(),
      lastUsedAt: instant.nullable(),
    }),
  ),
});
export type KeyList = z.infer<typeof keyList>;
export const postKey = z.object({ name: givenName(80), expiresInDays: z.number().int().min(1).max(3650).optional() }).strict();
/** The key itself is in this answer and nowhere else, ever. */
export const newKeyAnswer = z.object({ id: z.string(), key: z.string() });
export type NewKeyAnswer = z.infer<typeof newKeyAnswer>;
