// Gives a figure its colours, its words and its size: what the kernel drew says which group a trace shows (`meta`), the
// reader's screen says what that looks like. Pure; used for the screen (light or dark) and for exports (light).

import type { Figure } from "../artifacts/artifact.ts";
import { assertNever } from "../base/invariant.ts";
import { isJsonObject, type Json, type JsonObject } from "../base/json.ts";
import { plotlyTraceOf } from "../contract/plotly-traces.ts";
import type { Locale } from "../messages/locale.ts";
import { shareOf } from "./axis-share.ts";
import { inWords, type Mutable, plain, setAt } from "./figure-words.ts";
import { placeCounts, roomOfLines } from "./place-counts.ts";
import { placeLabels } from "./place-labels.ts";
import { placeSwarms } from "./place-swarms.ts";
import { diverging, type FigureColours, groupColour, groupShape, shadeOf, withAlpha } from "./chart-colours.ts";

/** Below this many pixels a figure has the form for a telephone. */
export const narrowFigure = 560;

export interface FigureLook {
  readonly colours: FigureColours;
  readonly locale: Locale;
  /** Pixels; below `narrowFigure` the legend stands below. */
  readonly width: number;
  readonly height: number;
}

export function themeFigure(figure: Figure, look: FigureLook): { data: JsonObject[]; layout: JsonObject } {
  const narrow = look.width < narrowFigure;
  const themed = figure.data.map((trace) => themeTrace(trace, look, narrow, figure.marks));
  const data = figure.marks > few ? smallGroupsAbove(themed) : themed;
  const layout = themeLayout(figure.layout, look, narrow, data);
  return { data: placeSwarms(data, layout, roomOf(layout, data, narrow)), layout };
}

/** Pixels of the drawing within its margins. */
function roomOf(layout: JsonObject, data: readonly JsonObject[], narrow: boolean): { width: number; height: number } {
  const margin = isJsonObject(layout["margin"]) ? layout["margin"] : {};
  const of = (side: string): number => Number(margin[side] ?? 0);
  return {
    width: Number(layout["width"]) - of("l") - of("r") - (narrow ? 0 : besides(layout, data)),
    height: Number(layout["height"]) - of("t") - of("b"),
  };
}

/** More marks than these hide each other. */
const few = 400;
/** More than these make one surface of what is drawn half through. */
const many = 20_000;

/** How much of a mark is seen: the more there are, the less each covers of the others. */
const opacityOf = (marks: number): number => Math.max(0.15, 0.55 * Math.min(1, Math.sqrt(many / marks)));

/** Points of large groups are drawn before those of small ones, which would not be seen below them; the legend stays as it is. */
function smallGroupsAbove(data: JsonObject[]): JsonObject[] {
  const places = data.flatMap((trace, at) =>
    isJsonObject(trace["meta"]) && trace["meta"]["part"] === "points" && trace["mode"] === "markers" ? [at] : [],
  );
  const bySize = [...places].sort((a, b) => sizeOf(data[b]) - sizeOf(data[a]));
  const out = [...data];
  places.forEach((place, n) => {
    const from = bySize[n] as number;
    out[place] = { ...(data[from] as JsonObject), legendrank: 1000 + from };
  });
  return out;
}

/** In proportion to its points: traces of one figure write them alike. */
function sizeOf(trace: JsonObject | undefined): number {
  const x = trace?.["x"];
  if (Array.isArray(x)) return x.length;
  return isJsonObject(x) && typeof x["bdata"] === "string" ? x["bdata"].length : 0;
}

function themeTrace(trace: JsonObject, look: FigureLook, narrow: boolean, marks: number): JsonObject {
  const { colours } = look;
  const meta = isJsonObject(trace["meta"]) ? trace["meta"] : {};
  const role = meta["role"];
  const own = typeof meta["group"] === "number" ? meta["group"] : 0;
  const group = role === "group" ? own : 0;
  const colour =
    role === "shade"
      ? shadeOf(Number(meta["share"]))
      : role === "missing" || role === "others"
        ? colours.control
        : role === "rest"
          ? colours.muted
          : role === "ink"
            ? colours.text
            : groupColour(colours, group);
  const shape =
    role === "missing" ? "x-thin-open" : role === "rest" ? "circle-open" : role === "others" ? "circle" : groupShape(group);
  const word = isJsonObject(meta["word"]) ? meta["word"] : null;
  const named: JsonObject = word ? { name: plain(inWords(word, look.locale)) } : {};
  const marker = isJsonObject(trace["marker"]) ? trace["marker"] : {};
  // Many points hide each other and the box behind them: they get smaller, lighter and lose their outline.
  const crowded = marks > few;
  const outline = crowded ? { width: 0 } : { width: 1, color: withAlpha(colours.text, 0.6) };
  const bar = (title: JsonObject | undefined): JsonObject => ({
    thickness: 12,
    outlinewidth: 0,
    ...(narrow ? { orientation: "h", thickness: 8, y: 0, yref: "container", yanchor: "bottom", ypad: 4 } : {}),
    tickfont: { color: colours.muted, size: 12 },
    title: {
      ...title,
      font: { color: colours.muted, size: 12 },
      // Above a bar that lies, Plotly writes the title over it.
      ...(narrow ? { text: brokenLines(String(title?.["text"] ?? ""), look.width - 72, 6.5).join("<br>"), side: "bottom" } : {}),
    },
  });
  const colorbarTitle = (from: Json | undefined): JsonObject | undefined =>
    isJsonObject(from) && isJsonObject(from["title"]) ? from["title"] : undefined;

  const type = plotlyTraceOf(trace);
  switch (type) {
    case "box":
      return { ...trace, ...named, line: { color: colour, width: 1.5 }, fillcolor: withAlpha(colour, 0.15), boxpoints: false };
    case "bar":
      return {
        ...trace,
        ...named,
        // A bar that says what a column of a matrix is has no outline: neighbours of one group are one.
        marker: {
          ...marker,
          color: role === "shade" ? colour : withAlpha(colour, 0.85),
          line: meta["part"] === "bar" ? { width: 0 } : { width: 1, color: withAlpha(colours.text, 0.6) },
          // A colour that is used a second time is hatched, as points have another shape.
          ...(meta["part"] === "bar" && group >= colours.groups.length
            ? { pattern: { shape: "/", size: 4, solidity: 0.5 } }
            : {}),
        },
      };
    case "heatmap":
      return {
        ...trace,
        ...named,
        colorscale:
          role === "diverging"
            ? diverging(colours).map((stop) => [...stop])
            : role === "presence"
              ? [
                  [0, colours.line],
                  [1, colours.text],
                ]
              : "Viridis",
        colorbar: {
          ...(narrow ? {} : placeOfScale(trace["colorbar"])),
          ...ticksOfScale(trace["colorbar"]),
          // What has a word for its values has it on their scale.
          ...bar(word ? { text: plain(inWords(word, look.locale)) } : colorbarTitle(trace["colorbar"])),
        },
      };
    case "scatter":
    case "scattergl": {
      if (role === "outlier") {
        const size = marks > 2000 ? 8 : crowded ? 10 : 14;
        return {
          ...trace,
          ...named,
          marker: { size, ...marker, symbol: "circle-open", color: colours.text, line: { width: 1.5 } },
          cliponaxis: false,
        };
      }
      const isLine = typeof trace["mode"] === "string" && trace["mode"].includes("lines");
      const sequential = role === "sequential";
      return {
        ...trace,
        ...named,
        ...(isLine
          ? {
              line: {
                color: colour,
                width: meta["part"] === "median" ? 2 : 1.5,
                ...(isJsonObject(trace["line"]) ? trace["line"] : {}),
              },
            }
          : {}),
        ...(trace["fill"] === undefined ? {} : { fillcolor: withAlpha(colour, meta["part"] === "middle" ? 0.6 : 0.15) }),
        marker: {
          size: marks > 2000 ? 3 : crowded ? 4 : 7,
          ...(crowded ? { opacity: opacityOf(marks) } : {}),
          ...marker,
          symbol: meta["part"] === "cut" ? "line-ns-open" : role === "plain" || sequential ? "circle" : shape,
          // Marks on a curve are strokes of its colour.
          line: meta["part"] === "cut" ? { width: 1.5, color: colour } : outline,
          ...(sequential
            ? {
                colorscale: "Viridis",
                colorbar: {
                  ...(narrow ? {} : placeOfScale(marker["colorbar"])),
                  ...bar(colorbarTitle(marker["colorbar"])),
                },
              }
            : { color: colour }),
        },
        ...(meta["part"] === "points" ? { cliponaxis: false } : {}),
      };
    }
    case null:
      // Said under the figure (figureWords).
      return { ...trace, ...named, visible: false };
    default:
      return assertNever(type);
  }
}

function themeLayout(layout: JsonObject, look: FigureLook, narrow: boolean, data: readonly JsonObject[]): JsonObject {
  const { colours, locale } = look;
  const out = structuredClone(layout) as Mutable;
  const meta = isJsonObject(layout["meta"]) ? layout["meta"] : {};
  for (const word of Array.isArray(meta["words"]) ? (meta["words"] as readonly Json[]) : []) {
    if (isJsonObject(word)) setAt(out, word["path"], inWords(word, locale));
  }
  delete out["meta"];
  const title = isJsonObject(out["title"]) ? out["title"] : { text: out["title"] ?? "" };
  const sides = narrow ? { l: 44, r: 12 } : { l: 64, r: 24 };
  const room = look.width - sides.l - sides.r;
  // From the same place whatever room the names of rows take: moved with the axis, a long one would leave the picture.
  const lines = brokenLines(String(title["text"] ?? ""), room);
  const scale = linesOfScale(data);
  // On a telephone a scale lies at the bottom: a legend beside it stands above.
  const names = namesAbove(out, room);
  const isAbove = narrow && scale > 0 && out["showlegend"] === true;
  const head = out["title"] ? 22 + 18 * lines.length : 20;
  const margin = {
    ...sides,
    t: head + (isAbove ? linesOfLegendAbove(data) * 19 + 9 : 0) + Math.min(names, 0.4 * look.height),
    b: narrow
      ? scale > 0
        ? 89 + 15 * scale
        : out["showlegend"] === true
          ? // What does not fit is scrolled to: a picture is more than its legend.
            Math.max(84, Math.min(48 + 19 * linesOfLegendBelow(data, room), 0.5 * look.height))
          : 48
      : 48,
  };
  const wide = narrow ? room : room - besides(out, data);
  const axis = (name: string): JsonObject => {
    const own = isJsonObject(out[name]) ? out[name] : {};
    const along = (name.startsWith("y") ? look.height - margin.t - margin.b : wide) * shareOf(own);
    const title = titleAlong(own, narrow && name.startsWith("x") ? along - namesBeside(out) : along, narrow);
    return {
      gridcolor: colours.line,
      linecolor: colours.line,
      zerolinecolor: colours.line,
      tickfont: { color: colours.muted, size: 12 },
      automargin: true,
      ticks: "",
      // Of 10⁻¹², not 1p.
      ...(own["type"] === "log" ? { exponentformat: "power" } : {}),
      // On a telephone the digits between powers of ten would stand on each other.
      ...(narrow && own["type"] === "log" && own["nticks"] === undefined ? { nticks: 5 } : {}),
      // Numbers of neighbouring panels do not touch.
      ...(typeof own["nticks"] === "number" && shareOf(own) < 1
        ? { nticks: Math.max(2, Math.min(own["nticks"], Math.floor(along / 40))) }
        : {}),
      // Their room is in the margin, below the title.
      ...(name === "xaxis" && names > 0 ? { automargin: false } : {}),
      ...(name.startsWith("x") ? slantOf(own, along, narrow ? 0 : besides(out, data) + linesOfScale(data) * 60) : {}),
      ...thinned(own, (name.startsWith("y") ? look.height - 90 : room) * shareOf(own)),
      ...(name.startsWith("xaxis") && countLines > 1 ? { ticklen: Number(own["ticklen"] ?? 0) + roomOfLines(countLines) } : {}),
      title: { ...title, font: { color: colours.muted, size: 12 }, standoff: 8 },
      ...(narrow && shareOf(own) < slimPanel
        ? slimAxis(title, (name.startsWith("y") ? look.height - 90 : room) * shareOf(own), colours.muted)
        : {}),
    };
  };
  const { annotations: counted, lines: countLines } = placeCounts(out, wide);
  const isSlim = narrow && axesOf(out).some((name) => name.startsWith("x") && shareOf(out[name]) < slimPanel);
  const annotations = placeLabels(isSlim ? counted.map(slimNote) : counted, meta["labelRoom"], {
    width: wide,
    height: look.height - margin.t - margin.b,
  });
  const shapes = Array.isArray(out["shapes"]) ? (out["shapes"] as readonly Json[]) : [];
  return {
    ...out,
    paper_bgcolor: colours.surface,
    plot_bgcolor: colours.surface,
    font: {
      family: '"Inter Variable", system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif',
      size: 12,
      color: colours.text,
    },
    separators: locale === "ru" ? ",\u2009" : ".\u2009",
    margin,
    hoverlabel: {
      bgcolor: colours.surface,
      bordercolor: colours.control,
      font: { color: colours.text, size: 12 },
      align: "left",
    },
    legend: {
      // Where marks are small those of the legend may be larger.
      ...(isJsonObject(out["legend"]) ? out["legend"] : {}),
      ...placeOfLegend(isAbove, narrow),
      // Below the title, and names under headings of their own stay together.
      ...(isAbove && out["title"] ? { y: 1 - (head - 6) / look.height } : {}),
      ...(hasHeadings(data) ? { traceorder: "grouped" } : {}),
    },
    ...(out["title"]
      ? {
          title: {
            ...title,
            text: lines.join("<br>"),
            font: { size: 14, color: colours.text },
            x: 0,
            xref: "container",
            xanchor: "left",
            pad: { l: narrow ? sides.r : sides.l },
            // In the middle of a margin that holds a legend it would stand upon it.
            ...(isAbove || names > 0 ? { y: 1 - 10 / look.height, yref: "container", yanchor: "top" } : {}),
          },
        }
      : {}),
    ...Object.fromEntries(axesOf(out).map((name) => [name, axis(name)])),
    annotations: annotations.map((note) => (isJsonObject(note) ? { ...lookOfNote(note, colours), ...note } : note)),
    shapes: shapes.map((shape) =>
      isJsonObject(shape)
        ? { ...shape, line: { ...(isJsonObject(shape["line"]) ? shape["line"] : {}), color: colours.surface } }
        : shape,
    ),
    dragmode: "zoom",
    width: look.width,
    height: look.height,
    autosize: false,
  };
}

/** What an axis of a panel, or on a telephone, is called: in as many lines as it is short. */
function titleAlong(axis: JsonObject, room: number, narrow: boolean): JsonObject {
  const title = isJsonObject(axis["title"]) ? axis["title"] : {};
  const text = title["text"];
  return (narrow || shareOf(axis) < 1) && typeof text === "string"
    ? { ...title, text: brokenLines(text, room, 6.5).join("<br>") }
    : title;
}

/** Pixels that the names of rows take from the axis below them, beyond the margin. */
function namesBeside(layout: JsonObject): number {
  const rows = isJsonObject(layout["yaxis"]) ? layout["yaxis"]["ticktext"] : null;
  if (!Array.isArray(rows)) return 0;
  return Math.max(0, ...(rows as readonly Json[]).map((name) => String(name).length * 6.5 - 44));
}

/** Pixels that names of columns take above the picture where they stand upright; 0: they do not. */
function namesAbove(layout: JsonObject, room: number): number {
  const axis = isJsonObject(layout["xaxis"]) ? layout["xaxis"] : {};
  return slantOf(axis, room, 0)["tickangle"] === -90 ? lengthOfNames(axis) + 8 : 0;
}

/** Pixels of the longest name along an axis; 0: it has no names. */
export function lengthOfNames({ ticktext }: JsonObject): number {
  return Array.isArray(ticktext) ? Math.max(0, ...(ticktext as readonly Json[]).map((name) => String(name).length * 6.5)) : 0;
}

/** Names below that Plotly would slant to the right, where the last would leave the picture and be left out: to the left instead. */
function slantOf(axis: JsonObject, room: number, beside: number): JsonObject {
  const text = axis["ticktext"];
  if (!Array.isArray(text) || text.length < 2 || axis["tickangle"] !== undefined || shareOf(axis) < 1) return {};
  const lengths = (text as readonly Json[]).map((name) => String(name).length * 6.5);
  const step = room / text.length;
  const last = lengths.at(-1) as number;
  if (Math.max(...lengths) < step || last * 0.87 < beside + step / 2) return {};
  return { tickangle: axis["side"] === "top" ? -90 : -45 };
}

/** Those of further panels look as the first two. */
const axesOf = (layout: JsonObject): readonly string[] => [
  ...new Set(["xaxis", "yaxis", ...Object.keys(layout).filter((name) => /^[xy]axis\d*$/.test(name))]),
];

/** On a telephone panels of a smaller share have no room for letters of the usual size. */
const slimPanel = 0.3;

/** Titles in as many lines as they need, few ticks, smaller letters. */
const slimAxis = (title: JsonObject, room: number, color: string): JsonObject => ({
  nticks: 3,
  tickangle: 0,
  tickfont: { size: 10, color },
  title: {
    ...title,
    text: brokenLines(String(title["text"] ?? ""), room, 6).join("<br>"),
    font: { size: 10, color },
    standoff: 4,
  },
});

/** Between panels the number alone: what it is stands under the picture. */
const slimNote = (note: Json): Json =>
  isJsonObject(note) && note["meta"] === "correlation" ? { ...note, text: String(note["text"]).replace(/^.*=\s*/, "") } : note;

const placeOfLegend = (isAbove: boolean, narrow: boolean): JsonObject =>
  isAbove
    ? { orientation: "h", x: 0, y: 1, yref: "container", yanchor: "top", traceorder: "normal", font: { size: 12 } }
    : narrow
      ? { orientation: "h", x: 0, y: 0, yref: "container", yanchor: "bottom", traceorder: "normal", font: { size: 12 } }
      : { x: 1.01, xanchor: "left", y: 1, yanchor: "top", traceorder: "normal", font: { size: 12 } };

/** A name beside a point is read above the points behind it. */
const lookOfNote = ({ meta }: JsonObject, colours: FigureColours): JsonObject =>
  meta === "label"
    ? { font: { size: 12, color: colours.text }, bgcolor: withAlpha(colours.surface, 0.7) }
    : { font: { size: 12, color: colours.muted } };

/** Where a picture wants its scale: below a legend. */
function placeOfScale(bar: Json | undefined): JsonObject {
  if (!isJsonObject(bar) || typeof bar["len"] !== "number") return {};
  return { len: bar["len"], y: 0, yanchor: "bottom" };
}

/** Where a scale has ticks of its own, and what stands at them. */
const ticksOfScale = (bar: Json | undefined): JsonObject =>
  isJsonObject(bar) && Array.isArray(bar["tickvals"]) && Array.isArray(bar["ticktext"])
    ? { tickvals: bar["tickvals"], ticktext: bar["ticktext"] }
    : {};

/** How many lines the title of the colour scale takes; 0 = there is no scale. */
function linesOfScale(data: readonly JsonObject[]): number {
  const bars = data.flatMap((trace) => [
    trace["colorbar"],
    isJsonObject(trace["marker"]) ? trace["marker"]["colorbar"] : undefined,
  ]);
  const titles = bars.flatMap((bar) =>
    isJsonObject(bar) ? [isJsonObject(bar["title"]) ? String(bar["title"]["text"] ?? "") : ""] : [],
  );
  return Math.max(0, ...titles.map((text) => text.split("<br>").length));
}

const hasHeadings = (data: readonly JsonObject[]): boolean => data.some((trace) => isJsonObject(trace["legendgrouptitle"]));

/** How many lines a legend takes that lies below, generously: Plotly gives each name as much as the longest; under headings each has its own. */
function linesOfLegendBelow(data: readonly JsonObject[], room: number): number {
  const shown = data.filter((trace) => trace["showlegend"] === true);
  if (hasHeadings(shown)) return shown.length + 2 * new Set(shown.map((trace) => trace["legendgroup"])).size;
  const each = 46 + 7 * Math.max(0, ...shown.map((trace) => String(trace["name"] ?? "").length));
  return Math.ceil(shown.length / Math.max(1, Math.floor(room / each)));
}

/** Of a legend that lies above, about two entries a line; titles of groups are entries. */
function linesOfLegendAbove(data: readonly JsonObject[]): number {
  const shown = data.filter((trace) => trace["showlegend"] !== false && String(trace["name"] ?? "") !== "");
  const groups = new Map<string, number>();
  for (const trace of shown) {
    const group = String(trace["legendgroup"] ?? "");
    groups.set(group, (groups.get(group) ?? 0) + 1);
  }
  if (!hasHeadings(shown)) return Math.ceil(shown.length / 2);
  // Groups stand beside each other, each below its title.
  return 1 + Math.max(0, ...groups.values());
}

/** What a legend takes at the right of a drawing, generously. */
function besides(layout: JsonObject, data: readonly JsonObject[]): number {
  if (layout["showlegend"] !== true) return 0;
  return 48 + 7 * Math.max(0, ...data.map((trace) => (trace["showlegend"] === false ? 0 : String(trace["name"] ?? "").length)));
}

/**
 * A title in as many lines as it needs; a letter of 14 pixels is 7.5 wide. It is escaped already, and broken at spaces
 * alone.
 */
function brokenLines(text: string, width: number, letter = 7.5): readonly string[] {
  const most = Math.floor(width / letter);
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= most) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** Names of rows and columns are 14 pixels apart at least: of more than fit, every second, third … is written. */
function thinned(axis: JsonObject, room: number): JsonObject {
  const vals = axis["tickvals"];
  const text = axis["ticktext"];
  if (!Array.isArray(vals) || !Array.isArray(text)) return axis;
  const step = Math.ceil(vals.length / Math.max(4, Math.floor(room / 14)));
  if (step <= 1) return axis;
  return {
    ...axis,
    tickvals: vals.filter((_: Json, index: number) => index % step === 0),
    ticktext: text.filter((_: Json, index: number) => index % step === 0),
  };
}
