// The first rows.

import { wholesBy } from "../../base/filled-arrays.ts";
import type { Apply } from "../../contract/step.ts";
import { rowsThatStay } from "../parts/rows-that-stay.ts";
import { needCount } from "../parts/step-scope.ts";
import type { head } from "./step.ts";

export const apply: Apply<typeof head> = {
  table(step, table, scope) {
    const wanted = needCount(scope, step.rows, ["rows"], 0);
    if (wanted >= table.rowCount) return table;
    return rowsThatStay(
      table,
      wholesBy(wanted, (row) => row),
      scope,
    );
  },
};
