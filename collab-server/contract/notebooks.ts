// Notebooks as things: lists, titles, the bin, and who may do what with them. What they say: documents.ts.

import { z } from "zod";
import { datasetRights, idWith, instant, labId, labName, notebookRoles, personName } from "./common.ts";

const role = z.enum(notebookRoles);
const title = z.string().trim().min(1).max(200);

export const notebookList = z.object({
  notebooks: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      lab: labName,
      role,
      updatedAt: instant,
      /** Who wrote in it, last first, at most five. */
      editors: z.array(z.object({ name: z.string() })),
      cellCount: z.number(),
      deletedAt: instant.nullable(),
      /** Came with the demonstration. */
      example: z.boolean(),
    }),
  ),
});
export type NotebookList = z.infer<typeof notebookList>;

/** What a notebook looks like in a list: its first cells by kind, and a figure of those on show that you may see. */
export const notebookThumbnail = z.object({
  kinds: z.array(z.string()),
  figure: z
    .array(z.object({ shape: z.enum(["dots", "line", "area"]), path: z.string(), group: z.number(), heat: z.boolean() }))
    .nullable(),
});
export type NotebookThumbnail = z.infer<typeof notebookThumbnail>;

export const postNotebook = z
  .object({
    lab: labId,
    title,
    /** The text format (*.gc.md), to begin with what it says. */
    text: z.string().max(5_000_000).optional(),
  })
  .strict();
export type PostNotebook = z.infer<typeof postNotebook>;
export const newNotebook = z.object({ id: z.string() });

export const notebook = z.object({
  id: z.string(),
  title: z.string(),
  lab: labName,
  role,
  epoch: z.string(),
  createdAt: instant,
  updatedAt: instant,
  deletedAt: instant.nullable(),
});
export type NotebookAnswer = z.infer<typeof notebook>;
export const patchNotebook = z.object({ title }).strict();
export const postDuplicate = z.object({ lab: labId.optional(), title: title.optional() }).strict();

export const notebookAccess = z.object({
  people: z.array(z.object({ id: z.string(), user: personName.extend({ email: z.string() }), role })),
  labs: z.array(z.object({ id: z.string(), lab: labName, role })),
  /** Labs of the people above: those who may be shown data. */
  guests: z.array(labName),
  links: z.array(z.object({ id: z.string(), role, url: z.string(), expiresAt: instant.nullable() })),
  datasets: z.array(
    z.object({
      dataset: z.object({ id: z.string(), name: z.string(), lab: labName }),
      grants: z.array(z.object({ lab: labName, right: z.enum(datasetRights) })),
      /** Whether the one who asks may change the grants. */
      mayGrant: z.boolean(),
    }),
  ),
});
export type NotebookAccessAnswer = z.infer<typeof notebookAccess>;

export const putAccess = z
  .object({ user: z.string().max(80).optional(), email: z.email().max(254).optional(), lab: labId.optional(), role })
  .strict()
  .refine((body) => [body.user, body.email, body.lab].filter((who) => who !== undefined).length === 1, {
    message: "Name exactly one of user, email and lab.",
  });
export type PutAccess = z.infer<typeof putAccess>;
export const newAccess = z.object({ id: z.string() });

export const postLink = z
  .object({ role: z.enum(["editor", "runner", "viewer"]), expiresInDays: z.number().int().min(1).max(365).optional() })
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

export const attachDataset = z.object({ dataset: idWith("ds") }).strict();
