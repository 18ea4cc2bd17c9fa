// Why a chart cannot be drawn: each a failure with what was found and what would mend it.

import { fail } from "../../base/failure.ts";
import type { NumberSeries, Series } from "./chart-data.ts";
import type { ChartSpec } from "./spec.ts";

type Axis = "x" | "y" | "color" | "size";

/** The series as numbers; fails when the field is empty or holds text. */
export function numbersNeeded(series: Series | null, field: Axis, spec: ChartSpec): NumberSeries {
  if (!series) return fail("chart.field-empty", { field, chart: spec.chart.type }, { at: [field] });
  if (series.kind === "text") {
    const example = series.levels.find((level) => level !== "") ?? "";
    return fail("chart.not-numbers", { field, column: series.name, example: example.slice(0, 40) }, { at: [field] });
  }
  return series;
}

export function seriesNeeded(series: Series | null, field: Axis, spec: ChartSpec): Series {
  return series ?? fail("chart.field-empty", { field, chart: spec.chart.type }, { at: [field] });
}

/** Nothing is left to draw: says whether the rows were gone, their values missing, or none above zero. */
export function noRows(
  counts: { readonly missing: number; readonly nonPositive: number },
  rows: number,
  field: Axis,
  spec: ChartSpec,
): never {
  if (rows === 0) return fail("chart.no-rows", {}, { at: ["from"] });
  if (counts.nonPositive > 0) {
    const log = spec.logY ? "logY" : "logX";
    return fail("chart.log-of-nothing", { rows, n: counts.nonPositive }, { at: [log], fix: { path: [log], value: false } });
  }
  return fail("chart.all-missing", { rows, field }, { at: [field] });
}
