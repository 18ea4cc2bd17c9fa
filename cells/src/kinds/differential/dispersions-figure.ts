// Dispersions against the mean, as DESeq2's plotDispEsts draws them: of each feature alone, those that are taken, and the trend. Pure.

import type { Figure } from "../../artifacts/artifact.ts";
import type { JsonObject } from "../../base/json.ts";
import type { Locale } from "../../messages/locale.ts";
import { type FeaturePointsBody, numbersIn } from "../../reports/feature-points/report.ts";
import { words } from "./words.ts";

const escaped = (text: string): string => text.replace(/&/gu, "&amp;").replace(/</gu, "&lt;").replace(/%\{/gu, "%&#123;");
/** Points of the curve. */
const steps = 200;

/** Null where the method estimates no dispersions. */
export function dispersionsFigure({ names, sets }: FeaturePointsBody, locale: Locale): Figure | null {
  const [set] = sets;
  const of = (name: string) => (set ? numbersIn(set, name) : null);
  const [mean, own, trended, taken, isOutlier] = [of("mean"), of("own"), of("trended"), of("dispersion"), of("isOutlier")];
  if (!mean || !own || !trended || !taken) return null;
  const all = [...mean.keys()].filter((at) => (mean[at] as number) > 0 && (taken[at] as number) > 0);
  if (all.length === 0) return null;
  const outliers = all.filter((at) => isOutlier?.[at] === 1);
  const points = (
    key: "own" | "final" | "outliers",
    places: readonly number[],
    y: readonly number[],
    meta: JsonObject,
  ): JsonObject => ({
    type: "scattergl",
    mode: "markers",
    name: words.say(key, { n: places.length }, locale),
    x: places.map((at) => mean[at] ?? null),
    y: places.map((at) => y[at] ?? null),
    text: places.map((at) => escaped(names[at] ?? "")),
    hovertemplate: `<b>%{text}</b><br>${words.say("axis-mean", {}, locale)} %{x:.3~g}<br>${words.say("axis-dispersion", {}, locale)} %{y:.3~g}<extra></extra>`,
    showlegend: places.length > 0,
    meta: { ...meta, part: "points" },
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
        type: "scatter",
        mode: "lines",
        name: words.say("trend", {}, locale),
        x: curve.map((at) => mean[at] ?? null),
        y: curve.map((at) => trended[at] ?? null),
        hoverinfo: "skip",
        meta: { ...group(1), part: "median" },
      },
    ],
    layout: {
      xaxis: { title: { text: words.say("axis-mean", {}, locale) }, type: "log" },
      yaxis: { title: { text: words.say("axis-dispersion", {}, locale) }, type: "log" },
      showlegend: true,
      meta: { alt: { key: words.key("alt-dispersions"), params: alt } },
    },
    alt: words.say("alt-dispersions", alt, "en"),
    marks: 2 * all.length,
  };
}
