// Draws a chart: looks its names up, hands them to the drawing of its type, and puts the figure together. Called by the
// kernel in a warm worker and by headless runs.

import type { Figure, Table } from "../../artifacts/artifact.ts";
import { FailureError, fail } from "../../base/failure.ts";
import { err, ok } from "../../base/result.ts";
import type { JsonObject, JsonPath } from "../../base/json.ts";
import { isCellRef, type CellRef } from "../../base/refs.ts";
import type { Execute, ExecuteContext } from "../../contract/execute.ts";
import { chartSource, type ChartSource, type Series } from "./chart-data.ts";
import { drawBar } from "./draw-bar.ts";
import { drawBox } from "./draw-box.ts";
import { drawHeatmap } from "./draw-heatmap.ts";
import { drawHistogram } from "./draw-histogram.ts";
import { type Drawing, type Prepared, sentence, uniqueNames } from "./drawing.ts";
import { drawLine } from "./draw-line.ts";
import { drawPoint } from "./draw-point.ts";
import { plainText } from "./plot-array.ts";
import type { ChartField, ChartSpec, ChartType } from "./spec.ts";

const drawings: { readonly [type in ChartType]: (prepared: Prepared) => Drawing } = {
  point: drawPoint,
  line: drawLine,
  bar: drawBar,
  histogram: drawHistogram,
  box: drawBox,
  heatmap: drawHeatmap,
};

export const execute: Execute<ChartSpec> = async (spec, context) => {
  try {
    const drawing = drawings[spec.chart.type](prepare(spec, context));
    const table: Table = { type: "table", rowCount: drawing.rows, columns: uniqueNames(drawing.columns) };
    return ok({ out: figureOf(spec, drawing), data: table });
  } catch (error) {
    if (error instanceof FailureError) return err(error.failure);
    throw error;
  }
};

function prepare(spec: ChartSpec, context: ExecuteContext): Prepared {
  if (!spec.from) fail("chart.field-empty", { field: "from", chart: spec.chart.type }, { at: ["from"] });
  const input = context.input(spec.from as CellRef);
  if (input.type !== "table" && input.type !== "assay") fail("chart.wrong-input", { type: input.type }, { at: ["from"] });
  const source = chartSource(input as Parameters<typeof chartSource>[0]);
  const series = (field: ChartField, at: JsonPath): Series | null => {
    if (field === null) return null;
    const name = context.valueOf(field);
    if (name === null || name === "") fail("chart.parameter-empty", { field: String(at[0]) }, { at });
    if (typeof name !== "string") fail("chart.parameter-not-name", { field: String(at[0]), value: JSON.stringify(name) }, { at });
    return source.series(name as string, at, !isCellRef(field));
  };
  return {
    spec,
    source,
    x: series(spec.x, ["x"]),
    y: series(spec.y, ["y"]),
    color: series(spec.color, ["color"]),
    size: spec.chart.type === "point" ? series(spec.size, ["size"]) : null,
    label: spec.labels ? labelOf(spec, source, series) : null,
    features: featuresOf(spec, context),
  };
}

const labelOf = (
  spec: ChartSpec,
  source: ChartSource,
  series: (field: ChartField, at: JsonPath) => Series | null,
): Series | null => series(spec.label ?? source.idColumn, ["label"]);

function featuresOf(spec: ChartSpec, context: ExecuteContext): readonly string[] | null {
  if (spec.chart.type !== "heatmap" || spec.chart.features === null) return null;
  const value = context.valueOf(spec.chart.features);
  if (typeof value === "string") return [value];
  if (!Array.isArray(value) || !value.every((item) => typeof item === "string")) {
    return fail("chart.parameter-not-name", { field: "features", value: JSON.stringify(value) }, { at: ["chart"] });
  }
  return value as readonly string[];
}

function figureOf(spec: ChartSpec, drawing: Drawing): Figure {
  const alt = [drawing.alt, ...drawing.notes];
  const layout: JsonObject = {
    ...drawing.layout,
    ...(spec.title ? { title: { text: plainText(spec.title) } } : {}),
    meta: {
      alt: drawing.alt as unknown as JsonObject,
      notes: drawing.notes as unknown as readonly JsonObject[],
      words: drawing.words as unknown as readonly JsonObject[],
    },
  };
  return {
    type: "figure",
    data: drawing.traces,
    layout,
    alt: alt.map((words) => sentence(words).trim()).join(" "),
    marks: drawing.marks,
  };
}
