// What the drawing functions share: the prepared chart, the parts of a figure, and the marks by which a view colours it.
// A figure holds no colours: each trace says in `meta` which group it draws, and the reader's theme resolves that
// (ui/theme-figure.ts), light and dark and in one colour per value throughout a notebook. Words inside a figure stand
// there in English and, in `layout.meta.words`, as message keys, so that a view can put them in the reader's language.

import type { Column } from "../../artifacts/artifact.ts";
import type { JsonObject } from "../../base/json.ts";
import { formatNumber } from "../../messages/translate.ts";
import { message } from "../../messages/catalogue.ts";
import type { ChartSource, Series } from "./chart-data.ts";
import type { Group } from "./group-rows.ts";
import { plainText } from "./plot-array.ts";
import type { ChartSpec } from "./spec.ts";

/** A chart with its names looked up. `use[i]` = 0: the row cannot be drawn. */
export interface Prepared {
  readonly spec: ChartSpec;
  readonly source: ChartSource;
  readonly x: Series | null;
  readonly y: Series | null;
  readonly color: Series | null;
  readonly size: Series | null;
  /** Only with labels on. */
  readonly label: Series | null;
  readonly features: readonly string[] | null;
}

export interface Words {
  readonly key: string;
  readonly params: JsonObject;
}
export interface Drawing {
  readonly traces: readonly JsonObject[];
  readonly layout: JsonObject;
  /** What is drawn, as a table. */
  readonly columns: readonly Column[];
  readonly rows: number;
  readonly marks: number;
  readonly alt: Words;
  /** Said under the figure: what was left out or drawn together. */
  readonly notes: readonly Words[];
  /** Texts of the layout that a view may translate: path into the layout -> message. */
  readonly words: readonly (Words & { readonly path: readonly string[] })[];
}

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
  group.role === "group" ? plainText(group.label) : message(`chart.group-${group.role}`, { n: restGroups }, "en");

export const groupMeta = (group: Group | null, field: string, restGroups: number): JsonObject => ({
  ...roleOf(group, field),
  ...(group && group.role !== "group" ? { word: { key: `chart.group-${group.role}`, params: { n: restGroups } } } : {}),
});

/** Title of an axis, with the unit, and "(log scale)" where it is one. */
export function axisTitle(options: {
  readonly own: string;
  readonly series: Series | null;
  readonly log: boolean;
  readonly word?: Words;
}): Words {
  const { own, series, log, word } = options;
  if (own !== "") return { key: log ? "chart.axis-log" : "chart.axis", params: { name: own } };
  if (word) return log ? { key: `${word.key}-log`, params: word.params } : word;
  if (!series) return { key: "chart.axis", params: { name: "" } };
  return {
    key: `chart.axis${series.unit ? "-unit" : ""}${log ? "-log" : ""}`,
    params: series.unit ? { name: series.name, unit: series.unit } : { name: series.name },
  };
}

export const sentence = (words: Words): string => message(words.key, words.params, "en");

/** An axis whose title is those words; `rest` are further Plotly settings. */
export const axis = (title: Words, rest: JsonObject = {}): JsonObject => ({
  title: { text: plainText(sentence(title)) },
  ...rest,
});

/** An axis of groups at 0, 1, 2 …: numbers below, so that boxes and points can share it. */
export const groupAxis = (title: Words, labels: readonly string[], room: number): JsonObject =>
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

/** 3-4 significant figures, as on the screen. */
export const short = (value: number): string => formatNumber(Number(value.toPrecision(4)), "en");

export const numberColumn = (name: string, values: ArrayLike<number>, unit = ""): Column => {
  const out = Float64Array.from(values);
  let valid: Uint8Array | null = null;
  for (let i = 0; i < out.length; i++) {
    if (!Number.isNaN(out[i] as number)) continue;
    valid ??= new Uint8Array(out.length).fill(1);
    valid[i] = 0;
    out[i] = 0;
  }
  return { type: "float64", name, values: out, valid, ...(unit ? { unit } : {}) };
};

export const textColumn = (name: string, values: readonly (string | null)[]): Column => {
  const dictionary: string[] = [];
  const codeOf = new Map<string, number>();
  let valid: Uint8Array | null = null;
  const codes = Int32Array.from(values, (value, row) => {
    const text = value ?? "";
    if (value === null) {
      valid ??= new Uint8Array(values.length).fill(1);
      valid[row] = 0;
    }
    let code = codeOf.get(text);
    if (code === undefined) {
      code = dictionary.length;
      codeOf.set(text, code);
      dictionary.push(text);
    }
    return code;
  });
  return { type: "text", name, codes, dictionary, valid };
};

/** Column names of the data table are unique: a second one of the same name gets its role behind it. */
export function uniqueNames(columns: readonly Column[]): Column[] {
  const seen = new Set<string>();
  return columns.map((column) => {
    let name = column.name || "value";
    for (let n = 2; seen.has(name); n++) name = `${column.name} ${n}`;
    seen.add(name);
    return { ...column, name };
  });
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

export const noteOfLeftOut = (counts: { readonly missing: number; readonly nonPositive: number }, rows: number): Words[] => [
  ...(counts.missing > 0 ? [{ key: "chart.note-missing", params: { n: counts.missing, rows } }] : []),
  ...(counts.nonPositive > 0 ? [{ key: "chart.note-log", params: { n: counts.nonPositive, rows } }] : []),
];
