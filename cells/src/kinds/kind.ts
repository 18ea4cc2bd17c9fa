// The contract of a cell kind. One folder per kind: spec.ts (this contract: data only, no React, no engines),
// execute.ts (the work), Editor.tsx (the form), Output.tsx (the view). The lists are kinds.ts, executors.ts, views.ts.

import type { z } from "zod";
import type { Artifact, ArtifactSummary, ArtifactType, Assay, Table } from "../artifacts/artifact.ts";
import type { ByteSource } from "../base/byte-source.ts";
import type { EngineName } from "../base/engine-versions.ts";
import type { Failure } from "../base/failure.ts";
import type { Json, JsonObject } from "../base/json.ts";
import type { Result } from "../base/result.ts";
import type { CellRef, FileRef } from "../notebook/notebook.ts";
import type { Locale } from "../messages/locale.ts";
import type { OutputRef } from "../session/cell-status.ts";

export type Place = "inline" | "warm" | "sealed";

export interface OutputPort {
  /** "out" is the main output by convention; `cell` means it, `cell.samples` another. */
  readonly name: string;
  readonly type: ArtifactType | readonly ArtifactType[];
  readonly title: string;
}
export interface InputPort {
  /** Field of the spec that holds the reference. */
  readonly field: string;
  readonly accepts: readonly ArtifactType[];
  readonly title: string;
  readonly optional?: boolean;
}

/** A name that stands in a text field (SQL, a formula, `{{kept.rows}}` of a note): found without running anything. */
export interface TextReference {
  readonly field: string;
  /** As written; resolved by name, ignoring case. `port` after a dot. */
  readonly name: string;
  readonly port?: string;
  /** UTF-16 offsets of the name alone inside the text, so that a rename is a minimal edit. */
  readonly start: number;
  readonly end: number;
  /** A mere link (`[[name]]` of a note): renames follow it, but it is no input, so that a note about a failed cell still shows. */
  readonly link?: true;
}

/** Everything that the notebook, the server and the forms need to know of a kind without running it. */
export interface Kind<Spec = JsonObject> {
  readonly kind: string;
  /** A task in the reader's words: "Filter and transform". */
  readonly title: string;
  readonly place: Place;
  /** Raised when execute may answer differently: part of the key. */
  readonly version: number;
  /** Shape of the spec: not part of the key. */
  readonly specVersion: number;
  readonly engines: readonly EngineName[];
  /** How well a second run agrees with the first. */
  readonly reproduces: "exact" | { readonly atol: number; readonly rtol: number };
  /** Default run mode of a new cell. */
  readonly mode: "auto" | "manual";
  readonly inputs: readonly InputPort[];
  readonly outputs: readonly OutputPort[];
  /** Validates and fills in defaults; unknown keys are refused. Fields that hold a reference use `cellRef()` or `orRef()` of spec-fields.ts. */
  readonly schema: z.ZodType<Spec>;
  /** Top-level fields kept as Y.Text: edited by several people letter by letter. */
  readonly textFields: readonly string[];
  /** Top-level fields kept as a list of items with `id` (steps of a transform). */
  readonly listFields: readonly string[];
  /** The spec of a new cell. May be incomplete: `missing` then names the field to fill. */
  readonly empty: JsonObject;
  /** First required field that is still empty, or null. Called on valid specs. */
  missing(spec: Spec): string | null;
  /**
   * Bytes without which no run of this spec can end, from what is known before it. A kernel with less does not get it; what
   * needs more than that after all fails with its own sentence. Absent: little.
   */
  leastMemory?(spec: Spec): number;
  /** Names in text fields. */
  textReferences?(spec: Spec): readonly TextReference[];
  /** What is hashed beyond the general rules (result-key.ts): drop ids of list items, normalise text. Default: the spec. */
  keySpec?(spec: Spec, portOf: (reference: TextReference) => string): JsonObject;
  /** One line in words: "keeps genes with at least 10 reads in 3 samples". */
  words(spec: Spec, context: WordsContext): string;
  /** Suggested cell name, before it is made unique: "counts_kept". */
  suggestName(spec: Spec, context: WordsContext): string;
  /** Numbered migrations: migrations[n] takes specVersion n+1 to n+2. */
  readonly migrations?: readonly { readonly name: string; readonly migrate: (spec: JsonObject) => JsonObject }[];
}

export interface WordsContext {
  readonly locale: Locale;
  /** Name of a referenced cell, as people read it. */
  nameOf(ref: CellRef): string;
  /** Summary of a referenced output where a result is known. */
  summaryOf(ref: CellRef): ArtifactSummary | null;
  /** Summary of the main output of the cell itself, where its present result is known: "keeps 12 304 of 41 786 genes". */
  readonly own?: ArtifactSummary | null;
}

// ---- execution ------------------------------------------------------------------------------------------------------

export type Outputs = { readonly [port: string]: Artifact };

/** What execute is given. Everything from outside comes through here: inputs, files, engines, cancellation. No clock, no randomness. */
export interface ExecuteContext {
  readonly signal: AbortSignal;
  /** Fraction 0..1 or null when unknown; the note is a message key with params, made a sentence by the screen. */
  progress(fraction: number | null, note?: string): void;
  log(line: string): void;
  /** The artifact behind a reference of the spec. */
  input(ref: CellRef): Artifact;
  /** The artifact behind a name in a text field (case ignored), or null. */
  named(name: string, port?: string): Artifact | null;
  /** A field that is either a literal or a reference to a value (parameter): the literal or the value. */
  valueOf<T extends Json>(field: T | CellRef): Json;
  file(ref: FileRef): ByteSource;
  readonly engines: Engines;
}
export type Execute<Spec> = (spec: Spec, context: ExecuteContext) => Promise<Result<Outputs, Failure>>;
/**
 * Inline kinds answer at once, in browser, server and worker alike, from what travels with a digest (summary and small
 * inline artifacts), never from rows. Their executors stand in inline-executors.ts; `execute` of the same folder wraps
 * `executeInline` for the worker (inline-context.ts makes the context from artifacts).
 */
export type ExecuteInline<Spec> = (spec: Spec, context: InlineContext) => Result<Outputs, Failure>;
export interface InlineContext {
  output(ref: CellRef): OutputRef | null;
  named(name: string, port?: string): OutputRef | null;
  /** A field that is either a literal or a reference to a value: the literal or the value. */
  valueOf<T extends Json>(field: T | CellRef): Json;
}

/** Native code behind ports: the kernel implements them; in a browser there are none. */
export interface Engines {
  readonly sql: SqlEngine | null;
  readonly onnx: OnnxEngine | null;
}

export interface SqlEngine {
  /**
   * Runs one SELECT over the given tables on one thread and answers a table. `params` are named ($gene).
   * Fails with "query.*" failures: more than one statement, not a SELECT, a function off the list, an error with its span.
   */
  select(options: {
    readonly sql: string;
    readonly tables: ReadonlyMap<string, Table | Assay>;
    readonly params: { readonly [name: string]: Json };
    readonly signal: AbortSignal;
    /** Our own compiled SQL is trusted (transform); a person's is checked against the allow-list (query). */
    readonly trusted: boolean;
    readonly maxRows?: number;
  }): Promise<Result<Table, Failure>>;
  /** Parquet file to table. */
  readParquet(bytes: Uint8Array): Promise<Result<Table, Failure>>;
}

export interface OnnxEngine {
  /** Signature of a model file, or the reason why it is none. */
  inspect(
    onnx: Uint8Array,
  ): Promise<Result<{ readonly inputs: readonly OnnxValue[]; readonly outputs: readonly OnnxValue[] }, Failure>>;
  /** rows x features, row-major float32, in batches of 512; answers each output flat. */
  run(options: {
    readonly onnx: Uint8Array;
    readonly inputName: string;
    readonly rows: number;
    readonly features: number;
    readonly data: Float32Array;
    readonly signal: AbortSignal;
  }): Promise<
    Result<
      {
        readonly [output: string]: {
          readonly dims: readonly number[];
          readonly data: Float32Array | readonly string[] | BigInt64Array;
        };
      },
      Failure
    >
  >;
}
export interface OnnxValue {
  readonly name: string;
  readonly type: string;
  readonly dims: readonly (number | string)[];
}
