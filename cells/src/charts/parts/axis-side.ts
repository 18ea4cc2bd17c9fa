// One axis of points and lines: how rows are placed on it. Numbers and dates stand where they are; text becomes groups,
// the rows of each spread beside each other.

import type { Column } from "../../artifacts/artifact.ts";
import { textOfCodes } from "../../artifacts/table.ts";
import { doublesBy, wholesBy } from "../../base/filled-arrays.ts";
import type { Json, JsonObject } from "../../base/json.ts";
import type { Series } from "../../contract/chart-drawing.ts";
import type { Sentence } from "../../messages/sentence.ts";
import { textOfSeries } from "./chart-data.ts";
import { type GroupOrder, groupRows, type Groups } from "./chart-groups.ts";
import { axis, axisNames, axisTitle, groupAxis, isDates, numberColumn, partsTold, rangeTold, spread } from "./drawing.ts";
import { f8 } from "./plot-array.ts";

export const columnOf = (series: Series, rows: readonly number[]): Column =>
  series.kind === "number"
    ? numberColumn(series.name, valuesAt(series.values, rows), series.unit)
    : textOfCodes(
        series.name,
        wholesBy(rows.length, (at) => series.codes[rows[at] as number] as number),
        series.levels,
      );

const valuesAt = (values: Float64Array, rows: readonly number[]): Float64Array =>
  doublesBy(rows.length, (at) => values[rows[at] as number] as number);

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
      const value = series.values[row] as number;
      if (value < min) min = value;
      if (value > max) max = value;
    }
    return {
      layout: axis(title, { ...(log ? { type: "log" } : {}), ...(isTurned ? { autorange: "reversed" } : {}) }),
      title,
      groups: null,
      range: rangeTold(min, max),
      place: (rows) => f8(valuesAt(series.values, rows)),
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
