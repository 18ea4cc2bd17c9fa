// Rows drawn without replacement, in their old order.

import { takeRows } from "../../artifacts/table.ts";
import type { Apply } from "../../contract/step.ts";
import { needNumber } from "../parts/step-scope.ts";
import { seededRandom } from "../../stats/seeded-random.ts";
import type { sample } from "./step.ts";

export const apply: Apply<typeof sample> = {
  table(step, table, scope) {
    const rows = table.rowCount;
    const wanted =
      "rows" in step.size
        ? Math.round(needNumber(scope, step.size.rows, ["size", "rows"], 0))
        : Math.round(rows * Math.min(1, needNumber(scope, step.size.fraction, ["size", "fraction"], 0)));
    if (wanted >= rows) return table;
    const random = seededRandom(step.seed);
    const order = Int32Array.from({ length: rows }, (_, row) => row);
    for (let at = 0; at < wanted; at++) {
      const other = at + Math.floor(random() * (rows - at));
      const held = order[at] as number;
      order[at] = order[other] as number;
      order[other] = held;
    }
    return takeRows(table, order.subarray(0, wanted).slice().sort());
  },
};
