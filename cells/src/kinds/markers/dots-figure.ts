// A dot plot: features down, groups across; how large a dot is says in how many samples of the group the feature is read, its colour how
// high it is there on average, from its lowest group to its highest.

import { plainText, spoken } from "../../artifacts/figure-text.ts";
import type { Figure } from "../../artifacts/artifact.ts";
import type { JsonObject } from "../../base/json.ts";
import type { MarkersBody } from "../../reports/markers/report.ts";
import { words } from "./words.ts";

const largest = 16;

/** Pixels that so many features need. */
export const heightOfDots = (features: number): number => Math.max(320, 170 + 18 * features);

export function dotsFigure(body: MarkersBody): Figure {
  const { dots, groups, by } = body;
  const names = groups.map(({ name }) => plainText(name));
  const points = dots.flatMap(({ feature, shares, levels }) => {
    const [low, high] = [Math.min(...levels), Math.max(...levels)];
    return names.map((group, at) => ({
      feature: plainText(feature),
      group,
      share: shares[at] ?? 0,
      level: levels[at] ?? 0,
      shown: high > low ? ((levels[at] ?? 0) - low) / (high - low) : 0.5,
    }));
  });
  const told = groups.slice(0, 8).map(({ name }) => {
    const own = dots.filter(({ of }) => of === name).map(({ feature }) => feature);
    return `${name}: ${own.slice(0, 3).join(", ")}`;
  });
  const alt = { n: dots.length, groups: groups.length, by, told: told.filter((line) => !line.endsWith(": ")).join("; ") };
  const legend = [0.25, 0.5, 1].map(
    (share): JsonObject => ({
      type: "scatter",
      mode: "markers",
      name: `${share * 100} %`,
      x: [null],
      y: [null],
      marker: { size: sizeOf(share) },
      showlegend: true,
      hoverinfo: "skip",
      meta: { role: "plain" },
    }),
  );
  return {
    type: "figure",
    data: [
      {
        type: "scatter",
        mode: "markers",
        name: "",
        x: points.map(({ group }) => group),
        y: points.map(({ feature }) => feature),
        customdata: points.map(({ share, level }) => [Math.round(100 * share), Number(level.toPrecision(3))]),
        marker: {
          size: points.map(({ share }) => sizeOf(share)),
          color: points.map(({ shown }) => Number(shown.toFixed(3))),
          cmin: 0,
          cmax: 1,
          showscale: true,
          colorbar: { title: { text: "" }, len: 0.8, tickvals: [0, 1], ticktext: ["min", "max"] },
        },
        hovertemplate: `<b>%{y}</b><br>%{x}: %{customdata[0]} %<br>%{customdata[1]} ${plainText(body.level)}<extra></extra>`,
        showlegend: false,
        meta: { role: "sequential" },
      },
      ...legend,
    ],
    layout: {
      xaxis: { title: { text: plainText(by) }, type: "category", automargin: true },
      yaxis: { title: { text: "" }, type: "category", autorange: "reversed", automargin: true, dtick: 1, tickfont: { size: 11 } },
      showlegend: true,
      legend: { itemsizing: "trace", orientation: "h", x: 0, y: 1.02, yanchor: "bottom" },
      meta: { sizes: groups.map(({ n }) => n), alt: spoken(words.sentence("alt-dots", alt)) },
    },
    alt: words.say("alt-dots", alt, "en"),
    marks: points.length,
  };
}

const sizeOf = (share: number): number => Number((largest * Math.sqrt(Math.max(0, share))).toFixed(2));
