// What an output tells of the individuals behind the data. Every kind, chart family and report says it of what it made;
// what says nothing is shown to nobody who may see results only, and cannot be published. Asked at publishing and wherever
// somebody without rights to rows looks.

import type { Artifact, ArtifactType, Semantic } from "../artifacts/artifact.ts";
import type { Disclosure } from "../artifacts/told-of-individuals.ts";
import type { Json, JsonObject } from "../base/json.ts";
import type { CellRef } from "../base/refs.ts";

export type { Behind, Disclosure, Statistic } from "../artifacts/told-of-individuals.ts";

export interface ColumnMeaning {
  readonly name: string;
  readonly semantic?: Semantic;
  readonly closed?: boolean;
}

export interface DisclosureQuestion<Spec = JsonObject> {
  readonly spec: Spec;
  readonly port: string;
  readonly artifact: Artifact;
  /** Columns of what the cell reads: of its table, or of its matrix's samples. Null where it reads neither. */
  readonly columns: readonly ColumnMeaning[] | null;
  /** Of what type an output is that the spec names in its text; undefined where it is not known. */
  typeNamed?(name: string, port: string | null): ArtifactType | undefined;
  /** The value of a parameter that the spec refers to; undefined where it is not known. */
  valueOf(ref: CellRef): Json | undefined;
}

/** Null: it cannot be told, so it stays closed. */
export type Discloses<Spec = JsonObject> = (question: DisclosureQuestion<Spec>) => Disclosure | null;
