// What a chart tells of individuals, as far as it is alike for all families: which of the drawn columns tell them apart,
// and that charts of genes or variants tell of nobody. What stands behind the marks each family reads from what it drew.

import type { Column, Figure, Table } from "../../artifacts/artifact.ts";
import { isJsonObject, type Json, type JsonObject } from "../../base/json.ts";
import { isCellRef } from "../../base/refs.ts";
import type { ChartName, ChartOptions, ChartSpecOf, SeriesField } from "../../contract/chart-fields.ts";
import type { Behind, Disclosure, DisclosureQuestion, Statistic } from "../../contract/disclosure.ts";
import { identifies, rowsAreFeatures } from "../../artifacts/semantics.ts";
import { numbersOf } from "./plot-array.ts";

type Question<Options extends ChartOptions> = DisclosureQuestion<ChartSpecOf<Options>>;

/**
 * `behind` is asked for the figure and for the table of what is drawn, and never of genes or variants. `namesElsewhere`:
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
    const drawn = fields.map((field) => (spec[field] === undefined ? null : nameIn(spec[field], question)));
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
    const told = rowsAreFeatures(columns) ? { of: "nobody" as const } : behind(artifact, spec);
    return (
      told && {
        identifying: named === null || identifying.includes(named) ? identifying : [...identifying, named],
        behind: told,
      }
    );
  };

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

/** The n under each box or violin. */
export function countsUnder({ layout }: Figure): readonly number[] {
  const notes = Array.isArray(layout["annotations"]) ? (layout["annotations"] as readonly Json[]) : [];
  return notes.flatMap((note) =>
    isJsonObject(note) && note["meta"] === "n" ? [Number(String(note["text"]).replace(/^n = /, ""))] : [],
  );
}

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
