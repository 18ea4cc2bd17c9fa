// The picture of what drives each component: columns of the samples by components, shares as colour and number. Pure.

import { plainText } from "../../artifacts/figure-text.ts";
import type { Figure } from "../../artifacts/artifact.ts";
import type { JsonObject } from "../../base/json.ts";
import type { Locale } from "../../messages/locale.ts";
import { numberTold } from "../../messages/translate.ts";
import type { Association } from "./associations.ts";
import { words } from "./words.ts";

/** Told in words: shares of half and more, the largest first. */
const [leastTold, mostTold] = [0.5, 6];

export function associationsFigure(found: readonly Association[], variance: readonly number[], locale: Locale): Figure {
  const components = Math.max(0, ...found.map(({ share }) => share.length));
  const names = Array.from({ length: components }, (_, k) => `PC${k + 1}`);
  const strongest = found
    .flatMap(({ column, share }) => share.map((r2, k) => ({ column, r2: r2 ?? 0, component: k + 1 })))
    .filter(({ r2 }) => r2 >= leastTold)
    .sort((a, b) => b.r2 - a.r2)
    .slice(0, mostTold);
  const parts = strongest.map(({ column, r2, component }) =>
    words.say("part-of", { column, share: Math.round(100 * r2), component }, locale),
  );
  return {
    type: "figure",
    data: [
      {
        type: "heatmap",
        z: found.map(({ share }) => share.map((r2) => r2)),
        zmin: 0,
        zmax: 1,
        text: found.map(({ share }) => share.map((r2) => (r2 === null ? "" : numberTold(Number(r2.toFixed(2)), locale)))),
        texttemplate: "%{text}",
        customdata: found.map(({ p }) => p.map((value) => (value === null ? "–" : value.toExponential(1)))),
        hovertemplate: "%{y}, %{x}<br>R² %{z:.3f}<br>p %{customdata}<extra></extra>",
        hoverongaps: false,
        xgap: 1,
        ygap: 1,
        colorbar: { title: { text: "R²" } },
        meta: { role: "sequential" },
      } as JsonObject,
    ],
    layout: {
      xaxis: {
        title: { text: "" },
        type: "linear",
        tickmode: "array",
        tickvals: names.map((_, k) => k),
        ticktext: names.map((name, k) => `${name} (${numberTold(Number(((variance[k] ?? 0) * 100).toPrecision(2)), locale)} %)`),
        showgrid: false,
        zeroline: false,
      },
      yaxis: {
        title: { text: "" },
        type: "linear",
        tickmode: "array",
        tickvals: found.map((_, at) => at),
        ticktext: found.map(({ column }) => plainText(column.length > 24 ? `${column.slice(0, 23)}…` : column)),
        range: [found.length - 0.5, -0.5],
        showgrid: false,
        zeroline: false,
      },
      showlegend: false,
    },
    alt: parts.length > 0 ? words.say("alt", { parts }, locale) : words.say("alt-none", {}, locale),
    marks: found.length * components,
  };
}
