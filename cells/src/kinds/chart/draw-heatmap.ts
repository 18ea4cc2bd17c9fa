// A heatmap: of a matrix, features (chosen, or the most variable) by samples, each row centred and scaled on demand; of
// a table, the mean of a number (or the count of rows) by two groupings. Names of samples stand on it only with labels on.

import type { Assay } from "../../artifacts/artifact.ts";
import { fail } from "../../base/failure.ts";
import { nearestNames } from "../../base/nearest-name.ts";
import { featureIds, featureIndex, featureValues, scaleUnit, textOfSeries } from "./chart-data.ts";
import {
  axis,
  axisTitle,
  type Drawing,
  groupAxis,
  groupName,
  noteOfLeftOut,
  numberColumn,
  type Prepared,
  short,
  textColumn,
  usableRows,
  type Words,
} from "./drawing.ts";
import { groupRows, type Groups } from "./group-rows.ts";
import { f8, plainText, shortText } from "./plot-array.ts";
import { noRows, numbersNeeded, seriesNeeded } from "./refusals.ts";

const mostColumns = 500;
const mostNames = 80;

export function drawHeatmap(prepared: Prepared): Drawing {
  return prepared.source.assay && !prepared.y ? ofMatrix(prepared, prepared.source.assay) : ofGroups(prepared);
}

function ofMatrix(prepared: Prepared, assay: Assay): Drawing {
  const { spec } = prepared;
  const chart = spec.chart.type === "heatmap" ? spec.chart : { top: 50, centre: true };
  if (assay.featureCount === 0 || assay.sampleCount === 0) fail("chart.no-rows", {}, { at: ["from"] });
  const rows = prepared.features ? chosen(assay, prepared.features) : mostVariable(assay, chart.top);
  const order = columnOrder(prepared, assay.sampleCount);
  const ids = featureIds(assay);
  const columns = binned(order.samples, order.groups);
  const scaled = rows.map((feature) => {
    const values = featureValues(assay, feature);
    const shown = chart.centre && values.length > 1 ? standardised(values) : values;
    return columns.map((samples) => meanOf(samples.map((sample) => shown[sample] as number)));
  });
  const values = scaled.flat();
  const unit = chart.centre ? "z-score" : scaleUnit[assay.scale];
  const labels = prepared.label && columns.every((samples) => samples.length === 1);
  const xTitle: Words = order.groups
    ? axisTitle({ own: spec.xTitle, series: prepared.x, log: false })
    : axisTitle({ own: spec.xTitle, series: null, log: false, word: { key: "chart.axis-samples", params: {} } });
  const yTitle = axisTitle({ own: spec.yTitle, series: null, log: false });
  const ends = order.groups ? groupSpans(columns, order.groups) : [];
  return {
    traces: [
      {
        type: "heatmap",
        z: f8(values, `${rows.length},${columns.length}`),
        hoverongaps: false,
        hovertemplate: "%{y}<br>%{z}<extra></extra>",
        colorbar: { title: { text: unit } },
        ...(chart.centre ? { zmid: 0 } : {}),
        meta: { role: chart.centre ? "diverging" : "sequential" },
      },
    ],
    layout: {
      xaxis: axis(xTitle, {
        zeroline: false,
        showgrid: false,
        ...(labels
          ? {
              tickmode: "array",
              tickvals: columns.map((_, i) => i),
              ticktext: columns.map((samples) =>
                shortText(textOfSeries(prepared.label as NonNullable<typeof prepared.label>, samples[0] as number) ?? "", 18),
              ),
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
        autorange: "reversed",
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
        y1: 1,
        line: { width: 2 },
      })),
      showlegend: false,
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
      ...(labels
        ? [
            textColumn(
              (prepared.label as NonNullable<typeof prepared.label>).name,
              rows.flatMap(() =>
                columns.map((samples) =>
                  textOfSeries(prepared.label as NonNullable<typeof prepared.label>, samples[0] as number),
                ),
              ),
            ),
          ]
        : []),
      numberColumn(unit || "value", values),
    ],
    rows: values.length,
    marks: values.length,
    alt: {
      key: "chart.alt-heatmap",
      params: {
        rows: rows.length,
        columns: order.samples.length,
        noun: assay.featureNoun,
        by: order.groups ? ends.map((span) => `${span.label} (n = ${span.n})`) : [],
        first: rows.slice(0, 5).map((feature) => ids[feature] ?? ""),
      },
    },
    notes: [
      ...(columns.length < order.samples.length
        ? [{ key: "chart.note-binned", params: { n: order.samples.length, columns: columns.length } }]
        : []),
      ...(rows.length > mostNames ? [{ key: "chart.note-names", params: { n: rows.length } }] : []),
    ],
    words: [
      { path: ["xaxis", "title", "text"], ...xTitle },
      { path: ["yaxis", "title", "text"], ...yTitle },
    ],
  };
}

function chosen(assay: Assay, names: readonly string[]): number[] {
  if (names.length === 0) fail("chart.no-features", { noun: assay.featureNoun }, { at: ["chart"] });
  return names.slice(0, 2000).map((name) => {
    const feature = featureIndex(assay, name);
    if (feature >= 0) return feature;
    const near = nearestNames(name, featureIds(assay));
    return fail(
      near.length > 0 ? "chart.feature-missing-near" : "chart.row-missing",
      { feature: name, noun: assay.featureNoun, near },
      { at: ["chart"] },
    );
  });
}

/** Two-pass variance, so that large means cost no digits; ties keep the order of the matrix. */
function mostVariable(assay: Assay, top: number): number[] {
  const variance = new Float64Array(assay.featureCount);
  const { values } = assay;
  const n = assay.sampleCount;
  if (values.layout === "dense") {
    for (let f = 0; f < assay.featureCount; f++) {
      let sum = 0;
      let count = 0;
      for (let s = 0; s < n; s++) {
        const value = values.data[f * n + s] as number;
        if (Number.isNaN(value)) continue;
        sum += value;
        count++;
      }
      const mean = count > 0 ? sum / count : 0;
      let squares = 0;
      for (let s = 0; s < n; s++) {
        const value = values.data[f * n + s] as number;
        if (!Number.isNaN(value)) squares += (value - mean) ** 2;
      }
      variance[f] = count > 1 ? squares / (count - 1) : 0;
    }
  } else {
    const mean = new Float64Array(assay.featureCount);
    const stored = new Float64Array(assay.featureCount);
    values.featureIndex.forEach((f, i) => {
      mean[f] = (mean[f] as number) + (values.data[i] as number) / n;
      stored[f] = (stored[f] as number) + 1;
    });
    values.featureIndex.forEach((f, i) => {
      variance[f] = (variance[f] as number) + ((values.data[i] as number) - (mean[f] as number)) ** 2;
    });
    for (let f = 0; f < assay.featureCount; f++) {
      variance[f] = n > 1 ? ((variance[f] as number) + (n - (stored[f] as number)) * (mean[f] as number) ** 2) / (n - 1) : 0;
    }
  }
  return [...variance.keys()].sort((a, b) => (variance[b] as number) - (variance[a] as number) || a - b).slice(0, top);
}

/** z-scores over the samples that have a value; a constant row is 0 throughout. */
function standardised(values: Float64Array): Float64Array {
  let n = 0;
  let sum = 0;
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    n++;
    sum += value;
  }
  const mean = sum / Math.max(1, n);
  let squares = 0;
  for (const value of values) if (!Number.isNaN(value)) squares += (value - mean) ** 2;
  const sd = Math.sqrt(squares / Math.max(1, n - 1));
  return values.map((value) => (Number.isNaN(value) ? value : sd > 0 ? (value - mean) / sd : 0));
}

function columnOrder(
  prepared: Prepared,
  samples: number,
): { readonly samples: readonly number[]; readonly groups: Groups | null } {
  const all = Array.from({ length: samples }, (_, i) => i);
  const by = prepared.x ?? prepared.color;
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
  return { samples: all.sort((a, b) => place(a) - place(b) || a - b), groups };
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

function meanOf(values: readonly number[]): number {
  let n = 0;
  let sum = 0;
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    n++;
    sum += value;
  }
  return n === 0 ? Number.NaN : sum / n;
}

const groupOf = (groups: Groups, sample: number): string | null => {
  const group = groups.list[groups.of[sample] as number];
  return !group || group.role === "missing" ? null : group.label;
};

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

function ofGroups(prepared: Prepared): Drawing {
  const { spec, source } = prepared;
  const x = seriesNeeded(prepared.x, "x", spec);
  const y = seriesNeeded(prepared.y, "y", spec);
  const z = prepared.color ? numbersNeeded(prepared.color, "color", spec) : null;
  const counts = usableRows(source.rows, [{ series: z, log: false }]);
  if (counts.left === 0) noRows(counts, source.rows, { color: z }, spec);
  const order = spec.order === "value" || spec.order === "value-down" ? "name" : spec.order;
  const across = groupRows(x, counts.use, { order, most: spec.groups });
  const up = groupRows(y, counts.use, { order, most: spec.groups });
  const width = across.list.length;
  const n = new Float64Array(width * up.list.length);
  const sum = new Float64Array(n.length);
  for (let row = 0; row < source.rows; row++) {
    if (!counts.use[row]) continue;
    const at = (up.of[row] as number) * width + (across.of[row] as number);
    n[at] = (n[at] as number) + 1;
    sum[at] = (sum[at] as number) + (z?.values[row] ?? 1);
  }
  const values = n.map((count, at) => (count === 0 ? (z ? Number.NaN : 0) : z ? (sum[at] as number) / count : count));
  const names = (groups: Groups): string[] =>
    groups.list.map((group) => (group.role === "group" ? shortText(group.label, 24) : groupName(group, groups.rest)));
  const xTitle = axisTitle({ own: spec.xTitle, series: x, log: false });
  const yTitle = axisTitle({ own: spec.yTitle, series: y, log: false });
  const negative = values.some((value) => value < 0);
  return {
    traces: [
      {
        type: "heatmap",
        z: f8(values, `${up.list.length},${width}`),
        hoverongaps: false,
        customdata: up.list.map((_, row) => Array.from(n.subarray(row * width, (row + 1) * width))),
        hovertemplate: "%{z}<br>n = %{customdata}<extra></extra>",
        colorbar: { title: { text: z ? plainText(z.unit ? `${z.name}, ${z.unit}` : z.name) : "n" } },
        ...(negative ? { zmid: 0 } : {}),
        meta: { role: negative ? "diverging" : "sequential" },
      },
    ],
    layout: {
      xaxis: groupAxis(xTitle, names(across), 0),
      yaxis: { ...groupAxis(yTitle, names(up), 0), range: [up.list.length - 0.5, -0.5] },
      showlegend: false,
    },
    columns: [
      textColumn(
        x.name,
        [...n.keys()].map((at) => across.list[at % width]?.label ?? null),
      ),
      textColumn(
        y.name,
        [...n.keys()].map((at) => up.list[Math.floor(at / width)]?.label ?? null),
      ),
      ...(z ? [numberColumn(z.name, values, z.unit)] : []),
      numberColumn("n", n),
    ],
    rows: n.length,
    marks: n.length,
    alt: {
      key: z ? "chart.alt-heatmap-groups" : "chart.alt-heatmap-counts",
      params: {
        x: x.name,
        y: y.name,
        z: z?.name ?? "",
        rows: up.list.length,
        columns: width,
        max: short(values.reduce((a, b) => (b > a ? b : a), Number.NEGATIVE_INFINITY)),
      },
    },
    notes: [
      ...noteOfLeftOut(counts, source.rows),
      ...[across, up].flatMap((groups) =>
        groups.rest > 0 ? [{ key: "chart.note-rest", params: { n: groups.rest, field: groups.name } }] : [],
      ),
    ],
    words: [
      { path: ["xaxis", "title", "text"], ...xTitle },
      { path: ["yaxis", "title", "text"], ...yTitle },
    ],
  };
}
