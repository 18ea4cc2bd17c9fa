// Data sets that a notebook may use.

import { z } from "zod";
import { datasetId } from "./fields.ts";

export const postAttached = z.object({ dataset: datasetId }).strict();
