// Dispersions against the mean, as DESeq2's plotDispEsts draws them: of each feature alone, those that are taken, and the trend. Pure.

import { plainText, spoken } from "../../artifacts/figure-text.ts";
import type { Figure } from "../../artifacts/artifact.ts";
import type { JsonObject } from "../../base/json.ts";
import { textOfFloats } from "../../base/doubles-as-text.ts";
import type { FittedFeatures } from "../../contract/differential-method.ts";
import { words } from "./words.ts";

const floats = (places: readonly number[], of: Float64Array): JsonObject => ({
  dtype: "f4",
  bdata: textOfFloats(places.map((at) => of[at] as number)),
});
/** Points of the curve. */
const steps = 200;

/** Null where the method estimates no dispersions. `samples`: how many the model was fitted to. */
export function dispersionsFigure({ arrays }: FittedFeatures, names: readonly string[], samples: number): Figure | null {
  const { mean, own, trended, dispersion: taken, isOutlier } = arrays;
  if (!mean || !own || !trended || !taken) return null;
  const all = [...mean.keys()].filter((at) => (mean[at] as number) > 0 && (taken[at] as number) > 0);
  if (all.length === 0) return null;
  const outliers = all.filter((at) => isOutlier?.[at] === 1);
  const points = (
    key: "own" | "final" | "outliers",
    places: readonly number[],
    y: Float64Array,
    meta: JsonObject,
  ): JsonObject => ({
    type: "scattergl",
    mode: "markers",
    name: words.say(key, { n: places.length }, "en"),
    x: floats(places, mean),
    y: floats(places, y),
    text: places.map((at) => plainText(names[at] ?? "")),
    hovertemplate: "<b>%{text}</b><br>%{x:.3~g}<br>%{y:.3~g}<extra></extra>",
    showlegend: places.length > 0,
    meta: { ...meta, part: "points", word: spoken(words.sentence(key, { n: places.length })) },
  });
  const along = [...all].sort((a, b) => (mean[a] as number) - (mean[b] as number));
  const curve = [...new Set(Array.from({ length: steps }, (_, at) => Math.round((at / (steps - 1)) * (along.length - 1))))].map(
    (place) => along[place] as number,
  );
  const short = (value: number | undefined): number => Number((value ?? 0).toPrecision(2));
  const [first, last] = [curve[0] as number, curve.at(-1) as number];
  const alt = {
    n: all.length,
    outliers: outliers.length,
    from: short(trended[first]),
    low: short(mean[first]),
    to: short(trended[last]),
    high: short(mean[last]),
  };
  const group = (at: number): JsonObject => ({ role: "group", group: at, field: "", value: "" });
  return {
    type: "figure",
    data: [
      points("own", all, own, { role: "others" }),
      points("final", all, taken, group(0)),
      points("outliers", outliers, taken, group(5)),
      {
        // By the same means as the points: else it lay below them.
        type: "scattergl",
        mode: "lines",
        name: words.say("prior-trend", {}, "en"),
        x: curve.map((at) => mean[at] ?? null),
        y: curve.map((at) => trended[at] ?? null),
        hoverinfo: "skip",
        meta: { ...group(1), part: "median", word: spoken(words.sentence("prior-trend", {})) },
      },
    ],
    layout: {
      xaxis: { title: { text: "" }, type: "log" },
      yaxis: { title: { text: "" }, type: "log" },
      showlegend: true,
      legend: { itemsizing: "constant" },
      meta: {
        alt: spoken(words.sentence("alt-dispersions", alt)),
        words: [
          { path: ["xaxis", "title", "text"], ...spoken(words.sentence("axis-mean", {})) },
          { path: ["yaxis", "title", "text"], ...spoken(words.sentence("axis-dispersion", {})) },
        ],
        sizes: [samples],
      },
    },
    alt: words.say("alt-dispersions", alt, "en"),
    marks: 2 * all.length,
  };
}
