// One axis of points and lines: how rows are placed on it. Numbers and dates stand where they are; text becomes groups,
// the rows of each spread beside each other.

import type { Column } from "../../artifacts/artifact.ts";
import type { Json, JsonObject } from "../../base/json.ts";
import type { Series } from "../../contract/chart-drawing.ts";
import type { Sentence } from "../../messages/sentence.ts";
import { textOfSeries } from "./chart-data.ts";
import { type GroupOrder, groupRows, type Groups } from "./chart-groups.ts";
import {
  axis,
  axisNames,
  axisTitle,
  groupAxis,
  isDates,
  numberColumn,
  partsTold,
  rangeTold,
  spread,
  textColumn,
} from "./drawing.ts";
import { f8 } from "./plot-array.ts";

export const columnOf = (series: Series, rows: readonly number[]): Column =>
  series.kind === "number"
    ? numberColumn(
        series.name,
        rows.map((row) => series.values[row] as number),
        series.unit,
      )
    : textColumn(
        series.name,
        rows.map((row) => textOfSeries(series, row)),
      );

/** One axis: how rows are placed on it. */
export interface Side {
  readonly layout: JsonObject;
  readonly title: Sentence;
  readonly groups: Groups | null;
  readonly range: string;
  place(rows: readonly number[]): Json;
  column(rows: readonly number[]): Column;
}

/** `isTurned`: the smallest number stands above (or right). */
export function sideOf(
  series: Series,
  use: Uint8Array,
  most: number,
  order: GroupOrder,
  log: boolean,
  own: string,
  isTurned = false,
): Side {
  const title = axisTitle({ own, series, log, isTurned });
  const column = (rows: readonly number[]) => columnOf(series, rows);
  if (series.kind === "number") {
    let min = Number.POSITIVE_INFINITY;
    let max = Number.NEGATIVE_INFINITY;
    for (let row = 0; row < use.length; row++) {
      if (!use[row]) continue;
      min = Math.min(min, series.values[row] as number);
      max = Math.max(max, series.values[row] as number);
    }
    return {
      layout: axis(title, { ...(log ? { type: "log" } : {}), ...(isTurned ? { autorange: "reversed" } : {}) }),
      title,
      groups: null,
      range: rangeTold(min, max),
      place: (rows) => f8(rows.map((row) => series.values[row] as number)),
      column,
    };
  }
  if (isDates(series)) {
    const used = [
      ...new Set(Array.from(use, (flag, row) => (flag ? textOfSeries(series, row) : null)).filter((text) => text !== null)),
    ].sort();
    return {
      layout: axis(title, { type: "date" }),
      title,
      groups: null,
      range: `${used[0] ?? ""} – ${used[used.length - 1] ?? ""}`,
      place: (rows) => rows.map((row) => textOfSeries(series, row)),
      column,
    };
  }
  const groups = groupRows(series, use, { order: order === "value" || order === "value-down" ? "name" : order, most });
  return {
    layout: groupAxis(title, axisNames(groups), 0),
    title,
    groups,
    range: partsTold(groups.list.map((group) => group.label)).join(", "),
    place: (rows) => f8(rows.map((row, index) => (groups.of[row] as number) + spread(index) * 0.18)),
    column,
  };
}
