// The estimates of one thing, a study a line, with the one of all below them.

import type { Figure } from "../../artifacts/artifact.ts";
import type { JsonObject } from "../../base/json.ts";
import { sentenceIn } from "../../messages/catalogue.ts";
import type { MeasureOfArms } from "../../stats/meta/effect-of-arms.ts";
import { words } from "./words.ts";

export interface ForestRow {
  readonly name: string;
  readonly estimate: number;
  readonly error: number;
}

const plain = (text: string): string => text.replace(/&/gu, "&amp;").replace(/</gu, "&lt;").replace(/%\{/gu, "&#37;{");
const told = (value: number): string => String(Number(value.toPrecision(3)));
/** 97.5 % of a normal distribution. */
const wide = 1.959963984540054;

/** `method`: as metafor calls it. */
export interface Pooled extends Omit<ForestRow, "name"> {
  readonly method: string;
}

/** `weights`: of the studies, by which the size of their marks goes. */
export function forestFigure(
  row: string,
  studies: readonly ForestRow[],
  all: Pooled,
  weights: readonly number[],
  measure: MeasureOfArms | null,
): Figure {
  const name = (method: string): string => words.say("pooled", { method }, "en");
  const lines = [...studies, { ...all, name: name(all.method) }];
  const y = lines.map((_, at) => -at - (at === studies.length ? 0.4 : 0));
  const most = Math.max(...weights);
  const axis = words.sentence(measure ? `axis-${measure}` : "axis-effect");
  const interval = ({ estimate, error }: ForestRow): string =>
    `${told(estimate)} (${told(estimate - wide * error)} – ${told(estimate + wide * error)})`;
  const last = lines[studies.length] as ForestRow;
  const pooled = words.sentence("pooled-line", { method: all.method, interval: interval(last) });
  const alt = words.sentence("alt-forest", {
    row,
    studies: studies.length,
    parts: lines.map((line) => `${line.name}: ${interval(line)}`),
  });
  const points = (from: number, to: number, size: readonly number[], meta: JsonObject, symbol: string): JsonObject => ({
    type: "scatter",
    mode: "markers",
    name: "",
    x: lines.slice(from, to).map(({ estimate }) => estimate),
    y: y.slice(from, to),
    text: lines.slice(from, to).map((line) => plain(`${line.name}: ${interval(line)}`)),
    error_x: { type: "data", array: lines.slice(from, to).map(({ error }) => wide * error), thickness: 1.5, width: 0 },
    hovertemplate: "%{text}<extra></extra>",
    marker: { size: [...size], symbol, opacity: 1 },
    showlegend: false,
    meta: { ...meta, part: "points" },
  });
  const line = (x: number, dash: string): JsonObject => ({
    type: "scatter",
    mode: "lines",
    name: "",
    x: [x, x],
    y: [0.7, (y.at(-1) as number) - 0.6],
    line: { dash, width: 1 },
    hoverinfo: "skip",
    showlegend: false,
    meta: { role: "rest", part: "threshold" },
  });
  return {
    type: "figure",
    data: [
      line(0, "dot"),
      line(all.estimate, "dash"),
      points(
        0,
        studies.length,
        weights.map((weight) => 6 + 10 * Math.sqrt(weight / most)),
        { role: "plain" },
        "square",
      ),
      points(studies.length, lines.length, [14], { role: "group", group: 1, field: "", value: "" }, "diamond"),
    ],
    layout: {
      xaxis: { title: { text: "" }, zeroline: false },
      yaxis: {
        range: [(y.at(-1) as number) - 0.6, 0.7],
        tickmode: "array",
        tickvals: y,
        ticktext: lines.map((each) => `${plain(each.name)}  ${interval(each)}`),
        showgrid: false,
        zeroline: false,
        title: { text: "" },
      },
      showlegend: false,
      meta: {
        alt: { key: alt.key, params: alt.params },
        notes: [],
        words: [
          { key: axis.key, params: axis.params, path: ["xaxis", "title", "text"] },
          { key: pooled.key, params: pooled.params, path: ["yaxis", "ticktext", String(studies.length)] },
        ],
      },
    },
    alt: sentenceIn(alt, "en"),
    marks: lines.length,
  };
}
