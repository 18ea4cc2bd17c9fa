// Columns that have one value, or nearly. How many different ones each has goes along.

import { columnCounts } from "../../artifacts/column-counts.ts";
import type { ColumnFacts, JudgeOf, TableVerdict } from "../../contract/quality-rule.ts";
import { listed, namesOf, percent, withShares } from "../parts/said-of-columns.ts";
import { allColumns } from "../parts/table-data.ts";
import type { constantColumns } from "./rule.ts";
import { words } from "./words.ts";

/** Of fewer rows one other value is no small share. */
const fewestRows = 50;

export const judge: JudgeOf<typeof constantColumns> = {
  judge(data, { warn }) {
    const { rowCount } = data.table;
    const all = allColumns(data);
    // An outcome that does not vary is told of with its classes.
    const features = all.filter(({ column }) => column !== data.columns.outcome);
    const shareOf = (each: ColumnFacts): number => {
      const counts = each.levels()?.counts;
      return counts && counts.length > 0 ? Math.max(...counts) / (rowCount - each.missing) : Number.NaN;
    };
    const constant = rowCount >= 5 ? features.filter((each) => shareOf(each) === 1) : [];
    const near = features.filter((each) => rowCount - each.missing >= fewestRows && shareOf(each) < 1 && shareOf(each) >= warn);
    const verdict = (of: readonly ColumnFacts[], key: "constant" | "near", value: number): readonly TableVerdict[] => {
      if (of.length === 0) return [];
      const columns = key === "constant" ? listed(namesOf(of)) : withShares(of, shareOf);
      const says = words.sentence(key, { n: of.length, columns, percent: percent(warn) });
      const step = { verb: "select", columns: namesOf(of), action: "drop" };
      return [{ level: "warn", columns: of.map(({ place }) => place), value, threshold: warn, says, step }];
    };
    const distinct = Float64Array.from(
      all,
      (each) => each.levels()?.counts.length ?? columnCounts(each.column).distinct ?? Number.NaN,
    );
    return {
      measures: [
        { name: "distinct", values: distinct },
        { name: "top_share", values: Float64Array.from(all, shareOf) },
      ],
      verdicts: [...verdict(constant, "constant", 1), ...verdict(near, "near", Math.max(0, ...near.map(shareOf)))],
    };
  },
};
