// A heatmap of a table: the mean of a number, or the count of rows, by two groupings.

import { plainText } from "../../artifacts/figure-text.ts";
import type { Drawing, Prepared } from "../../contract/chart-drawing.ts";
import { groupRows } from "../parts/chart-groups.ts";
import {
  axisNames,
  axisTitle,
  axisWords,
  groupAxis,
  noteOfLeftOut,
  noteOfOrder,
  noteOfRest,
  numberColumn,
  sentence,
  textColumn,
  told,
  usableRows,
} from "../parts/drawing.ts";
import { f8 } from "../parts/plot-array.ts";
import { noRows, numbersNeeded, seriesNeeded } from "../parts/refusals.ts";
import { words } from "../parts/words.ts";
import type { HeatmapOptions } from "./chart.ts";
import { words as own } from "./words.ts";

export function drawGroups(prepared: Prepared<HeatmapOptions>): Drawing {
  const { spec, source } = prepared;
  const x = seriesNeeded(prepared.x, "x");
  const y = seriesNeeded(prepared.y, "y");
  const z = prepared.color ? numbersNeeded(prepared.color, "color") : null;
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
  const xTitle = axisTitle({ own: spec.xTitle, series: x, log: false });
  const yTitle = axisTitle({ own: spec.yTitle, series: y, log: false });
  const isMean = z !== null && n.some((count) => count > 1);
  const scale =
    z &&
    axisTitle({
      own: "",
      series: z,
      log: false,
      ...(isMean ? { word: z.unit ? "axis-mean-unit" : "axis-mean", params: { name: z.name, unit: z.unit } } : {}),
    });
  const matrixOnly = [...(spec.chart.features === null ? [] : ["features"]), ...(spec.chart.bars.length > 0 ? ["bars"] : [])];
  const negative = values.some((value) => value < 0);
  return {
    traces: [
      {
        type: "heatmap",
        z: f8(values, `${up.list.length},${width}`),
        hoverongaps: false,
        customdata: up.list.map((_, row) => Array.from(n.subarray(row * width, (row + 1) * width))),
        ...(scale ? { name: plainText(sentence(scale)) } : {}),
        hovertemplate: `${scale ? "%{fullData.name}: " : ""}%{z}<br>n = %{customdata}<extra></extra>`,
        colorbar: { title: { text: scale ? plainText(sentence(scale)) : "n" } },
        ...(negative ? { zmid: 0 } : {}),
        meta: { role: negative ? "diverging" : "sequential", ...(scale ? { word: { ...scale } } : {}) },
      },
    ],
    layout: {
      xaxis: groupAxis(xTitle, axisNames(across), 0),
      yaxis: { ...groupAxis(yTitle, axisNames(up), 0), range: [up.list.length - 0.5, -0.5] },
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
      ...(z ? [numberColumn(isMean ? `mean of ${z.name}` : z.name, values, z.unit)] : []),
      numberColumn("n", n),
    ],
    rows: n.length,
    marks: n.length,
    alt: words.sentence(z ? "alt-heatmap-groups" : "alt-heatmap-counts", {
      x: x.name,
      y: y.name,
      z: z?.name ?? "",
      rows: up.list.length,
      columns: width,
      max: told(values.reduce((a, b) => (b > a ? b : a), Number.NEGATIVE_INFINITY)),
    }),
    notes: [
      ...noteOfLeftOut(counts, source.rows),
      ...(isMean ? [own.sentence("note-mean", { z: z.name })] : []),
      ...noteOfRest(across, up),
      ...noteOfOrder(spec.order, [across, up]),
      ...(matrixOnly.length > 0 ? [words.sentence("note-not-drawn", { fields: matrixOnly, n: matrixOnly.length })] : []),
    ],
    words: axisWords(xTitle, yTitle),
  };
}
