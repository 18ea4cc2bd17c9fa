// Why a chart cannot be drawn: each a failure with what was found and what would mend it.

import type { NumberSeries, Series } from "../../contract/chart-drawing.ts";
import type { ChartOptions, ChartSpecOf, SeriesField } from "../../contract/chart-fields.ts";
import { wordsInTheWay } from "../../artifacts/texts-like-numbers.ts";
import { words } from "./words.ts";

type Spec = ChartSpecOf<ChartOptions>;

/** The series as numbers; fails when the field is empty or holds text. */
export function numbersNeeded(series: Series | null, field: SeriesField): NumberSeries {
  if (!series) return words.fail("field-empty", { field }, { at: [field], asks: true });
  if (series.kind === "text") {
    if (series.codes.every((code) => code < 0)) {
      if (series.codes.length === 0) return words.fail("no-rows", {}, { at: ["from"] });
      return words.fail("all-missing", { rows: series.codes.length, column: series.name }, { at: [field] });
    }
    const example = series.levels.find((level) => level !== "") ?? "";
    const odd = wordsInTheWay(series.name, series.levels);
    const said = { field, column: series.name, example: (odd?.missingWords[0] ?? example).slice(0, 40) };
    return odd
      ? words.fail("not-numbers-but", { ...said, ...odd }, { at: [field] })
      : words.fail("not-numbers", said, { at: [field] });
  }
  return series;
}

export function seriesNeeded(series: Series | null, field: SeriesField): Series {
  return series ?? words.fail("field-empty", { field }, { at: [field], asks: true });
}

/** Nothing is left to draw: says whether the rows were gone, their values missing (of which column), or none above zero. */
export function noRows(
  counts: { readonly missing: number; readonly nonPositive: number },
  rows: number,
  fields: { readonly [field in SeriesField]?: Series | null },
  spec: Spec,
): never {
  if (rows === 0) return words.fail("no-rows", {}, { at: ["from"] });
  if (counts.nonPositive > 0) {
    const log = spec.logY ? "logY" : "logX";
    return words.fail("log-of-nothing", { rows, n: counts.nonPositive }, { at: [log], fix: { path: [log], value: false } });
  }
  const needed = Object.entries(fields).flatMap(([field, series]) => (series ? [{ field, series }] : []));
  const empty = needed.find(({ series }) => hasNoValue(series));
  if (empty) return words.fail("all-missing", { rows, column: empty.series.name }, { at: [empty.field] });
  return words.fail("no-row-complete", { rows, columns: needed.map(({ series }) => series.name) }, { at: ["from"] });
}

const hasNoValue = (series: Series): boolean =>
  series.kind === "text" ? series.codes.every((code) => code < 0) : series.values.every((value) => Number.isNaN(value));
