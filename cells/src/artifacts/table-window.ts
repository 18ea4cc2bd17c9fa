// What a grid is given of a table or matrix: a rectangle of it, and its columns at a glance. Types only.

import type { Column } from "./artifact.ts";
import type { Json } from "../base/json.ts";

export interface TableWindow {
  readonly columns: readonly {
    readonly name: string;
    readonly type: string;
    readonly semantic?: string;
    readonly unit?: string;
  }[];
  /** Rows of cells, null where missing; numbers that JSON cannot hold as "NaN", "Infinity", "-Infinity". */
  readonly rows: readonly (readonly Json[])[];
  readonly offset: number;
  readonly total: number;
}

export interface ColumnSummary {
  readonly name: string;
  readonly type: Column["type"];
  readonly semantic?: string;
  readonly missing: number;
  /** Exact up to 100,000 distinct values, then null. */
  readonly distinct: number | null;
  /** Numbers: equal-width bins between min and max. */
  readonly histogram?: {
    readonly min: number;
    readonly max: number;
    readonly counts: readonly number[];
    readonly mean: number;
    readonly sd: number;
    readonly median: number;
    readonly q1: number;
    readonly q3: number;
    readonly zeros: number;
  };
  readonly top?: readonly { readonly value: string; readonly count: number }[];
}
