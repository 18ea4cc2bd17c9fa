// The contract of a way to draw a map of rows: places of two or three axes at which what is alike stands near. One folder a way: card.ts
// (this card: data only), work.ts, Form.tsx, words.ts. The list is embeddings.ts. Numbers come from stats/embeddings.

import type { z } from "zod";
import type { Failure } from "../base/failure.ts";
import type { JsonObject } from "../base/json.ts";
import type { Result } from "../base/result.ts";
import type { Words } from "../messages/define-words.ts";
import type { EmbeddingFormModule, EmbeddingOptions } from "./embedding-view.ts";
import type { Variant } from "./identity.ts";

export type { EmbeddingOptions };

/** What every way says: `title` ("UMAP"), `does` (how its map is to be read, a whole sentence). */
export type EmbeddingWords = Words<string, "title" | "does">;

export interface Embedding extends Variant<"embedding"> {
  /** Its settings: a strict object with all defaults; `of` says what is compared (components, features). */
  readonly schema: z.ZodType;
  readonly words: EmbeddingWords;
  /** What its axes are called before their number: "UMAP". */
  readonly axisName: string;
  /** Rows that were not there have a place on its map. */
  readonly placesNew: boolean;
}

export interface EmbeddingTask<Options extends EmbeddingOptions = EmbeddingOptions> {
  readonly options: Options;
  /** rows x width, row-major, finite. */
  readonly values: Float64Array;
  readonly rows: number;
  readonly width: number;
  /** rows x count, row-major: the first principal components, where a map may begin. */
  readonly components: Float64Array;
  readonly count: number;
  /** Fraction that is done; ends by throwing where the run is cancelled. */
  pause(share: number): Promise<void> | void;
}

export interface EmbeddedRows {
  /** rows x axes, row-major. */
  readonly points: Float64Array;
  readonly axes: number;
  /** What the report tells beside: numbers and words of its own. */
  readonly facts: JsonObject;
}

export interface NewRowsTask<Options extends EmbeddingOptions = EmbeddingOptions> {
  readonly options: Options;
  /** Those of the map: rows x width, and their places, rows x axes. */
  readonly known: Float64Array;
  readonly places: Float64Array;
  readonly axes: number;
  /** Those that came: more x width. */
  readonly values: Float64Array;
  readonly more: number;
  readonly width: number;
  pause(share: number): Promise<void> | void;
}

export interface EmbeddingLine<Options extends EmbeddingOptions = EmbeddingOptions> {
  readonly embedding: Embedding;
  work(): Promise<{ readonly work: EmbeddingWork<Options> }>;
  Form(): Promise<EmbeddingFormModule<Options>>;
}
// Methods, so that the work of any one way is that of some way.
export type EmbeddingWork<Options extends EmbeddingOptions = EmbeddingOptions> = {
  place(task: EmbeddingTask<Options>): Promise<Result<EmbeddedRows, Failure>>;
  /** more x axes. Of ways that place new rows. */
  placeNew?(task: NewRowsTask<Options>): Promise<Float64Array>;
  /** The call of R that draws the like, of a matrix `x` of rows; `facts`: what the map told. */
  inR(options: Options, facts: JsonObject): string;
};

/** Makes a way from the schema of its settings: their type is inferred from it, never written a second time. */
export const defineEmbedding = <Schema extends z.ZodType<EmbeddingOptions>>(
  embedding: Omit<Embedding, "axis" | "schema"> & { readonly schema: Schema },
): Embedding & { readonly schema: Schema } => ({ ...embedding, axis: "embedding" });
