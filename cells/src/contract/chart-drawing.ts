// What the drawing of a chart is given and what it answers: names are looked up already, and of the settings it sees
// those of its own family. Implemented by charts/<family>/draw.ts, called by kinds/chart/execute.ts. Types only.

import type { Assay, Column, Semantic } from "../artifacts/artifact.ts";
import type { Json, JsonObject, JsonPath } from "../base/json.ts";
import type { CellRef } from "../base/refs.ts";
import type { Sentence } from "../messages/sentence.ts";
import type { ChartOptions, ChartSpecOf } from "./chart-fields.ts";

export type Series = NumberSeries | TextSeries;
interface SeriesBase {
  readonly name: string;
  readonly unit: string;
  readonly semantic: Semantic | null;
  /** Of one panel of several: the same over all of them, so that groups, colours and bins are alike. */
  readonly among?: Series;
}
/** NaN = missing. */
export interface NumberSeries extends SeriesBase {
  readonly kind: "number";
  readonly values: Float64Array;
  readonly whole: boolean;
}
/** `levels[codes[i]]`; -1 = missing. */
export interface TextSeries extends SeriesBase {
  readonly kind: "text";
  readonly codes: Int32Array;
  readonly levels: readonly string[];
}

export interface ChartSource {
  readonly what: "table" | "matrix";
  /** Rows of the table, samples of the matrix. */
  readonly rows: number;
  readonly assay: Assay | null;
  /** Those of the table, or of the samples of the matrix. */
  readonly columns: readonly Column[];
  /** Fails with the nearest name and, where the spec holds the name itself, a fix. */
  series(name: string, at: JsonPath, fixable: boolean): Series;
  /** Column that names a row: id of a sample, first identifier of a table. */
  readonly idColumn: string | null;
  /** Of each row 1 where a column flags it as an outlier as a whole, or by one of these names; null where no column does. */
  flagged(drawn: readonly string[]): Uint8Array | null;
  /** The column of individuals of whom several of those rows are, where there is one that is not among `taken`; null: none. */
  repeated(rows: Int32Array, taken: readonly string[]): string | null;
  /** The first of those names whose groups were found in the values of these very rows; null: none. */
  ownClusters(names: readonly string[]): string | null;
}

/** A chart with its names looked up. Of fields that the family does not use: null. */
export interface Prepared<Options extends ChartOptions> {
  readonly spec: ChartSpecOf<Options>;
  readonly source: ChartSource;
  readonly x: Series | null;
  readonly y: Series | null;
  readonly color: Series | null;
  readonly size: Series | null;
  /** Only with labels on. */
  readonly label: Series | null;
  /** Of a family that counts members by their label: the one that is named, with labels on or not. Null: none is. */
  readonly members: Series | null;
  /** A setting that is a literal or a reference to a parameter: the literal or the value. */
  valueOf<T extends Json>(setting: T | CellRef): Json;
}

export interface Drawing {
  readonly traces: readonly JsonObject[];
  readonly layout: JsonObject;
  /** What a view needs to know besides (`layout.meta`). */
  readonly meta?: JsonObject;
  /** What is drawn, as a table. */
  readonly columns: readonly Column[];
  readonly rows: number;
  readonly marks: number;
  /** The text alternative. */
  readonly alt: Sentence;
  /** Said under the figure: what was left out or drawn together. */
  readonly notes: readonly Sentence[];
  /** Texts of the layout that a view may translate: path into the layout -> message. */
  readonly words: readonly (Sentence & { readonly path: readonly string[] })[];
}

export type DrawChart<Options extends ChartOptions> = (prepared: Prepared<Options>) => Drawing;
