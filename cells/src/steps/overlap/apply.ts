// Overlaps of the places of two tables. Rows stay in the order of here; the partners of each come in that of there. A row without
// a place overlaps nothing.

import { wholesBy } from "../../base/filled-arrays.ts";
import { integerColumn, takeRows } from "../../artifacts/table.ts";
import type { Apply } from "../../contract/step.ts";
import { overlapping } from "../parts/overlapping.ts";
import { besidePartners, mostPairs, placeSides } from "../parts/place-sides.ts";
import { refuse, tableWith } from "../parts/step-scope.ts";
import { words as shared } from "../words.ts";
import type { overlap } from "./step.ts";

export const apply: Apply<typeof overlap> = {
  table(step, table, scope) {
    const { other, here, there } = placeSides(step, table, scope);
    const found = overlapping(here, there, { least: step.least, strand: step.strand }, mostPairs);
    if (!found) return refuse(scope, shared, "join-large", { limit: mostPairs }, ["how"]);
    const countOf = (row: number): number => (found.offsets[row + 1] as number) - (found.offsets[row] as number);
    switch (step.how) {
      case "overlapping":
      case "not-overlapping": {
        const isWanted = step.how === "overlapping";
        const rows = wholesBy(table.rowCount, (row) => row);
        return takeRows(
          table,
          rows.filter((row) => countOf(row) > 0 === isWanted),
        );
      }
      case "count": {
        const counts = wholesBy(table.rowCount, countOf);
        return tableWith(scope, [...table.columns, integerColumn(step.column, counts, { semantic: "count" })], table.rowCount, [
          "column",
        ]);
      }
      default:
        return besidePartners(scope, table, other, found, step.how === "annotate");
    }
  },
};
