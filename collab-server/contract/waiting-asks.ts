// What waits for one person's word in all notebooks, also in those into which nobody of her lab was let.

import { z } from "zod";
import { resultAskList } from "./result-asks.ts";

export const waitingAsks = z.object({
  notebooks: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      /** Whether she may open it. Results are shown or refused by the right on the data alone; what a cell shows is looked at first. */
      mayOpen: z.boolean(),
      /** Who can let her in: the notebook's owners, by name. */
      owners: z.array(z.string()),
      results: resultAskList.shape.asks,
      /** How many cells she is asked to release. */
      releases: z.number(),
    }),
  ),
});
export type WaitingAsks = z.infer<typeof waitingAsks>;
