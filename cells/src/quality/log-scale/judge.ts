// Logarithms of expression lie within some twenty, and about as many of them above the middle as below; values as they were measured
// reach thousands, with most of them near 0. (The range is that of GEO2R, which takes logarithms by it.)

import { denseData } from "../../artifacts/assay.ts";
import type { JudgeOf, QualityData, Verdict } from "../../contract/quality-rule.ts";
import { momentsOf } from "../../stats/moments.ts";
import { medianOf, quantiles } from "../../stats/quantiles.ts";
import type { logScale } from "./rule.ts";
import { words } from "./words.ts";

/** What is told of the data set would be told of one person. */
const fewestSamples = 3;
/** So many values tell as much as all, evenly taken. */
const mostValues = 1_000_000;
const mostSamples = 200;

export const judge: JudgeOf<typeof logScale> = {
  judge(data, { range, skew }) {
    const { assay, librarySizes } = data;
    if (assay.sampleCount < fewestSamples) return { lacks: words.sentence("few-samples", { n: assay.sampleCount }) };
    if (librarySizes && assay.scale !== "counts") return { lacks: words.sentence("counts") };
    // Of counts whatever is stored will do.
    const values = librarySizes ? assay.values.data : denseData(assay);
    const taken = everyNth(values, values.length / mostValues).filter(Number.isFinite);
    if (taken.length === 0) return { lacks: words.sentence("nothing") };
    const [top = 0] = quantiles(taken.slice(), [0.99]);
    const warn = (verdict: Pick<Verdict, "says" | "value" | "threshold" | "step">) => ({
      measures: [],
      verdicts: [{ level: "warn" as const, samples: [], ...verdict }],
    });
    if (librarySizes) {
      const whole = taken.filter(Number.isInteger).length / taken.length;
      if (top >= range || whole > 0.5) return { lacks: words.sentence("counts") };
      return warn({ value: top, threshold: range, says: words.sentence("no-counts", { value: top }) });
    }
    if (assay.scale !== "unknown" && assay.scale !== "cpm" && assay.scale !== "counts")
      return top > range
        ? warn({ value: top, threshold: range, says: words.sentence("no-logs", { value: top, threshold: range }) })
        : { measures: [], verdicts: [] };
    const value = medianSkewness(data, values);
    if (!(top > range && value > skew)) return { measures: [], verdicts: [] };
    const said = { top, value, threshold: skew };
    const negative = taken.filter((one) => one <= -1);
    if (negative.length === 0)
      return warn({ value, threshold: skew, says: words.sentence("suggested", said), step: { verb: "log" } });
    // What was measured less its background is as far below 0 as noise alone brings it.
    const floor = Number(medianOf(negative.map(Math.abs)).toPrecision(2));
    const share = taken.filter((one) => one <= 0).length / taken.length;
    const step = { verb: "log", floor, prior: 0 };
    return warn({ value, threshold: skew, says: words.sentence("suggested-floor", { ...said, share, floor }), step });
  },
};

function everyNth(values: ArrayLike<number>, share: number): Float64Array {
  const step = Math.max(1, share);
  return Float64Array.from({ length: Math.floor(values.length / step) }, (_, at) => values[Math.floor(at * step)] as number);
}

/** Of the samples' third standardised moments; of many samples some. */
function medianSkewness({ assay }: QualityData, values: ArrayLike<number>): number {
  const { sampleCount, featureCount } = assay;
  const step = Math.max(1, sampleCount / mostSamples);
  const found: number[] = [];
  for (let of = 0; of < sampleCount; of += step) {
    const sample = Math.floor(of);
    const own = Float64Array.from(
      { length: featureCount },
      (_, feature) => values[feature * sampleCount + sample] as number,
    ).filter(Number.isFinite);
    const { n, mean, squares, isConstant } = momentsOf(own);
    if (isConstant) continue;
    const deviation = Math.sqrt(squares / n);
    found.push(own.reduce((sum, value) => sum + ((value - mean) / deviation) ** 3, 0) / n);
  }
  return medianOf(found.filter(Number.isFinite));
}
