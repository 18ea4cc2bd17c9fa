// Draws a chart: looks its names up, hands them to the drawing of its family, and puts the figure together. Called by the
// kernel in a warm worker and by headless runs.

import { plainText } from "../../artifacts/figure-text.ts";
import type { Figure, Table } from "../../artifacts/artifact.ts";
import { namesOfTable } from "../../artifacts/names-of-table.ts";
import { uniquelyNamed } from "../../artifacts/table.ts";
import { isMostlyNumbers } from "../../artifacts/texts-like-numbers.ts";
import { type Failure, FailureError } from "../../base/failure.ts";
import { err, ok } from "../../base/result.ts";
import type { Json, JsonObject, JsonPath } from "../../base/json.ts";
import { type CellRef, isCellRef } from "../../base/refs.ts";
import { charts } from "../../charts.ts";
import { chartSource } from "../../charts/parts/chart-data.ts";
import { sentence } from "../../charts/parts/drawing.ts";

import { words } from "../../charts/parts/words.ts";
import type { ChartLine } from "../../contract/chart.ts";
import type { Drawing, Prepared, Series } from "../../contract/chart-drawing.ts";
import { type ChartName, type SeriesField, seriesFields } from "../../contract/chart-fields.ts";
import type { Execute, ExecuteContext } from "../../contract/execute.ts";
import { words as formWords } from "./words.ts";
import { type AnyOptions, type ChartSpec, familyOf } from "./spec.ts";

export const execute: Execute<ChartSpec> = async (spec, context) => {
  const line: ChartLine = charts[spec.chart.type];
  const { draw } = await line.draw();
  try {
    const prepared = prepare(spec, context);
    const drawn = draw(prepared);
    const drawing: Drawing = { ...drawn, notes: [...drawn.notes, ...notesOfText(prepared), ...notesOfUnused(prepared)] };
    const table: Table = { type: "table", rowCount: drawing.rows, columns: uniquelyNamed(drawing.columns, " ") };
    return ok({ out: figureOf(spec, drawing), data: table });
  } catch (error) {
    if (error instanceof FailureError) return err(asInTheForm(error.failure, spec, context));
    throw error;
  }
};

/** A refusal that names a field calls it as the form does. */
function asInTheForm(failure: Failure, spec: ChartSpec, context: ExecuteContext): Failure {
  const field = [...seriesFields, "from" as const].find((one) => one === failure.params["field"]);
  if (!field) return failure;
  const data = spec.from && context.input(spec.from).type === "assay" ? "matrix" : "table";
  const use = familyOf(spec).uses.find((one) => one.field === field);
  const key = use?.label?.(data) ?? formWords.key(`field-${field}`);
  return { ...failure, params: { ...failure.params, field: { key, params: {} } } };
}

function prepare(spec: ChartSpec, context: ExecuteContext): Prepared<AnyOptions> {
  if (!spec.from) return words.fail("field-empty", { field: "from" }, { at: ["from"], asks: true });
  const input = context.input(spec.from);
  if (input.type !== "table" && input.type !== "assay") return words.fail("wrong-input", { type: input.type }, { at: ["from"] });
  const source = chartSource(input);
  const family = familyOf(spec);
  const series = (name: ChartName, at: JsonPath): Series | null => {
    if (name === null) return null;
    const value = context.valueOf(name);
    if (value === null || value === "") return words.fail("parameter-empty", { field: String(at[0]) }, { at, asks: true });
    if (typeof value !== "string")
      return words.fail("parameter-not-name", { field: String(at[0]), value: JSON.stringify(value) }, { at });
    return source.series(value, at, !isCellRef(name));
  };
  const drawn = (field: SeriesField): Series | null =>
    family.uses.some((use) => use.field === field) ? onOneAxis(series(spec[field], [field]), field) : null;
  return {
    spec,
    source,
    x: drawn("x"),
    y: drawn("y"),
    color: drawn("color"),
    size: drawn("size"),
    label: spec.labels && family.names ? series(spec.label ?? source.idColumn, ["label"]) : null,
    valueOf: (setting) => namesOrValue(setting, context),
  };
}

/** Where names are asked for, a table stands for those of its rows. */
function namesOrValue<T extends Json>(setting: T | CellRef, context: ExecuteContext): Json {
  if (!isCellRef(setting)) return context.valueOf(setting);
  const behind = context.input(setting);
  if (behind.type !== "table") return context.valueOf(setting);
  return namesOfTable(behind) ?? words.fail("no-names", {}, { at: ["chart"] });
}

/** An axis with its margins is no longer than the largest number there is. */
function onOneAxis(series: Series | null, field: SeriesField): Series | null {
  if (series?.kind !== "number") return series;
  let min = 0;
  let max = 0;
  for (const value of series.values) {
    if (!Number.isFinite(value)) continue;
    min = Math.min(min, value);
    max = Math.max(max, value);
  }
  if (!Number.isFinite((max - min) * 4))
    return words.fail("too-far-apart", { column: series.name, min: String(min), max: String(max) }, { at: [field] });
  return series;
}

/** Numbers that a word among them made text stand on an axis as names, in an order that nobody means. */
const notesOfText = ({ x, y }: Prepared<AnyOptions>): Drawing["notes"] =>
  [x, y].flatMap((series) =>
    series?.kind === "text" && series.semantic !== "chromosome" && isMostlyNumbers(series.levels, series.codes)
      ? [words.sentence("note-text-like-numbers", { field: series.name })]
      : [],
  );

/** What was chosen and this family does not draw: the fields stay, so that another one shows them. */
function notesOfUnused({ spec, x, y }: Prepared<AnyOptions>): Drawing["notes"] {
  const { uses, names, logs } = familyOf(spec);
  const fields = seriesFields
    .filter((field) => spec[field] !== null && !uses.some((use) => use.field === field))
    .map((field) => (typeof spec[field] === "string" ? `${field} (${spec[field]})` : field));
  if (spec.labels && !names) fields.push("labels");
  const isLog = (log: "logX" | "logY", series: Series | null): boolean => logs.includes(log) && series?.kind !== "text";
  const axes = [
    ...(spec.logX && !isLog("logX", x) ? ["x"] : []),
    // Upwards stand numbers or how many there are, whatever y is.
    ...(spec.logY && !isLog("logY", y) ? ["y"] : []),
  ];
  return [
    ...(fields.length > 0 ? [words.sentence("note-not-drawn", { fields, n: fields.length })] : []),
    ...(axes.length > 0 ? [words.sentence("note-log-unused", { axes })] : []),
  ];
}

function figureOf(spec: ChartSpec, drawing: Drawing): Figure {
  const alt = [drawing.alt, ...drawing.notes];
  const layout: JsonObject = {
    ...drawing.layout,
    ...(spec.title ? { title: { text: plainText(spec.title) } } : {}),
    meta: {
      ...drawing.meta,
      alt: said(drawing.alt),
      notes: drawing.notes.map(said),
      words: drawing.words.map((word) => ({ ...word })),
    },
  };
  return {
    type: "figure",
    data: drawing.traces,
    layout,
    alt: alt.map((one) => sentence(one).trim()).join(" "),
    marks: drawing.marks,
  };
}

const said = ({ key, params }: Drawing["alt"]): JsonObject => ({ key, params });
