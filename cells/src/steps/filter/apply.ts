// Rows for which the condition holds, or does not; of a matrix its samples.

import type { Apply } from "../../contract/step.ts";
import { rowsKept } from "../parts/conditions/rows-kept.ts";
import { rowsThatStay, samplesThatStay } from "../parts/rows-that-stay.ts";
import type { filter } from "./step.ts";

export const apply: Apply<typeof filter> = {
  table: (step, table, scope) => rowsThatStay(table, rowsKept(step, table, scope), scope),
  assay: (step, assay, scope) => samplesThatStay(assay, rowsKept(step, assay.samples, scope), scope),
};
