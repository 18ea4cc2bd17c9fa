// The person who is signed in: profile, labs, work.

import { z } from "zod";
import { givenName } from "./fields.ts";
import { labRoles } from "./roles.ts";

export const locale = z.enum(["en", "ru"]);
export const theme = z.enum(["system", "light", "dark"]);

export const me = z.object({
  user: z.object({ id: z.string(), name: z.string(), email: z.string(), locale: locale.nullable(), theme }),
  labs: z.array(z.object({ id: z.string(), name: z.string(), slug: z.string(), role: z.enum(labRoles), color: z.string() })),
  features: z.object({ loopback: z.boolean(), sandboxed: z.boolean(), demo: z.boolean(), mail: z.boolean() }),
  publicUrl: z.string(),
});
export type Me = z.infer<typeof me>;

export const patchMe = z
  .object({ name: givenName(120), locale, theme })
  .partial()
  .strict();

export const myWork = z.object({
  notebooks: z.number(),
  runs: z.number(),
  files: z.number(),
  dashboards: z.number(),
  storageBytes: z.number(),
});
export type MyWork = z.infer<typeof myWork>;
