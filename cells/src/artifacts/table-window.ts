// What a grid is given of a table or matrix: a rectangle of it, and its columns at a glance.

import type { Category, Column } from "./artifact.ts";
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

export type ColumnSummary = {
  readonly name: string;
  readonly type: Column["type"];
  readonly semantic?: string;
  readonly category?: Category;
  readonly closed?: boolean;
  readonly missing: number;
  /** Exact up to 100,000 distinct values, then null. */
  readonly distinct: number | null;
  /** Infinite values below and above all others; absent: none. Histogram, mean and sd are of the others. */
  readonly infinite?: { readonly below: number; readonly above: number };
  /** Numbers: equal-width bins between min and max. Median and quartiles are of all, as long as they are finite. */
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
};

export type TablePart = "values" | "features" | "samples";

export interface WindowOptions {
  /** Of a matrix. */
  readonly part?: TablePart | undefined;
  readonly offset: number;
  readonly limit: number;
  readonly columns?: { readonly offset: number; readonly limit: number } | undefined;
  readonly sort?: { readonly column: string; readonly descending: boolean } | undefined;
}

/** Most cells in one answer. */
const mostCells = 200_000;

const clamp = (value: number, low: number, high: number): number =>
  Math.max(low, Math.min(high, Number.isFinite(value) ? Math.floor(value) : high));

/** Rows and columns of a window, from and to, clamped to what is there. */
export function clampedWindow(options: WindowOptions, total: number, width: number) {
  const columnsFrom = clamp(options.columns?.offset ?? 0, 0, width);
  const columnsTo = clamp(columnsFrom + (options.columns?.limit ?? width), columnsFrom, width);
  const shown = Math.max(1, columnsTo - columnsFrom);
  const offset = clamp(options.offset, 0, total);
  const to = clamp(offset + Math.min(options.limit, Math.floor(mostCells / shown)), offset, total);
  return { columnsFrom, columnsTo, offset, to };
}
