// Links that let people into a notebook.

import { z } from "zod";
import { shownResults } from "./access.ts";
import { instant } from "./fields.ts";
import { notebookRoles } from "./roles.ts";

export const postLink = z
  .object({
    role: z.enum(["editor", "runner", "viewer"]),
    expiresInDays: z.number().int().min(1).max(365).optional(),
    results: shownResults.optional(),
  })
  .strict();
export const newLink = z.object({ id: z.string(), url: z.string(), expiresAt: instant.nullable() });
export type NewLink = z.infer<typeof newLink>;
export const linkAnswer = z.object({
  notebook: z.object({ id: z.string(), title: z.string() }),
  role: z.enum(notebookRoles),
  lab: z.object({ name: z.string() }),
});
export type LinkAnswer = z.infer<typeof linkAnswer>;
export const acceptedLink = z.object({ notebook: z.object({ id: z.string(), title: z.string() }) });
