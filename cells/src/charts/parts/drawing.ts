// What the drawing functions share: the parts of a figure, and the marks by which a view colours it.
// A figure holds no colours: each trace says in `meta` which group it draws, and the reader's theme resolves that
// (ui/theme-figure.ts), light and dark and in one colour per value throughout a notebook. Words inside a figure stand
// there in English and, in `layout.meta.words`, as message keys, so that a view can put them in the reader's language.

import { plainText } from "../../artifacts/figure-text.ts";
import { saysSelects } from "../../artifacts/figure-selects.ts";
import { asWritten } from "../../artifacts/as-written.ts";
import { numberColumn as columnOfNumbers, textColumn } from "../../artifacts/table.ts";
import type { NumberColumn } from "../../artifacts/artifact.ts";
import type { JsonObject } from "../../base/json.ts";
import type { Series } from "../../contract/chart-drawing.ts";
import { message } from "../../messages/catalogue.ts";
import type { Sentence } from "../../messages/sentence.ts";
import { numberTold } from "../../messages/translate.ts";
import type { Group, GroupOrder, Groups } from "./chart-groups.ts";
import { shortText } from "./plot-array.ts";
import { words } from "./words.ts";
import type { KeyOf } from "../../messages/define-words.ts";

/** So many marks are drawn one by one at most. */
export const mostMarks = 100_000;
/** Of fewer values a box or a violin would invent a distribution: points and the median are drawn. */
export const fewestForShape = 10;
/** Beyond so many points the graphics card draws them. */
export const mostSvgPoints = 20_000;

/** How a view colours a trace. `group` counts from 0 in the order of the names. */
export type TraceRole =
  | { readonly role: "plain" }
  | { readonly role: "group"; readonly group: number; readonly field: string; readonly value: string }
  | { readonly role: "rest" }
  | { readonly role: "missing" }
  | { readonly role: "sequential" }
  | { readonly role: "diverging" };

export const roleOf = (group: Group | null, field: string): TraceRole =>
  group === null
    ? { role: "plain" }
    : group.role === "group"
      ? { role: "group", group: group.colour, field, value: group.label }
      : { role: group.role };

/** Name of a group as English text, letter for letter; the rest and missing ones by message. */
export const groupName = (group: Group, restGroups: number): string =>
  group.role === "group" ? plainText(group.label) : words.say(`group-${group.role}`, { n: restGroups }, "en");

export const groupMeta = (group: Group | null, field: string, restGroups: number): JsonObject => ({
  ...roleOf(group, field),
  ...(group && group.role !== "group" ? { word: { ...words.sentence(`group-${group.role}`, { n: restGroups }) } } : {}),
});

type OfLog<Key> = Key extends `${infer Word}-log` ? Word : never;
/** Words of an axis which are there for a logarithmic one, too. */
export type AxisWord = OfLog<Extract<KeyOf<typeof words>, `axis-${string}`>>;

/** Title of an axis, with the unit, and "(log scale)" where it is one. */
export function axisTitle(options: {
  readonly own: string;
  readonly series: Series | null;
  readonly log: boolean;
  /** The smallest stands above. */
  readonly isTurned?: boolean;
  readonly word?: AxisWord;
  readonly params?: JsonObject;
}): Sentence {
  const { own, series, log, isTurned = false, word, params = {} } = options;
  if (isTurned && series) {
    const name = own === "" && series.unit ? `${series.name}, ${series.unit}` : own || series.name;
    return words.sentence(log ? "axis-log-turned" : "axis-turned", { name });
  }
  if (own !== "") return words.sentence(log ? "axis-log" : "axis", { name: own });
  if (word) return words.sentence(log ? `${word}-log` : word, params);
  if (!series) return words.sentence("axis", { name: "" });
  if (!series.unit) return words.sentence(log ? "axis-log" : "axis", { name: series.name });
  return words.sentence(log ? "axis-unit-log" : "axis-unit", { name: series.name, unit: series.unit });
}

export const sentence = (said: Sentence): string => message(said.key, said.params, "en");

/** An axis whose title is those words; `rest` are further Plotly settings. */
export const axis = (title: Sentence, rest: JsonObject = {}): JsonObject => ({
  title: { text: plainText(sentence(title)) },
  ...rest,
});

/** An axis of groups at 0, 1, 2 …: numbers below, so that boxes and points can share it. */
export const groupAxis = (title: Sentence, labels: readonly string[], room: number): JsonObject =>
  axis(title, {
    type: "linear",
    range: [-0.5, labels.length - 0.5],
    tickmode: "array",
    tickvals: labels.map((_, index) => index),
    ticktext: [...labels],
    zeroline: false,
    showgrid: false,
    ...(room > 0 ? { ticks: "outside", ticklen: room, tickcolor: "rgba(0,0,0,0)" } : {}),
  });

export const isDates = (series: Series): boolean => series.kind === "text" && series.semantic === "date";

/** -1..1, evenly spread and the same for the same index: points beside each other instead of on each other. */
export const spread = (index: number): number => 2 * ((index * 0.618_033_988_749_895 + 0.5) % 1) - 1;

/** In a text alternative, which stands in English with its figure; numbers of a matrix as they were written. */
export const told = (value: number): string => numberTold(asWritten(value), "en");

/** From the smallest to the largest. */
export const rangeTold = (min: number, max: number): string => `${told(min)} – ${told(max)}`;

/** So many parts stand in a text alternative. */
const mostTold = 24;

/** The first parts, and how many more there are. */
export const partsTold = (parts: readonly string[]): readonly string[] =>
  parts.length <= mostTold ? parts : [...parts.slice(0, mostTold), `… + ${parts.length - mostTold}`];

/** NaN is a missing value. */
export const numberColumn = (name: string, values: ArrayLike<number>, unit = ""): NumberColumn =>
  columnOfNumbers(name, values, unit ? { unit } : {});
export { textColumn };

/** The names of groups on an axis; long ones are cut. */
export const axisNames = (groups: Groups, limit = 24): string[] =>
  groups.list.map((group) => (group.role === "group" ? shortText(group.label, limit) : groupName(group, groups.rest)));

/** That groups along x are selected, with bounds upwards or by their names alone. */
export const selectsGroups = (groups: Groups | null, hasBounds: boolean): JsonObject =>
  saysSelects({
    way: "groups",
    names: (groups?.list ?? []).map((group) => (group.role === "group" ? group.label : null)),
    hasBounds,
    rest: groups && groups.rest > 0 ? groups.list.findIndex(({ role }) => role === "rest") : null,
  });

/** The label of a group as data; null = missing. */
export const labelOf = (group: Group | null | undefined): string | null =>
  !group || group.role === "missing" ? null : group.label;

/** That smaller groups of these fields are drawn together. */
export const noteOfRest = (...of: readonly (Groups | null)[]): Sentence[] =>
  of.flatMap((groups) =>
    groups && groups.rest > 0
      ? [words.sentence(groups.isByName ? "note-rest-by-name" : "note-rest", { n: groups.rest, field: groups.name })]
      : [],
  );

/**
 * Of an order that was chosen: names that are no group here (one that is drawn with the rest is told from none to nobody),
 * and what there is nothing to order by. `of`: what stands on the axes; `isRanked`: each of its groups has one number.
 */
export function noteOfOrder(order: GroupOrder, of: readonly (Groups | null)[], isRanked = false): Sentence[] {
  const groups = of.filter((each) => each !== null);
  if (order === "name") return [];
  if (groups.length === 0) return [words.sentence("note-order-unused")];
  if (order === "data") return [];
  if (order === "value" || order === "value-down") return isRanked ? [] : [words.sentence("note-order-by-name")];
  const labels = new Set(groups.flatMap(({ list }) => list.flatMap(({ label, role }) => (role === "group" ? [label] : []))));
  const absent = [...new Set(order)].filter((name) => !labels.has(name));
  if (absent.length === 0) return [];
  const names = absent.slice(0, 5).map((name) => `“${shortText(name, 40)}”`);
  const more = absent.length > 5 ? ", …" : "";
  return [words.sentence("note-order-absent", { n: absent.length, names, more, fields: groups.map(({ name }) => name) })];
}

/** Rows that have every number asked for, and are above zero where the axis is logarithmic. */
export function usableRows(
  rows: number,
  needs: readonly { readonly series: Series | null; readonly log: boolean }[],
): { readonly use: Uint8Array; readonly left: number; readonly missing: number; readonly nonPositive: number } {
  const use = new Uint8Array(rows).fill(1);
  let missing = 0;
  let nonPositive = 0;
  for (let row = 0; row < rows; row++) {
    let isMissing = false;
    let isLow = false;
    for (const { series, log } of needs) {
      if (!series) continue;
      if (series.kind === "text") {
        if ((series.codes[row] as number) < 0) isMissing = true;
      } else {
        const value = series.values[row] as number;
        if (Number.isNaN(value)) isMissing = true;
        else if (log && value <= 0) isLow = true;
      }
    }
    if (isMissing) missing++;
    else if (isLow) nonPositive++;
    if (isMissing || isLow) use[row] = 0;
  }
  return { use, left: rows - missing - nonPositive, missing, nonPositive };
}

export const noteOfLeftOut = (counts: { readonly missing: number; readonly nonPositive: number }, rows: number): Sentence[] => [
  ...(counts.missing > 0 ? [words.sentence("note-missing", { n: counts.missing, rows })] : []),
  ...(counts.nonPositive > 0 ? [words.sentence("note-log", { n: counts.nonPositive, rows })] : []),
];

/** Titles of both axes, which a view may translate. */
export const axisWords = (x: Sentence, y: Sentence): (Sentence & { readonly path: readonly string[] })[] => [
  { path: ["xaxis", "title", "text"], ...x },
  { path: ["yaxis", "title", "text"], ...y },
];
