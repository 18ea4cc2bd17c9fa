// A heatmap: of a matrix, features (chosen, or the most variable) by samples, each row centred and scaled on demand; of
// a table, the mean of a number (or the count of rows) by two groupings. Names of samples stand on it only with labels on.

import { plainText } from "../../artifacts/figure-text.ts";
import type { Assay } from "../../artifacts/artifact.ts";
import { featureIds, sampleIds } from "../../artifacts/assay.ts";
import { doubtsOfScale } from "../../artifacts/raw-values.ts";
import type { Drawing, Prepared, Series } from "../../contract/chart-drawing.ts";
import type { Sentence } from "../../messages/sentence.ts";
import { featureValues, scaleUnit, textOfSeries } from "../parts/chart-data.ts";
import type { Groups } from "../parts/chart-groups.ts";
import { axis, axisTitle, axisWords, noteOfOrder, noteOfRest, numberColumn } from "../parts/drawing.ts";
import { f4, f8, shortText } from "../parts/plot-array.ts";
import type { Clustering } from "../../stats/clusters/hclust.ts";
import { mostVariable } from "../../stats/most-variable.ts";
import { zScores } from "../../stats/z-scores.ts";
import { words } from "../parts/words.ts";
import { barsOf, besideMatrix, scaleBelowLegend } from "./beside-matrix.ts";
import { type HeatmapOptions, sampleOnHover } from "./chart.ts";
import { clusterMatrix } from "./cluster-matrix.ts";
import { binned, columnOrder, groupOf, groupSpans } from "./column-order.ts";
import { drawDistances } from "./draw-distances.ts";
import { drawGroups } from "./draw-groups.ts";
import { meanOfPresent, rowsOfMatrix } from "../parts/matrix-rows.ts";
import { chosenFeatures, featuresNamed, mostChosen } from "../parts/chosen-features.ts";
import { type Places, placesOfClusters, spreadOut, withoutGaps } from "./places.ts";
import { textsByColumn, textsByRow } from "./texts-of-fields.ts";
import { words as own } from "./words.ts";

const mostNames = 80;
/** Beyond so many fields their names on hover would be most of the picture's bytes. */
const mostNamedFields = 20_000;

export function draw(prepared: Prepared<HeatmapOptions>): Drawing {
  const { source, spec, y } = prepared;
  if (!source.assay || y) return drawGroups(prepared);
  if (source.assay.featureCount === 0 || source.assay.sampleCount === 0) words.fail("no-rows", {}, { at: ["from"] });
  return spec.chart.shows === "distances" ? drawDistances(prepared, source.assay) : ofMatrix(prepared, source.assay);
}

function ofMatrix(prepared: Prepared<HeatmapOptions>, assay: Assay): Drawing {
  const { spec } = prepared;
  const { chart } = spec;
  const names = featuresNamed(prepared);
  const found = names ? chosenFeatures(assay, names) : [...mostVariable(assay.featureCount, chart.top, rowsOfMatrix(assay))];
  // One sample stands nowhere among others.
  const isCentred = chart.centre && assay.sampleCount > 1;
  let constant = 0;
  // Rows of z-scores that are none over these samples.
  let again = 0;
  const shown = found.map((feature) => {
    const values = featureValues(assay, feature);
    if (!isCentred) return values;
    const { z, isConstant } = zScores(values);
    if (isConstant) constant++;
    else if (assay.scale === "z-score" && z.some((value, sample) => Math.abs(value - (values[sample] as number)) > 1e-4)) again++;
    return z;
  });
  const tree = clusterMatrix(shown, assay.sampleCount, chart);
  const byLikeness = tree.features?.order ?? found.map((_, at) => at);
  const rows = byLikeness.map((at) => found[at] as number);
  const order = columnOrder(prepared, assay.sampleCount, tree.samples?.order ?? null);
  const ids = featureIds(assay);
  const idColumn = assay.samples.columns[0];
  const columns = binned(order.samples, order.groups);
  const values = valuesOf(
    byLikeness.map((at) => shown[at] as ArrayLike<number>),
    columns,
  );
  const unit = isCentred ? "z-score" : scaleUnit[assay.scale];
  // Means of several samples have no name.
  const isOfOne = columns.every((samples) => samples.length === 1);
  const label = isOfOne ? prepared.label : null;
  const xTitle: Sentence = order.groups
    ? axisTitle({ own: spec.xTitle, series: prepared.x, log: false })
    : axisTitle({ own: spec.xTitle, series: null, log: false, word: "axis-samples" });
  const yTitle = axisTitle({ own: spec.yTitle, series: null, log: false });
  const ends = order.groups ? groupSpans(columns, order.groups) : [];
  const sampleNames = label ? columns.map((samples) => plainText(textOfSeries(label, samples[0] as number) ?? "")) : null;
  const isNamed = values.length <= mostNamedFields;
  // Beside groups the samples stand in an order that no tree has.
  const samplesTree = order.groups || columns.length < order.samples.length ? null : tree.samples;
  const rowPlaces = cut(tree.features, rows.length, "cutFeatures", chart);
  const columnPlaces = cut(samplesTree, columns.length, "cutSamples", chart);
  const parts = besideMatrix({
    rows: rowPlaces,
    columns: columnPlaces,
    features: tree.features,
    samples: samplesTree,
    // Means of several samples are of no one group.
    bars: isOfOne ? barsOf(prepared, columns, columnPlaces) : [],
  });
  return {
    traces: [
      {
        type: "heatmap",
        z: numbersFor(values.length)(spreadOut(values, rowPlaces, columnPlaces), `${rowPlaces.size},${columnPlaces.size}`),
        hoverongaps: false,
        ...(isNamed
          ? {
              customdata: namesOfFields(
                rows.map((feature) => plainText(ids[feature] ?? "")),
                sampleNames ?? columns.map(() => null),
                rowPlaces,
                columnPlaces,
              ),
            }
          : {}),
        hovertemplate: isNamed
          ? `%{customdata[0]}<br>${sampleNames ? sampleOnHover : ""}%{z:.3~g}<extra></extra>`
          : "%{y}<br>%{z}<extra></extra>",
        colorbar: { title: { text: unit }, ...scaleBelowLegend(parts.traces) },
        ...(isCentred ? { zmid: 0 } : {}),
        meta: { role: isCentred ? "diverging" : "sequential" },
      },
      ...parts.traces,
    ],
    layout: {
      ...parts.layout,
      xaxis: axis(xTitle, {
        zeroline: false,
        showgrid: false,
        ...parts.xaxis,
        ...(label
          ? {
              tickmode: "array",
              tickvals: columnPlaces.at,
              ticktext: columns.map((samples) => shortText(textOfSeries(label, samples[0] as number) ?? "", 18)),
            }
          : order.groups
            ? {
                tickmode: "array",
                tickvals: ends.map((span) => (span.from + span.to) / 2),
                ticktext: ends.map((span) => span.label),
              }
            : { showticklabels: false, ticks: "" }),
      }),
      yaxis: axis(yTitle, {
        ...parts.yaxis,
        zeroline: false,
        showgrid: false,
        ...(rows.length <= mostNames
          ? {
              tickmode: "array",
              tickvals: rowPlaces.at,
              ticktext: rows.map((feature) => shortText(ids[feature] ?? "", 18)),
            }
          : { showticklabels: false, ticks: "" }),
      }),
      ...(parts.annotations.length > 0 ? { annotations: parts.annotations } : {}),
      shapes: ends.slice(0, -1).map((span) => ({
        type: "line",
        xref: "x",
        yref: "paper",
        x0: span.to + 0.5,
        x1: span.to + 0.5,
        y0: 0,
        y1: parts.top,
        line: { width: 2 },
      })),
      showlegend: parts.traces.some((trace) => trace["showlegend"] === true),
    },
    columns: [
      textsByRow(
        assay.featureNoun || "feature",
        rows.map((feature) => ids[feature] ?? ""),
        columns.length,
      ),
      ...(order.groups
        ? [
            textsByColumn(
              order.groups.name,
              columns.map((samples) => groupOf(order.groups as Groups, samples[0] as number)),
              rows.length,
            ),
          ]
        : []),
      // Of one sample its name, whatever stands on the picture: the data are for who may see rows.
      ...(isOfOne
        ? [
            textsByColumn(
              idColumn?.name ?? "sample",
              columns.map((samples) => sampleIds(assay)[samples[0] as number] ?? ""),
              rows.length,
              { semantic: "sample" },
            ),
          ]
        : [
            numberColumn(
              "samples",
              rows.flatMap(() => columns.map((samples) => samples.length)),
            ),
          ]),
      ...(prepared.color && prepared.color !== prepared.x && !(order.groups && order.groups.name === prepared.color.name)
        ? [
            textsByColumn(
              prepared.color.name,
              columns.map((samples) => textOfSeries(prepared.color as Series, samples[0] as number)),
              rows.length,
            ),
          ]
        : []),
      ...(label && label.name !== idColumn?.name
        ? [
            textsByColumn(
              label.name,
              columns.map((samples) => textOfSeries(label, samples[0] as number)),
              rows.length,
            ),
          ]
        : []),
      ...(rowPlaces.clusters
        ? [
            numberColumn(
              "cluster",
              rowPlaces.clusters.flatMap((cluster) => columns.map(() => cluster)),
            ),
          ]
        : []),
      ...(columnPlaces.clusters
        ? [
            numberColumn(
              "sample_cluster",
              rows.flatMap(() => columnPlaces.clusters ?? []),
            ),
          ]
        : []),
      numberColumn(unit || "value", values),
    ],
    rows: values.length,
    marks: values.length,
    alt: words.sentence("alt-heatmap", {
      rows: rows.length,
      columns: order.samples.length,
      noun: assay.featureNoun,
      by: order.groups ? ends.map((span) => `${span.label} (n = ${span.n})`) : [],
      first: rows.slice(0, 5).map((feature) => ids[feature] ?? ""),
    }),
    notes: [
      // Chosen features with a colour for each value show what they are.
      ...(tree.features || tree.samples || chart.centre || !names ? doubtsOfScale(assay, !chart.centre || !names) : []),
      ...tree.notes,
      ...(constant > 0 ? [own.sentence("note-constant", { n: constant, rows: rows.length })] : []),
      ...(again > 0 ? [own.sentence("note-centred-again", { n: again, rows: rows.length })] : []),
      ...(chart.centre && !isCentred ? [own.sentence("note-not-centred")] : []),
      ...(names && names.length > mostChosen ? [words.sentence("note-first-chosen", { n: names.length, most: mostChosen })] : []),
      ...noteOfRest(order.groups),
      ...noteOfOrder(spec.order, [order.groups]),
      ...(isOfOne || spec.chart.bars.length === 0 ? [] : [words.sentence("note-not-drawn", { fields: ["bars"], n: 1 })]),
      ...notesOfCuts(
        [
          [rowPlaces, "cutFeatures"],
          [columnPlaces, "cutSamples"],
        ],
        chart,
      ),
      ...(columns.length < order.samples.length
        ? [words.sentence("note-binned", { n: order.samples.length, columns: columns.length })]
        : []),
      ...(rows.length > mostNames ? [words.sentence("note-names", { n: rows.length })] : []),
    ],
    words: axisWords(xTitle, yTitle),
  };
}

/** Row after row: of each column the value of its sample, or the mean of several. */
function valuesOf(rows: readonly ArrayLike<number>[], columns: readonly (readonly number[])[]): Float64Array {
  const width = columns.length;
  const values = new Float64Array(rows.length * width);
  rows.forEach((row, at) => {
    for (let column = 0; column < width; column++) {
      const samples = columns[column] as readonly number[];
      values[at * width + column] =
        samples.length === 1
          ? (row[samples[0] as number] as number)
          : meanOfPresent(samples.map((sample) => row[sample] as number));
    }
  });
  return values;
}

/** Beyond so many fields seven digits are enough for a picture, and half the bytes. */
const mostExact = 200_000;
const numbersFor = (fields: number) => (fields > mostExact ? f4 : f8);

/** The cut of a tree that is drawn; of none nothing stands apart. */
function cut(tree: Clustering | null, size: number, field: "cutFeatures" | "cutSamples", chart: HeatmapOptions): Places {
  const groups = chart[field];
  if (!tree) return withoutGaps(size);
  if (groups > size)
    own.fail("cut-into-more", { groups, n: size }, { at: ["chart", field], fix: { path: ["chart", field], value: size } });
  return placesOfClusters(tree, groups);
}

/** That a cut was chosen and there is no tree to cut. */
const notesOfCuts = (cuts: readonly (readonly [Places, "cutFeatures" | "cutSamples"])[], chart: HeatmapOptions): Sentence[] =>
  cuts.flatMap(([{ clusters }, field]) => (chart[field] > 1 && !clusters ? [own.sentence(`note-not-cut-${field}`)] : []));

/** On hover: the feature, and with labels on the sample; nothing where clusters stand apart. */
function namesOfFields(
  features: readonly string[],
  samples: readonly (string | null)[],
  rows: Places,
  columns: Places,
): readonly (readonly (readonly string[])[])[] {
  const named = samples[0] !== null && samples.length > 0;
  const blank = named ? ["", ""] : [""];
  const out = Array.from({ length: rows.size }, () => Array.from({ length: columns.size }, (): readonly string[] => blank));
  features.forEach((feature, r) => {
    samples.forEach((sample, c) => {
      (out[rows.at[r] as number] as (readonly string[])[])[columns.at[c] as number] =
        sample === null ? [feature] : [feature, sample];
    });
  });
  return out;
}
