// The state of the cells of a notebook. The shapes of sessions and events are those of cells/src/session.

import { z } from "zod";

export const cellSession = z.looseObject({ cell: z.string(), status: z.looseObject({ state: z.string() }) });
/** What is doubtful in a cell by the cells before it, as a sentence that each reader says in her language, and in English. */
const doubt = z.object({
  key: z.string(),
  params: z.looseObject({}),
  message: z.string(),
  /** The setting of the cell that makes it otherwise. */
  fix: z
    .object({
      path: z.array(z.union([z.string(), z.number()])),
      value: z.union([z.string(), z.number(), z.boolean(), z.null()]),
    })
    .optional(),
});
export const sessionAnswer = z.object({
  seq: z.number(),
  cells: z.array(cellSession.extend({ doubts: z.array(doubt).optional() })),
});
