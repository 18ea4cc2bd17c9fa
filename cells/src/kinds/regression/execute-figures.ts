// Pictures of a regression: coefficients and marginal means one below the other with their intervals, and what is left of each row:
// residuals by what was expected, against the normal, and by leverage with the lines of Cook's distance.

import { plainText, spoken } from "../../artifacts/figure-text.ts";
import type { Figure } from "../../artifacts/artifact.ts";
import type { JsonObject } from "../../base/json.ts";
import { f8, shortText } from "../../charts/parts/plot-array.ts";
import type { FittedRegression } from "../../contract/regression-family.ts";
import { sentenceIn } from "../../messages/catalogue.ts";
import type { Sentence } from "../../messages/sentence.ts";
import type { RegressionBody } from "../../reports/regression/report.ts";
import { normal } from "../../stats/distributions/normal.ts";
import { lowess } from "../../stats/lowess.ts";
import { words } from "./words.ts";

interface Interval {
  readonly name: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
}
interface Drawn {
  readonly axis: Sentence;
  readonly alt: "alt-forest" | "alt-means";
  /** Of no effect; null: there is no such place. */
  readonly rest: number | null;
  readonly isLog: boolean;
  readonly sizes: readonly number[];
}

const told = (value: number): string => String(Number(value.toPrecision(3)));
/** More are no picture. */
const mostLines = 40;

function intervalsFigure(all: readonly Interval[], { axis, alt, rest, isLog, sizes }: Drawn): Figure | null {
  const drawn = all
    .filter(({ value, low, high }) => [value, low, high].every((end) => Number.isFinite(end) && (!isLog || end > 0)))
    .slice(0, mostLines);
  if (drawn.length === 0) return null;
  const y = drawn.map((_, at) => -at);
  const said = words.sentence(alt, {
    values: drawn.map(({ name, value, low, high }) => `${name}: ${told(value)} (${told(low)} – ${told(high)})`),
  });
  return {
    type: "figure",
    data: [
      ...(rest === null
        ? []
        : [
            {
              type: "scatter",
              mode: "lines",
              name: "",
              x: [rest, rest],
              y: [0.6, 0.4 - drawn.length],
              line: { dash: "dot", width: 1 },
              hoverinfo: "skip",
              showlegend: false,
              meta: { role: "rest" },
            },
          ]),
      {
        type: "scatter",
        mode: "markers",
        name: "",
        x: drawn.map(({ value }) => value),
        y,
        text: drawn.map(({ name, value, low, high }) => plainText(`${name}: ${told(value)} (${told(low)} – ${told(high)})`)),
        error_x: {
          type: "data",
          symmetric: false,
          array: drawn.map(({ value, high }) => high - value),
          arrayminus: drawn.map(({ value, low }) => value - low),
          thickness: 1.5,
          width: 4,
        },
        hovertemplate: "%{text}<extra></extra>",
        showlegend: false,
        meta: { role: "plain", part: "points" },
      },
    ],
    layout: {
      xaxis: { title: { text: sentenceIn(axis, "en") }, ...(isLog ? { type: "log" } : {}) },
      yaxis: {
        range: [0.4 - drawn.length, 0.6],
        tickmode: "array",
        tickvals: y,
        ticktext: drawn.map(({ name }) => plainText(shortText(name, 40))),
        showgrid: false,
        zeroline: false,
        automargin: true,
        title: { text: "" },
      },
      showlegend: false,
      meta: {
        sizes: [...sizes],
        alt: spoken(said),
        notes: [],
        words: [{ ...spoken(axis), path: ["xaxis", "title", "text"] }],
      },
    },
    alt: sentenceIn(said, "en"),
    marks: drawn.length,
  };
}

/** Without the intercept; null where there is nothing to draw. */
export function forestFigure({ coefficients, ratio, level, outcome, sizes }: RegressionBody): Figure | null {
  const isRatio = ratio !== "none";
  const of = (value: number | null): number => (value === null ? Number.NaN : isRatio ? Math.exp(value) : value);
  const percent = Number((100 * level).toPrecision(4));
  return intervalsFigure(
    coefficients
      .filter(({ term }) => term >= 0)
      .map(({ label, estimate, low, high }) => ({ name: label, value: of(estimate), low: of(low), high: of(high) })),
    {
      axis: words.sentence(
        `axis-${ratio === "none" ? "difference" : ratio === "odds" ? "odds" : ratio === "rates" ? "rates" : "means"}`,
        {
          outcome,
          percent,
        },
      ),
      alt: "alt-forest",
      rest: isRatio ? 1 : 0,
      isLog: isRatio,
      sizes,
    },
  );
}

export function meansFigure(
  means: NonNullable<RegressionBody["means"]>,
  { ratio, level, outcome, event }: RegressionBody,
): Figure | null {
  const percent = Number((100 * level).toPrecision(4));
  return intervalsFigure(
    means.rows.map(({ level: name, within, response, responseLow, responseHigh }) => ({
      name: within === "" ? name : `${within}: ${name}`,
      value: response ?? Number.NaN,
      low: responseLow ?? Number.NaN,
      high: responseHigh ?? Number.NaN,
    })),
    {
      axis: words.sentence(ratio === "odds" ? "axis-probability" : "axis-mean", { outcome, event, percent }),
      alt: "alt-means",
      rest: null,
      isLog: false,
      sizes: means.rows.map(({ n }) => n),
    },
  );
}

interface Points {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly rows: Int32Array;
  readonly lines: readonly JsonObject[];
  readonly axes: readonly [Sentence, Sentence];
  readonly alt: "alt-residuals" | "alt-normal" | "alt-influence";
}

const line = (x: readonly number[], y: readonly number[], dash: "dot" | "solid" = "dot"): JsonObject => ({
  type: "scattergl",
  mode: "lines",
  name: "",
  x: [...x],
  y: [...y],
  line: { dash, width: 1 },
  hoverinfo: "skip",
  showlegend: false,
  meta: { role: "rest" },
});

function pointsFigure({ x, y, rows, lines, axes, alt }: Points): Figure {
  const [across, up] = axes;
  const said = words.sentence(alt, { n: x.length, far: y.reduce((n, value) => n + Number(Math.abs(value) > 2), 0) });
  return {
    type: "figure",
    data: [
      ...lines,
      {
        type: "scattergl",
        mode: "markers",
        name: "",
        x: f8(x),
        y: f8(y),
        text: Array.from(rows, (row) => String(row + 1)),
        marker: { size: 5, opacity: 0.7 },
        hovertemplate: "%{text}: %{x:.3~g}, %{y:.3~g}<extra></extra>",
        showlegend: false,
        meta: { role: "plain", part: "points" },
      },
    ],
    layout: {
      xaxis: { title: { text: sentenceIn(across, "en") }, zeroline: false },
      yaxis: { title: { text: sentenceIn(up, "en") }, zeroline: false },
      showlegend: false,
      meta: {
        alt: spoken(said),
        notes: [],
        words: [
          { ...spoken(across), path: ["xaxis", "title", "text"] },
          { ...spoken(up), path: ["yaxis", "title", "text"] },
        ],
      },
    },
    alt: sentenceIn(said, "en"),
    marks: x.length,
  };
}

const rangeOf = (values: Float64Array): readonly [number, number] =>
  values.reduce<readonly [number, number]>(
    ([low, high], value) => [Math.min(low, value), Math.max(high, value)],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  );

export function residualsFigure({ means, standardised }: FittedRegression, rows: Int32Array): Figure {
  const [low, high] = rangeOf(means);
  const { x, fitted } = lowess(means, standardised);
  // Of two expected values the line would be one between two heaps.
  const isLine = new Set(means).size > 4;
  return pointsFigure({
    x: means,
    y: standardised,
    rows,
    lines: [line([low, high], [0, 0]), ...(isLine ? [line([...x], [...fitted], "solid")] : [])],
    axes: [words.sentence("axis-fitted"), words.sentence("axis-residual")],
    alt: "alt-residuals",
  });
}

/** Against the quantiles of ppoints and qnorm of R, with the line through both quartiles as qqline's. */
export function normalFigure({ standardised }: FittedRegression, rows: Int32Array): Figure {
  const n = standardised.length;
  const order = Int32Array.from(standardised.keys()).sort((a, b) => (standardised[a] as number) - (standardised[b] as number));
  const a = n <= 10 ? 3 / 8 : 1 / 2;
  const x = Float64Array.from({ length: n }, (_, at) => normal.quantile((at + 1 - a) / (n + 1 - 2 * a)));
  const y = Float64Array.from(order, (row) => standardised[row] as number);
  const quartile = (p: number): number => {
    const at = (n - 1) * p;
    const below = Math.floor(at);
    return (y[below] as number) + (at - below) * ((y[Math.min(n - 1, below + 1)] as number) - (y[below] as number));
  };
  const slope = (quartile(0.75) - quartile(0.25)) / (2 * normal.quantile(0.75));
  const middle = (quartile(0.75) + quartile(0.25)) / 2;
  const ends = [x[0] as number, x[n - 1] as number];
  return pointsFigure({
    x,
    y,
    rows: Int32Array.from(order, (row) => rows[row] as number),
    lines: [
      line(
        ends,
        ends.map((end) => middle + slope * end),
      ),
    ],
    axes: [words.sentence("axis-normal"), words.sentence("axis-residual")],
    alt: "alt-normal",
  });
}

/** Null where leverage is not known. */
export function influenceFigure({ standardised, leverages, coefficients }: FittedRegression, rows: Int32Array): Figure | null {
  if (!leverages) return null;
  const [, most] = rangeOf(leverages);
  const [low, high] = rangeOf(standardised);
  const width = coefficients.length;
  // Where Cook's distance is one half and one: r² h / ((1 − h) p).
  const contour = (distance: number, side: number): JsonObject => {
    const steps = Array.from({ length: 60 }, (_, at) => (Math.min(0.99, most * 1.1) * (at + 1)) / 60);
    const points = steps
      .map((h) => ({ h, r: side * Math.sqrt((distance * width * (1 - h)) / h) }))
      .filter(({ r }) => r >= Math.min(low * 1.3, -3) && r <= Math.max(high * 1.3, 3));
    return line(
      points.map(({ h }) => h),
      points.map(({ r }) => r),
    );
  };
  return pointsFigure({
    x: leverages,
    y: standardised,
    rows,
    lines: [0.5, 1].flatMap((distance) => [contour(distance, 1), contour(distance, -1)]),
    axes: [words.sentence("axis-leverage"), words.sentence("axis-residual")],
    alt: "alt-influence",
  });
}
