// To whom results of a data set are shown in notebooks, as those see it who may share the data set.

import { z } from "zod";
import { instant, personName } from "./fields.ts";
import { notebookRoles } from "./roles.ts";

export const datasetGuests = z.object({
  notebooks: z.array(
    z.object({
      notebook: z.object({ id: z.string(), title: z.string() }),
      guests: z.array(
        z.object({
          /** Id of the entry or link: by it the results are taken back. */
          id: z.string(),
          who: z.enum(["person", "awaited", "lab", "link"]),
          /** Of the person or lab. */
          name: z.string().nullable(),
          /** The address that was let in and has not come yet, for whoever showed it the results. */
          email: z.string().nullable(),
          role: z.enum(notebookRoles),
          /** When the link is over. */
          expiresAt: instant.nullable(),
          /** Who came by the link. */
          came: z.array(z.string()),
          by: personName,
          at: instant,
        }),
      ),
    }),
  ),
});
export type DatasetGuests = z.infer<typeof datasetGuests>;
