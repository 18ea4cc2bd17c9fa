// Columns that say the same of all rows of a group: what is still true when the group becomes one row.

import type { Column, Table } from "../../artifacts/artifact.ts";
import { codesOfColumn } from "./rows-by-key.ts";

/** `groupOf`: of each row; below 0: in none. */
export function isConstantIn(groupOf: Int32Array, groups: number): (column: Column) => boolean {
  return (column) => {
    const { codes } = codesOfColumn(column, groupOf.length);
    const first = new Int32Array(groups).fill(-1);
    for (let row = 0; row < groupOf.length; row++) {
      const group = groupOf[row] as number;
      if (group < 0) continue;
      const code = codes[row] as number;
      if (first[group] === -1) first[group] = code;
      else if (first[group] !== code) return false;
    }
    return true;
  };
}

/** Those of the table, but for its first one, which names the rows. */
export const constantColumns = (table: Table, groupOf: Int32Array, groups: number): readonly Column[] =>
  table.columns.slice(1).filter(isConstantIn(groupOf, groups));
