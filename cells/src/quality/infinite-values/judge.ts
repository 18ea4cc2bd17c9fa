// Infinite numbers, which become missing ones.

import type { JudgeOf } from "../../contract/quality-rule.ts";
import { formulaColumn } from "../../formula/quote-columns.ts";
import { percent } from "../parts/said-of-columns.ts";
import { allColumns } from "../parts/table-data.ts";
import type { infiniteValues } from "./rule.ts";
import { words } from "./words.ts";

export const judge: JudgeOf<typeof infiniteValues> = {
  judge(data, { fail }) {
    const all = allColumns(data);
    const rows = data.table.rowCount;
    if (!all.some(({ column }) => column.type === "float64")) return { lacks: words.sentence("none") };
    const counts = Float64Array.from(all, ({ column }) => (column.type === "float64" ? infiniteIn(column.values) : Number.NaN));
    return {
      measures: [{ name: "infinite", values: counts }],
      verdicts: all.flatMap(({ column, place, missing }) => {
        const n = counts[place] as number;
        if (!(n > 0)) return [];
        const value = n / (rows - missing);
        const says = words.sentence("infinite", { column: column.name, n, percent: percent(value), threshold: percent(fail) });
        const name = formulaColumn(column.name);
        const step = { verb: "derive", name: column.name, formula: `if(is_infinite(${name}), missing, ${name})` };
        return [{ level: value > fail ? "fail" : "warn", columns: [place], value, threshold: fail, says, step }];
      }),
    };
  },
};

function infiniteIn(values: Float64Array): number {
  let n = 0;
  for (const value of values) if (value === Infinity || value === -Infinity) n++;
  return n;
}
