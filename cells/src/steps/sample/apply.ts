// Rows drawn without replacement, in their old order.

import { wholesBy } from "../../base/filled-arrays.ts";
import type { Apply, OptionsOf, StepScope } from "../../contract/step.ts";
import { rowsThatStay } from "../parts/rows-that-stay.ts";
import { needCount, needNumber, refuse } from "../parts/step-scope.ts";
import { seededRandom } from "../../stats/seeded-random.ts";
import type { sample } from "./step.ts";
import { words } from "./words.ts";

export const apply: Apply<typeof sample> = {
  table(step, table, scope) {
    const rows = table.rowCount;
    const wanted =
      "rows" in step.size
        ? needCount(scope, step.size.rows, ["size", "rows"], 0)
        : Math.round(rows * share(scope, step.size.fraction));
    if (wanted >= rows) return table;
    const random = seededRandom(step.seed);
    const order = wholesBy(rows, (row) => row);
    for (let at = 0; at < wanted; at++) {
      const other = at + Math.floor(random() * (rows - at));
      const held = order[at] as number;
      order[at] = order[other] as number;
      order[other] = held;
    }
    return rowsThatStay(table, order.subarray(0, wanted).slice().sort(), scope);
  },
};

function share(scope: StepScope, field: Extract<OptionsOf<typeof sample>["size"], { fraction: unknown }>["fraction"]): number {
  const value = needNumber(scope, field, ["size", "fraction"], 0);
  return value > 1 ? refuse(scope, words, "share-large", { value }, ["size", "fraction"]) : value;
}
