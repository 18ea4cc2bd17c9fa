// Rows for which the condition holds, or does not; of a matrix its samples.

import { takeRows } from "../../artifacts/table.ts";
import type { Apply } from "../../contract/step.ts";
import { rowsKept } from "../parts/conditions/rows-kept.ts";
import { takeSamples } from "../../artifacts/take-samples.ts";
import type { filter } from "./step.ts";

export const apply: Apply<typeof filter> = {
  table: (step, table, scope) => takeRows(table, rowsKept(step, table, scope)),
  assay: (step, assay, scope) => takeSamples(assay, rowsKept(step, assay.samples, scope)),
};
