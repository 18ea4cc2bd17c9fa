// What somebody would see of a notebook's cells to whom results of chosen data sets of it are shown, and nothing else.

import { z } from "zod";

export const invitedSee = z.object({
  /** Cells that are made of data, in the order of the page. */
  cells: z.array(
    z.object({
      id: z.string(),
      /** "" of a note. */
      name: z.string(),
      kind: z.string(),
      /**
       * now: at once. rows: it is a table or a matrix, of which only size and columns are told. release: it waits until the labs
       * of its data release it. not-ready: it is out of date, failed or was not run. closed: some of its data are not shown.
       */
      sees: z.enum(["now", "rows", "release", "not-ready", "closed"]),
      /** With it you release the cell (PUT …/releases/{cell}); null where it is not yours to release. */
      key: z.string().nullable(),
    }),
  ),
});
export type InvitedSee = z.infer<typeof invitedSee>;
