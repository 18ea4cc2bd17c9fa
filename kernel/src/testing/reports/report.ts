// What is right in a case of reported faults: for each cell what must come of it, what must be said, or for what reason it
// must be refused. The lists stand beside this file, one entry a folder of ../shared/data/reports.

import type { Json } from "@genomecraft/cells/base/json.ts";

export interface Report {
  /** Of ../shared/data/reports. */
  readonly folder: string;
  /** What is tried, in a sentence: the title of the test. */
  readonly rule: string;
  /** Files that a folder without a notebook loads, by the name of the cell. */
  readonly loads?: { readonly [cell: string]: string };
  /** Cells that are not named must not fail. */
  readonly cells: { readonly [cell: string]: Expected };
  /** Cells that are not right yet, and why. One that has become right fails here, too. */
  readonly open?: { readonly [cell: string]: string };
}

export interface Expected {
  /** Columns by name, in their order, with every cell; null is missing. */
  readonly table?: readonly (readonly [name: string, cells: readonly Json[]])[];
  /** The same for some of the columns. */
  readonly holds?: readonly (readonly [name: string, cells: readonly Json[]])[];
  /** Of a table [rows, columns], of a matrix [features, samples]. */
  readonly shape?: readonly number[];
  readonly matrix?: {
    readonly features?: readonly string[];
    readonly samples?: readonly string[];
    /** Rows of features. */
    readonly values?: readonly (readonly (number | null)[])[];
    readonly scale?: string;
  };
  /** Each is found in the log of the cell, in the words of its figure, or in its report. */
  readonly says?: readonly RegExp[];
  /** None of them is. */
  readonly never?: readonly RegExp[];
  /** Milliseconds that it may take. */
  readonly within?: number;
  /** Refused for one of these reasons is right, too; without any of the above nothing else is. */
  readonly refused?: readonly Refused[];
}

export interface Refused {
  readonly reason: string;
  /** Evidence that must stand in it. */
  readonly params?: { readonly [name: string]: Json };
  /** What its sentence says in English. */
  readonly says?: RegExp;
}

/** Lets a list be written with its types. */
export const reports = (...list: readonly Report[]): readonly Report[] => list;

export const refused = (reason: string, more: Omit<Refused, "reason"> = {}): Expected => ({ refused: [{ reason, ...more }] });
