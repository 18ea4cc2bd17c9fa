// A measure of clusters against the setting that says how many: what speaks for which number.

import { spoken } from "../../artifacts/figure-text.ts";
import type { Figure } from "../../artifacts/artifact.ts";
import type { JsonObject } from "../../base/json.ts";
import type { ClustersBody } from "../../reports/clusters/report.ts";

import { words } from "./words.ts";

export const curveMeasures = ["silhouette", "calinskiHarabasz", "daviesBouldin", "criterion", "gap", "stability"] as const;
export type CurveMeasure = (typeof curveMeasures)[number];

/** Those that are known of some value. */
export const measuresOf = ({ curves }: Pick<ClustersBody, "curves">): readonly CurveMeasure[] =>
  curveMeasures.filter((measure) => curves.some((each) => each[measure] !== null));

/** Null: nothing was tried, or it is known of no value. */
export function curveFigure(
  { curves, turned, value, rows }: Pick<ClustersBody, "curves" | "turned" | "value" | "rows">,
  measure: CurveMeasure,
): Figure | null {
  const known = curves.filter((each) => each[measure] !== null);
  if (known.length === 0) return null;
  const axis = turned === "k" ? "k" : turned === "eps" ? "eps" : "resolution";
  const name = words.say(`measure-${measure}`, {}, "en");
  const told = { measure: name, tried: known.length, turned: words.say(axis, {}, "en"), value };
  const chosen = known.find((each) => each.value === value);
  const x = known.map((each) => each.value);
  const y = known.map((each) => each[measure] as number);
  const line: JsonObject = {
    type: "scatter",
    mode: "lines+markers",
    name: "",
    x,
    y,
    text: known.map((each) => String(each.clusters)),
    hovertemplate: "%{x}: %{y:.3~g} (%{text})<extra></extra>",
    showlegend: false,
    ...(measure === "gap"
      ? { error_y: { type: "data", array: known.map((each) => each.gapError ?? 0), thickness: 1, width: 3 } }
      : {}),
    meta: { role: "plain" },
  };
  return {
    type: "figure",
    data: [
      line,
      ...(chosen
        ? [
            {
              type: "scatter",
              mode: "markers",
              name: "",
              x: [chosen.value],
              y: [chosen[measure] as number],
              marker: { size: 11 },
              hoverinfo: "skip",
              showlegend: false,
              meta: { role: "group", group: 1, field: "", value: "" },
            },
          ]
        : []),
    ],
    layout: {
      xaxis: { title: { text: "" }, ...(turned === "k" ? { dtick: Math.max(1, Math.ceil(known.length / 12)), tick0: 1 } : {}) },
      yaxis: { title: { text: "" } },
      showlegend: false,
      meta: {
        rows,
        alt: spoken(words.sentence("alt-curves", told)),
        words: [
          { path: ["xaxis", "title", "text"], ...spoken(words.sentence(axis)) },
          { path: ["yaxis", "title", "text"], ...spoken(words.sentence(`measure-${measure}`)) },
        ],
      },
    },
    alt: words.say("alt-curves", told, "en"),
    marks: known.length,
  };
}
