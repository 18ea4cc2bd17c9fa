// Columns whose spreads are so unlike that by plain distance the widest alone decides which rows are near.

import { meanAndDeviation, momentsOf } from "../../stats/moments.ts";
import type { Numbers } from "./numbers-of-columns.ts";

/** Deviations this many times apart are said. */
const farApart = 100;

/** The widest and the narrowest column that varies, and how many times as wide; null where they are not so unlike. */
export function unlikeSpreads(chosen: readonly Numbers[]): { most: string; least: string; times: number } | null {
  const spread = chosen.flatMap(({ column, values }) => {
    const { deviation } = meanAndDeviation(values);
    return momentsOf(values).isConstant || !(deviation > 0) ? [] : [{ name: column.name, deviation }];
  });
  spread.sort((a, b) => a.deviation - b.deviation);
  const [least, most] = [spread[0], spread.at(-1)];
  if (!least || !most || most.deviation < farApart * least.deviation) return null;
  return {
    most: most.name,
    least: least.name,
    // Rounded up, the largest double would be none.
    times: Number(Math.min(most.deviation / least.deviation, 1e308).toPrecision(2)),
  };
}
