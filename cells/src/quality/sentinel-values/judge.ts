// Numbers such as -9 and 999 that stand in several rows and apart from all others of their column.

import type { ColumnFacts, JudgeOf, TableVerdict } from "../../contract/quality-rule.ts";
import { formulaColumn } from "../../formula/quote-columns.ts";
import { percent } from "../parts/said-of-columns.ts";
import { allColumns } from "../parts/table-data.ts";
import type { sentinelValues } from "./rule.ts";
import { words } from "./words.ts";

const known: ReadonlySet<number> = new Set([
  ...[-7, -8, -9, -77, -88, -99, -777, -888, -999, -7777, -8888, -9999, -99_999],
  ...[77, 88, 99, 777, 888, 999, 7777, 8888, 9999, 99_999, 999_999],
]);

type Settings = { readonly gap: number; readonly least: number };

export const judge: JudgeOf<typeof sentinelValues> = {
  judge(data, settings) {
    const all = allColumns(data).filter(
      ({ column, isName }) => !isName && (column.type === "float64" || column.type === "int32"),
    );
    if (all.length === 0) return { lacks: words.sentence("none") };
    return { measures: [], verdicts: all.flatMap((each) => judged(each, data.table.rowCount, settings)) };
  },
};

function judged(each: ColumnFacts, rows: number, { gap, least }: Settings): readonly TableVerdict[] {
  const { column, place } = each;
  const values = each.numbers() ?? [];
  const counts = new Map<number, number>();
  let [from, to, others] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0];
  for (const value of values) {
    if (Math.trunc(value) === value && known.has(value)) counts.set(value, (counts.get(value) ?? 0) + 1);
    else if (Number.isFinite(value)) {
      others++;
      if (value < from) from = value;
      if (value > to) to = value;
    }
  }
  // They are the few: where most rows have it, it is a value.
  if (others === 0) return [];
  const range = Math.max(to - from, Number.MIN_VALUE);
  const found = [...counts].filter(
    ([value, count]) =>
      count >= least &&
      count < others &&
      // Nothing else is below 0; or it lies as far off as all others reach.
      ((value < 0 && from >= 0) || (value < from && from - value > gap * range) || (value > to && value - to > gap * range)),
  );
  if (found.length === 0) return [];
  const name = formulaColumn(column.name);
  const n = found.reduce((sum, [, count]) => sum + count, 0);
  const says = words.sentence("stands", {
    column: column.name,
    value: found.map(([value]) => value).sort((a, b) => a - b),
    n,
    percent: percent(n / (rows - each.missing)),
    from,
    to,
  });
  const is = found.map(([value]) => `${name} == ${value}`).join(" or ");
  const step = { verb: "derive", name: column.name, formula: `if(${is}, missing, ${name})` };
  const value = Math.max(...found.map(([one]) => (one > to ? one - to : from - one) / range));
  return [{ level: "fail", columns: [place], value: Number.isFinite(value) ? value : null, threshold: gap, says, step }];
}
