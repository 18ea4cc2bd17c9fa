// What may be found of a design before anything is computed with it: values, which are put into words elsewhere
// (cells/src/design). Error: effects that no analysis can tell; warning: ones it can hardly tell; note: what was taken for granted.

export type Severity = "error" | "warning" | "note";

/** What mends it, by one click. */
export type DesignFix =
  | { readonly do: "leave-out"; readonly what: string; readonly formula: string }
  | { readonly do: "formula"; readonly formula: string }
  | { readonly do: "as"; readonly column: string; readonly as: "factor" | "number" }
  | { readonly do: "drop-missing" }
  | { readonly do: "no-block" };

export type What =
  /** One value alone: R refuses such a factor; such a number is the intercept again. */
  | { readonly kind: "one-level"; readonly column: string; readonly level: string }
  | { readonly kind: "constant"; readonly column: string; readonly value: number }
  /** Levels without samples: those of rows with missing values alone, and those that nothing has. They get no column. */
  | { readonly kind: "level-lost"; readonly column: string; readonly levels: readonly string[] }
  /** Both divide the samples in the same way; `pairs`: which values go together. */
  | { readonly kind: "same"; readonly first: string; readonly second: string; readonly pairs: readonly Pair[] }
  /** Each value of `from` is of one value of `column`. */
  | { readonly kind: "follows"; readonly column: string; readonly from: string; readonly pairs: readonly Pair[] }
  /** These values of two columns stand with each other alone. */
  | {
      readonly kind: "apart";
      readonly first: string;
      readonly second: string;
      readonly firstLevels: readonly string[];
      readonly secondLevels: readonly string[];
    }
  /** A number, or a term, that is a sum of others. */
  | { readonly kind: "together"; readonly term: string; readonly others: readonly string[] }
  /** An interaction with a column that the other one is nested in. */
  | { readonly kind: "nested"; readonly inner: string; readonly outer: string; readonly term: string }
  | { readonly kind: "cells-empty"; readonly term: string; readonly cells: readonly string[]; readonly n: number }
  /** All cells of an interaction, and the intercept: one too many. */
  | { readonly kind: "with-intercept"; readonly term: string }
  | { readonly kind: "no-residual"; readonly samples: number; readonly coefficients: number }
  | { readonly kind: "few-residual"; readonly samples: number; readonly coefficients: number; readonly n: number }
  | { readonly kind: "one-sample"; readonly column: string; readonly levels: readonly string[] }
  | { readonly kind: "one-cell"; readonly term: string; readonly cells: readonly string[]; readonly n: number }
  | { readonly kind: "missing"; readonly columns: readonly string[]; readonly n: number; readonly samples: number }
  | { readonly kind: "missing-dropped"; readonly columns: readonly string[]; readonly n: number; readonly samples: number }
  | { readonly kind: "looks-grouped"; readonly column: string; readonly values: readonly string[] }
  | { readonly kind: "infinite"; readonly column: string }
  | { readonly kind: "nothing" }
  | { readonly kind: "no-samples" }
  | { readonly kind: "too-wide"; readonly columns: number; readonly most: number; readonly column: string }
  | { readonly kind: "block-one"; readonly block: string; readonly level: string }
  | { readonly kind: "block-single"; readonly block: string }
  | { readonly kind: "block-in-formula"; readonly block: string }
  | { readonly kind: "block-confounded"; readonly block: string; readonly column: string; readonly levels: readonly string[] };

/** A value of one column and the value of the other that goes with it. */
export type Pair = readonly [string, string];

export type Finding = What & { readonly severity: Severity; readonly fixes: readonly DesignFix[] };

/** Most levels and cells that a finding lists. */
export const mostListed = 6;
