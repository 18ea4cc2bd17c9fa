// Draws a chart: looks its names up, hands them to the drawing of its family, and puts the figure together. Called by the
// kernel in a warm worker and by headless runs.

import { plainText } from "../../artifacts/figure-text.ts";
import type { Assay, Figure, Table } from "../../artifacts/artifact.ts";
import { namesOfTable } from "../../artifacts/names-of-table.ts";
import { takeRows, uniquelyNamed } from "../../artifacts/table.ts";
import { takeSamples } from "../../artifacts/take-samples.ts";
import { isMostlyNumbers } from "../../artifacts/texts-like-numbers.ts";
import { type Failure, FailureError, type MessageKey } from "../../base/failure.ts";
import { err, ok } from "../../base/result.ts";
import type { Json, JsonObject, JsonPath } from "../../base/json.ts";
import { type CellRef, isCellRef } from "../../base/refs.ts";
import { charts } from "../../charts.ts";
import { chartSource } from "../../charts/parts/chart-data.ts";
import { groupRows, rowsByGroup } from "../../charts/parts/chart-groups.ts";
import { sentence } from "../../charts/parts/drawing.ts";
import { mostPanels, nameOfPanel, type Panel, smallMultiples } from "../../charts/parts/small-multiples.ts";
import { words } from "../../charts/parts/words.ts";
import type { ChartLine } from "../../contract/chart.ts";
import type { ChartSource, Drawing, Prepared, Series } from "../../contract/chart-drawing.ts";
import { type ChartName, type SeriesField, seriesFields } from "../../contract/chart-fields.ts";
import type { Execute, ExecuteContext } from "../../contract/execute.ts";
import { words as formWords } from "./words.ts";
import { type AnyOptions, type ChartSpec, familyOf } from "./spec.ts";

export const execute: Execute<ChartSpec> = async (spec, context) => {
  const line: ChartLine = charts[spec.chart.type];
  const { draw } = await line.draw();
  try {
    const input = inputOf(spec, context);
    const prepared = prepare(spec, context, input);
    const drawn =
      spec.facet !== null && familyOf(spec).panels ? drawPanels({ spec, context, input, prepared, draw }) : draw(prepared);
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

function inputOf(spec: ChartSpec, context: ExecuteContext): Table | Assay {
  if (!spec.from) return words.fail("field-empty", { field: "from" }, { at: ["from"], asks: true });
  const input = context.input(spec.from);
  return input.type === "table" || input.type === "assay"
    ? input
    : words.fail("wrong-input", { type: input.type }, { at: ["from"] });
}

/** A column by the name that a field holds, or that of its parameter; null: the field is empty. */
function seriesIn(source: ChartSource, context: ExecuteContext, name: ChartName, at: JsonPath): Series | null {
  if (name === null) return null;
  const value = context.valueOf(name);
  if (value === null || value === "") return words.fail("parameter-empty", { field: String(at[0]) }, { at, asks: true });
  if (typeof value !== "string")
    return words.fail("parameter-not-name", { field: String(at[0]), value: JSON.stringify(value) }, { at });
  return source.series(value, at, !isCellRef(name));
}

interface OfPanels {
  readonly spec: ChartSpec;
  readonly context: ExecuteContext;
  readonly input: Table | Assay;
  /** Of all rows. */
  readonly prepared: Prepared<AnyOptions>;
  draw(prepared: Prepared<AnyOptions>): Drawing;
}

/** Once for each group of the column that parts panels; the largest where there are too many. */
function drawPanels({ spec, context, input, prepared, draw }: OfPanels): Drawing {
  const by = seriesIn(prepared.source, context, spec.facet, ["facet"]);
  if (!by) return draw(prepared);
  const { rows } = prepared.source;
  if (rows === 0) return words.fail("no-rows", {}, { at: ["from"] });
  const order = spec.order === "data" ? "data" : "name";
  const groups = groupRows(by, new Uint8Array(rows).fill(1), { order, most: Number.POSITIVE_INFINITY });
  const rowsOf = rowsByGroup(groups.of, groups.list.length);
  const largest = new Set([...groups.list].sort((a, b) => b.rows - a.rows).slice(0, mostPanels));
  // In panels groups along the axis stand alike, whatever their numbers in each.
  const isByValue = spec.order === "value" || spec.order === "value-down";
  const ofPanel = isByValue ? { ...spec, order: "name" as const } : spec;
  const panels: Panel[] = [];
  const empty: { readonly name: string; readonly rows: number }[] = [];
  let why: FailureError | null = null;
  groups.list.forEach((group, at) => {
    if (!largest.has(group)) return;
    const kept = rowsOf[at] ?? new Int32Array();
    const label = group.role === "missing" ? null : group.label;
    const own = prepare(ofPanel, context, input.type === "table" ? takeRows(input, kept) : takeSamples(input, kept));
    try {
      panels.push({ label, drawing: draw(among(own, prepared)) });
    } catch (error) {
      if (!(error instanceof FailureError && nothingThere.has(error.failure.reason))) throw error;
      empty.push({ name: nameOfPanel(label), rows: kept.length });
      why ??= error;
    }
  });
  if (panels.length === 0 && why) throw why;
  return smallMultiples(panels, {
    facet: by.name,
    axes: spec.axes,
    notes: [
      ...(groups.list.length > mostPanels
        ? [words.sentence("note-panels-most", { n: groups.list.length, facet: by.name, most: mostPanels })]
        : []),
      ...(empty.length > 0
        ? [words.sentence("note-panels-empty", { panels: empty.map(({ name }) => name), rows: empty.map(({ rows: n }) => n) })]
        : []),
      ...(isByValue ? [words.sentence("note-order-by-name")] : []),
    ],
  });
}

/** A group of which nothing can be drawn has no panel; anything else is wrong with all of them. */
const nothingThere: ReadonlySet<MessageKey> = new Set(
  (["all-missing", "no-row-complete", "log-of-nothing"] as const).map((key) => words.key(key)),
);

/** The series of one panel, each with what it is among all of them. */
function among(own: Prepared<AnyOptions>, all: Prepared<AnyOptions>): Prepared<AnyOptions> {
  const of = (field: SeriesField): Series | null => {
    const [mine, whole] = [own[field], all[field]];
    return mine && whole ? ({ ...mine, among: whole } as Series) : mine;
  };
  return { ...own, x: of("x"), y: of("y"), color: of("color"), size: of("size") };
}

function prepare(spec: ChartSpec, context: ExecuteContext, input: Table | Assay): Prepared<AnyOptions> {
  const source = chartSource(input);
  const family = familyOf(spec);
  const series = (name: ChartName, at: JsonPath): Series | null => seriesIn(source, context, name, at);
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
    members: family.membersByLabel ? series(spec.label, ["label"]) : null,
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
  const { values } = series;
  for (let row = 0; row < values.length; row++) {
    const value = values[row] as number;
    if (!Number.isFinite(value)) continue;
    if (value < min) min = value;
    if (value > max) max = value;
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
  const { uses, names, logs, panels } = familyOf(spec);
  const fields = seriesFields
    .filter((field) => spec[field] !== null && !uses.some((use) => use.field === field))
    .map((field) => (typeof spec[field] === "string" ? `${field} (${spec[field]})` : field));
  if (spec.labels && !names) fields.push("labels");
  if (spec.facet !== null && !panels) fields.push(typeof spec.facet === "string" ? `facet (${spec.facet})` : "facet");
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
