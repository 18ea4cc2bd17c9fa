// Whether gaps go with a group (the outcome, what is compared, the lab), by the test of independence, and which columns lack values
// in the very same rows. What goes with a group is not missing completely at random (Rubin, Biometrika 63:581-592, 1976).

import type { ColumnFacts, JudgeOf, Levels, TableData, TableVerdict } from "../../contract/quality-rule.ts";
import { chiSquared as statisticOf, contingencyOf } from "../../stats/association.ts";
import { chiSquared } from "../../stats/distributions/chi-squared.ts";
import { listed, namesOf, percent } from "../parts/said-of-columns.ts";
import { allColumns } from "../parts/table-data.ts";
import type { missingPattern } from "./rule.ts";
import { words } from "./words.ts";

/** Fewer gaps, or rows of a group, tell nothing. */
const fewest = 5;
const mostGroups = 20;

type Settings = { readonly difference: number; readonly alpha: number };

export const judge: JudgeOf<typeof missingPattern> = {
  judge(data, settings) {
    const { rowCount } = data.table;
    const gaps = allColumns(data).filter(
      ({ missing }) => missing >= fewest && rowCount - missing >= Math.max(fewest, rowCount / 3),
    );
    if (gaps.length === 0) return { lacks: words.sentence("too-few") };
    return { measures: [], verdicts: [...withGroups(data, gaps, settings), ...together(gaps, rowCount, settings.together)] };
  },
};

function withGroups(data: TableData, gaps: readonly ColumnFacts[], { difference, alpha }: Settings): readonly TableVerdict[] {
  const { outcome, group, batch } = data.columns;
  const said = new Set([outcome, group, batch].flatMap((column) => (column ? [column] : [])));
  const groupings = allColumns(data).flatMap((by) => {
    const levels = said.has(by.column) ? by.levels() : null;
    return levels && levels.texts.length >= 2 && levels.texts.length <= mostGroups ? [{ by, levels }] : [];
  });
  const tests = groupings.flatMap(({ by, levels }) =>
    gaps.flatMap((column) => (column.place === by.place ? [] : [{ by, column, ...sharesBy(column, levels) }])),
  );
  return tests.flatMap(({ by, column, p, most, least, levels }): readonly TableVerdict[] => {
    const value = most.share - least.share;
    if (!(p * tests.length <= alpha) || value <= difference) return [];
    const says = words.sentence("with-group", {
      column: column.column.name,
      most: percent(most.share),
      level: levels.texts[most.level] ?? "",
      least: percent(least.share),
      other: levels.texts[least.level] ?? "",
      by: by.column.name,
      threshold: difference,
    });
    return [{ level: "warn", columns: [column.place], value, threshold: difference, says, step: marked([column]) }];
  });
}

/** Of each group the share of its rows in which the value is missing. */
function sharesBy({ column }: ColumnFacts, levels: Levels) {
  const gaps = new Int32Array(levels.of.length);
  if (column.valid) for (let row = 0; row < gaps.length; row++) gaps[row] = 1 - (column.valid[row] as number);
  const table = contingencyOf(levels.of, levels.texts.length, gaps, 2);
  const { statistic, freedom } = statisticOf(table);
  let most = { level: 0, share: Number.NEGATIVE_INFINITY };
  let least = { level: 0, share: Number.POSITIVE_INFINITY };
  levels.texts.forEach((_, level) => {
    const [there, gone] = [table.counts[2 * level] as number, table.counts[2 * level + 1] as number];
    if (there + gone < fewest) return;
    const share = gone / (there + gone);
    if (share > most.share) most = { level, share };
    if (share < least.share) least = { level, share };
  });
  return { p: freedom > 0 ? chiSquared.tails(statistic, freedom).upper : 1, most, least, levels };
}

/** That a value was missing stays to be seen. */
function marked(columns: readonly ColumnFacts[]) {
  const areNumbers = columns.every(({ column }) => column.type === "float64" || column.type === "int32");
  return { verb: "fill-missing", columns: namesOf(columns), fill: { by: areNumbers ? "median" : "mode" }, indicator: true };
}

function together(gaps: readonly ColumnFacts[], rows: number, share: number): readonly TableVerdict[] {
  const byPattern = new Map<string, ColumnFacts[]>();
  for (const each of gaps) {
    if (each.missing / rows < share || !each.column.valid) continue;
    let [left, right] = [0, 0];
    for (let row = 0; row < rows; row++) {
      if (each.column.valid[row] !== 0) continue;
      left = Math.imul(left ^ row, 0x9e3779b1);
      right = (Math.imul(right, 31) + row) | 0;
    }
    const key = `${each.missing} ${left} ${right}`;
    byPattern.set(key, [...(byPattern.get(key) ?? []), each]);
  }
  return [...byPattern.values()].flatMap((columns): readonly TableVerdict[] => {
    const [first] = columns;
    if (!first || columns.length < 2) return [];
    const says = words.sentence("missing-together", {
      n: columns.length,
      rows: first.missing,
      columns: listed(namesOf(columns)),
    });
    const places = columns.map(({ place }) => place);
    return [{ level: "warn", columns: places, value: first.missing / rows, threshold: share, says, step: marked(columns) }];
  });
}
