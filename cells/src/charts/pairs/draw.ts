// Pairs of columns: below the diagonal points, a panel a pair; on it how each column is distributed; above it the correlation of
// each pair. Of very many rows panels show densities.

import { plainText } from "../../artifacts/figure-text.ts";
import type { JsonObject } from "../../base/json.ts";
import type { Drawing, NumberSeries, Prepared } from "../../contract/chart-drawing.ts";
import type { Sentence } from "../../messages/sentence.ts";
import { binOf, equalBins } from "../../stats/bins.ts";
import { correlations, type Correlations } from "../../stats/correlations.ts";
import { columnOf } from "../parts/axis-side.ts";
import { annotationWords } from "../parts/brackets/draw-brackets.ts";
import { plainTextsOf } from "../parts/chart-data.ts";
import { groupRows, rowsByGroup } from "../parts/chart-groups.ts";
import { chosenColumns } from "../parts/chosen-columns.ts";
import {
  axis,
  fewestForShape,
  groupMeta,
  groupName,
  mostSvgPoints,
  noteOfOrder,
  noteOfRest,
  numberColumn,
  partsTold,
  sentence,
  textColumn,
} from "../parts/drawing.ts";
import { axisId, axisKey, domainAcross, domainDown, panelsMeta } from "../parts/panels.ts";
import { f8, shortText } from "../parts/plot-array.ts";
import { words as shared } from "../parts/words.ts";
import { mostColumns, type PairsOptions } from "./chart.ts";
import { type Coloured, densitiesOf, histogramsOf } from "./on-diagonal.ts";
import { words } from "./words.ts";

/** Of more rows each panel shows where they are close together. */
const mostPoints = 20_000;
/** Of one panel: fifteen of them hold as many points as a picture can. */
const mostInPanel = 6000;
const squares = 40;
const [between, mostColours] = [0.025, 12];

export function draw(prepared: Prepared<PairsOptions>): Drawing {
  const { spec, source, color } = prepared;
  // What is named is meant: as many as can be read.
  const { list, notes } = chosenColumns(prepared, spec.chart.columns === null ? spec.chart.top : mostColumns);
  const count = list.length;
  const found = correlations(
    list.map(({ values }) => values),
    spec.chart.method,
  );
  const groups = color
    ? groupRows(color, new Uint8Array(source.rows).fill(1), { order: "name", most: Math.min(spec.groups, mostColours) })
    : null;
  const byGroup = groups && rowsByGroup(groups.of, groups.list.length);
  const colours: readonly Coloured[] = groups
    ? groups.list.map((group, at) => ({
        group,
        name: groupName(group, groups.rest),
        rows: byGroup?.[at] ?? [],
        meta: groupMeta(group, color?.name ?? "", groups.rest),
      }))
    : [{ group: null, name: "", rows: Int32Array.from({ length: source.rows }, (_, row) => row), meta: groupMeta(null, "", 0) }];
  const isDense = source.rows > (count > 3 ? mostInPanel : mostPoints);
  const type = (source.rows * count * (count - 1)) / 2 > mostSvgPoints ? "scattergl" : "scatter";
  const traces: JsonObject[] = [];
  let few = 0;
  for (let row = 0; row < count; row++) {
    for (let column = 0; column < row; column++) {
      const [x, y] = [list[column] as NumberSeries, list[row] as NumberSeries];
      const axes = { xaxis: axisId("x", column), yaxis: axisId("y", row) };
      if (isDense) traces.push(squaresOf(x, y, axes));
      else for (const colour of colours) traces.push(pointsOf(prepared, x, y, colour, { type, ...axes }));
    }
    const axes = { xaxis: axisId("x", row), yaxis: axisId("y", count + row) };
    const drawn = spec.chart.diagonal === "density" ? densitiesOf : histogramsOf;
    const diagonal = drawn(list[row] as NumberSeries, colours, axes);
    traces.push(...diagonal.traces);
    few += diagonal.few;
  }
  const isLegendShown = groups !== null;
  if (isLegendShown) showOnce(traces);
  const told = pairsTold(list, found);
  const texts = correlationTexts(list, found);
  const complete = Array.from({ length: source.rows }, (_, row) => row).filter((row) =>
    list.every(({ values }) => !Number.isNaN(values[row])),
  ).length;
  const of = {
    columns: list.map(({ name }) => name),
    n: source.rows,
    method: { key: words.key(spec.chart.method), params: {} },
    parts: told,
    color: color?.name ?? "",
    groups: partsTold((groups?.list ?? []).map((group) => `${group.label} (n = ${group.rows})`)),
  };
  const drawnRows = Array.from({ length: source.rows }, (_, row) => row);
  return {
    traces,
    layout: {
      ...axesOf(list),
      annotations: texts.map(({ at: [x, y], text }) => ({
        x,
        y,
        xref: "paper",
        yref: "paper",
        showarrow: false,
        text: sentence(text),
        meta: "correlation",
      })),
      barmode: "stack",
      bargap: 0,
      showlegend: isLegendShown,
    },
    meta: panelsMeta(count, count),
    columns: isDense
      ? tableOfPairs(list, found)
      : [
          ...list.map((series) => columnOf(series, drawnRows)),
          ...(color ? [columnOf(color, drawnRows)] : []),
          ...(prepared.label ? [columnOf(prepared.label, drawnRows)] : []),
        ],
    rows: isDense ? (count * (count - 1)) / 2 : source.rows,
    marks: isDense ? traces.length : (source.rows * count * (count - 1)) / 2,
    alt: words.sentence(groups ? "alt-groups" : "alt", of),
    notes: [
      ...notes,
      ...(complete < source.rows ? [words.sentence("note-missing", { n: source.rows - complete, rows: source.rows })] : []),
      ...noteOfRest(groups),
      ...noteOfOrder(spec.order, []),
      ...(isDense ? [words.sentence("note-density", { n: source.rows, most: count > 3 ? mostInPanel : mostPoints })] : []),
      ...(isDense && color ? [words.sentence("note-density-colour", { field: color.name })] : []),
      ...(few > 0 ? [words.sentence("note-few", { fewest: fewestForShape })] : []),
      words.sentence("note-r", { method: of.method }),
    ],
    words: annotationWords(
      texts.map(({ text }) => text),
      0,
    ),
  };
}

/** Columns stand below, rows at the left; the first row has its own axis of densities at the left, without numbers. */
function axesOf(list: readonly NumberSeries[]): JsonObject {
  const count = list.length;
  const titled = ({ name, unit }: NumberSeries): Sentence =>
    shared.sentence(unit ? "axis-unit" : "axis", unit ? { name, unit } : { name });
  const out: { [key: string]: JsonObject } = {};
  list.forEach((series, at) => {
    out[axisKey("x", at)] = {
      ...axis(titled(series), { nticks: 4, zeroline: false }),
      domain: [...domainAcross(at, count, between)],
      anchor: at === count - 1 ? axisId("y", 2 * count - 1) : axisId("y", count - 1),
    };
    // The name of the first column stands beside its density.
    if (at > 0)
      out[axisKey("y", at)] = {
        ...axis(titled(series), { nticks: 4, zeroline: false }),
        domain: [...domainDown(at, count, between)],
        anchor: "x",
      };
    out[axisKey("y", count + at)] = {
      ...axis(at === 0 ? titled(series) : shared.sentence("axis", { name: "" }), {
        showticklabels: false,
        showgrid: false,
        zeroline: false,
        rangemode: "tozero",
      }),
      domain: [...domainDown(at, count, between)],
      anchor: axisId("x", at),
    };
  });
  return out;
}

function pointsOf(
  { label }: Prepared<PairsOptions>,
  x: NumberSeries,
  y: NumberSeries,
  { name, rows: all, meta }: Coloured,
  axes: JsonObject,
): JsonObject {
  const rows = Array.from(all).filter((row) => !Number.isNaN(x.values[row]) && !Number.isNaN(y.values[row]));
  return {
    mode: "markers",
    ...axes,
    name,
    legendgroup: name,
    showlegend: false,
    x: f8(rows.map((row) => x.values[row] as number)),
    y: f8(rows.map((row) => y.values[row] as number)),
    ...(label ? { text: plainTextsOf(label, rows) } : {}),
    hovertemplate: `${label ? "%{text}<br>" : ""}${plainText(x.name)}: %{x:.4~g}<br>${plainText(y.name)}: %{y:.4~g}<extra>${name}</extra>`,
    marker: { size: rows.length > 400 ? 3 : 5 },
    meta: { ...meta, part: "points" },
  };
}

function squaresOf(x: NumberSeries, y: NumberSeries, axes: JsonObject): JsonObject {
  const [across, upwards] = [binsOf(x), binsOf(y)];
  const n = new Float64Array(squares * squares);
  for (let row = 0; row < x.values.length; row++) {
    const [a, b] = [x.values[row] as number, y.values[row] as number];
    if (Number.isNaN(a) || Number.isNaN(b)) continue;
    const at = binOf(upwards, b) * squares + binOf(across, a);
    n[at] = (n[at] as number) + 1;
  }
  const middles = ({ start, width }: { start: number; width: number }): JsonObject =>
    f8(Array.from({ length: squares }, (_, at) => start + (at + 0.5) * width));
  return {
    type: "heatmap",
    ...axes,
    x: middles(across),
    y: middles(upwards),
    z: f8(
      n.map((value) => (value === 0 ? Number.NaN : Math.log10(value))),
      `${squares},${squares}`,
    ),
    hoverinfo: "skip",
    showscale: false,
    meta: { role: "sequential" },
  };
}

function binsOf({ values }: NumberSeries) {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return equalBins(low, high > low ? high : low + 1, squares);
}

/** Each colour has one line in the legend: that of the first of its traces. */
function showOnce(traces: JsonObject[]): void {
  const seen = new Set<unknown>();
  traces.forEach((trace, at) => {
    if (trace["type"] === "heatmap" || seen.has(trace["name"])) return;
    seen.add(trace["name"]);
    traces[at] = { ...trace, showlegend: true };
  });
}

const pairsOf = (count: number): readonly (readonly [number, number])[] =>
  Array.from({ length: count }, (_, row) => row).flatMap((row) =>
    Array.from({ length: count - row - 1 }, (_, step) => [row, row + step + 1] as const),
  );

/** In the panels above the diagonal. */
function correlationTexts(list: readonly NumberSeries[], { r }: Correlations) {
  const count = list.length;
  const middle = ([from, to]: readonly [number, number]): number => (from + to) / 2;
  return pairsOf(count).map(([row, column]) => {
    const at = row * count + column;
    const value = r[at] as number;
    const text = Number.isNaN(value) ? words.sentence("r-unknown") : words.sentence("r", { r: value.toFixed(2) });
    return { at: [middle(domainAcross(column, count, between)), middle(domainDown(row, count, between))] as const, text };
  });
}

const pairsTold = (list: readonly NumberSeries[], { r }: Correlations): readonly string[] =>
  partsTold(
    pairsOf(list.length).map(([a, b]) => {
      const value = r[a * list.length + b] as number;
      return `${shortText(list[a]?.name ?? "")} – ${shortText(list[b]?.name ?? "")} ${Number.isNaN(value) ? "?" : value.toFixed(2)}`;
    }),
  );

const tableOfPairs = (list: readonly NumberSeries[], { r, n }: Correlations) => {
  const pairs = pairsOf(list.length);
  const of = (values: ArrayLike<number>) => pairs.map(([a, b]) => values[a * list.length + b] as number);
  return [
    textColumn(
      "column",
      pairs.map(([a]) => list[a]?.name ?? ""),
    ),
    textColumn(
      "other",
      pairs.map(([, b]) => list[b]?.name ?? ""),
    ),
    numberColumn("r", of(r)),
    numberColumn("n", of(n)),
  ];
};
