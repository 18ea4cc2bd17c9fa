// How far samples lie from each other: samples by samples, in the order of their tree, as the vignettes of DESeq2 draw it
// (dist(t(x)), pheatmap). Over all features, or the chosen ones, with the values as they are.

import { plainText } from "../../artifacts/figure-text.ts";
import type { Assay } from "../../artifacts/artifact.ts";
import { sampleIds } from "../../artifacts/assay.ts";
import { doubtsOfScale } from "../../artifacts/raw-values.ts";
import type { Drawing, Prepared } from "../../contract/chart-drawing.ts";
import type { Sentence } from "../../messages/sentence.ts";
import { distancesOf, pairAt } from "../../stats/clusters/distances.ts";
import { hclust } from "../../stats/clusters/hclust.ts";
import { mostVariable } from "../../stats/most-variable.ts";
import { textOfSeries } from "../parts/chart-data.ts";
import { axis, axisTitle, axisWords, numberColumn, textColumn, told } from "../parts/drawing.ts";
import { f8, shortText } from "../parts/plot-array.ts";
import { words } from "../parts/words.ts";
import { barsOf, besideMatrix, scaleBelowLegend } from "./beside-matrix.ts";
import type { HeatmapOptions } from "./chart.ts";
import { chosenFeatures, featuresNamed } from "../parts/chosen-features.ts";
import { mostColumns } from "./column-order.ts";
import { rowsOfMatrix } from "../parts/matrix-rows.ts";
import { placesOfClusters, spreadOut, withoutGaps } from "./places.ts";
import { words as own } from "./words.ts";

/** Of more names none could be read. */
const mostNames = 80;
/** Differences that are summed in a few seconds: beyond them the most variable features stand for all. */
const mostDifferences = 2e9;

export function drawDistances(prepared: Prepared<HeatmapOptions>, assay: Assay): Drawing {
  const { spec, label, x } = prepared;
  const { chart } = spec;
  const n = assay.sampleCount;
  if (n > mostColumns) own.fail("too-many-distances", { n, most: mostColumns }, { at: ["from"] });
  if (n < 2) own.fail("no-distances", {}, { at: ["chart", "shows"], fix: { path: ["chart", "shows"], value: "values" } });
  const names = featuresNamed(prepared);
  const most = Math.max(2, Math.floor(mostDifferences / ((n * (n - 1)) / 2)));
  const features = names
    ? chosenFeatures(assay, names)
    : assay.featureCount > most
      ? [...mostVariable(assay.featureCount, most, rowsOfMatrix(assay))]
      : Array.from({ length: assay.featureCount }, (_, at) => at);
  const distances = distancesOf(samplesOver(assay, features), chart.distance);
  const isClustered = n > 2 && chart.cluster !== "none";
  const tree = isClustered ? hclust(n, distances, chart.linkage) : null;
  const order = tree?.order ?? Array.from({ length: n }, (_, at) => at);
  const groups = Math.max(chart.cutSamples, 1);
  if (tree && groups > n)
    own.fail("cut-into-more", { groups, n }, { at: ["chart", "cutSamples"], fix: { path: ["chart", "cutSamples"], value: n } });
  const places = tree ? placesOfClusters(tree, groups) : withoutGaps(n);
  const between = (a: number, b: number): number => (a === b ? 0 : (distances[pairAt(n, a, b)] as number));
  const values = Float64Array.from({ length: n * n }, (_, at) =>
    between(order[Math.floor(at / n)] as number, order[at % n] as number),
  );
  const columns = order.map((sample) => [sample]);
  const parts = besideMatrix({
    rows: places,
    columns: places,
    features: tree,
    samples: tree,
    bars: barsOf(prepared, columns, places),
  });
  const named = label ? order.map((sample) => textOfSeries(label, sample) ?? "") : null;
  const ticks = named && n <= mostNames ? ticksOf(places.at, named) : { showticklabels: false, ticks: "" };
  const xTitle = axisTitle({ own: spec.xTitle, series: null, log: false, word: "axis-samples" });
  const yTitle = axisTitle({ own: spec.yTitle, series: null, log: false });
  const scale = own.sentence(`scale-${chart.distance}`);
  const ids = sampleIds(assay);
  const far = values.reduce((a, b) => (b > a ? b : a), 0);
  const near = distances.reduce((a, b) => (b < a ? b : a), Number.POSITIVE_INFINITY);
  return {
    traces: [
      {
        type: "heatmap",
        z: f8(spreadOut(values, places, places), `${places.size},${places.size}`),
        hoverongaps: false,
        ...(named ? { customdata: namesOfPairs(named.map(plainText), places.at, places.size) } : {}),
        hovertemplate: `${named ? "%{customdata[0]}<br>%{customdata[1]}<br>" : ""}%{z:.3~g}<extra></extra>`,
        colorbar: {
          title: { text: own.say(`scale-${chart.distance}`, {}, "en") },
          ...scaleBelowLegend(parts.traces),
        },
        reversescale: true,
        meta: { role: "sequential", word: { ...scale } },
      },
      ...parts.traces,
    ],
    layout: {
      ...parts.layout,
      xaxis: axis(xTitle, { zeroline: false, showgrid: false, ...parts.xaxis, ...ticks }),
      yaxis: axis(yTitle, { zeroline: false, showgrid: false, ...parts.yaxis, ...ticks }),
      ...(parts.annotations.length > 0 ? { annotations: parts.annotations } : {}),
      showlegend: parts.traces.some((trace) => trace["showlegend"] === true),
    },
    columns: [
      textColumn(
        "sample",
        order.flatMap((sample) => order.map(() => ids[sample] ?? "")),
        { semantic: "sample" },
      ),
      textColumn(
        "other",
        order.flatMap(() => order.map((sample) => ids[sample] ?? "")),
        { semantic: "sample" },
      ),
      ...(places.clusters
        ? [
            numberColumn(
              "sample_cluster",
              places.clusters.flatMap((cluster) => order.map(() => cluster)),
            ),
          ]
        : []),
      numberColumn("distance", values),
    ],
    rows: values.length,
    marks: values.length,
    alt: own.sentence("alt-distances", {
      n,
      features: features.length,
      noun: assay.featureNoun,
      near: told(near),
      far: told(far),
    }),
    notes: [
      ...doubtsOfScale(assay, true),
      own.sentence(`note-distances-${names ? "chosen" : features.length < assay.featureCount ? "most" : "all"}`, {
        n: features.length,
        all: assay.featureCount,
        noun: assay.featureNoun,
      }),
      ...notesOfUnused(prepared, tree !== null, x !== null),
    ],
    words: axisWords(xTitle, yTitle),
  };
}

/** Each sample's values of these features. */
function samplesOver(assay: Assay, features: readonly number[]): readonly Float64Array[] {
  const rowOf = rowsOfMatrix(assay);
  const samples = Array.from({ length: assay.sampleCount }, () => new Float64Array(features.length));
  features.forEach((feature, at) => {
    const row = rowOf(feature);
    for (const [sample, values] of samples.entries()) values[at] = row[sample] as number;
  });
  return samples;
}

const ticksOf = (places: readonly number[], names: readonly string[]) => ({
  tickmode: "array",
  tickvals: [...places],
  ticktext: names.map((name) => shortText(name, 18)),
});

/** Both samples of each field; nothing where clusters stand apart. */
function namesOfPairs(
  names: readonly string[],
  places: readonly number[],
  size: number,
): readonly (readonly (readonly string[])[])[] {
  const nameAt = Array.from({ length: size }, () => "");
  places.forEach((place, at) => {
    nameAt[place] = names[at] ?? "";
  });
  return nameAt.map((row) => nameAt.map((column) => [row, column]));
}

/** What of the settings of a heatmap of values says nothing here. */
function notesOfUnused({ spec: { chart } }: Prepared<HeatmapOptions>, isClustered: boolean, hasX: boolean): readonly Sentence[] {
  const fields = [
    ...(hasX ? ["x"] : []),
    ...(chart.cutFeatures > 1 ? ["cutFeatures"] : []),
    ...(chart.cutSamples > 1 && !isClustered ? ["cutSamples"] : []),
  ];
  return fields.length > 0 ? [words.sentence("note-not-drawn", { fields, n: fields.length })] : [];
}
