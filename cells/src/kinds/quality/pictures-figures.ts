// Pictures of the samples out of the numbers of a report: two components against each other, the tree, densities and boxes; coloured
// by a column of the sample sheet. Made where they are looked at: whoever may see no rows gets none. Pure.

import { plainText } from "../../artifacts/figure-text.ts";
import type { Figure } from "../../artifacts/artifact.ts";
import type { Json, JsonObject } from "../../base/json.ts";
import type { MessageKey } from "../../base/failure.ts";
import type { Locale } from "../../messages/locale.ts";
import { numberTold } from "../../messages/translate.ts";
import type { QualityPictures } from "../../reports/quality/pictures.ts";
import { branches } from "../../stats/clusters/branches.ts";
import { words } from "./words.ts";

export type Picture = "components" | "tree" | "densities" | "boxes";

export interface Look {
  /** The column that colours; null: none. */
  readonly by: string | null;
  readonly locale: Locale;
}

interface Group {
  readonly name: string | null;
  readonly samples: readonly number[];
  readonly meta: JsonObject;
}

/** Plotly reads a little HTML in its texts. */
/** Cut before it is made plain: no sign of it is cut in two. */
const short = (text: string): string => plainText(text.length > 18 ? `${text.slice(0, 17)}…` : text);
const nameOf = ({ samples }: QualityPictures, sample: number): string => plainText(samples[sample] ?? "");

function groupsOf({ samples, colours }: QualityPictures, by: string | null): readonly Group[] {
  const all = [...samples.keys()];
  const found = colours.find(({ column }) => column === by);
  if (!found) return [{ name: null, samples: all, meta: { role: "plain" } }];
  const order = found.names
    .map((name, at) => ({ name, at }))
    .sort((a, b) => a.name.localeCompare(b.name, "en", { numeric: true }));
  const groups = order.map(
    ({ name, at }, group): Group => ({
      name,
      samples: all.filter((sample) => found.of[sample] === at),
      meta: { role: "group", group, field: found.column, value: name },
    }),
  );
  const rest = all.filter((sample) => (found.of[sample] ?? -1) < 0);
  return [...groups, ...(rest.length > 0 ? [{ name: "–", samples: rest, meta: { role: "missing" } }] : [])];
}

const made = (data: readonly JsonObject[], layout: JsonObject, alt: MessageKey, marks: number, by: string | null): Figure => ({
  type: "figure",
  data,
  layout: { ...layout, showlegend: by !== null, meta: { alt: { key: alt, params: { n: marks } } } },
  alt: words.say("alt-picture", {}, "en"),
  marks,
});

/** `x`, `y`: numbers of components, from 0. */
export function componentsFigure(pictures: QualityPictures, x: number, y: number, { by, locale }: Look): Figure | null {
  const { components } = pictures;
  const [xs, ys] = [components?.scores[x], components?.scores[y]];
  if (!components || !xs || !ys) return null;
  const title = (at: number): string =>
    `PC${at + 1}, ${numberTold(Math.round((components.share[at] ?? 0) * 1000) / 10, locale)} %`;
  const data = groupsOf(pictures, by).map(
    ({ name, samples, meta }): JsonObject => ({
      type: "scatter",
      mode: "markers",
      name: plainText(name ?? ""),
      x: samples.map((sample) => xs[sample] ?? null),
      y: samples.map((sample) => ys[sample] ?? null),
      text: samples.map((sample) => nameOf(pictures, sample)),
      hovertemplate: `<b>%{text}</b>${name === null ? "" : `<br>${plainText(name)}`}<extra></extra>`,
      showlegend: name !== null,
      meta: { ...meta, part: "points" },
    }),
  );
  return made(
    data,
    { xaxis: { title: { text: title(x) } }, yaxis: { title: { text: title(y) } } },
    words.key("alt-components"),
    xs.length,
    by,
  );
}

/** Names along the side, where each can be read. */
const sideOf = (names: readonly string[]): JsonObject => ({
  tickmode: "array",
  tickvals: [...names.keys()],
  ticktext: names.map(short),
  range: [names.length - 0.5, -0.5],
  showgrid: false,
  zeroline: false,
});

export function treeFigure(pictures: QualityPictures, { by, locale }: Look): Figure | null {
  const { tree } = pictures;
  if (!tree) return null;
  const { along, up } = branches(tree);
  const placeOf = new Map(tree.order.map((sample, place) => [sample, place]));
  const strokes: JsonObject = {
    type: "scatter",
    mode: "lines",
    name: "",
    x: up as readonly Json[],
    y: along as readonly Json[],
    line: { width: 1 },
    hoverinfo: "skip",
    showlegend: false,
    meta: { role: "rest", part: "tree" },
  };
  const leaves = groupsOf(pictures, by).map(
    ({ name, samples, meta }): JsonObject => ({
      type: "scatter",
      mode: "markers",
      name: plainText(name ?? ""),
      x: samples.map(() => 0),
      y: samples.map((sample) => placeOf.get(sample) ?? null),
      text: samples.map((sample) => nameOf(pictures, sample)),
      hovertemplate: `<b>%{text}</b>${name === null ? "" : `<br>${plainText(name)}`}<extra></extra>`,
      showlegend: name !== null,
      meta: { ...meta, part: "points" },
    }),
  );
  const layout = {
    xaxis: { title: { text: words.say("axis-distance", {}, locale) }, zeroline: false },
    yaxis: sideOf(Array.from(tree.order, (sample) => pictures.samples[sample] ?? "")),
  };
  return made([strokes, ...leaves], layout, words.key("alt-tree"), tree.order.length, by);
}

const axisOfValues = (pictures: QualityPictures, locale: Locale): string => words.say(`axis-${pictures.scale}`, {}, locale);

export function densitiesFigure(pictures: QualityPictures, { by, locale }: Look): Figure | null {
  const { spread } = pictures;
  if (!spread || spread.at.length === 0) return null;
  const data = groupsOf(pictures, by).flatMap(({ name, samples, meta }) =>
    samples.flatMap((sample): JsonObject[] => {
      const density = spread.densities[sample];
      if (!density) return [];
      return [
        {
          type: "scatter",
          mode: "lines",
          name: plainText(name ?? ""),
          x: spread.at,
          y: density,
          line: { width: 1 },
          legendgroup: name ?? "",
          showlegend: name !== null && sample === samples.find((one) => spread.densities[one]),
          hovertemplate: `<b>${nameOf(pictures, sample)}</b>${name === null ? "" : `<br>${plainText(name)}`}<extra></extra>`,
          meta,
        },
      ];
    }),
  );
  const layout = {
    xaxis: { title: { text: axisOfValues(pictures, locale) } },
    yaxis: { title: { text: words.say("axis-density", {}, locale) }, rangemode: "tozero" },
  };
  return made(data, layout, words.key("alt-densities"), data.length, by);
}

export function boxesFigure(pictures: QualityPictures, { by, locale }: Look): Figure | null {
  const { spread } = pictures;
  if (!spread) return null;
  const groups = groupsOf(pictures, by);
  const order = groups.flatMap(({ samples }) => samples);
  const placeOf = new Map(order.map((sample, place) => [sample, place]));
  const data = groups.flatMap(({ name, samples, meta }): JsonObject[] => {
    const here = samples.filter((sample) => spread.boxes[sample]);
    if (here.length === 0) return [];
    const of = (at: number): readonly Json[] => here.map((sample) => spread.boxes[sample]?.[at] ?? null);
    return [
      {
        type: "box",
        orientation: "h",
        name: plainText(name ?? ""),
        y: here.map((sample) => placeOf.get(sample) ?? null),
        lowerfence: of(0),
        q1: of(1),
        median: of(2),
        q3: of(3),
        upperfence: of(4),
        showlegend: name !== null,
        hoverinfo: "x",
        meta,
      },
    ];
  });
  const layout = {
    xaxis: { title: { text: axisOfValues(pictures, locale) }, zeroline: false },
    yaxis: sideOf(Array.from(order, (sample) => pictures.samples[sample] ?? "")),
  };
  return made(data, layout, words.key("alt-boxes"), order.length, by);
}
