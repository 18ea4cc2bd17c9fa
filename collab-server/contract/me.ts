// The person who is signed in: profile, labs, work, keys, sessions.

import { z } from "zod";
import { instant, labRoles } from "./common.ts";

export const locale = z.enum(["en", "ru"]);
export const theme = z.enum(["system", "light", "dark"]);

export const me = z.object({
  user: z.object({ id: z.string(), name: z.string(), email: z.string(), locale: locale.nullable(), theme }),
  labs: z.array(z.object({ id: z.string(), name: z.string(), slug: z.string(), role: z.enum(labRoles), color: z.string() })),
  features: z.object({ loopback: z.boolean(), sandboxed: z.boolean(), demo: z.boolean() }),
  publicUrl: z.string(),
});
export type Me = z.infer<typeof me>;

export const patchMe = z
  .object({ name: z.string().trim().min(1).max(120), locale, theme })
  .partial()
  .strict();
export type PatchMe = z.infer<typeof patchMe>;

export const myWork = z.object({
  notebooks: z.number(),
  runs: z.number(),
  files: z.number(),
  dashboards: z.number(),
  storageBytes: z.number(),
});
export type MyWork = z.infer<typeof myWork>;

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
export const postKey = z
  .object({ name: z.string().trim().min(1).max(80), expiresInDays: z.number().int().min(1).max(3650).optional() })
  .strict();
export type PostKey = z.infer<typeof postKey>;
/** The key itself is in this answer and nowhere else, ever. */
export const newKeyAnswer = z.object({ id: z.string(), key: z.string() });
export type NewKeyAnswer = z.infer<typeof newKeyAnswer>;

export const sessionList = z.object({
  sessions: z.array(
    z.object({
      id: z.string(),
      current: z.boolean(),
      createdAt: instant,
      lastSeenAt: instant,
      expiresAt: instant,
      ipAddress: z.string(),
      userAgent: z.string(),
    }),
  ),
});
export type SessionList = z.infer<typeof sessionList>;
