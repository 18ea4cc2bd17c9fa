// What other labs may do with a data set.

import { z } from "zod";
import { datasetRights } from "./roles.ts";
import { labId } from "./fields.ts";

/** `right` null takes the grant back. */
export const putGrant = z.object({ lab: labId, right: z.enum(datasetRights).nullable() }).strict();
