// What a chain of preparation is proposed from, and what is proposed: the verdicts of a report of quality with the steps that mend
// them, what the data are for, and the form of the data. Pure.

import type { Category, Semantic } from "../artifacts/semantics.ts";
import type { JsonObject } from "../base/json.ts";
import type { Sentence } from "../messages/sentence.ts";

/** What the data are prepared for. */
export const goals = ["explore", "compare", "predict"] as const;
export type Goal = (typeof goals)[number];

/** A verdict as its report keeps it. */
export interface Found {
  readonly rule: string;
  readonly level: "warn" | "fail";
  readonly says: Sentence;
  readonly step?: JsonObject;
  /** Of a table. */
  readonly columns?: readonly string[];
  /** Of a table: in how many rows. */
  readonly rows?: { readonly n: number } | undefined;
  /** Of a matrix. */
  readonly samples?: readonly string[];
}

/** A column of the table, or of the samples of a matrix, as the summary of the data lists it. */
export interface FormColumn {
  readonly name: string;
  readonly type: "float64" | "int32" | "boolean" | "text";
  readonly semantic?: Semantic;
  readonly category?: Category;
  readonly closed?: boolean;
  /** Its groups, where they are few. */
  readonly levels?: readonly string[];
  /** Rows that share one value at most, where it may name individuals. */
  readonly most?: number;
}

export interface Asked {
  readonly goal: Goal;
  readonly verdicts: readonly Found[];
  /** The rules that had something to say, or nothing against the data. */
  readonly rules: readonly string[];
  /** What is predicted; null: nothing was chosen. */
  readonly outcome: string | null;
  /** The outcome that the report was asked of. */
  readonly judgedOutcome: string | null;
  /** What is compared. */
  readonly group: string | null;
  readonly columns: readonly FormColumn[];
  /** How many columns there are; of many the first ones are listed. */
  readonly columnCount: number;
  /** Null: a table. */
  readonly scale: string | null;
  readonly sampleCount: number;
  /** Of a table. */
  readonly rowCount: number;
  /** Steps that somebody switched, by their keys. */
  readonly switched: ReadonlyMap<string, boolean>;
}

export interface Proposed {
  /** The same for what the step does to the same columns, however the list changes. */
  readonly key: string;
  /** Without an id. */
  readonly step: JsonObject;
  /** Why it is there. */
  readonly reason: Sentence;
  /** What the report found that it mends. */
  readonly found: readonly Sentence[];
  readonly on: boolean;
}

export interface Proposal {
  readonly steps: readonly Proposed[];
  /** What is not done, and why. */
  readonly notes: readonly Sentence[];
  /** What the report found that no step of the chain mends. */
  readonly left: readonly Sentence[];
}
