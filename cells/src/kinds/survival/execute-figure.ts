// The figure of Kaplan and Meier as journals print it: steps, marks where follow-up was cut, bands, the p value above, and the numbers at
// risk below on the same axis. Words stand in it in English and as messages.

import { plainText } from "../../artifacts/figure-text.ts";
import type { Figure } from "../../artifacts/artifact.ts";
import type { JsonObject } from "../../base/json.ts";
import { shortText } from "../../charts/parts/plot-array.ts";
import { axis, axisWords } from "../../charts/parts/drawing.ts";
import { sentenceIn } from "../../messages/catalogue.ts";
import type { Sentence } from "../../messages/sentence.ts";
import { atRiskAt, type SurvivalCurve } from "../../stats/survival/kaplan-meier.ts";
import type { SurvivalBody } from "../../reports/survival/report.ts";
import { words } from "./words.ts";

interface Drawn {
  readonly body: SurvivalBody;
  readonly curves: readonly SurvivalCurve[];
  readonly notes: readonly Sentence[];
}

/** A share of the height a row of the table takes. */
const rowShare = 0.06;

export function curvesFigure({ body, curves, notes }: Drawn): Figure {
  const { groups, by } = body;
  const last = Math.max(...curves.map(({ time }) => time.at(-1) ?? 0));
  const ticks = ticksUpTo(last);
  const share = Math.min(0.4, rowShare * (groups.length + 1));
  const names = groups.map(({ name }) => (by === null ? "" : shortText(name, 24)));
  const data = curves.flatMap((curve, at) => tracesOf(curve, { at, name: names[at] ?? "", by, value: groups[at]?.name ?? "" }));
  const risk: JsonObject[] = curves.map((curve, at) => ({
    type: "scatter",
    mode: "text",
    name: "",
    x: [...ticks],
    y: ticks.map(() => -at),
    text: ticks.map((tick) => String(atRiskAt(curve, tick))),
    yaxis: "y2",
    hoverinfo: "skip",
    showlegend: false,
    cliponaxis: false,
    meta: { role: "plain" },
  }));
  const title = titleOf(body);
  const time = words.sentence(body.time.unit === "" ? "axis-time" : "axis-time-unit", {
    column: body.time.column,
    unit: body.time.unit,
  });
  const survival = words.sentence("axis-survival");
  const alt = words.sentence(by === null ? "alt-one" : "alt", {
    by: by ?? "",
    n: body.n,
    events: body.events,
    p: body.logRank?.p ?? null,
    medians: groups.map(({ name, n, median }) => `${name} (n = ${n}): ${median === null ? "–" : Number(median.toPrecision(4))}`),
  });
  const pad = last * 0.02;
  return {
    type: "figure",
    data: [...data, ...risk],
    layout: {
      ...(title ? { title: { text: plainText(sentenceIn(title, "en")) } } : {}),
      xaxis: axis(time, { range: [-pad, last + pad], tickvals: [...ticks], zeroline: false, anchor: "y2", showgrid: false }),
      yaxis: axis(survival, { range: [0, 1.02], domain: [share + 0.06, 1], zeroline: true }),
      yaxis2: {
        domain: [0, share],
        range: [0.5 - groups.length, 1.2],
        tickmode: "array",
        tickvals: [0.9, ...groups.map((_, at) => -at)],
        ticktext: ["", ...names],
        showgrid: false,
        zeroline: false,
        fixedrange: true,
        automargin: true,
        ticks: "outside",
        ticklen: 14,
        tickcolor: "rgba(0,0,0,0)",
        title: { text: "" },
      },
      annotations: [],
      showlegend: by !== null,
      meta: {
        sizes: groups.map(({ n }) => n),
        alt: { ...alt },
        notes: [words.sentence("note-risk"), ...notes].map((note) => ({ ...note })),
        words: [
          ...axisWords(time, survival).map((word) => ({ ...word, path: [...word.path] })),
          ...(title ? [{ ...title, path: ["title", "text"] }] : []),
        ],
      },
    },
    alt: sentenceIn(alt, "en"),
    marks: curves.reduce((sum, { time: times }) => sum + times.length, 0),
  };
}

const titleOf = ({ logRank, n, events }: SurvivalBody): Sentence | null =>
  logRank === null || logRank.p === null
    ? null
    : words.sentence(logRank.stratified ? "title-stratified" : "title", { p: logRank.p, n, events });

interface Named {
  readonly at: number;
  readonly name: string;
  readonly by: string | null;
  readonly value: string;
}

function tracesOf(curve: SurvivalCurve, { at, name, by, value }: Named): JsonObject[] {
  const meta = by === null ? { role: "plain" } : { role: "group", group: at, field: by, value };
  const steps = stepsOf(curve, curve.survival);
  const shared = { type: "scatter", x: [...steps.x], hoverinfo: "skip", showlegend: false, legendgroup: name };
  // What has no interval there (before the first event, at 0) is drawn without one.
  const edge = (values: Float64Array): (number | null)[] =>
    stepsOf(
      curve,
      values.map((edgeValue, place) => (Number.isNaN(edgeValue) && curve.survival[place] === 1 ? 1 : edgeValue)),
    ).y;
  const cut = [...curve.censored.keys()].filter((place) => (curve.censored[place] as number) > 0);
  return [
    { ...shared, mode: "lines", y: edge(curve.lower), line: { width: 0, shape: "hv" }, meta: { ...meta, part: "band" } },
    {
      ...shared,
      mode: "lines",
      y: edge(curve.upper),
      fill: "tonexty",
      line: { width: 0, shape: "hv" },
      meta: { ...meta, part: "band" },
    },
    {
      type: "scatter",
      mode: "lines",
      name,
      legendgroup: name,
      x: [...steps.x],
      y: [...steps.y],
      line: { shape: "hv", width: 2 },
      hovertemplate: `${name === "" ? "" : `<b>${name}</b><br>`}%{x}<br>%{y:.3f}<extra></extra>`,
      showlegend: by !== null,
      meta,
    },
    {
      type: "scatter",
      mode: "markers",
      name,
      legendgroup: name,
      x: cut.map((place) => curve.time[place] as number),
      y: cut.map((place) => curve.survival[place] as number),
      hoverinfo: "skip",
      showlegend: false,
      meta: { ...meta, part: "cut" },
    },
  ];
}

/** From 1 at 0 on. */
function stepsOf({ time }: SurvivalCurve, values: Float64Array): { readonly x: number[]; readonly y: (number | null)[] } {
  const isFromZero = time[0] === 0;
  return {
    x: [...(isFromZero ? [] : [0]), ...time],
    y: [...(isFromZero ? [] : [1]), ...Array.from(values, (value) => (Number.isNaN(value) ? null : value))],
  };
}

/** Round numbers, five to seven of them. */
export function ticksUpTo(last: number): readonly number[] {
  if (!(last > 0)) return [0];
  const rough = last / 6;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 2.5, 5, 10].find((by) => by * power >= rough) ?? 10) * power;
  return Array.from({ length: Math.floor(last / step + 1e-9) + 1 }, (_, at) => Number((at * step).toPrecision(12)));
}
