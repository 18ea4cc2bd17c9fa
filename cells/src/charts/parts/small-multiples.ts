// Small multiples: the drawings of several groups as panels of one figure, on shared axes or on axes of their own. No family knows
// of it: each draws the rows of one group, and series say what they are among all of them (`among`).

import type { Column } from "../../artifacts/artifact.ts";
import { booleanColumn, cellJson, numberColumn, textColumn } from "../../artifacts/table.ts";
import { isJsonObject, type Json, type JsonObject } from "../../base/json.ts";
import type { Drawing } from "../../contract/chart-drawing.ts";
import type { Sentence } from "../../messages/sentence.ts";
import { axisId, axisKey, domainAcross, domainDown, panelsMeta } from "./panels.ts";
import { numbersOf, shortText } from "./plot-array.ts";
import { words } from "./words.ts";

/** More could be neither read nor compared. */
export const mostPanels = 12;

export interface Panel {
  /** As it is written; null: the rows where the column is empty. */
  readonly label: string | null;
  readonly drawing: Drawing;
}
interface Together {
  readonly facet: string;
  readonly axes: "shared" | "free";
  readonly notes: readonly Sentence[];
}

/** Of the panel, as it stands in English. */
export const nameOfPanel = (label: string | null): string => label ?? words.say("group-missing", {}, "en");
const nameOf = ({ label }: Panel): string => nameOfPanel(label);
const columnsFor = (panels: number): number => (panels <= 3 ? panels : panels === 4 ? 2 : 3);
/** Room between panels, in pixels of a usual figure: names of groups, numbers under boxes, the name of the next panel. */
const [gapAcross, roomBetween, usualRow] = [{ shared: 0.03, free: 0.08 }, { shared: 72, free: 84 }, 200];

export function smallMultiples(panels: readonly Panel[], { facet, axes, notes }: Together): Drawing {
  const columns = columnsFor(panels.length);
  const rows = Math.ceil(panels.length / columns);
  const gapDown = rows === 1 ? 0 : Math.min(0.24, roomBetween[axes] / (rows * usualRow));
  const traces: JsonObject[] = [];
  const annotations: JsonObject[] = [];
  const said: (Sentence & { readonly path: readonly string[] })[] = [];
  const layout: { [key: string]: Json } = {};
  let hasLabels = false;
  const ranges = { x: commonRange(panels, "xaxis"), y: commonRange(panels, "yaxis") };
  panels.forEach((panel, at) => {
    const { drawing } = panel;
    const [row, column] = [Math.floor(at / columns), at % columns];
    const isLowest = at + columns >= panels.length;
    const across = domainAcross(column, columns, columns === 1 ? 0 : gapAcross[axes]);
    const upwards = domainDown(row, rows, gapDown);
    for (const trace of drawing.traces) traces.push({ ...trace, xaxis: axisId("x", at), yaxis: axisId("y", at) });
    for (const letter of ["x", "y"] as const) {
      const own = drawing.layout[`${letter}axis`];
      const isOuter = letter === "x" ? isLowest : column === 0;
      const range = axes === "shared" ? ranges[letter] : null;
      layout[axisKey(letter, at)] = {
        ...(isJsonObject(own) ? own : {}),
        ...(isOuter ? {} : { title: { text: "" } }),
        ...(range ? { range: [...range] } : {}),
        // Not both: of axes of which some match with a range of their own, Plotly finds no range for the others.
        ...(axes === "shared" && at > 0 && !range ? { matches: letter } : {}),
        ...(axes === "shared" && !isOuter ? { showticklabels: false } : {}),
        domain: [...(letter === "x" ? across : upwards)],
        anchor: axisId(letter === "x" ? "y" : "x", at),
      };
    }
    // Which of its annotations stand where, so that words find them.
    const places = new Map<string, number>();
    listOf(drawing.layout["annotations"]).forEach((note, place) => {
      if (!isJsonObject(note)) return;
      if (note["meta"] === "label") hasLabels = true;
      else {
        places.set(String(place), annotations.length);
        annotations.push(moved(note, at));
      }
    });
    for (const { path, ...sentence } of drawing.words) {
      const [first = "", second = ""] = path;
      if (first === "annotations") {
        const place = places.get(second);
        if (place !== undefined) said.push({ ...sentence, path: ["annotations", String(place), ...path.slice(2)] });
      } else {
        const isX = first === "xaxis";
        if (isX ? isLowest : first !== "yaxis" || column === 0)
          said.push({ ...sentence, path: [/^[xy]axis$/.test(first) ? axisKey(isX ? "x" : "y", at) : first, ...path.slice(1)] });
      }
    }
    annotations.push({
      text: shortText(nameOf(panel), 30),
      x: (across[0] + across[1]) / 2,
      y: upwards[1],
      xref: "paper",
      yref: "paper",
      yanchor: "bottom",
      showarrow: false,
      meta: "panel",
    });
    if (panel.label === null)
      said.push({ ...words.sentence("group-missing"), path: ["annotations", String(annotations.length - 1), "text"] });
  });
  const [first] = panels;
  const { xaxis: _x, yaxis: _y, annotations: _notes, ...rest } = first?.drawing.layout ?? {};
  return {
    traces: inOneScale(onceInLegend(traces)),
    layout: {
      ...rest,
      ...layout,
      annotations,
      showlegend: panels.some(({ drawing }) => drawing.layout["showlegend"] === true),
    },
    meta: { ...panelsMeta(rows, columns), ...selecting(panels) },
    columns: tableOfPanels(panels, facet),
    rows: panels.reduce((sum, { drawing }) => sum + drawing.rows, 0),
    marks: panels.reduce((sum, { drawing }) => sum + drawing.marks, 0),
    alt: words.sentence("alt-panels", {
      n: panels.length,
      facet,
      ...Object.fromEntries(
        Array.from({ length: mostPanels }, (_, at): [string, Json] => {
          const panel = panels[at];
          return [`p${at + 1}`, panel ? within("alt-panel", panel, panel.drawing.alt) : ""];
        }),
      ),
    }),
    notes: [
      ...notes,
      ...(axes === "free" ? [words.sentence("note-panels-free")] : []),
      ...(annotations.some(({ meta }) => meta === "bracket") ? [words.sentence("note-panels-brackets")] : []),
      ...(hasLabels ? [words.sentence("note-panels-names")] : []),
      ...notesOf(panels),
    ],
    words: said,
  };
}

/** How one panel is selected in they all are; in which one it was is told by its group. */
function selecting(panels: readonly Panel[]): JsonObject {
  const selects = panels[0]?.drawing.meta?.["selects"];
  return selects === undefined ? {} : { selects, panelNames: panels.map(({ label }) => label) };
}

const listOf = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? (value as readonly Json[]) : []);

const asJson = ({ key, params }: Sentence): JsonObject => ({ key, params });
function within(key: "alt-panel" | "note-panel", panel: Panel, sentence: Sentence): JsonObject {
  return asJson(words.sentence(key, { panel: nameOf(panel), said: asJson(sentence) }));
}

/** What is said of every panel alike is said once, before what is said of some. */
function notesOf(panels: readonly Panel[]): readonly Sentence[] {
  const found = new Map<string, { readonly note: Sentence; readonly of: Panel[] }>();
  for (const panel of panels)
    for (const note of panel.drawing.notes) {
      const known = found.get(JSON.stringify(note)) ?? { note, of: [] };
      found.set(JSON.stringify(note), known);
      known.of.push(panel);
    }
  const said = [...found.values()];
  return [
    ...said.filter(({ of }) => of.length === panels.length).map(({ note }) => note),
    ...said
      .filter(({ of }) => of.length < panels.length)
      .map(({ note, of }) => words.sentence("note-panel", { panel: of.map(nameOf), said: asJson(note) })),
  ];
}

/** An annotation on the axes of its panel. What stands at the edge of the drawing stands at that of the panel. */
function moved(note: JsonObject, at: number): JsonObject {
  const { xref, yref } = note;
  return {
    ...note,
    xref: xref === "paper" ? `${axisId("x", at)} domain` : axisId("x", at),
    yref: yref === "paper" ? `${axisId("y", at)} domain` : axisId("y", at),
  };
}

/** Where each panel says from where to where it goes: from the least to the most of them. */
function commonRange(panels: readonly Panel[], name: "xaxis" | "yaxis"): readonly [number, number] | null {
  const ranges = panels.map(({ drawing }) => {
    const axis = drawing.layout[name];
    return isJsonObject(axis) && Array.isArray(axis["range"]) ? axis["range"].map(Number) : null;
  });
  if (ranges.some((range) => range === null)) return null;
  const [starts, ends] = [ranges.map((range) => range?.[0] ?? 0), ranges.map((range) => range?.[1] ?? 0)];
  const isUp = (ends[0] ?? 0) >= (starts[0] ?? 0);
  return isUp ? [Math.min(...starts), Math.max(...ends)] : [Math.max(...starts), Math.min(...ends)];
}

/** A group has one line in the legend, and is turned off in all panels. */
function onceInLegend(traces: readonly JsonObject[]): JsonObject[] {
  const seen = new Set<string>();
  return traces.map((trace) => {
    const name = String(trace["name"] ?? "");
    if (trace["showlegend"] !== true) return trace;
    const isFirst = !seen.has(name);
    seen.add(name);
    return { ...trace, legendgroup: name, showlegend: isFirst };
  });
}

/** Colours that stand for numbers mean the same in all panels, and are explained once. */
function inOneScale(traces: readonly JsonObject[]): JsonObject[] {
  const valuesOf = (trace: JsonObject): JsonObject | null => {
    if (trace["type"] === "heatmap") return isJsonObject(trace["z"]) ? trace["z"] : null;
    const { marker } = trace;
    return isJsonObject(marker) && isJsonObject(marker["color"]) ? marker["color"] : null;
  };
  const all = traces.flatMap((trace) => {
    const values = valuesOf(trace);
    return values ? [...numbersOf(values)].filter((value) => !Number.isNaN(value)) : [];
  });
  if (all.length === 0) return [...traces];
  const [low, high] = [all.reduce((a, b) => Math.min(a, b)), all.reduce((a, b) => Math.max(a, b))];
  let isFirst = true;
  return traces.map((trace) => {
    if (!valuesOf(trace)) return trace;
    const showscale = isFirst;
    isFirst = false;
    return trace["type"] === "heatmap"
      ? { ...trace, zmin: low, zmax: high, showscale }
      : { ...trace, marker: { ...(trace["marker"] as JsonObject), cmin: low, cmax: high, showscale } };
  });
}

/** The tables of all panels below each other, with the panel in front. */
function tableOfPanels(panels: readonly Panel[], facet: string): readonly Column[] {
  const names = [...new Set(panels.flatMap(({ drawing }) => drawing.columns.map(({ name }) => name)))];
  const labels = panels.flatMap(({ label, drawing }) => Array.from({ length: drawing.rows }, () => label));
  return [
    textColumn(facet, labels),
    ...names.map((name): Column => {
      const found = panels.map(({ drawing }) => drawing.columns.find((column) => column.name === name) ?? null);
      const values = panels.flatMap(({ drawing }, at) =>
        Array.from({ length: drawing.rows }, (_, row) => {
          const column = found[at];
          return column ? cellJson(column, row) : null;
        }),
      );
      const like = found.find((column) => column !== null && column !== undefined);
      const more = { ...(like?.unit ? { unit: like.unit } : {}), ...(like?.semantic ? { semantic: like.semantic } : {}) };
      if (like?.type === "text") return textColumn(name, values as (string | null)[], more);
      if (like?.type === "boolean") return booleanColumn(name, values as (boolean | null)[], more);
      return numberColumn(name, values as (number | null)[], more);
    }),
  ];
}
