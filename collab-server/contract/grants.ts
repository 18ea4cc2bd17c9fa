// What other labs may do with a data set.

import { z } from "zod";
import { datasetRights, labId } from "./common.ts";

/** `right` null takes the grant back. */
export const putGrant = z.object({ lab: labId, right: z.enum(datasetRights).nullable() }).strict();
