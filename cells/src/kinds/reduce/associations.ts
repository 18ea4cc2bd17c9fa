// Which column of the samples goes with which component: R squared and p of each, and what of that is worth a word. Pure.

import type { Column, Table } from "../../artifacts/artifact.ts";
import { labColumnPattern } from "../../artifacts/lab-column.ts";
import { identifies, meaningOf } from "../../artifacts/semantics.ts";
import { isMissing, rowsOfColumn } from "../../artifacts/table.ts";
import type { Sentence } from "../../messages/sentence.ts";
import { type Explained, explainedByGroups, explainedByNumbers } from "../../stats/share-explained.ts";
import { words } from "./words.ts";

export interface Association {
  readonly column: string;
  readonly kind: "number" | "groups";
  /** Rows that have a value. */
  readonly n: number;
  /** Of each component: share of its variance, and the p value of its F test; null: nothing can be told. */
  readonly share: readonly (number | null)[];
  readonly p: readonly (number | null)[];
}
export interface Scores {
  /** rows x components, row-major. */
  readonly scores: Float64Array;
  readonly components: number;
  /** The row of the sheet behind each row of the scores. */
  readonly kept: Int32Array;
}

/** So many columns and components are looked at. */
const [mostColumns, mostComponents] = [40, 10];

export function associationsOf(sheet: Table, { scores, components, kept }: Scores): readonly Association[] {
  const looked = Math.min(components, mostComponents);
  const along = Array.from({ length: looked }, (_, k) =>
    Float64Array.from(kept, (_row, at) => scores[at * components + k] as number),
  );
  return sheet.columns
    .filter((column) => !identifies(column) && rowsOfColumn(column) > 0)
    .slice(0, mostColumns)
    .flatMap((column): Association[] => {
      const of = explainerOf(column, kept);
      if (!of) return [];
      const found = along.map(of.explain);
      const told = (value: number): number | null => (Number.isNaN(value) ? null : value);
      if (found.every(({ share }) => Number.isNaN(share))) return [];
      return [
        {
          column: column.name,
          kind: of.kind,
          n: found[0]?.n ?? 0,
          share: found.map(({ share }) => told(share)),
          p: found.map(({ p }) => told(p)),
        },
      ];
    });
}

/** Null for a column that tells each row apart, or says the same of all. */
function explainerOf(
  column: Column,
  kept: Int32Array,
): { readonly kind: Association["kind"]; explain(y: Float64Array): Explained } | null {
  const isThere = (row: number): boolean => !isMissing(column, row);
  if (column.type === "float64" || column.type === "int32") {
    const x = Float64Array.from(kept, (row) => (isThere(row) ? (column.values[row] as number) : Number.NaN));
    return { kind: "number", explain: (y) => explainedByNumbers(x, y) };
  }
  const codes = column.type === "text" ? column.codes : column.values;
  const of = Int32Array.from(kept, (row) => (isThere(row) ? (codes[row] as number) : -1));
  const groups = new Set(of.filter((code) => code >= 0));
  const rows = of.filter((code) => code >= 0).length;
  if (groups.size < 2 || groups.size >= rows) return null;
  return { kind: "groups", explain: (y) => explainedByGroups(of, Math.max(...groups) + 1, y) };
}

/** Smaller shares are no more than a hint. */
const leastShare = 0.3;
/** Components beyond these are seldom looked at; smaller ones are noise. */
const [firstComponents, leastVariance] = [3, 0.05];

/** Where a batch, a lab or the like drives one of the first components, beyond what chance gives among so many comparisons. */
export function batchesThatDrive(
  sheet: Table,
  associations: readonly Association[],
  share: readonly number[],
): readonly Sentence[] {
  const tests = associations.length * Math.min(firstComponents, share.length);
  return associations
    .filter(({ column }) => isBatch(sheet.columns.find(({ name }) => name === column)))
    .flatMap((each) => {
      const at = each.share.findIndex(
        (r2, k) =>
          k < firstComponents &&
          (share[k] ?? 0) >= leastVariance &&
          r2 !== null &&
          r2 >= leastShare &&
          (each.p[k] ?? 1) * tests < 0.05,
      );
      if (at < 0) return [];
      const percent = (value: number): number => Math.round(100 * value);
      const params = {
        component: at + 1,
        variance: percent(share[at] ?? 0),
        column: each.column,
        share: percent(each.share[at] ?? 0),
      };
      return [words.sentence("batch-drives", params)];
    });
}

const isBatch = (column: Column | undefined): boolean =>
  column !== undefined &&
  (column.semantic === "lab" || labColumnPattern.test(column.name) || /batch|run|plate|lane|date/i.test(column.name)) &&
  !meaningOf(column.semantic).names;
