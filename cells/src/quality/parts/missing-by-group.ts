// In how many rows of each group each column lacks a value: what is missing more often in one group is not missing by chance.

import type { Column, Table } from "../../artifacts/artifact.ts";
import { groupingOf } from "./quality-data.ts";

export type MissingByGroup = {
  /** Says the group of each row; rows without one are in none. */
  readonly column: string;
  readonly groups: readonly { readonly name: string; readonly rows: number }[];
  /** Of each column with gaps, in the order of the groups. */
  readonly missing: readonly { readonly column: string; readonly counts: readonly number[] }[];
};

/** More are not read beside each other. */
const mostGroups = 20;

/** Null: the rows are in one group, or in too many. */
export function missingByGroup({ columns, rowCount }: Table, by: Column): MissingByGroup | null {
  const { names, of } = groupingOf(by, rowCount);
  if (names.length < 2 || names.length > mostGroups) return null;
  const countIf = (counted: (row: number) => boolean): readonly number[] => {
    const counts = new Array<number>(names.length).fill(0);
    for (let row = 0; row < rowCount; row++) {
      const group = of[row] as number;
      if (group >= 0 && counted(row)) counts[group] = (counts[group] as number) + 1;
    }
    return counts;
  };
  const rows = countIf(() => true);
  return {
    column: by.name,
    groups: names.map((name, at) => ({ name, rows: rows[at] as number })),
    missing: columns.flatMap(({ name, valid }) =>
      valid?.includes(0) && name !== by.name ? [{ column: name, counts: countIf((row) => valid[row] === 0) }] : [],
    ),
  };
}
