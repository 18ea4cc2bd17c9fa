// Data sets of a notebook whose results some do not see who are let into it: told to those who may show them.

import { z } from "zod";

export const unshownResults = z.object({
  datasets: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      guests: z.array(
        z.object({
          /** Id of the person's, lab's or link's entry. */
          id: z.string(),
          who: z.enum(["person", "awaited", "lab", "link"]),
          /** Of the person or lab; the address of who has not come yet, for owners; the role of a link. */
          name: z.string(),
          /** Was there before the data set: nobody has decided whether she sees its results. */
          before: z.boolean(),
        }),
      ),
    }),
  ),
});
export type UnshownResults = z.infer<typeof unshownResults>;

export const postShownToAll = z.object({ guests: z.array(z.string().max(120)).min(1).max(500) }).strict();
