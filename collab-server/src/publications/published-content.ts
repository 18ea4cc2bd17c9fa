// What of a result goes out to readers: a figure without names of points, a note without names of other cells, a report
// without identifiers, at most 1,000 rows of a table. Pure; what it answers is stored and sent as it is.

import { artifactToJson } from "@genomecraft/cells/artifacts/artifact-json.ts";
import { artifactCardOf } from "@genomecraft/cells/artifacts/artifact-cards.ts";
import type { Artifact, Figure } from "@genomecraft/cells/artifacts/artifact.ts";
import { meaningOf } from "@genomecraft/cells/artifacts/semantics.ts";
import { windowOfArtifact } from "@genomecraft/cells/artifacts/window-of-artifact.ts";
import { assertNever } from "@genomecraft/cells/base/invariant.ts";
import { isJsonObject, type Json, type JsonObject } from "@genomecraft/cells/base/json.ts";
import { kindOf } from "@genomecraft/cells/kinds.ts";
import { isCellRef } from "@genomecraft/cells/base/refs.ts";
import { nameKey } from "@genomecraft/cells/notebook/cell-name.ts";
import type { OutputRef } from "@genomecraft/cells/artifacts/output-ref.ts";
import { mostRows, type TileContent } from "../../contract/publications.ts";

/** The output that a tile shows, or null where a dashboard can show none of them. */
export function showablePort(outputs: { readonly [port: string]: OutputRef }): string | null {
  const [main] = Object.entries(outputs);
  if (!main) return null;
  const [port, { summary }] = main;
  const { showable } = artifactCardOf(summary);
  switch (showable) {
    case "whole":
    case "first-rows":
      return port;
    case "report-beside":
      return Object.entries(outputs).find(([, output]) => output.summary.type === "report")?.[0] ?? null;
    case "nothing":
      return null;
    default:
      return assertNever(showable);
  }
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

/** Null for what is never shown (a matrix, a model), and for a kind that this release does not know. */
export function publishedContent(artifact: Artifact, digest: string, options: CleaningOptions): TileContent | null {
  const kind = kindOf(options.kind);
  if (!kind) return null;
  const { labels, elsewhere, names } = options;
  const readers = {
    spec: options.spec,
    labels,
    elsewhere,
    nameOf: (name: string) => names.get(nameKey(name)) ?? null,
  };
  return cleaned(kind.forReaders?.(artifact, readers) ?? artifact, digest, labels);
}

function cleaned(artifact: Artifact, digest: string, labels: boolean): TileContent | null {
  switch (artifact.type) {
    case "figure":
      return { type: "figure", digest, artifact: asJson(artifactToJson(labels ? artifact : withoutLabels(artifact))) };
    case "report":
      return {
        type: "report",
        digest,
        artifact: asJson(
          withoutRefs(artifactToJson(labels ? artifact : { ...artifact, body: withoutIdentifiers(artifact.body) })),
        ),
      };
    case "value":
      return { type: "value", digest, artifact: asJson(withoutRefs(artifactToJson(artifact))) };
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
    case "assay":
    case "model":
      return null;
    default:
      return assertNever(artifact);
  }
}

/** zod's notion of JSON is the mutable one. */
type MutableJson = NonNullable<TileContent["artifact"]>;
export const asJson = (value: Json): MutableJson => value as MutableJson;

// ---- figures --------------------------------------------------------------------------------------------------------

/** Texts of points are their names. */
function withoutLabels(figure: Figure): Figure {
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
  return { ...figure, data };
}

// ---- reports --------------------------------------------------------------------------------------------------------

/** Columns of a profile that hold identifiers say how many there are, and not which. */
function withoutIdentifiers(body: JsonObject): JsonObject {
  const clean = (value: Json): Json => {
    if (Array.isArray(value)) return value.map((item: Json) => clean(item));
    if (!isJsonObject(value)) return value;
    const hidden =
      typeof value["name"] === "string" && typeof value["semantic"] === "string" && meaningOf(value["semantic"]).identifies;
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
