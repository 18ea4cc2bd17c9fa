// What of a result goes out to readers: a figure without names of points, a note without names of other cells, a report
// without identifiers, at most 1,000 rows of a table. Pure; what it answers is stored and sent as it is.

import { artifactToJson } from "@genomecraft/cells/artifacts/artifact-json.ts";
import type { Artifact, Figure, Semantic } from "@genomecraft/cells/artifacts/artifact.ts";
import { windowOfArtifact } from "@genomecraft/cells/artifacts/window-of-artifact.ts";
import { isJsonObject, type Json, type JsonObject } from "@genomecraft/cells/base/json.ts";
import { isCellRef, type CellRef } from "@genomecraft/cells/base/refs.ts";
import { nameKey } from "@genomecraft/cells/notebook/cell-name.ts";
import type { OutputRef } from "@genomecraft/cells/artifacts/output-ref.ts";
import { mostRows, type TileContent } from "../../contract/publications.ts";

/** What people are told apart by: their names and numbers, and their genotypes. */
const identifying: ReadonlySet<Semantic> = new Set<Semantic>(["identifier", "sample", "genotype"]);
export const isIdentifying = (semantic: string | undefined): boolean => identifying.has(semantic as Semantic);

/** The output that a tile shows, or null where a dashboard can show none of them. */
export function showablePort(outputs: { readonly [port: string]: OutputRef }): string | null {
  const showable = new Set(["figure", "report", "value", "table"]);
  const [main] = Object.entries(outputs);
  if (!main) return null;
  if (showable.has(main[1].summary.type)) return main[0];
  // Of a model readers see how good it is; what a matrix holds they see in charts.
  if (main[1].summary.type !== "model") return null;
  return Object.entries(outputs).find(([, output]) => output.summary.type === "report")?.[0] ?? null;
}

/** Columns that tell people or samples apart and would be seen: of the table itself, or on the axes of a chart. */
export function identifyingColumns(
  kind: string,
  spec: JsonObject,
  output: OutputRef | undefined,
  behind: (ref: CellRef) => OutputRef | undefined,
): readonly string[] {
  if (kind !== "chart")
    return (output?.summary.columns ?? []).filter((column) => isIdentifying(column.semantic)).map((column) => column.name);
  // Of a parameter the column that it names now.
  const nameIn = (value: Json | undefined): Json | undefined =>
    isCellRef(value) ? behind(value)?.summary.detail?.["value"] : value;
  const drawn = new Set(["x", "y", "color", "size"].map((field) => nameIn(spec[field])));
  const { from } = spec;
  const columns = isCellRef(from) ? (behind(from)?.summary.columns ?? []) : [];
  return columns.filter((column) => isIdentifying(column.semantic) && drawn.has(column.name)).map((column) => column.name);
}

export interface CleaningOptions {
  /** Kind and spec of the cell. */
  readonly kind: string;
  readonly spec: JsonObject;
  /** Names of points, samples and identifiers go out, too. */
  readonly labels: boolean;
  /** Names of published cells, by nameKey. */
  readonly names: ReadonlyMap<string, string>;
  /** What stands in a note where it links to a cell that is not published. */
  readonly elsewhere: string;
}

/** Null for what is never shown (a matrix, a model). */
export function publishedContent(artifact: Artifact, digest: string, options: CleaningOptions): TileContent | null {
  switch (artifact.type) {
    case "figure":
      return {
        type: "figure",
        digest,
        artifact: asJson(artifactToJson(options.labels ? artifact : withoutLabels(artifact, options))),
      };
    case "report":
      return {
        type: "report",
        digest,
        artifact: asJson(
          withoutRefs(artifactToJson(options.labels ? artifact : { ...artifact, body: withoutIdentifiers(artifact.body) })),
        ),
      };
    case "value": {
      const value = options.kind === "note" ? noteForReaders(artifact.value, options) : artifact.value;
      return { type: "value", digest, artifact: asJson(withoutRefs({ type: "value", value })) };
    }
    case "table": {
      const window = windowOfArtifact(artifact, { offset: 0, limit: mostRows });
      if (!window) return null;
      return {
        type: "table",
        digest,
        table: {
          columns: window.columns.map((column) => ({ ...column })),
          rows: window.rows.map((row) => row.map(asJson)),
          total: window.total,
        },
      };
    }
    default:
      return null;
  }
}

/** zod's notion of JSON is the mutable one. */
type MutableJson = NonNullable<TileContent["artifact"]>;
export const asJson = (value: Json): MutableJson => value as MutableJson;

// ---- figures --------------------------------------------------------------------------------------------------------

/** Texts of points are their names; a heatmap with labels on names its samples along x. */
function withoutLabels(figure: Figure, { spec }: CleaningOptions): Figure {
  const data = figure.data.map((trace) => {
    const kept = Object.entries(trace).filter(
      ([key, value]) =>
        !(
          key === "ids" ||
          key === "hovertext" ||
          (key === "text" && Array.isArray(value) && !String(trace["mode"] ?? "").includes("text"))
        ),
    );
    return Object.fromEntries(
      kept.map(([key, value]) => [
        key,
        key === "hovertemplate" && typeof value === "string" ? value.replace(/%\{(?:text|hovertext|id)\}(?:<br>)?/g, "") : value,
      ]),
    );
  });
  const chart = spec["chart"];
  const named = spec["labels"] === true && isJsonObject(chart) && chart["type"] === "heatmap";
  if (!named || !isJsonObject(figure.layout["xaxis"])) return { ...figure, data };
  const { ticktext: _names, tickvals: _places, tickmode: _mode, ...xaxis } = figure.layout["xaxis"];
  return { ...figure, data, layout: { ...figure.layout, xaxis: { ...xaxis, showticklabels: false, ticks: "" } } };
}

// ---- notes ----------------------------------------------------------------------------------------------------------

const link = /(?<!\\)\[\[\s*([\p{L}_][\p{L}\p{N}_]*)\s*\]\]/gu;

function noteForReaders(value: Json, { names, elsewhere }: CleaningOptions): Json {
  if (!isJsonObject(value)) return value;
  const clean = (text: Json | undefined): Json =>
    typeof text === "string"
      ? text.replace(link, (_whole, name: string) => (names.get(nameKey(name)) ?? elsewhere).replace(/[\\`*_[\]<>]/g, "\\$&"))
      : (text ?? "");
  return { ...value, markdown: clean(value["markdown"]), template: clean(value["template"]) };
}

// ---- reports --------------------------------------------------------------------------------------------------------

/** Columns of a profile that hold identifiers say how many there are, and not which. */
function withoutIdentifiers(body: JsonObject): JsonObject {
  const clean = (value: Json): Json => {
    if (Array.isArray(value)) return value.map((item: Json) => clean(item));
    if (!isJsonObject(value)) return value;
    const hidden = typeof value["name"] === "string" && typeof value["semantic"] === "string" && isIdentifying(value["semantic"]);
    const told = new Set(["name", "type", "semantic", "missing", "distinct", "rows", "unit"]);
    return Object.fromEntries(
      Object.entries(value)
        .filter(([key]) => !hidden || told.has(key))
        .map(([key, item]) => [key, clean(item)]),
    );
  };
  return clean(body) as JsonObject;
}

/** References to cells, wherever they stand in what was recorded of settings. */
function withoutRefs(value: Json): Json {
  if (isCellRef(value)) return null;
  if (Array.isArray(value)) return value.map((item: Json) => withoutRefs(item));
  if (isJsonObject(value)) return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withoutRefs(item)]));
  return value;
}
