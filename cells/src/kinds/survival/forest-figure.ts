// Hazard ratios one below the other with their intervals, on a log axis around 1.

import type { Figure } from "../../artifacts/artifact.ts";
import { sentenceIn } from "../../messages/catalogue.ts";
import type { SurvivalBody } from "../../reports/survival/report.ts";
import { words } from "./words.ts";

type Model = NonNullable<SurvivalBody["model"]>;

const plain = (text: string): string => text.replace(/&/gu, "&amp;").replace(/</gu, "&lt;").replace(/%\{/gu, "&#37;{");

/** Null where no ratio has an end. */
export function forestFigure({ hazards, n, events }: Model, level: number): Figure | null {
  const drawn = hazards.flatMap(({ label: name, ratio, lower, upper }) =>
    ratio === null || lower === null || upper === null || !(ratio > 0) || !Number.isFinite(upper) || !(lower > 0)
      ? []
      : [{ name, ratio, lower, upper }],
  );
  if (drawn.length === 0) return null;
  const y = drawn.map((_, at) => -at);
  const told = (value: number): string => String(Number(value.toPrecision(3)));
  const axis = words.sentence("axis-ratio", { level: level * 100 });
  const alt = words.sentence("alt-forest", {
    ratios: drawn.map(({ name, ratio, lower, upper }) => `${name}: ${told(ratio)} (${told(lower)} – ${told(upper)})`),
  });
  return {
    type: "figure",
    data: [
      {
        type: "scatter",
        mode: "lines",
        name: "",
        x: [1, 1],
        y: [0.6, 0.4 - drawn.length],
        line: { dash: "dot", width: 1 },
        hoverinfo: "skip",
        showlegend: false,
        meta: { role: "rest" },
      },
      {
        type: "scatter",
        mode: "markers",
        name: "",
        x: drawn.map(({ ratio }) => ratio),
        y,
        text: drawn.map(({ name, ratio, lower, upper }) => plain(`${name}: ${told(ratio)} (${told(lower)} – ${told(upper)})`)),
        error_x: {
          type: "data",
          symmetric: false,
          array: drawn.map(({ ratio, upper }) => upper - ratio),
          arrayminus: drawn.map(({ ratio, lower }) => ratio - lower),
          thickness: 1.5,
          width: 4,
        },
        hovertemplate: "%{text}<extra></extra>",
        showlegend: false,
        meta: { role: "plain", part: "points" },
      },
    ],
    layout: {
      xaxis: { title: { text: sentenceIn(axis, "en") }, type: "log" },
      yaxis: {
        range: [0.4 - drawn.length, 0.6],
        tickmode: "array",
        tickvals: y,
        ticktext: drawn.map(({ name }) => plain(name)),
        showgrid: false,
        zeroline: false,
        title: { text: "" },
      },
      showlegend: false,
      meta: { sizes: [n, events], alt: { ...alt }, notes: [], words: [{ ...axis, path: ["xaxis", "title", "text"] }] },
    },
    alt: sentenceIn(alt, "en"),
    marks: drawn.length,
  };
}
