// The contract of a method that groups rows. One folder a method: card.ts (this card: data only), work.ts (groups, the call of R that
// gives the same), words.ts. The list is cluster-methods.ts. Numbers come from stats/clusters; no method speaks of artifacts.

import type { z } from "zod";
import type { Failure } from "../base/failure.ts";
import type { JsonObject } from "../base/json.ts";
import type { Result } from "../base/result.ts";
import type { Words } from "../messages/define-words.ts";
import type { Variant } from "./identity.ts";

/** Settings of a method as a spec holds them; `type` is its name. */
export type ClusterOptions = { readonly type: string };

/**
 * What says how many clusters there are: their number, how fine communities are, or how near rows of one cluster lie. It stands in
 * the settings by that name; null there: it is proposed.
 */
export type Turned = "k" | "resolution" | "eps";

export interface ClusterMethod extends Variant<"cluster"> {
  /** Its settings: a strict object with all defaults. */
  readonly schema: z.ZodType;
  /** `title` ("k-means"), `does` (when it is right). Of each of `settings` its label. */
  readonly words: Words<string, "title" | "does">;
  readonly turned: Turned;
  /** More rows than that are refused: memory and time grow with their square. */
  readonly mostRows?: number;
  /** As the form shows them, the turned one aside: choices with the keys of their words, or a number. */
  readonly settings: readonly {
    readonly field: string;
    readonly choices?: { readonly [value: string]: string };
    readonly least?: number;
    readonly most?: number;
  }[];
}

export interface PointRows {
  /** rows x width, row-major, finite. */
  readonly values: Float64Array;
  readonly rows: number;
  readonly width: number;
}

export interface ClusterTask<Options extends ClusterOptions = ClusterOptions> {
  readonly options: Options;
  readonly points: PointRows;
  readonly seed: number;
  /** So many clusters are looked at where none are said. */
  readonly most: number;
  /** Share that is done; ends by throwing where the run is cancelled. */
  pause(share: number): Promise<void> | void;
}

export interface Clustered {
  /** Of each row the number of its cluster, from 0; -1: of none. */
  readonly labels: Int32Array;
  /** Its own measure, smaller is better: what chooses, where there is one (BIC of a mixture). */
  readonly criterion?: number;
  /** How likely each row is of its own cluster. */
  readonly likely?: Float64Array;
  /** Numbers that are told beside it: modularity. */
  readonly facts?: { readonly [name: string]: number };
}

/** What one task made once for all its values (a tree, a graph of neighbours). */
export interface Begun {
  /** What is tried where nothing is said. */
  readonly candidates: readonly number[];
  /** Taken where nothing is said and no criterion chooses; null: a criterion does. */
  readonly usual: number | null;
  at(value: number): Promise<Clustered>;
  /** The tree of merges, for its picture. */
  readonly tree?: {
    readonly merge: readonly (readonly [number, number])[];
    readonly height: readonly number[];
    readonly order: readonly number[];
  };
  /** Neighbours of so many rows are found nearly all, not all. */
  readonly isNear?: true;
}

export interface AskedInR {
  readonly value: number;
  readonly seed: number;
}

export interface ClusterLine<Options extends ClusterOptions = ClusterOptions> {
  readonly method: ClusterMethod;
  work(): Promise<{ readonly work: ClusterWork<Options> }>;
}
// Methods, so that the work of any one method is that of some method.
export type ClusterWork<Options extends ClusterOptions = ClusterOptions> = {
  begin(task: ClusterTask<Options>): Promise<Result<Begun, Failure>>;
  /** `x`: the matrix of rows by columns. */
  inR(options: Options, asked: AskedInR): readonly string[];
};

/** Makes a method from the schema of its settings: their type is inferred from it, never written a second time. */
export const defineClusterMethod = <Schema extends z.ZodType<ClusterOptions & JsonObject>>(
  method: Omit<ClusterMethod, "axis" | "schema"> & { readonly schema: Schema },
): ClusterMethod & { readonly schema: Schema } => ({ ...method, axis: "cluster" });
