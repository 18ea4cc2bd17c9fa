// Asking to see results of data in a notebook, and answering.

import { z } from "zod";
import { instant, labId, labName, personName } from "./fields.ts";

export const postResultAsk = z.object({ cell: z.string().min(1).max(120) }).strict();
/** `withLab`: the lab whose members see them, as the ask said it (`resultAskList`); without it they are shown to her alone, or to nobody. */
export const putResultAsk = z.object({ shown: z.boolean(), withLab: labId.nullable().optional() }).strict();

export const resultAskList = z.object({
  /** Of data that you may show, and not answered yet; oldest first. */
  asks: z.array(
    z.object({
      dataset: z.object({ id: z.string(), name: z.string() }),
      lab: labName,
      by: personName,
      at: instant,
      /** The lab whose members would see them, where the person came in as one of them; null: she alone. */
      withLab: labName.nullable(),
    }),
  ),
  /** Cells that are closed to you: where you asked for all that is lacking, and where a lab has said no. */
  asked: z.array(z.string()),
  /** Cells that are closed to you because their data lie in the bin: nobody can be asked for them until they are restored. */
  inBin: z.array(z.string()),
  refused: z.array(z.string()),
});
export type ResultAskList = z.infer<typeof resultAskList>;
