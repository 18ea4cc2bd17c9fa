// What a chart tells of individuals, as far as it is alike for all families: which of the drawn columns tell them apart.
// What stands behind the marks each family reads from what it drew.

import type { Column, Figure, Table } from "../../artifacts/artifact.ts";
import { isJsonObject, type Json, type JsonObject } from "../../base/json.ts";
import { isCellRef } from "../../base/refs.ts";
import type { ChartName, ChartOptions, ChartSpecOf, SeriesField } from "../../contract/chart-fields.ts";
import type { Behind, Disclosure, DisclosureQuestion, Statistic } from "../../contract/disclosure.ts";
import { identifies } from "../../artifacts/semantics.ts";
import { numbersOf } from "./plot-array.ts";
import { words } from "./words.ts";

type Question<Options extends ChartOptions> = DisclosureQuestion<ChartSpecOf<Options>>;

/**
 * `behind` is asked for the figure and for the table of what is drawn. `namesElsewhere`:
 * whether a figure holds names of rows or samples other than as texts of its points.
 */
export const disclosesDrawn =
  <Options extends ChartOptions>(
    fields: readonly SeriesField[],
    behind: (drawn: Figure | Table, spec: ChartSpecOf<Options>) => Behind | null,
    namesElsewhere: (figure: Figure, spec: ChartSpecOf<Options>) => boolean = () => false,
  ) =>
  (question: Question<Options>): Disclosure | null => {
    const { artifact, spec } = question;
    if (artifact.type !== "figure" && artifact.type !== "table") return null;
    const columns = question.columns ?? [];
    // Whoever stands alone in a panel is told apart by its name.
    const drawn = [...fields, "facet" as const].map((field) =>
      spec[field] === undefined ? null : nameIn(spec[field], question),
    );
    // Where it is not known which column a parameter names, it may be any of them.
    const isKnown = !drawn.includes(undefined);
    const identifying = columns
      .filter((column) => identifies(column) && (!isKnown || drawn.includes(column.name)))
      .map(({ name }) => name);
    const names = spec.labels ? nameColumn(question) : null;
    const isNamed =
      artifact.type === "table"
        ? artifact.columns.some(({ name }) => name === names)
        : artifact.data.some(hasTexts) || namesElsewhere(artifact, spec);
    const named = isNamed ? names : null;
    const told = behind(artifact, spec);
    return (
      told && {
        identifying: named === null || identifying.includes(named) ? identifying : [...identifying, named],
        behind: artifact.type === "figure" ? withFigure(told, artifact, drawn[fields.indexOf("x")], drawn.at(-1)) : told,
      }
    );
  };

/** Rows that a figure says it left out are a group like others, and the totals of its categories are told with the rest. */
function withFigure(behind: Behind, figure: Figure, x: Json | undefined, facet: Json | undefined): Behind {
  if (behind.of !== "groups") return behind;
  return {
    ...behind,
    sizes: [...behind.sizes, ...leftOut(figure)],
    totals: totalsOf(figure, String(x ?? ""), String(facet ?? "")),
  };
}

const saysLeftOut: ReadonlySet<Json> = new Set(["note-missing", "note-log"].map((key) => words.key(key as "note-missing")));
const saysEmpty = words.key("note-panels-empty");

/** What is said of one panel alone stands within what is said of panels. */
function leftOut({ layout: { meta } }: Figure): readonly number[] {
  const found: number[] = [];
  const look = (note: Json | undefined): void => {
    if (!isJsonObject(note) || !isJsonObject(note["params"])) return;
    const { params, key } = note;
    if (saysLeftOut.has(key ?? null)) found.push(Number(params["n"]));
    // Of how many rows a panel would have been: a figure of before does not say it, and then it may have been one.
    else if (key === saysEmpty) found.push(...(Array.isArray(params["rows"]) ? numbersIn(params["rows"]) : [1]));
    else look(params["said"]);
  };
  if (isJsonObject(meta) && Array.isArray(meta["notes"])) for (const note of meta["notes"]) look(note as Json);
  return found;
}

/** Individuals by category, and in all under "". */
function totalsOf(figure: Figure, column: string, facet: string): { readonly [category: string]: number } {
  const { data, layout } = figure;
  const found = new Map<string, number>();
  const add = (name: string, n: number): void => void found.set(name, (found.get(name) ?? 0) + n);
  const across = ticksOf(layout["xaxis"]);
  const up = ticksOf(layout["yaxis"]);
  const notes = Array.isArray(layout["annotations"]) ? (layout["annotations"] as readonly Json[]) : [];
  const panels = notes.flatMap((note) => (isJsonObject(note) && note["meta"] === "panel" ? [String(note["text"])] : []));
  // Groups stand at the same places in all panels.
  const countIn = (panel: string | undefined) => (place: number, n: number) => {
    add("", n);
    if (panel !== undefined && facet !== column) add(`${facet} = ${panel}`, n);
    const name = across[Math.round(place)];
    if (name !== undefined) add(`${column} = ${name}`, n);
  };
  // Where each group has its n below it, its marks say that again.
  const isSpelt = notes.some((note) => countOfNote(note) !== null);
  for (const { customdata, x, y, type, xaxis } of isSpelt ? [] : data) {
    const count = countIn(panels[panelOf(xaxis)]);
    if (Array.isArray(customdata) && customdata.some(Array.isArray)) {
      (customdata as readonly Json[]).forEach((row, at) => {
        numbersIn(row).forEach((n, place) => count(place, n));
        if (up[at] !== undefined) add(`= ${up[at]}`, sumOf(numbersIn(row)));
      });
    } else if (numbersIn(customdata).length > 0) {
      const places = numbersIn(x);
      numbersIn(customdata).forEach((n, at) => count(places[at] ?? Number.NaN, n));
    } else if (type === "bar") numbersIn(y).forEach((n) => count(Number.NaN, n));
  }
  for (const note of notes) {
    const n = countOfNote(note);
    if (n !== null && isJsonObject(note)) countIn(panels[panelOf(note["xref"])])(Number(note["x"]), n);
  }
  return Object.fromEntries([...found].filter(([, n]) => Number.isFinite(n)));
}

/** Of what stands on that axis: "x", "x2", "x3 domain". */
const panelOf = (axis: Json | undefined): number => Number(/^x(?<at>\d+)/.exec(String(axis ?? ""))?.groups?.["at"] ?? 1) - 1;

const ticksOf = (axis: Json | undefined): readonly Json[] =>
  isJsonObject(axis) && Array.isArray(axis["ticktext"]) ? (axis["ticktext"] as readonly Json[]) : [];
const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, n) => sum + n, 0);

/** The name that a field holds, or that of its parameter; undefined where that is not known. */
function nameIn<Options extends ChartOptions>(field: ChartName, question: Question<Options>): Json | undefined {
  return isCellRef(field) ? question.valueOf(field) : field;
}

/** The column that names rows or samples, where its names tell them apart. */
function nameColumn<Options extends ChartOptions>({ columns, spec, valueOf }: Question<Options>): string | null {
  const chosen = isCellRef(spec.label) ? valueOf(spec.label) : spec.label;
  const found = chosen ? columns?.find(({ name }) => name === chosen) : columns?.find(identifies);
  // A parameter that nobody knows, and the ids of samples that nothing is said of, are names all the same.
  if (!found) return typeof chosen === "string" ? null : (columns?.[0]?.name ?? null);
  return identifies(found) || (!chosen && found === columns?.[0]) ? found.name : null;
}

const hasTexts = (trace: JsonObject): boolean => ["text", "hovertext", "ids"].some((key) => Array.isArray(trace[key]));

// ---- what stands behind the marks -----------------------------------------------------------------------------------

export const individuals: Behind = { of: "individuals" };

/** Groups of these sizes; empty ones are no groups. */
export const groupsOf = (sizes: readonly number[], statistics: readonly Statistic[]): Behind => ({
  of: "groups",
  sizes: sizes.filter((n) => n > 0),
  statistics,
});

/** The n beside each bar or in each field of a heatmap. */
export const countsBeside = (figure: Figure): readonly number[] => figure.data.flatMap((trace) => numbersIn(trace["customdata"]));

/** The n of each part, where a figure says it for itself (`meta.counts`). */
export const countsIn = ({ layout: { meta } }: Figure): readonly number[] =>
  isJsonObject(meta) ? numbersIn(meta["counts"]) : [];

/** The n under each box or violin. */
export function countsUnder({ layout }: Figure): readonly number[] {
  const notes = Array.isArray(layout["annotations"]) ? (layout["annotations"] as readonly Json[]) : [];
  return notes.flatMap((note) => countOfNote(note) ?? []);
}

const countOfNote = (note: Json): number | null =>
  isJsonObject(note) && note["meta"] === "n" ? Number(String(note["text"]).replace(/^n = /, "")) : null;

/** Whether any value is drawn by itself. */
export const hasPoints = ({ data }: Figure): boolean =>
  data.some((trace) => isJsonObject(trace["meta"]) && trace["meta"]["part"] === "points" && numbersIn(trace["y"]).length > 0);

/** Numbers of a list, of a list of lists, or of a typed array as figures hold them. */
export function numbersIn(value: Json | undefined): readonly number[] {
  if (Array.isArray(value))
    return value.flatMap((item: Json) => (typeof item === "number" ? [item] : Array.isArray(item) ? numbersIn(item) : []));
  return isJsonObject(value) && value["dtype"] === "f8" ? [...numbersOf(value)] : [];
}

/** Of a table of what is drawn. */
export const numbersOfColumn = (column: Column | undefined): readonly number[] =>
  column?.type === "float64" || column?.type === "int32" ? [...column.values] : [];
