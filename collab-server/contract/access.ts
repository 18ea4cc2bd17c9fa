// Who was let into a notebook, and what they may do with it.

import { z } from "zod";
import { datasetRights, notebookRoles } from "./roles.ts";
import { datasetId, instant, labId, labName, personName } from "./fields.ts";

const role = z.enum(notebookRoles);
/** Data sets of the notebook whose results somebody sees here who was let in, by id: told to those who may share them. */
const results = z.array(z.string());
/** Data sets of the notebook that are theirs already, as members of the lab: told to the same. */
const own = z.array(z.string());

export const notebookAccess = z.object({
  /** E-mail addresses for owners, and one's own. `link`: the one by which somebody has this role. */
  people: z.array(
    z.object({
      id: z.string(),
      user: personName.extend({ email: z.string().nullable() }),
      role,
      link: z.string().nullable(),
      results,
      own,
    }),
  ),
  /** Addresses that were let in and have not come yet; for owners. Whether they have an account is not told. */
  awaited: z.array(z.object({ id: z.string(), email: z.string(), role, results })),
  labs: z.array(z.object({ id: z.string(), lab: labName, role, results, own })),
  /** Labs of the people above: those who may be shown data. For owners, and whoever may share some of the data. */
  guests: z.array(labName),
  links: z.array(z.object({ id: z.string(), role, url: z.string(), expiresAt: instant.nullable(), results })),
  datasets: z.array(
    z.object({
      dataset: z.object({ id: z.string(), name: z.string(), lab: labName }),
      grants: z.array(z.object({ lab: labName, right: z.enum(datasetRights) })),
      /** Whether the one who asks may change the grants. */
      mayGrant: z.boolean(),
      /** Its results are shown to nobody of another lab until it comes out of the bin. */
      inBin: z.boolean(),
    }),
  ),
});
export type NotebookAccessAnswer = z.infer<typeof notebookAccess>;

/** Data sets of the notebook whose results whoever is let in sees here: these of those that you may share. Absent: as it is. */
export const shownResults = z.array(datasetId).max(1000);

export const putAccess = z
  .object({
    user: z.string().max(80).optional(),
    email: z.email().max(254).optional(),
    lab: labId.optional(),
    role,
    results: shownResults.optional(),
  })
  .strict()
  .refine((body) => [body.user, body.email, body.lab].filter((who) => who !== undefined).length === 1, {
    message: "Name exactly one of user, email and lab.",
  });
export const putResults = z.object({ results: shownResults }).strict();
export const newAccess = z.object({ id: z.string() });
