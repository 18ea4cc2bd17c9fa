// Data sets that a notebook may use.

import { z } from "zod";
import { datasetId } from "./common.ts";

export const postAttached = z.object({ dataset: datasetId }).strict();
