// What a report of quality shows below its verdicts: components of the samples with what they go with, the tree of the samples, and
// how the values of each are spread. Of the scale and the features on which rules compare samples.

import type { JsonObject } from "../../../base/json.ts";
import { sampleIds } from "../../../artifacts/assay.ts";
import { identifies } from "../../../artifacts/semantics.ts";
import { type QualityData, subjectOf } from "../../../contract/quality-rule.ts";
import { principalComponents } from "../../../learn/principal-components.ts";
import type { Sentence } from "../../../messages/sentence.ts";
import { distancesOf } from "../../../stats/clusters/distances.ts";
import { hclust } from "../../../stats/clusters/hclust.ts";
import { kernelDensity, silvermanBandwidth } from "../../../stats/kernel-density.ts";
import { quantileOfSorted } from "../../../stats/quantiles.ts";
import { completeRows } from "../complete-rows.ts";
import { colourings } from "./colourings.ts";
import { associationsOf } from "./associations.ts";
import { words } from "../../words.ts";

/** As many as DESeq2's plotPCA takes. */
const features = 500;
const components = 6;
/** Points can be told apart in these thousands; names, boxes and leaves in these hundreds, and curves in fewer. */
const mostPoints = 2_000;
const mostLeaves = 300;
const mostCurves = 100;
/** Columns of the sample sheet that components are held against. */
const mostColumns = 40;
/** Values that are held on the scale of logarithms at once: 400 MB. */
const mostFields = 5e7;
/** Places at which a density is drawn, and values that it is told by at most: evenly taken of the ranked ones. */
const places = 96;
const mostValues = 4_000;

/** As much as is drawn. */
const short = (value: number): number => Number(value.toPrecision(7));
const few = (value: number): number => Number(value.toPrecision(4));

/** Null: there is nothing to show. What is not shown says why. */
export function picturesOf(data: QualityData): JsonObject | null {
  const { assay } = data;
  if (subjectOf(assay.scale) !== "expression" || assay.sampleCount < 2) return null;
  const count = assay.sampleCount;
  const lacks: Sentence[] = [];
  if (assay.featureCount * count > mostFields) lacks.push(words.sentence("too-large", { n: assay.featureCount * count }));
  const isDrawn = lacks.length === 0;
  const rows = isDrawn ? completeRows(data, data.variable(features)) : { lacks: null };
  if ("lacks" in rows && rows.lacks) lacks.push(rows.lacks);
  const vectors =
    "lacks" in rows
      ? null
      : Array.from({ length: count }, (_, sample) => Float64Array.from(rows, (row) => row[sample] as number));
  const isTooMany = (most: number, key: "too-many-points" | "too-many-leaves" | "too-many-curves"): boolean => {
    if (count > most) lacks.push(words.sentence(key, { n: count, most }));
    return count > most;
  };
  const found = {
    components: vectors && count > 2 && !isTooMany(mostPoints, "too-many-points") ? componentsOf(data, vectors) : null,
    tree: vectors && count > 2 && !isTooMany(mostLeaves, "too-many-leaves") ? treeOf(vectors) : null,
    spread: !isDrawn || isTooMany(mostCurves, "too-many-curves") ? null : spreadOf(data),
  };
  if (!found.components && !found.tree && !found.spread && lacks.length === 0) return null;
  return {
    samples: [...sampleIds(assay)].slice(0, found.components ? mostPoints : mostLeaves),
    features: vectors?.[0]?.length ?? 0,
    scale: data.librarySizes ? "log2-cpm" : data.isLinear ? "log2" : "as-is",
    colours: found.components || found.tree || found.spread ? colourings(assay.samples, data.columns) : [],
    ...found,
    lacks: lacks.map((sentence) => ({ ...sentence })),
  };
}

function componentsOf(data: QualityData, vectors: readonly Float64Array[]): JsonObject | null {
  const width = vectors[0]?.length ?? 0;
  const values = new Float64Array(vectors.length * width);
  vectors.forEach((vector, sample) => values.set(vector, sample * width));
  const found = principalComponents(values, vectors.length, width, { components, scale: false });
  const n = found.share.length;
  if (n === 0) return null;
  const scores = Array.from({ length: n }, (_, at) =>
    Float64Array.from(vectors, (_v, sample) => found.scores[sample * n + at] as number),
  );
  const { columns } = data.assay.samples;
  // What names persons is quoted nowhere.
  const told = columns.slice(1).filter((column) => !identifies(column));
  return {
    share: [...found.share].map(short),
    scores: scores.map((of) => [...of].map(short)),
    associations: associationsOf(scores, told.slice(0, mostColumns)).map((one) => ({
      ...one,
      r2: short(one.r2),
      p: short(one.p),
      adjusted: short(one.adjusted),
    })),
    more: Math.max(0, told.length - mostColumns),
  };
}

/** As R's hclust(dist(t(x))). */
function treeOf(vectors: readonly Float64Array[]): JsonObject {
  const { merge, height, order } = hclust(vectors.length, distancesOf(vectors, "euclidean"), "complete");
  return { merge: merge.map((pair) => [...pair]), height: height.map(short), order: [...order] };
}

/** Of features that are seen in a sample at all: boxes as R's, and densities on one grid. */
function spreadOf(data: QualityData): JsonObject | null {
  const { sampleCount, featureCount } = data.assay;
  const all = data.logged();
  const seen: number[] = [];
  for (let feature = 0; feature < featureCount; feature++) {
    const row = all.subarray(feature * sampleCount, (feature + 1) * sampleCount);
    if (!data.librarySizes || row.some((value) => value > 0)) seen.push(feature);
  }
  const sorted = Array.from({ length: sampleCount }, (_, sample) =>
    Float64Array.from(seen, (feature) => all[feature * sampleCount + sample] as number)
      .filter(Number.isFinite)
      .sort(),
  );
  if (sorted.every((values) => values.length === 0)) return null;
  const [least, most] = sorted.reduce(
    ([low, high], values) => [Math.min(low, values[0] ?? low), Math.max(high, values.at(-1) ?? high)],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  );
  const at = Array.from({ length: places }, (_, place) => least + ((most - least) * place) / (places - 1));
  return {
    features: seen.length,
    boxes: sorted.map((values) => boxOf(values)),
    at: most > least && Number.isFinite(most - least) ? at.map(short) : [],
    densities: most > least && Number.isFinite(most - least) ? sorted.map((values) => densityOf(values, at)) : [],
  };
}

/** Whiskers end at values, no farther than 1.5 times the box. Null of none. */
function boxOf(sorted: Float64Array): readonly number[] | null {
  if (sorted.length === 0) return null;
  const [q1, median, q3] = [0.25, 0.5, 0.75].map((share) => quantileOfSorted(sorted, share)) as [number, number, number];
  const reach = 1.5 * (q3 - q1);
  const lower = sorted.find((value) => value >= q1 - reach) ?? q1;
  const upper = sorted.findLast((value) => value <= q3 + reach) ?? q3;
  return [Math.min(lower, q1), q1, median, q3, Math.max(upper, q3)].map(short);
}

function densityOf(sorted: Float64Array, at: readonly number[]): readonly number[] | null {
  const taken =
    sorted.length <= mostValues
      ? sorted
      : Float64Array.from(
          { length: mostValues },
          (_, rank) => sorted[Math.round((rank * (sorted.length - 1)) / (mostValues - 1))] as number,
        );
  const bandwidth = silvermanBandwidth(sorted);
  return bandwidth > 0 ? [...kernelDensity(taken, bandwidth, at)].map(few) : null;
}
