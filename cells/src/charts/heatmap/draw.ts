// A heatmap: of a matrix, features (chosen, or the most variable) by samples, each row centred and scaled on demand; of
// a table, the mean of a number (or the count of rows) by two groupings. Names of samples stand on it only with labels on.

import type { Assay } from "../../artifacts/artifact.ts";
import { featureIds, sampleIds } from "../../artifacts/assay.ts";
import { doubtsOfScale } from "../../artifacts/raw-values.ts";
import type { Json } from "../../base/json.ts";
import { nearestNames } from "../../base/nearest-name.ts";
import type { Drawing, Prepared, Series } from "../../contract/chart-drawing.ts";
import type { Sentence } from "../../messages/sentence.ts";
import { featureIndex, featureValues, scaleUnit, textOfSeries } from "../parts/chart-data.ts";
import { groupRows, type Groups } from "../parts/chart-groups.ts";
import {
  axis,
  axisTitle,
  axisWords,
  groupName,
  labelOf,
  noteOfOrder,
  noteOfRest,
  numberColumn,
  textColumn,
} from "../parts/drawing.ts";
import { f8, plainText, shortText } from "../parts/plot-array.ts";
import { mostVariable } from "../../stats/most-variable.ts";
import { zScores } from "../../stats/z-scores.ts";
import { words } from "../parts/words.ts";
import { barsOf, besideMatrix } from "./beside-matrix.ts";
import { type HeatmapOptions, sampleOnHover } from "./chart.ts";
import { clusterMatrix } from "./cluster-matrix.ts";
import { drawGroups } from "./draw-groups.ts";
import { meanOfPresent, rowsOfMatrix } from "./matrix-rows.ts";
import { words as own } from "./words.ts";

const mostColumns = 500;
const mostNames = 80;
/** As many as the most variable ones may be. */
const mostChosen = 2000;
/** Beyond so many fields their names on hover would be most of the picture's bytes. */
const mostNamedFields = 20_000;

export function draw(prepared: Prepared<HeatmapOptions>): Drawing {
  return prepared.source.assay && !prepared.y ? ofMatrix(prepared, prepared.source.assay) : drawGroups(prepared);
}

function ofMatrix(prepared: Prepared<HeatmapOptions>, assay: Assay): Drawing {
  const { spec } = prepared;
  const { chart } = spec;
  if (assay.featureCount === 0 || assay.sampleCount === 0) words.fail("no-rows", {}, { at: ["from"] });
  const names = featuresNamed(prepared);
  const found = names ? chosen(assay, names) : [...mostVariable(assay.featureCount, chart.top, rowsOfMatrix(assay))];
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
  const scaled = byLikeness.map((at) =>
    columns.map((samples) => meanOfPresent(samples.map((sample) => (shown[at] as ArrayLike<number>)[sample] as number))),
  );
  const values = scaled.flat();
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
  const parts = besideMatrix({
    size: { rows: rows.length, columns: columns.length },
    features: tree.features,
    // Beside groups the samples stand in an order that no tree has.
    samples: order.groups || columns.length < order.samples.length ? null : tree.samples,
    // Means of several samples are of no one group.
    bars: isOfOne ? barsOf(prepared, columns) : [],
  });
  return {
    traces: [
      {
        type: "heatmap",
        z: f8(values, `${rows.length},${columns.length}`),
        hoverongaps: false,
        ...(isNamed
          ? {
              customdata: rows.map((feature) => {
                const name = plainText(ids[feature] ?? "");
                return columns.map((_, at) => (sampleNames ? [name, sampleNames[at] as string] : [name]));
              }),
            }
          : {}),
        hovertemplate: isNamed
          ? `%{customdata[0]}<br>${sampleNames ? sampleOnHover : ""}%{z:.3~g}<extra></extra>`
          : "%{y}<br>%{z}<extra></extra>",
        colorbar: { title: { text: unit }, ...(parts.traces.some((trace) => trace["showlegend"] === true) ? { len: 0.6 } : {}) },
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
              tickvals: columns.map((_, i) => i),
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
              tickvals: rows.map((_, i) => i),
              ticktext: rows.map((feature) => shortText(ids[feature] ?? "", 18)),
            }
          : { showticklabels: false, ticks: "" }),
      }),
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
      textColumn(
        assay.featureNoun || "feature",
        rows.flatMap((feature) => columns.map(() => ids[feature] ?? "")),
      ),
      ...(order.groups
        ? [
            textColumn(
              order.groups.name,
              rows.flatMap(() => columns.map((samples) => groupOf(order.groups as Groups, samples[0] as number))),
            ),
          ]
        : []),
      // Of one sample its name, whatever stands on the picture: the data are for who may see rows.
      ...(isOfOne
        ? [
            textColumn(
              idColumn?.name ?? "sample",
              rows.flatMap(() => columns.map((samples) => sampleIds(assay)[samples[0] as number] ?? "")),
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
            textColumn(
              prepared.color.name,
              rows.flatMap(() => columns.map((samples) => textOfSeries(prepared.color as Series, samples[0] as number))),
            ),
          ]
        : []),
      ...(label && label.name !== idColumn?.name
        ? [
            textColumn(
              label.name,
              rows.flatMap(() => columns.map((samples) => textOfSeries(label, samples[0] as number))),
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
      ...(columns.length < order.samples.length
        ? [words.sentence("note-binned", { n: order.samples.length, columns: columns.length })]
        : []),
      ...(rows.length > mostNames ? [words.sentence("note-names", { n: rows.length })] : []),
    ],
    words: axisWords(xTitle, yTitle),
  };
}

/** The features that the spec names, by itself or by a parameter; null = the most variable ones. */
function featuresNamed({ spec, valueOf }: Prepared<HeatmapOptions>): readonly string[] | null {
  if (spec.chart.features === null) return null;
  const value = valueOf(spec.chart.features);
  if (typeof value === "string") return [value];
  if (Array.isArray(value) && value.every((item: Json) => typeof item === "string")) return value as readonly string[];
  return words.fail("parameter-not-name", { field: "features", value: JSON.stringify(value) }, { at: ["chart"] });
}

function chosen(assay: Assay, names: readonly string[]): number[] {
  if (names.length === 0) words.fail("no-features", { noun: assay.featureNoun }, { at: ["chart"] });
  return names.slice(0, mostChosen).map((name) => {
    const feature = featureIndex(assay, name);
    if (feature >= 0) return feature;
    const near = nearestNames(name, featureIds(assay));
    return words.fail(
      near.length > 0 ? "feature-missing-near" : "row-missing",
      { feature: name, noun: assay.featureNoun, near },
      { at: ["chart"] },
    );
  });
}

function columnOrder(
  prepared: Prepared<HeatmapOptions>,
  samples: number,
  likeness: readonly number[] | null,
): { readonly samples: readonly number[]; readonly groups: Groups | null } {
  const all = likeness ? [...likeness] : Array.from({ length: samples }, (_, i) => i);
  // What is put beside its like is told apart by its bar; else the samples of a colour stand together.
  const by = prepared.x ?? (likeness ? null : prepared.color);
  if (!by) return { samples: all, groups: null };
  const groups = groupRows(by, new Uint8Array(samples).fill(1), {
    order: prepared.spec.order === "value" || prepared.spec.order === "value-down" ? "name" : prepared.spec.order,
    most: prepared.spec.groups,
  });
  const inner =
    prepared.x && prepared.color
      ? groupRows(prepared.color, new Uint8Array(samples).fill(1), { order: "name", most: 100 })
      : null;
  const place = (sample: number): number => (groups.of[sample] as number) * 1000 + (inner ? (inner.of[sample] as number) : 0);
  const rank = new Int32Array(samples);
  all.forEach((sample, at) => {
    rank[sample] = at;
  });
  return { samples: all.sort((a, b) => place(a) - place(b) || (rank[a] as number) - (rank[b] as number)), groups };
}

/** At most 500 columns: neighbours of one group are drawn together as their mean. */
function binned(samples: readonly number[], groups: Groups | null): number[][] {
  if (samples.length <= mostColumns) return samples.map((sample) => [sample]);
  const size = Math.ceil(samples.length / (mostColumns - (groups?.list.length ?? 0)));
  const out: number[][] = [];
  for (const sample of samples) {
    const last = out[out.length - 1];
    if (last && last.length < size && (!groups || groups.of[last[0] as number] === groups.of[sample])) last.push(sample);
    else out.push([sample]);
  }
  return out;
}

const groupOf = (groups: Groups, sample: number): string | null => labelOf(groups.list[groups.of[sample] as number]);

function groupSpans(
  columns: readonly (readonly number[])[],
  groups: Groups,
): { from: number; to: number; n: number; label: string }[] {
  const spans: { group: number; from: number; to: number; n: number; label: string }[] = [];
  columns.forEach((samples, index) => {
    const group = groups.of[samples[0] as number] as number;
    const last = spans[spans.length - 1];
    if (last && last.group === group) {
      last.to = index;
      last.n += samples.length;
      return;
    }
    const found = groups.list[group];
    spans.push({
      group,
      from: index,
      to: index,
      n: samples.length,
      label: found ? (found.role === "group" ? shortText(found.label, 18) : groupName(found, groups.rest)) : "",
    });
  });
  return spans;
}
