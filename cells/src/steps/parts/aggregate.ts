// One value out of the rows of each group. Missing values are left out; what is no number (the mean of Inf and -Inf) is
// missing.

import type { Column } from "../../artifacts/artifact.ts";
import { deviationOf } from "../../stats/moments.ts";
import { medianOf } from "../../stats/quantiles.ts";
import { accurateSum } from "../../stats/sums.ts";
import { columnOfValues } from "../../formula/values.ts";
import { orderOfTexts } from "./order-of-texts.ts";
import { codesOfColumn, rowsByGroup } from "./rows-by-key.ts";
import type { Aggregate } from "./fields.ts";
import { takeRowsOrMissing } from "../../artifacts/take-rows-or-missing.ts";

export interface Grouping {
  readonly groupOf: Int32Array;
  readonly groups: number;
}

/** How many rows each group has. */
export function countRows(name: string, { groupOf, groups }: Grouping): Column {
  const values = new Int32Array(groups);
  for (const group of groupOf) if (group >= 0) values[group] = (values[group] as number) + 1;
  return { name, type: "int32", semantic: "count", valid: null, values };
}

/** `column` has been checked: sum, mean, median and sd are asked of numbers (and yes/no) only. Groups below 0 are left out. */
export function aggregate(name: string, take: Aggregate, column: Column, grouping: Grouping): Column {
  const { groups } = grouping;
  const groupOf = column.valid
    ? grouping.groupOf.map((group, row) => (column.valid?.[row] === 0 ? -1 : group))
    : grouping.groupOf;
  if (take === "count") return countRows(name, { groupOf, groups });
  if (take === "distinct") return countDistinct(name, column, groupOf, groups);
  if (take === "min" || take === "max") return extreme(name, take, column, groupOf, groups);
  const { offsets, rows } = rowsByGroup(groupOf, groups);
  const source = column.type === "text" ? column.codes : column.values;
  const out = new Float64Array(groups);
  const valid = new Uint8Array(groups).fill(1);
  for (let group = 0; group < groups; group++) {
    const start = offsets[group] as number;
    const count = (offsets[group + 1] as number) - start;
    if (count === 0 || (take === "sd" && count < 2)) {
      valid[group] = 0;
      continue;
    }
    const at = (index: number): number => source[rows[start + index] as number] as number;
    if (take === "sum") out[group] = accurateSum(count, at);
    else if (take === "mean") {
      const sum = accurateSum(count, at);
      // Numbers whose sum no double holds have a mean all the same.
      out[group] = Number.isFinite(sum) ? sum / count : accurateSum(count, (index) => at(index) / count);
    } else {
      const values = new Float64Array(count);
      for (let index = 0; index < count; index++) values[index] = at(index);
      out[group] = take === "median" ? medianOf(values) : deviationOf(values);
    }
  }
  const unit = column.unit === undefined ? {} : { unit: column.unit };
  return { ...columnOfValues(name, { type: "number", values: out, valid }), ...unit };
}

function countDistinct(name: string, column: Column, groupOf: Int32Array, groups: number): Column {
  const { codes } = codesOfColumn(column, groupOf.length);
  const { offsets, rows } = rowsByGroup(groupOf, groups);
  const values = new Int32Array(groups);
  for (let group = 0; group < groups; group++) {
    const seen = new Set<number>();
    for (let at = offsets[group] as number; at < (offsets[group + 1] as number); at++)
      seen.add(codes[rows[at] as number] as number);
    values[group] = seen.size;
  }
  return { name, type: "int32", semantic: "count", valid: null, values };
}

/** Texts as order-of-texts.ts says. */
function extreme(name: string, take: "min" | "max", column: Column, groupOf: Int32Array, groups: number): Column {
  const ranks = column.type === "text" ? orderOfTexts(column) : null;
  const source = column.type === "text" ? column.codes : column.values;
  const valueAt = (row: number): number => (ranks ? (ranks[source[row] as number] as number) : (source[row] as number));
  const best = new Int32Array(groups).fill(-1);
  for (let row = 0; row < groupOf.length; row++) {
    const group = groupOf[row] as number;
    if (group < 0) continue;
    const held = best[group] as number;
    if (held === -1) {
      best[group] = row;
      continue;
    }
    const value = valueAt(row);
    const standing = valueAt(held);
    if (Number.isNaN(standing)) continue;
    if (Number.isNaN(value) || (take === "min" ? value < standing : value > standing)) best[group] = row;
  }
  return { ...takeRowsOrMissing(column, best), name };
}
