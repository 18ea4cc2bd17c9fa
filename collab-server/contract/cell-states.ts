// The state of the cells of a notebook. The shapes of sessions and events are those of cells/src/session.

import { z } from "zod";

export const cellSession = z.looseObject({ cell: z.string(), status: z.looseObject({ state: z.string() }) });
export const sessionAnswer = z.object({ seq: z.number(), cells: z.array(cellSession) });
