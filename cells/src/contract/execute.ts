// What the work of a kind is given and what it answers. Implemented by kinds/<kind>/execute.ts, called by run-plan.ts.

import type { Artifact, IndexedFile } from "../artifacts/artifact.ts";
import type { InlineArtifact } from "../artifacts/artifact-cards.ts";
import type { OutputRef } from "../artifacts/output-ref.ts";
import type { ByteSource } from "../base/byte-source.ts";
import type { Failure } from "../base/failure.ts";
import type { Json, JsonObject } from "../base/json.ts";
import type { CellRef, FileRef } from "../base/refs.ts";
import type { Result } from "../base/result.ts";
import type { Sentence } from "../messages/sentence.ts";
import type { Engines } from "./engines.ts";

export type Outputs = { readonly [port: string]: Artifact };
/** What inline kinds answer travels as JSON. */
export type InlineOutputs = { readonly [port: string]: InlineArtifact };

/** What execute is given. Everything from outside comes through here: inputs, files, engines, cancellation. No clock, no randomness. */
export interface ExecuteContext {
  readonly signal: AbortSignal;
  /** Fraction 0..1 or null when unknown; the note is said by the screen, to each reader in her language. */
  progress(fraction: number | null, note?: Sentence): void;
  log(line: string): void;
  /** The artifact behind a reference of the spec. */
  input(ref: CellRef): Artifact;
  /** The artifact behind a name in a text field (case ignored), or null. */
  named(name: string, port?: string): Artifact | null;
  /** A field that is either a literal or a reference to a value (parameter): the literal or the value. */
  valueOf<T extends Json>(field: T | CellRef): Json;
  file(ref: FileRef): ByteSource;
  /** The bytes behind an input that stays a file, of a kind whose card says `readsFiles`. */
  fileOf(artifact: IndexedFile): ByteSource;
  readonly engines: Engines;
}
// Methods, so that the work of any one kind is work of some kind, by those who hold its spec as JSON.
export type Execute<Spec extends JsonObject = JsonObject> = {
  of(spec: Spec, context: ExecuteContext): Promise<Result<Outputs, Failure>>;
}["of"];
/**
 * Inline kinds answer at once, in browser, server and worker alike, from what travels with a digest (summary and small
 * inline artifacts), never from rows. Their executors stand in inline-executors.ts; `execute` of the same folder wraps
 * `executeInline` for the worker (inline-context.ts makes the context from artifacts).
 */
export type ExecuteInline<Spec extends JsonObject = JsonObject> = {
  of(spec: Spec, context: InlineContext): Result<InlineOutputs, Failure>;
}["of"];
export interface InlineContext {
  output(ref: CellRef): OutputRef | null;
  named(name: string, port?: string): OutputRef | null;
  /** A field that is either a literal or a reference to a value: the literal or the value. */
  valueOf<T extends Json>(field: T | CellRef): Json;
}
