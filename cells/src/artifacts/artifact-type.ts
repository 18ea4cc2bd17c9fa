// What every type of artifact must say, all of it required: a card (light, for the screen too) and the code that knows its
// content. One folder a type in types/; the lists are artifact-cards.ts and types.ts. Nobody outside asks "is it a table".

import type { Hasher } from "../base/digest.ts";
import type { Digest } from "../base/ids.ts";
import type { Json, JsonObject } from "../base/json.ts";
import type { Words } from "../messages/define-words.ts";
import type { Artifact, ArtifactSummary, ArtifactType, Table } from "./artifact.ts";
import type { Comparer } from "./comparer.ts";
import type { ExportFormat } from "./export-formats.ts";
import type { Grid } from "./grid.ts";
import type { Get, Put } from "./packed-parts.ts";
import type { SummaryShape } from "./summary-parts.ts";
import type { SummaryOptions } from "./column-summary.ts";
import type { ColumnSummary, TablePart, TableWindow, WindowOptions } from "./table-window.ts";
import type { Disclosure, Groups } from "./told-of-individuals.ts";

export type ArtifactOf<T extends ArtifactType> = Extract<Artifact, { readonly type: T }>;
export type NewHasher = () => Hasher;

/** What needs no knowledge of the content. */
export interface ArtifactCard<T extends ArtifactType = ArtifactType> {
  readonly type: T;
  /** "name": what people call it. */
  readonly words: Words<string, "name">;
  /** What a person needs to look at it: the right to rows, or to results. Rows of whatever holds individuals are rows. */
  readonly rights: "rows" | "results";
  /** What a dashboard shows of it: all of it, its first rows, the first report beside it, or nothing. */
  readonly showable: "whole" | "first-rows" | "report-beside" | "nothing";
  /** Of a type that travels inside events where it is small: itself as JSON, and back. */
  readonly inline: {
    toJson(artifact: ArtifactOf<T>): JsonObject;
    fromJson(json: JsonObject): ArtifactOf<T>;
  } | null;
  /** Files that it can be taken away as, the usual one first. */
  readonly exports: readonly ExportFormat[];
  /** By which names a note asks for each number of its shape. */
  readonly sizes: readonly (readonly string[])[];
  /** What stands beside its cell's name in an outline. */
  readonly brief: "shape" | "value" | "bytes" | "nothing";
  /** Whether its columns (of a matrix, of its samples) are known to forms: something can be drawn or computed of it. */
  readonly hasColumns: boolean;
  /** Cells are made of it: a new cell looks for it above. A value is read by name; a figure and a report are ends. */
  readonly isMaterial: boolean;
  /** Files hold it: some format yields it, so that a cell that loads a file may give it. */
  readonly isInFiles: boolean;
}

/** What readers of a dashboard are given. */
export interface ReadersOptions {
  /** Names of points, samples and identifiers go out, too. */
  readonly labels: boolean;
  /** Rows of a table at most. */
  readonly rows: number;
}
export type ShownToReaders = { readonly artifact: JsonObject } | { readonly table: TableWindow };

/** The code of a type. */
export interface ArtifactTypeOf<T extends ArtifactType> {
  readonly card: ArtifactCard;
  /** Over its content, never over an encoding. */
  digest(artifact: ArtifactOf<T>, newHasher: NewHasher): Digest;
  /** Its bytes: a JSON header, which `type` names, and arrays beside it. `read` is given what `write` answered. */
  write(artifact: ArtifactOf<T>, put: Put): object;
  read(head: JsonObject, get: Get): ArtifactOf<T>;
  /** Bytes of memory that it holds, near enough to keep a budget. */
  size(artifact: ArtifactOf<T>): number;
  /** What travels with its digest, never rows. */
  summary(artifact: ArtifactOf<T>): Omit<ArtifactSummary, "type">;
  /** The shape of that: what others say of such an artifact is taken in it only. */
  readonly summaryShape: SummaryShape;
  /** A rectangle of its rows; null where it has none. */
  window(artifact: ArtifactOf<T>, options: WindowOptions): TableWindow | null;
  /** Its columns at a glance, `most` at most of those that are samples; null where it has none. */
  columns(artifact: ArtifactOf<T>, part: TablePart, options: SummaryOptions): readonly ColumnSummary[] | null;
  /** Names of one sort ("features", "samples", "columns", "column:NAME"); null where it has none of them. */
  names(artifact: ArtifactOf<T>, what: string): readonly string[] | null;
  /** How far two of them are apart. */
  compare(again: ArtifactOf<T>, recorded: ArtifactOf<T>, comparer: Comparer): void;
  /** As JSON for people's programs. */
  exportJson(artifact: ArtifactOf<T>): Json;
  /** As rows and columns for other programs; null where it has none. */
  grid(artifact: ArtifactOf<T>): Grid | null;
  /** As one table, with its units and meanings; null where it is none. */
  asTable(artifact: ArtifactOf<T>): Table | null;
  /** As a file of a format that is its own; null for what follows from JSON and grid, and for what needs a browser. */
  file(artifact: ArtifactOf<T>, format: ExportFormat): Uint8Array | null;
  /**
   * What it tells of individuals where it is handed on as it is; `grouped` where a step or query made its rows groups. Null:
   * only who made it can say.
   */
  rowsDisclose(artifact: ArtifactOf<T>, grouped: Groups | null): Disclosure | null;
  /** What of it is shown to whoever may see no rows: without names of rows. Null: nothing, as it holds rows or is made to hold them. */
  withoutRows(artifact: ArtifactOf<T>): ArtifactOf<T> | null;
  /** What of it goes out to readers: nothing by which cells are found, and no names unless labels were chosen. Null: never. */
  readersSee(artifact: ArtifactOf<T>, options: ReadersOptions): ShownToReaders | null;
}
