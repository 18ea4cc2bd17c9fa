// How many individuals stand behind each group that a tile shows: boxes, bars, fields of a heatmap, values that a profile
// counts, classes of a validation, lines of a summary. Read from what goes out, so that nothing is missed that a reader
// gets. Pure. Not read here: points and lines, which draw individuals or have no number beside them.

import type { Artifact, Figure, Table } from "@genomecraft/cells/artifacts/artifact.ts";
import { cellJson } from "@genomecraft/cells/artifacts/table.ts";
import { isJsonObject, type Json, type JsonObject } from "@genomecraft/cells/base/json.ts";
import { kindOf } from "@genomecraft/cells/kinds.ts";

export interface TileToCount {
  readonly kind: string;
  readonly spec: JsonObject;
  /** Columns of what the cell reads; null where it reads no table. */
  readonly columns: readonly { readonly name: string; readonly semantic?: string }[] | null;
}

/** Rows of such a table are genes or variants, and no persons. */
const ofFeatures = new Set(["gene", "p-value", "chromosome", "position", "allele"]);
const hasFeatures = (columns: TileToCount["columns"]): boolean =>
  (columns ?? []).some((column) => ofFeatures.has(column.semantic ?? ""));

/** Sizes of the groups, empty ones left out; `rows` when every row is an individual. */
export function groupSizes(artifact: Artifact, tile: TileToCount): readonly number[] | "rows" {
  switch (artifact.type) {
    case "figure":
      return hasFeatures(tile.columns) ? [] : groupsDrawn(artifact).filter((n) => n > 0);
    case "table":
      return groupsInTable(artifact, tile);
    case "report":
      return (artifact.report === "profile" ? groupsInProfile(artifact.body) : groupsValidated(artifact.body)).filter(
        (n) => n > 0,
      );
    default:
      return [];
  }
}

// ---- figures --------------------------------------------------------------------------------------------------------

/** A chart writes n under each box, beside each bar and into each field; the bars of a histogram are numbers of rows. */
function groupsDrawn(figure: Figure): readonly number[] {
  // Numbers of a matrix, not of its samples, are counted in a histogram of all values.
  const words = isJsonObject(figure.layout["meta"]) ? figure.layout["meta"]["words"] : [];
  if (Array.isArray(words) && words.some((word: Json) => isJsonObject(word) && word["key"] === "chart.axis-values")) return [];
  const { annotations } = figure.layout;
  const under = (Array.isArray(annotations) ? annotations : []).flatMap((note: Json) =>
    isJsonObject(note) && note["meta"] === "n" ? [Number(String(note["text"]).replace(/^n = /, ""))] : [],
  );
  const drawn = figure.data.flatMap((trace) => {
    const beside = numbersIn(trace["customdata"]);
    if (trace["type"] === "heatmap") return beside;
    if (trace["type"] !== "bar") return [];
    return beside.length > 0 ? beside : numbersIn(trace["y"]);
  });
  return [...under, ...drawn];
}

/** Numbers of a list, of a list of lists, or of a typed array as figures hold them. */
function numbersIn(value: Json | undefined): readonly number[] {
  if (Array.isArray(value))
    return value.flatMap((item: Json) => (typeof item === "number" ? [item] : Array.isArray(item) ? numbersIn(item) : []));
  if (!isJsonObject(value) || value["dtype"] !== "f8" || typeof value["bdata"] !== "string") return [];
  const bytes = Buffer.from(value["bdata"], "base64");
  return Array.from({ length: bytes.length / 8 }, (_, at) => bytes.readDoubleLE(at * 8));
}

// ---- tables ---------------------------------------------------------------------------------------------------------

const counting = /^(?:n|count|count_star\(\))$/i;

function groupsInTable(table: Table, tile: TileToCount): readonly number[] | "rows" {
  if (hasFeatures(table.columns)) return [];
  const counted = countedColumns(tile);
  const columns = table.columns.filter((column) => counted?.includes(column.name) || counting.test(column.name));
  if (columns.length === 0) return counted || table.rowCount === 0 ? [] : "rows";
  return columns
    .flatMap((column) => Array.from({ length: table.rowCount }, (_, row) => Number(cellJson(column, row) ?? 0)))
    .filter((n) => n > 0);
}

/** What the cell says of its own answer: null where it makes no groups of rows. */
function countedColumns({ kind: name, spec }: TileToCount): readonly string[] | null {
  const kind = kindOf(name);
  const parsed = kind?.schema.safeParse(spec);
  return parsed?.success ? (kind?.countedColumns?.(parsed.data) ?? null) : null;
}

// ---- reports --------------------------------------------------------------------------------------------------------

/** Of a matrix the samples are the individuals; its numbers and features are not. */
function groupsInProfile(body: JsonObject): readonly number[] {
  const list = body["type"] === "assay" ? body["samples"] : body["columns"];
  const columns = (Array.isArray(list) ? list : []).filter(isJsonObject);
  if (hasFeatures(columns as unknown as TileToCount["columns"])) return [];
  return columns.flatMap((column) => {
    const top = (Array.isArray(column["top"]) ? column["top"] : []).filter(isJsonObject);
    const histogram = isJsonObject(column["histogram"]) ? column["histogram"]["counts"] : [];
    // Identifiers go out as a number of them only (published-content.ts).
    const isHidden = ["identifier", "sample", "genotype"].includes(String(column["semantic"]));
    return isHidden ? [] : [...top.map((value) => Number(value["count"])), ...numbersIn(histogram)];
  });
}

/** Individuals per class: rows of the confusion matrix, in all and by lab. A fold is no group: chance made it. */
function groupsValidated(body: JsonObject): readonly number[] {
  const parts = [body, body["pooled"], ...listOf(body["labs"])];
  return parts.flatMap((part) => (isJsonObject(part) ? numbersIn(part["nPerClass"]) : []));
}
const listOf = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? (value as readonly Json[]) : []);
