// Notebooks as things: lists, titles, the bin. Who may do what with them: access.ts; what they say: documents.ts.

import { thumbnailScales } from "@genomecraft/cells/artifacts/figure-thumbnail.ts";
import { z } from "zod";
import { instant, labId, labName, givenName } from "./fields.ts";
import { notebookRoles } from "./roles.ts";

const role = z.enum(notebookRoles);
const title = givenName(200);

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
      /** Cells in its own bin; null where they were not counted yet. */
      cellsInBin: z.number().nullable(),
      deletedAt: instant.nullable(),
      /** Came with the demonstration. */
      example: z.boolean(),
      /** One of your own favourites. */
      starred: z.boolean(),
    }),
  ),
});
export type NotebookList = z.infer<typeof notebookList>;

/** What a notebook looks like in a list: its first cells by kind, and a figure of those on show that you may see. */
export const thumbnailMarks = z.array(
  z.object({ shape: z.enum(["dots", "line", "area"]), path: z.string(), group: z.number(), scale: z.enum(thumbnailScales) }),
);
export const notebookThumbnail = z.object({ kinds: z.array(z.string()), figure: thumbnailMarks.nullable() });
export type NotebookThumbnail = z.infer<typeof notebookThumbnail>;

export const postNotebook = z
  .object({
    lab: labId,
    title,
    /** The text format (*.gc.md), to begin with what it says. */
    text: z.string().max(5_000_000).optional(),
  })
  .strict();
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
export const putStar = z.object({ starred: z.boolean() }).strict();
export const patchNotebook = z.object({ title }).strict();
export const postDuplicate = z.object({ lab: labId.optional(), title: title.optional() }).strict();
