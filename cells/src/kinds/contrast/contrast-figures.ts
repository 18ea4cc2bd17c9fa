// Pictures of a contrast out of the numbers that its executor kept for them: volcano, MA, and the histogram of p values. Made where
// they are looked at: whoever may see no rows gets none that names them. Pure.

import { plainText, spoken } from "../../artifacts/figure-text.ts";
import type { Figure } from "../../artifacts/artifact.ts";
import type { Shrinkage } from "../../contract/differential-method.ts";
import { isJsonObject, type JsonObject } from "../../base/json.ts";
import type { Sentence } from "../../messages/sentence.ts";
import { textOfFloats } from "../../base/doubles-as-text.ts";
import { type FeaturePointsBody, numbersIn } from "../../reports/feature-points/report.ts";
import { shapeOfPValues } from "../../stats/shape-of-p-values.ts";
import { words } from "./words.ts";

export interface ContrastPoints {
  readonly name: string;
  readonly names: readonly string[];
  readonly change: readonly number[];
  /** Drawn towards 0; null: they were not. */
  readonly shrunken: readonly number[] | null;
  readonly level: readonly number[];
  /** −log10. */
  readonly p: readonly number[];
  readonly adjusted: readonly number[];
}
export interface ContrastLook {
  readonly alpha: number;
  /** Smaller changes are drawn as the others; log2. */
  readonly least: number;
  /** At most so many points are named. */
  readonly names: number;
  /** Pointed out, whatever they are. */
  readonly highlight: readonly string[];
  /** The level is a logarithm already. */
  readonly isLogLevel: boolean;
  /** Changes are drawn as this prior leaves them; null: as they were estimated. */
  readonly shrunkBy: Shrinkage | null;
  /** Samples on either side; null: coefficients were asked of. */
  readonly sizes: { readonly of: number; readonly against: number } | null;
}

/** Null where a set lacks what pictures need: terms that are left out, and contrasts tested together, have no change. */
export function contrastPoints(body: FeaturePointsBody, at: number): ContrastPoints | null {
  const set = body.sets[at];
  const of = (name: string) => (set ? numbersIn(set, name) : null);
  const [change, level, p, adjusted] = [of("change"), of("level"), of("p"), of("adjusted")];
  return set && change && level && p && adjusted && !change.every(Number.isNaN)
    ? { name: set.name, names: body.names, change, shrunken: of("shrunken"), level, p, adjusted }
    : null;
}

/** Names of so many points are told in words. */
const mostTold = 5;
/** More names of those that are pointed out would cover the picture. */
const mostChosen = 60;

interface Parts {
  readonly higher: readonly number[];
  readonly lower: readonly number[];
  readonly others: readonly number[];
  /** Those that are pointed out; they are among the others as well. */
  readonly chosen: readonly number[];
  /** Smallest p first. */
  readonly first: readonly number[];
}

export function partsOf(
  { names, change, p, adjusted }: ContrastPoints,
  { alpha, least, highlight }: Pick<ContrastLook, "alpha" | "least" | "highlight">,
): Parts {
  const [higher, lower, others]: [number[], number[], number[]] = [[], [], []];
  const threshold = -Math.log10(alpha);
  for (const [at, size] of change.entries()) {
    if (Number.isNaN(p[at])) continue;
    const passes = (adjusted[at] as number) > threshold && Math.abs(size) >= least;
    (passes ? (size > 0 ? higher : lower) : others).push(at);
  }
  const surest = (places: readonly number[]): number[] => [...places].sort((a, b) => (p[b] as number) - (p[a] as number));
  const wanted = new Set(highlight);
  const chosen = wanted.size === 0 ? [] : [...names.keys()].filter((at) => wanted.has(names[at] ?? "") && !Number.isNaN(p[at]));
  return { higher, lower, others, chosen: surest(chosen), first: surest([...higher, ...lower]) };
}

const floats = (places: readonly number[], of: readonly number[]): JsonObject => ({
  dtype: "f4",
  bdata: textOfFloats(places.map((at) => of[at] ?? Number.NaN)),
});

interface Drawn {
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly hover: string;
  readonly layout: JsonObject;
  readonly titles: readonly (readonly ["xaxis" | "yaxis", Sentence])[];
  readonly lines: readonly JsonObject[];
  readonly alt: "alt-volcano" | "alt-ma";
  /** Places on the axes, for labels: a log axis lies in powers. */
  readonly onX: (value: number) => number;
}

function pointsFigure(points: ContrastPoints, look: ContrastLook, drawn: Drawn): Figure {
  const parts = partsOf(points, look);
  const trace = (key: "higher" | "lower" | "others" | "chosen", places: readonly number[], meta: JsonObject): JsonObject => ({
    type: "scattergl",
    mode: "markers",
    name: words.say(key, { n: places.length }, "en"),
    x: floats(places, drawn.x),
    y: floats(places, drawn.y),
    text: places.map((at) => plainText(points.names[at] ?? "")),
    hovertemplate: drawn.hover,
    showlegend: places.length > 0,
    marker: key === "others" ? { size: 3, opacity: 0.4 } : key === "chosen" ? { size: 8, opacity: 1 } : { size: 4, opacity: 0.7 },
    meta: { ...meta, part: "points", word: spoken(words.sentence(key, { n: places.length })) },
  });
  const first = parts.first.slice(0, mostTold).map((at) => points.names[at] ?? "");
  const n = parts.higher.length + parts.lower.length + parts.others.length;
  const alt = { contrast: points.name, n, up: parts.higher.length, down: parts.lower.length, first };
  const side = (group: number): JsonObject => ({ role: "group", group, field: "", value: "" });
  // What is pointed out has its name before all others.
  const named = [...new Set([...parts.chosen.slice(0, mostChosen), ...parts.first.slice(0, look.names)])];
  return {
    type: "figure",
    data: [
      trace("others", parts.others, { role: "others" }),
      trace("lower", parts.lower, side(0)),
      trace("higher", parts.higher, side(1)),
      ...(parts.chosen.length > 0 ? [trace("chosen", parts.chosen, side(2))] : []),
      ...drawn.lines,
    ],
    layout: {
      ...drawn.layout,
      annotations: labelsOf(points, named, drawn),
      showlegend: true,
      legend: { itemsizing: "constant" },
      meta: {
        alt: spoken(words.sentence(drawn.alt, alt)),
        words: drawn.titles.map(([axis, title]) => ({ path: [axis, "title", "text"], ...spoken(title) })),
        labelRoom: { x: [...rangeOf(drawn.x.map(drawn.onX))], y: [...rangeOf(drawn.y)] },
        ...(look.sizes ? { sizes: [look.sizes.of, look.sizes.against] } : {}),
      },
    },
    alt: words.say(drawn.alt, alt, "en"),
    marks: n,
  };
}

/** Names at their points: which have a place is found where they are drawn (ui/place-labels.ts). */
const labelsOf = ({ names }: ContrastPoints, places: readonly number[], { x, y, onX }: Drawn): readonly JsonObject[] =>
  places.map((at) => ({
    text: plainText(names[at] ?? ""),
    // On a log axis Plotly wants the power.
    x: onX(x[at] as number),
    y: y[at] as number,
    showarrow: false,
    borderpad: 0,
    meta: "label",
  }));

/** With the room that Plotly leaves at either end. */
function rangeOf(values: readonly number[]): readonly [number, number] {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  const rest = (high - low) * 0.06;
  return [low - rest, high + rest];
}

/** By the same means as the points: else it lay below them. */
const line = (x: readonly number[], y: readonly number[], type: "scatter" | "scattergl" = "scattergl"): JsonObject => ({
  type,
  mode: "lines",
  name: "",
  x: [...x],
  y: [...y],
  line: { width: 1, dash: "dash" },
  hoverinfo: "skip",
  showlegend: false,
  meta: { role: "rest", part: "threshold" },
});

/** −log10 of the largest p value that passes; null where none does. */
export function passingAt({ p, adjusted }: ContrastPoints, alpha: number): number | null {
  const threshold = -Math.log10(alpha);
  let least: number | null = null;
  for (const [at, value] of adjusted.entries())
    if (value > threshold && (least === null || (p[at] as number) < least)) least = p[at] as number;
  return least;
}

/** With the changes that are to be drawn. */
const drawnOf = (points: ContrastPoints, { shrunkBy }: ContrastLook): ContrastPoints =>
  shrunkBy !== null && points.shrunken ? { ...points, change: points.shrunken } : points;
const titleOfChange = (points: ContrastPoints, { shrunkBy }: ContrastLook): Sentence =>
  shrunkBy !== null && points.shrunken ? words.sentence(`change-${shrunkBy}`, {}) : words.sentence("change", {});

export function volcanoFigure(of: ContrastPoints, look: ContrastLook): Figure {
  const points = drawnOf(of, look);
  const { alpha, least } = look;
  const [low, high] = rangeOf(points.change);
  const [, top] = rangeOf(points.p);
  const passing = passingAt(points, alpha);
  return pointsFigure(points, look, {
    x: points.change,
    y: points.p,
    onX: (value) => value,
    hover: "<b>%{text}</b><br>log2 %{x:.3~g}<br>−log10 p %{y:.3~g}<extra></extra>",
    lines: [
      ...(passing === null ? [] : [line([low, high], [passing, passing])]),
      ...(least > 0 ? [line([-least, -least], [0, top]), line([least, least], [0, top])] : []),
    ],
    layout: { xaxis: { title: { text: "" } }, yaxis: { title: { text: "" }, rangemode: "tozero" } },
    titles: [
      ["xaxis", titleOfChange(of, look)],
      ["yaxis", words.sentence("surprise", {})],
    ],
    alt: "alt-volcano",
  });
}

export function maFigure(of: ContrastPoints, look: ContrastLook): Figure {
  const points = drawnOf(of, look);
  const { least, isLogLevel } = look;
  const [low, high] = rangeOf(isLogLevel ? points.level : points.level.map((value) => Math.log10(value)));
  const ends = isLogLevel ? [low, high] : [10 ** low, 10 ** high];
  return pointsFigure(points, look, {
    x: points.level,
    y: points.change,
    onX: (value) => (isLogLevel ? value : Math.log10(value)),
    hover: "<b>%{text}</b><br>%{x:.3~g}<br>log2 %{y:.3~g}<extra></extra>",
    lines: least > 0 ? [line(ends, [least, least]), line(ends, [-least, -least])] : [],
    layout: { xaxis: { title: { text: "" }, ...(isLogLevel ? {} : { type: "log" }) }, yaxis: { title: { text: "" } } },
    titles: [
      ["xaxis", words.sentence(isLogLevel ? "level-log" : "level", {})],
      ["yaxis", titleOfChange(of, look)],
    ],
    alt: "alt-ma",
  });
}

export function pValuesFigure(contrast: string, histogram: readonly number[]): Figure {
  const n = histogram.reduce((sum, count) => sum + count, 0);
  const width = 1 / histogram.length;
  const level = n / histogram.length;
  const below = histogram.slice(0, Math.round(0.05 / width)).reduce((sum, count) => sum + count, 0);
  const alt = { contrast, n, below: n === 0 ? 0 : Number(((100 * below) / n).toPrecision(2)) };
  const shape = shapeOfPValues(histogram);
  return {
    type: "figure",
    data: [
      {
        type: "bar",
        name: "",
        x: histogram.map((_, at) => (at + 0.5) * width),
        y: [...histogram],
        width,
        hovertemplate: "p %{x:.3~g}: %{y}<extra></extra>",
        showlegend: false,
        meta: { role: "plain" },
      },
      {
        ...line([0, 1], [level, level], "scatter"),
        name: words.say("by-chance", {}, "en"),
        showlegend: true,
        meta: { role: "rest", word: spoken(words.sentence("by-chance", {})) },
      },
    ],
    layout: {
      xaxis: { title: { text: "" }, range: [0, 1] },
      yaxis: { title: { text: "" }, rangemode: "tozero" },
      bargap: 0,
      showlegend: true,
      meta: {
        alt: spoken(words.sentence("alt-p-values", alt)),
        ...(shape ? { notes: [spoken(words.sentence(`shape-${shape}`))] } : {}),
        words: [
          { path: ["xaxis", "title", "text"], ...spoken(words.sentence("p-value", {})) },
          { path: ["yaxis", "title", "text"], ...spoken(words.sentence("number", {})) },
        ],
      },
    },
    alt: words.say("alt-p-values", alt, "en"),
    marks: histogram.length,
  };
}

/** So many contrasts are in one picture at most. */
const mostPages = 12;

/** The volcanoes of several contrasts as pages of one figure (ui/figure-page.ts): whoever sees this picture alone turns them. */
export function volcanoPages(
  all: readonly { readonly points: ContrastPoints; readonly look: ContrastLook; readonly called?: Sentence | null }[],
): Figure | null {
  const pages = all.slice(0, mostPages).map(({ points, look }) => volcanoFigure(points, look));
  const [first] = pages;
  if (!first || all.length === 1) return first ?? null;
  const metaOf = ({ layout: { meta } }: Figure): JsonObject => (isJsonObject(meta) ? meta : {});
  const sizes = all.flatMap(({ look: { sizes } }) => (sizes ? [sizes.of, sizes.against] : []));
  const left = all.length - pages.length;
  return {
    type: "figure",
    data: pages.flatMap(({ data }, page) =>
      data.map((trace) => ({ ...trace, meta: { ...(trace["meta"] as JsonObject), page } })),
    ),
    layout: {
      ...first.layout,
      annotations: pages.flatMap(({ layout }, page) =>
        ((layout["annotations"] ?? []) as readonly JsonObject[]).map((note) => ({ ...note, name: `page ${page}` })),
      ),
      meta: {
        alt: metaOf(first)["alt"] ?? null,
        words: metaOf(first)["words"] ?? null,
        pages: pages.map((page, at) => ({
          name: all[at]?.points.name ?? "",
          ...(all[at]?.called ? { called: spoken(all[at].called) } : {}),
          alt: metaOf(page)["alt"] ?? null,
          labelRoom: metaOf(page)["labelRoom"] ?? null,
          marks: page.marks,
        })),
        ...(left > 0 ? { notes: [spoken(words.sentence("first-pages", { shown: pages.length, n: all.length }))] } : {}),
        // Of a weighing of coefficients nobody knows of how many samples it tells.
        ...(all.every(({ look }) => look.sizes) ? { sizes: [...new Set(sizes)] } : {}),
      },
    },
    alt: first.alt,
    marks: first.marks,
  };
}
