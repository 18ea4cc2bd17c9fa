// Values as points in strips: of a matrix a place for each feature, within it the groups beside each other; of a table as boxes
// stand. The stroke is the median of a group.

import type { Assay } from "../../artifacts/artifact.ts";
import { featureIds } from "../../artifacts/assay.ts";
import { doubtsOfScale } from "../../artifacts/raw-values.ts";
import type { JsonObject } from "../../base/json.ts";
import type { Drawing, NumberSeries, Prepared, Series, TextSeries } from "../../contract/chart-drawing.ts";
import type { Sentence } from "../../messages/sentence.ts";
import { medianOf } from "../../stats/quantiles.ts";
import { mostVariable } from "../../stats/most-variable.ts";
import { featureValues, plainTextsOf, scaleUnit, textOfSeries } from "../parts/chart-data.ts";
import { chosenFeatures, featuresNamed } from "../parts/chosen-features.ts";
import {
  axis,
  axisTitle,
  axisWords,
  groupAxis,
  mostSvgPoints,
  noteOfLeftOut,
  noteOfOrder,
  noteOfRest,
  numberColumn,
  partsTold,
  selectsGroups,
  spread,
  textColumn,
  told,
  usableRows,
} from "../parts/drawing.ts";
import { groupSlots, slotColumns, slotName } from "../parts/group-slots.ts";
import { rowsOfMatrix } from "../parts/matrix-rows.ts";
import { f8 } from "../parts/plot-array.ts";
import { noRows, numbersNeeded, seriesNeeded } from "../parts/refusals.ts";
import { words } from "../parts/words.ts";
import type { StripOptions } from "./chart.ts";
import { words as own } from "./words.ts";

/** What stands on the axes, a row a point. */
interface Points {
  readonly prepared: Prepared<StripOptions>;
  readonly y: NumberSeries;
  readonly rows: number;
  readonly notes: readonly Sentence[];
}

export function draw(prepared: Prepared<StripOptions>): Drawing {
  const { source, spec } = prepared;
  if (source.assay && (source.assay.featureCount === 0 || source.assay.sampleCount === 0))
    words.fail("no-rows", {}, { at: ["from"] });
  const points = source.assay && !prepared.y ? ofMatrix(prepared, source.assay) : ofTable(prepared);
  const { y, rows } = points;
  const counts = usableRows(rows, [{ series: y, log: spec.logY }]);
  if (counts.left === 0) noRows(counts, rows, { y }, spec);
  const placed = groupSlots(points.prepared, y, counts.use);
  const { groups, colours, slots } = placed;
  const { label } = points.prepared;
  const type = counts.left > mostSvgPoints ? "scattergl" : "scatter";
  const traces = placed.traces.flatMap((colour): JsonObject[] => {
    const mine = slots.filter(({ sub }) => sub === colour);
    const [name, meta] = [placed.nameOf(colour), placed.metaOf(colour)];
    const drawn = mine.flatMap(({ rows: some }) => [...some]);
    return [
      {
        type,
        mode: "markers",
        name,
        x: f8(mine.flatMap(({ x, half, rows: some }) => Array.from(some, (_, at) => x + spread(at) * half * 0.55))),
        y: f8(drawn.map((row) => y.values[row] as number)),
        ...(label ? { text: plainTextsOf(label, drawn) } : {}),
        hovertemplate: `${label ? "%{text}<br>" : ""}%{y:.4~g}<extra>${name}</extra>`,
        legendgroup: name,
        showlegend: name !== "",
        meta: { ...meta, part: "points" },
      },
      {
        type: "scatter",
        mode: "lines",
        name,
        x: f8(mine.flatMap(({ x, half }) => [x - half * 1.1, x + half * 1.1, Number.NaN])),
        y: f8(mine.flatMap(({ values }) => [medianOf(values), medianOf(values), Number.NaN])),
        hoverinfo: "skip",
        legendgroup: name,
        showlegend: false,
        meta: { ...meta, part: "median" },
      },
    ];
  });
  const xTitle = axisTitle({ own: spec.xTitle, series: source.assay && !prepared.y ? null : points.prepared.x, log: false });
  const matrix = source.assay && !prepared.y ? source.assay : null;
  // A matrix of no known scale holds values.
  const isBare = matrix !== null && !scaleUnit[matrix.scale];
  const yTitle =
    isBare && spec.yTitle === ""
      ? own.sentence(spec.logY ? "axis-value-log" : "axis-value")
      : axisTitle({ own: spec.yTitle, series: y, log: spec.logY });
  return {
    traces,
    // Of a matrix a point is a value of many of a sample.
    ...(matrix ? {} : { meta: selectsGroups(groups, true) }),
    layout: {
      xaxis: groupAxis(xTitle, placed.labels, 0),
      yaxis: axis(yTitle, { ...(spec.logY ? { type: "log" } : {}), zeroline: false }),
      showlegend: placed.traces.some((colour) => placed.nameOf(colour) !== ""),
    },
    columns: [
      ...slotColumns(
        slots.flatMap((slot) => Array.from(slot.rows, () => slot)),
        placed,
      ),
      ...(label
        ? [
            textColumn(
              label.name,
              slots.flatMap(({ rows: some }) => Array.from(some, (row) => textOfSeries(label, row))),
            ),
          ]
        : []),
      numberColumn(
        y.name,
        slots.flatMap(({ values }) => [...values]),
        y.unit,
      ),
    ],
    rows: counts.left,
    marks: counts.left,
    alt: own.sentence(isBare ? "alt-values" : matrix ? "alt-matrix" : "alt", {
      ...(matrix ? { noun: matrix.featureNoun || "feature" } : {}),
      y: y.name,
      n: counts.left,
      x: groups?.name ?? "",
      parts: partsTold(
        slots.map((slot) => `${slotName(slot, placed)} ${told(medianOf(slot.values))} (n = ${slot.values.length})`),
      ),
    }),
    notes: [
      ...points.notes,
      ...noteOfLeftOut(counts, rows),
      ...noteOfRest(groups, colours),
      ...(points.prepared === prepared ? noteOfOrder(spec.order, [groups], true) : []),
    ],
    words: axisWords(xTitle, yTitle),
  };
}

function ofTable(prepared: Prepared<StripOptions>): Points {
  const { spec, source } = prepared;
  const y = numbersNeeded(seriesNeeded(prepared.y, "y"), "y");
  const unused = source.assay || spec.chart.features === null ? [] : ["features"];
  return {
    prepared,
    y,
    rows: source.rows,
    notes: unused.length > 0 ? [words.sentence("note-not-drawn", { fields: unused, n: unused.length })] : [],
  };
}

/** Feature after feature, in each the samples: the features stand along the axis, the groups of samples are the colours. */
function ofMatrix(prepared: Prepared<StripOptions>, assay: Assay): Points {
  const { spec } = prepared;
  const { top } = spec.chart;
  const by = seriesNeeded(prepared.x, "x");
  const names = featuresNamed(prepared);
  const features = names
    ? chosenFeatures(assay, names.slice(0, top))
    : [...mostVariable(assay.featureCount, top, rowsOfMatrix(assay))];
  const n = assay.sampleCount;
  const ids = featureIds(assay);
  const called = features.map((feature) => ids[feature] ?? "");
  const values = new Float64Array(features.length * n);
  features.forEach((feature, at) => values.set(featureValues(assay, feature), at * n));
  const unit = scaleUnit[assay.scale];
  const y: NumberSeries = { kind: "number", name: unit || "value", unit: "", semantic: "number", values, whole: false };
  const x: TextSeries = {
    kind: "text",
    name: assay.featureNoun || "feature",
    unit: "",
    semantic: null,
    codes: Int32Array.from(values, (_, at) => Math.floor(at / n)),
    levels: called,
  };
  const { label } = prepared;
  return {
    prepared: {
      ...prepared,
      spec: { ...spec, order: called, groups: Math.max(spec.groups, called.length) },
      x,
      color: repeated(by, features.length),
      label: label && repeated(label, features.length),
    },
    y,
    rows: values.length,
    notes: [
      ...doubtsOfScale(assay, true),
      ...(names && names.length > top ? [words.sentence("note-first-chosen", { n: names.length, most: top })] : []),
      ...(prepared.color && prepared.color.name !== by.name
        ? [words.sentence("note-not-drawn", { fields: [`color (${prepared.color.name})`], n: 1 })]
        : []),
      ...(typeof spec.order === "string" && spec.order === "name" ? [] : [own.sentence("note-order-features")]),
    ],
  };
}

function repeated(series: Series, times: number): Series {
  if (series.kind === "text") {
    const codes = new Int32Array(series.codes.length * times);
    for (let at = 0; at < times; at++) codes.set(series.codes, at * series.codes.length);
    return { ...series, codes };
  }
  const values = new Float64Array(series.values.length * times);
  for (let at = 0; at < times; at++) values.set(series.values, at * series.values.length);
  return { ...series, values };
}
