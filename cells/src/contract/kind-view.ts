// What a kind's views are given: Editor.tsx (the form) and Output.tsx (the view). They know their own spec, cells/src/ui
// and React; no Yjs, no fetch, no other kind. Types only.

import type { ReactNode } from "react";
import type { ArtifactSummary, ArtifactType } from "../artifacts/artifact.ts";
import type { DownloadFormat } from "../artifacts/export-formats.ts";
import type { ColumnSummary, TableWindow } from "../artifacts/table-window.ts";
import type { CellId } from "../base/ids.ts";
import type { Json, JsonObject, JsonPath } from "../base/json.ts";
import type { Locale } from "../messages/locale.ts";
import type { CellRef, FileRef } from "../base/refs.ts";
import type { CompleteText } from "./text-completion.ts";

/** A cell that a field may refer to. */
export interface InputChoice {
  readonly ref: CellRef;
  readonly name: string;
  readonly type: ArtifactType;
  readonly summary: ArtifactSummary | null;
}

export interface EditorProps<Spec = JsonObject> {
  readonly cell: CellId;
  readonly spec: Spec;
  readonly readOnly: boolean;
  readonly locale: Locale;
  /** Sets the value at a path of the spec (undefined removes it). One call = one undo step. */
  set(path: JsonPath, value: Json | undefined): void;
  /** Sets several fields of the spec at once: one undo step. */
  setFields?(fields: JsonObject): void;
  /** Cells above or below whose outputs have one of these types. */
  choices(accepts: readonly ArtifactType[]): readonly InputChoice[];
  /** Windows of inputs, for previews, column lists and type-ahead. */
  readonly reader: ArtifactReader;
  /** What a referenced cell has on show now: the handle that `reader` wants; null while there is none. */
  handleOf?(ref: CellRef): OutputHandle | null;
  /** What this cell has on show (rows in and out of each step beside the steps). */
  readonly outputs?: { readonly [port: string]: OutputHandle };
  /** The spec from which that was made, with what was found for fields that this one leaves to its file; null: nothing is. */
  readonly made?: JsonObject | null;
  /** The host's collaborative editor for one of the kind's text fields. */
  text(
    field: string,
    options?: {
      readonly language?: "sql" | "markdown" | "formula";
      readonly label: string;
      readonly rows?: number;
      /** What is offered while it is typed, beside the names of cells. */
      readonly complete?: CompleteText;
    },
  ): ReactNode;
  /** Opens the intake for a new file (load). */
  chooseFile?(): void;
  /** Files that the notebook may read, or may be let read, and whose names end so, the newest version of each. Absent where nothing is kept. */
  files?(endings: readonly string[]): Promise<readonly FileRef[]>;
  /** Columns of a file that is a table, without loading it here. */
  columnsOf?(file: FileRef): Promise<readonly string[]>;
  /** Of a feature view the columns of its entity and time, as the store has them. Null: it is none. */
  keysOf?(file: FileRef): Promise<FileKeys | null>;
  /** Lets the notebook read a file that `files` offered. False: it may not, which was said. */
  takeFile?(file: FileRef): Promise<boolean>;
  /** What is told of a file that is read here: a newer version, that it is not to be used any more. Null: nothing. */
  toldOfFile?(file: FileRef): Promise<string | null>;
  /** Asks for a file of one's own, which becomes one that the notebook may read. Null: none was chosen. */
  sendFile?(endings: readonly string[]): Promise<FileRef | null>;
}

export interface FileKeys {
  readonly entity: string;
  readonly time: string | null;
}

export interface OutputProps<Spec = JsonObject> {
  readonly cell: CellId;
  /** What other cells call it, on a dashboard its title: files that are downloaded are named after it. */
  readonly name: string;
  readonly spec: Spec;
  readonly locale: Locale;
  readonly outputs: { readonly [port: string]: OutputHandle };
  readonly reader: ArtifactReader;
  /** What a referenced cell has on show now (a gene picker searches the matrix that it picks from); null while there is none. */
  handleOf?(ref: CellRef): OutputHandle | null;
  /** Editors turn shared values, others their own: parameter cells write here. Absent when nothing may be changed. */
  setValue?(value: Json): void;
  /** While a control is dragged: what follows from this value is shown to this person alone; null ends it. */
  preview?(value: Json | null): void;
  /** Adds a cell after this one that keeps the rows of an output which meet a condition picked in a table's head. */
  keepRows?(from: CellRef, condition: JsonObject): void;
  /** Sets a value of the cell's spec that its answer proposes (a doubt that a setting mends). Absent when nothing may be changed. */
  mend?(path: JsonPath, value: Json): void;
  /** Puts a step between this cell and what its field reads (a doubt that a step before it mends). Absent when nothing may be changed. */
  stepBefore?(field: string, step: JsonObject): void;
  /** Adds a cell below this one that does a step to its main output, or to another cell's (what a finding offers), or goes to the one that does. Absent as above. */
  stepAfter?(step: JsonObject, of?: CellRef): void;
  /**
   * Adds a cell below this one for each part of a chain of steps, the first on another cell's output, each other on the one before,
   * and below them, where `again` is given, one of this cell's own kind, whose spec it makes of what the chain makes. One undo
   * takes all of them away. Absent as above.
   */
  chainAfter?(parts: readonly (readonly JsonObject[])[], of: CellRef, again?: (chain: CellRef) => JsonObject): void;
  /**
   * Adds a cell below this one that asks questions of a report of it, which stands at this port (comparisons of a fitted model), or
   * goes to the one that asks just these. Absent when nothing may be changed, or no kind asks of such a report.
   */
  askAfter?(port: string, questions: readonly JsonObject[]): void;
  /**
   * Adds a cell below this one that holds what was selected in a picture of it, and with `rows` one below that which does this step
   * to `of` by the selection: one press, one undo. Absent when nothing may be changed.
   */
  keepSelection?(kept: KeptSelection): void;
  /** Links of notes to other cells: scrolls there. */
  goTo?(cell: CellId): void;
  /** The cell of that name (links of notes), or null. */
  cellNamed?(name: string): CellId | null;
  readonly compact?: boolean;
}

export interface KeptSelection {
  /** The figure in which it was drawn, or the output of which a view draws one. */
  readonly from: CellRef;
  readonly by: "area" | "names";
  readonly value: Json;
  /** The data whose rows its points are, and the step that finds them but for the selection; `before`: what else is done first. */
  readonly rows?: { readonly of: CellRef; readonly step: JsonObject; readonly before?: readonly JsonObject[] };
}

export interface OutputHandle {
  readonly ref: CellRef;
  readonly digest: string;
  readonly summary: ArtifactSummary;
  /** The artifact as JSON when small (figure, report, value). */
  readonly inline?: Json;
}

/** How a view reads more of an artifact than it was given. Implemented by the workspace over HTTP and by dashboards. */
export interface ArtifactReader {
  /** A whole figure, report or value. */
  json(handle: { readonly ref: CellRef; readonly digest: string }): Promise<Json>;
  /** Rows of a table; of an assay, `part` chooses values (features x samples, first column the feature id), features or samples. */
  window(
    handle: { readonly ref: CellRef; readonly digest: string },
    options: {
      readonly part?: "values" | "features" | "samples";
      readonly offset: number;
      readonly limit: number;
      readonly columns?: { readonly offset: number; readonly limit: number };
      readonly sort?: { readonly column: string; readonly descending: boolean };
    },
  ): Promise<TableWindow>;
  /** Per-column summary: histogram or top values, missing, distinct. */
  summary(
    handle: { readonly ref: CellRef; readonly digest: string },
    options: { readonly part?: "values" | "features" | "samples" },
  ): Promise<readonly ColumnSummary[]>;
  /** Names that match, prefix first, case ignored: features or samples of an assay, values of a column. */
  search(
    handle: { readonly ref: CellRef; readonly digest: string },
    options: {
      readonly what: "features" | "samples" | "columns" | { readonly column: string };
      readonly text: string;
      readonly limit: number;
    },
  ): Promise<readonly string[]>;
  /** What lies along a place of a file that stays one. Absent where nobody computes (dashboards). Ends with `signal`. */
  along?(
    handle: { readonly ref: CellRef; readonly digest: string },
    options: {
      readonly place: string;
      readonly bins: number;
      /** Of reads: what the index alone tells, 1 as much as on average of the sequence. */
      readonly isEstimate: boolean;
      readonly signal: AbortSignal;
      /** It waits, or is being read. */
      waits(of: { readonly message: string; readonly fraction: number | null }): void;
    },
  ): Promise<AlongFile>;
  /** Address of a download, opened by the browser. */
  downloadUrl(handle: { readonly ref: CellRef; readonly digest: string }, format: DownloadFormat): string;
}

/** Of each bin of a place; null: nothing is there. */
export interface AlongFile {
  /** How much lies there was told by the index alone; false where what was read is kept. */
  readonly isEstimate: boolean;
  readonly contig: string;
  /** [start, end) from 0. */
  readonly start: number;
  readonly end: number;
  /** Bases; the last may be shorter. */
  readonly bin: number;
  readonly mean: readonly (number | null)[];
  readonly min: readonly (number | null)[] | null;
  readonly max: readonly (number | null)[] | null;
}

export type { ColumnSummary, TableWindow };
