// Shares of missing values, by column and by row. Columns of numbers are filled by their median, others by their most frequent
// value; an outcome is never filled.

import type { ColumnFacts, JudgeOf, TableVerdict } from "../../contract/quality-rule.ts";
import { percent, namesOf, rowNumbers, withShares } from "../parts/said-of-columns.ts";
import { allColumns } from "../parts/table-data.ts";
import type { missingValues } from "./rule.ts";
import { words } from "./words.ts";

/** Of fewer columns a row that lacks most of them lacks two values. */
const fewestColumns = 4;

export const judge: JudgeOf<typeof missingValues> = {
  judge(data, { warn, fail, rows: mostOfRow }) {
    const { rowCount } = data.table;
    const all = allColumns(data);
    const shareOf = ({ missing }: ColumnFacts): number => missing / rowCount;
    const outcome = all.find(({ column }) => column === data.columns.outcome);
    const features = all.filter((each) => each !== outcome);
    const empty = features.filter((each) => shareOf(each) > fail);
    const gaps = features.filter((each) => shareOf(each) > warn && shareOf(each) <= fail);
    const worst = (of: readonly ColumnFacts[]): number => Math.max(...of.map(shareOf));
    const verdict = (
      level: "warn" | "fail",
      of: readonly ColumnFacts[],
      key: "empty" | "gaps" | "gaps-others",
      step: NonNullable<TableVerdict["step"]>,
    ): readonly TableVerdict[] => {
      if (of.length === 0) return [];
      const threshold = level === "fail" ? fail : warn;
      const says = words.sentence(key, { n: of.length, percent: percent(threshold), columns: withShares(of, shareOf) });
      return [{ level, columns: of.map(({ place }) => place), value: worst(of), threshold, says, step }];
    };
    const numbers = gaps.filter((each) => isNumber(each));
    const others = gaps.filter((each) => !isNumber(each));
    return {
      measures: [{ name: "missing_share", values: Float64Array.from(all, shareOf) }],
      verdicts: [
        ...verdict("fail", empty, "empty", { verb: "drop-missing", columns: namesOf(empty), drop: "columns", above: fail }),
        ...verdict("warn", numbers, "gaps", { verb: "fill-missing", columns: namesOf(numbers), fill: { by: "median" } }),
        ...verdict("warn", others, "gaps-others", { verb: "fill-missing", columns: namesOf(others), fill: { by: "mode" } }),
        ...withoutOutcome(outcome, rowCount),
        ...emptyRows(
          features.filter((each) => shareOf(each) <= fail),
          rowCount,
          mostOfRow,
        ),
      ],
    };
  },
};

const isNumber = ({ column }: ColumnFacts): boolean => column.type === "float64" || column.type === "int32";

function withoutOutcome(outcome: ColumnFacts | undefined, rows: number): readonly TableVerdict[] {
  if (!outcome || outcome.missing === 0) return [];
  const { missing: n, place } = outcome;
  const { name } = outcome.column;
  const says = words.sentence("outcome", { n, column: name, percent: percent(n / rows) });
  const step = { verb: "drop-missing", columns: [name], drop: "rows", above: 0 };
  if (n === rows) return [{ level: "fail", columns: [place], value: 1, threshold: 0, says }];
  return [{ level: "warn", columns: [place], value: n / rows, threshold: 0, says, step }];
}

/** By the columns that are not empty themselves. */
function emptyRows(columns: readonly ColumnFacts[], rows: number, most: number): readonly TableVerdict[] {
  if (columns.length < fewestColumns) return [];
  const missing = new Int32Array(rows);
  for (const { column, missing: n } of columns) {
    if (n === 0 || !column.valid) continue;
    for (let row = 0; row < rows; row++) if (column.valid[row] === 0) missing[row] = (missing[row] as number) + 1;
  }
  const found: number[] = [];
  let value = 0;
  for (let row = 0; row < rows; row++) {
    const share = (missing[row] as number) / columns.length;
    if (share <= most) continue;
    found.push(row);
    value = Math.max(value, share);
  }
  if (found.length === 0) return [];
  const says = words.sentence("empty-rows", { n: found.length, percent: percent(most), rows: rowNumbers(found) });
  const step = { verb: "drop-missing", columns: namesOf(columns), drop: "rows", above: most };
  return [{ level: "warn", columns: [], rows: found, value, threshold: most, says, step }];
}
