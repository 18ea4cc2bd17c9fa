// Variances against the level, as limma's voom(plot = TRUE) and plotSA draw them: of each feature what the model leaves over, and
// what is taken as usual at its level. Pure.

import { plainText, spoken } from "../../artifacts/figure-text.ts";
import type { Figure } from "../../artifacts/artifact.ts";
import { textOfFloats } from "../../base/doubles-as-text.ts";
import type { JsonObject } from "../../base/json.ts";
import type { FittedFeatures } from "../../contract/differential-method.ts";
import { words } from "./words.ts";

/** Points of the curve. */
const steps = 200;

interface Trend {
  readonly level: ArrayLike<number>;
  /** Roots of the standard deviations. */
  readonly root: ArrayLike<number>;
  readonly fitted: ArrayLike<number>;
  /** The level is log2 of counts, plus half a read. */
  readonly ofCounts: boolean;
}

/** Of voom the trend that weighs the counts; of limma's others the deviations and the prior they are drawn towards. */
function trendOf({ arrays }: FittedFeatures): Trend | null {
  const { trendLevel: level, trendRoot: root, trendFitted: fitted, mean, sigma, scale } = arrays;
  if (level && root && fitted) return { level, root, fitted, ofCounts: true };
  if (!mean || !sigma || !scale) return null;
  return { level: mean, root: sigma.map(Math.sqrt), fitted: scale.map((s2) => Math.sqrt(Math.sqrt(s2))), ofCounts: false };
}

/** Null where the method has no such trend. `samples`: how many the model was fitted to. */
export function trendFigure(fit: FittedFeatures, names: readonly string[], samples: number): Figure | null {
  const trend = trendOf(fit);
  if (!trend) return null;
  const { level, root, fitted, ofCounts } = trend;
  const isThere = (at: number): boolean => [level, root, fitted].every((values) => Number.isFinite(values[at]));
  const all = Array.from({ length: level.length }, (_, at) => at).filter(isThere);
  if (all.length < 2) return null;
  const along = [...all].sort((a, b) => (level[a] as number) - (level[b] as number));
  const curve = [...new Set(Array.from({ length: steps }, (_, at) => Math.round((at / (steps - 1)) * (along.length - 1))))].map(
    (place) => along[place] as number,
  );
  const floats = (of: ArrayLike<number>): JsonObject => ({ dtype: "f4", bdata: textOfFloats(all.map((at) => of[at] as number)) });
  const short = (value: number | undefined): number => Number((value ?? 0).toPrecision(3));
  const [first, last] = [curve[0] as number, curve.at(-1) as number];
  const alt = {
    n: all.length,
    from: short(fitted[first]),
    low: short(level[first]),
    to: short(fitted[last]),
    high: short(level[last]),
  };
  return {
    type: "figure",
    data: [
      {
        type: "scattergl",
        mode: "markers",
        name: words.say("each", { n: all.length }, "en"),
        x: floats(level),
        y: floats(root),
        text: all.map((at) => plainText(names[at] ?? "")),
        hovertemplate: "<b>%{text}</b><br>%{x:.3~g}<br>%{y:.3~g}<extra></extra>",
        meta: { role: "others", part: "points", word: spoken(words.sentence("each", { n: all.length })) },
      },
      {
        // By the same means as the points: else it lay below them.
        type: "scattergl",
        mode: "lines",
        name: words.say("prior-trend", {}, "en"),
        x: curve.map((at) => level[at] ?? null),
        y: curve.map((at) => fitted[at] ?? null),
        hoverinfo: "skip",
        meta: { role: "group", group: 1, field: "", value: "", part: "median", word: spoken(words.sentence("prior-trend", {})) },
      },
    ],
    layout: {
      xaxis: { title: { text: "" } },
      yaxis: { title: { text: "" }, rangemode: "tozero" },
      showlegend: true,
      legend: { itemsizing: "constant" },
      meta: {
        alt: spoken(words.sentence("alt-trend", alt)),
        words: [
          { path: ["xaxis", "title", "text"], ...spoken(words.sentence(ofCounts ? "axis-log-counts" : "axis-log-level", {})) },
          { path: ["yaxis", "title", "text"], ...spoken(words.sentence("axis-root", {})) },
        ],
        sizes: [samples],
      },
    },
    alt: words.say("alt-trend", alt, "en"),
    marks: all.length,
  };
}
