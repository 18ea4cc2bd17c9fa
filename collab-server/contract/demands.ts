// Demands: that cells be up to date, for everybody or with values of one's own.

import { z } from "zod";
import { anyJson, cellId } from "./fields.ts";
import { cellSession } from "./cell-states.ts";

/** Nothing but cells and values: a field that it does not know is refused, never ignored. */
export const postDemand = z.strictObject({
  cell: cellId.nullable(),
  mode: z.enum(["cell", "upstream", "downstream", "automatic", "all"]),
  fresh: z.boolean().optional(),
  /** Personal parameter values, by cell: the answer is this demand's own and changes nothing that others see. */
  overrides: z.record(z.string(), anyJson).optional(),
});
export const newDemand = z.object({ id: z.string() });
export const demandAnswer = z.object({ done: z.boolean(), cells: z.array(cellSession) });
