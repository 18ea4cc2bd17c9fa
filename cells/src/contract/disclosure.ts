// What an output tells of the individuals behind the data. Every kind, chart family and report says it of what it made;
// what says nothing is shown to nobody who may see results only, and cannot be published. Asked at publishing and wherever
// somebody without rights to rows looks.

import type { Artifact, Semantic } from "../artifacts/artifact.ts";
import type { Json, JsonObject } from "../base/json.ts";
import type { CellRef } from "../base/refs.ts";

/**
 * What a mark says of its group. Safe to tell of large groups: count, share, mean, median, density, validated (a metric of
 * rows that the model had not seen). Never safe, since they are values of one individual: extreme (minimum, maximum,
 * whisker, outlier), step (of a curve over individuals), value, text.
 */
export type Statistic = "count" | "share" | "mean" | "median" | "density" | "validated" | "extreme" | "step" | "value" | "text";

/** What stands behind the marks (points, bars, lines, rows of a table, numbers of a report). */
export type Behind =
  /** No individuals: features, variants, settings, values that a person chose. */
  | { readonly of: "nobody" }
  /** Each mark is told of a group; `sizes` are the individuals behind each, empty groups left out. */
  | { readonly of: "groups"; readonly sizes: readonly number[]; readonly statistics: readonly Statistic[] }
  /** Each mark is one individual, or has no number beside it. */
  | { readonly of: "individuals" };

export interface Disclosure {
  /** Names of columns whose values can be read off the output and tell individuals apart. */
  readonly identifying: readonly string[];
  readonly behind: Behind;
}

export interface ColumnMeaning {
  readonly name: string;
  readonly semantic?: Semantic;
}

export interface DisclosureQuestion<Spec = JsonObject> {
  readonly spec: Spec;
  readonly port: string;
  readonly artifact: Artifact;
  /** Columns of what the cell reads: of its table, or of its matrix's samples. Null where it reads neither. */
  readonly columns: readonly ColumnMeaning[] | null;
  /** The value of a parameter that the spec refers to; undefined where it is not known. */
  valueOf(ref: CellRef): Json | undefined;
}

/** Null: it cannot be told, so it stays closed. */
export type Discloses<Spec = JsonObject> = (question: DisclosureQuestion<Spec>) => Disclosure | null;
