// What of a result goes out to readers: what its kind and its type say of it, at most 1,000 rows of a table. Pure; what it
// answers is stored and sent as it is.

import { artifactCardOf, isShownType } from "@genomecraft/cells/artifacts/artifact-cards.ts";
import type { Artifact, Figure } from "@genomecraft/cells/artifacts/artifact.ts";
import { artifactTypeOf } from "@genomecraft/cells/artifacts/artifact-types.ts";
import { digestOfJson } from "@genomecraft/cells/base/digest.ts";
import { assertNever } from "@genomecraft/cells/base/invariant.ts";
import type { Json, JsonObject } from "@genomecraft/cells/base/json.ts";
import { kindOf } from "@genomecraft/cells/kinds.ts";
import { nameKey } from "@genomecraft/cells/notebook/cell-name.ts";
import type { OutputRef } from "@genomecraft/cells/artifacts/output-ref.ts";
import { mostRows, type TileContent } from "../../contract/publications.ts";

/** The output that a tile shows, or null where a dashboard can show none of them. */
export function showablePort(outputs: { readonly [port: string]: OutputRef }, kind: string): string | null {
  const picture = kindOf(kind)?.outputs.find(({ name, onDashboards }) => onDashboards && outputs[name]);
  if (picture) return picture.name;
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
  /** A figure with the colours of its notebook. */
  coloured?(figure: Figure): Figure;
}

/** Null for what is never shown (a matrix, a model), and for a kind that this release does not know. */
export function publishedContent(artifact: Artifact, options: CleaningOptions): TileContent | null {
  const kind = kindOf(options.kind);
  if (!kind) return null;
  const { labels, elsewhere, names } = options;
  const readers = {
    spec: options.spec,
    labels,
    elsewhere,
    nameOf: (name: string) => names.get(nameKey(name)) ?? null,
  };
  const made = kind.forReaders?.(artifact, readers) ?? artifact;
  const cleaned = made.type === "figure" ? (options.coloured?.(made) ?? made) : made;
  const { type } = cleaned;
  const shown = artifactTypeOf(cleaned).readersSee(cleaned, { labels, rows: mostRows });
  if (!shown || !isShownType(type)) return null;
  // The fingerprint is that of what goes out, and not of what was taken out of it.
  if ("artifact" in shown) return { type, digest: digestOfJson(shown.artifact), artifact: asJson(shown.artifact) };
  const { columns, rows, total } = shown.table;
  const table = { columns: columns.map((column) => ({ ...column })), rows: rows.map((row) => row.map(asJson)), total };
  return { type, digest: digestOfJson(table as JsonObject), table };
}

/** zod's notion of JSON is the mutable one. */
type MutableJson = NonNullable<TileContent["artifact"]>;
export const asJson = (value: Json): MutableJson => value as MutableJson;
