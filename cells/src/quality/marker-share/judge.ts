// Shares of all reads of a sample. Much of mitochondria is what is left of cells that broke; a few features that take most of the
// reads leave none for the others.

import { denseData } from "../../artifacts/assay.ts";
import type { JudgeOf, Measure, QualityData, Verdict } from "../../contract/quality-rule.ts";
import { highSamples } from "../parts/low-samples.ts";
import { sumsPerSample } from "../parts/per-sample.ts";
import { markersIn } from "../parts/marker-genes.ts";
import type { markerShare } from "./rule.ts";
import { words as shared } from "../words.ts";
import { words } from "./words.ts";

/** Fewer features than this have no hundred that could take too much. */
const fewest = 1000;

export const judge: JudgeOf<typeof markerShare> = {
  judge(data, settings) {
    const { assay, librarySizes } = data;
    if (!librarySizes) return { lacks: words.sentence("no-counts") };
    if (librarySizes.every((size) => size === 0)) return { lacks: shared.sentence("no-reads") };
    const measures: Measure[] = [];
    const verdicts: Verdict[] = [];
    const mitochondrial = markersIn(assay, "mitochondrial");
    if (mitochondrial.length > 0) {
      const share = sharesOf(data, librarySizes, mitochondrial);
      measures.push({ name: "mitochondrial_share", values: share });
      verdicts.push(...high(data, share, settings.mitochondrialWarn, settings.mitochondrialFail, "mitochondrial"));
    }
    const ribosomal = markersIn(assay, "ribosomal");
    if (ribosomal.length > 0) measures.push({ name: "ribosomal_share", values: sharesOf(data, librarySizes, ribosomal) });
    if (assay.featureCount >= fewest) {
      const top = topShares(data, librarySizes);
      measures.push({ name: "top100_share", values: top });
      verdicts.push(...high(data, top, settings.topWarn, settings.topFail, "top"));
    }
    return measures.length === 0 ? { lacks: words.sentence("no-markers") } : { measures, verdicts };
  },
};

function sharesOf({ assay }: QualityData, sizes: Float64Array, features: readonly number[]): Float64Array {
  const sums = sumsPerSample(assay, new Set(features));
  return sizes.map((size, sample) => (size > 0 ? (sums[sample] as number) / size : Number.NaN));
}

function topShares({ assay }: QualityData, sizes: Float64Array): Float64Array {
  const values = denseData(assay);
  const { featureCount, sampleCount } = assay;
  return sizes.map((size, sample) => {
    const column = new Float32Array(featureCount);
    for (let feature = 0; feature < featureCount; feature++) column[feature] = values[feature * sampleCount + sample] as number;
    column.sort();
    let sum = 0;
    for (let at = featureCount - 100; at < featureCount; at++) sum += column[at] as number;
    return size > 0 ? sum / size : Number.NaN;
  });
}

const high = (
  { assay }: QualityData,
  shares: Float64Array,
  warn: number,
  fail: number,
  key: "mitochondrial" | "top",
): readonly Verdict[] =>
  highSamples(assay, shares, { warn, fail }, ({ sample, value, threshold }) => words.sentence(key, { sample, value, threshold }));
