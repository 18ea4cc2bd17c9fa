// Which row of a table before an act is which after it, where nothing numbers them: rows that stay keep their order, so that the
// shorter table is what is left of the longer one. Told by the columns that stand in both; of equal rows it is the first.

import type { Table } from "../artifact.ts";
import { columnOf } from "../table.ts";
import { mostCells } from "./changes.ts";
import { identifies } from "../semantics.ts";
import { comparerOf, type Aligned } from "./changes-of-columns.ts";

export interface RowsInBoth extends Aligned {
  /** Rows of the longer table that are not in the shorter one. */
  readonly others: readonly number[];
}

/** Of large tables not all columns are compared. */
const leastColumns = 3;

/** In one pass; null where the shorter table is no part of the longer one. */
export function rowsInBoth(before: Table, after: Table): RowsInBoth | null {
  const isFewer = after.rowCount <= before.rowCount;
  const [long, short] = isFewer ? [before, after] : [after, before];
  const shared = long.columns.flatMap((column) => {
    const other = columnOf(short, column.name);
    return other ? [{ column, other }] : [];
  });
  // Columns that name rows tell most.
  const [naming, open] = [shared.filter(({ column }) => identifies(column)), shared.filter(({ column }) => !identifies(column))];
  const most = Math.max(leastColumns, Math.floor(mostCells / Math.max(1, long.rowCount)));
  const comparers = [...naming, ...open].slice(0, most).map(({ column, other }) => comparerOf(column, other));
  if (comparers.length === 0) return null;
  const at = new Int32Array(short.rowCount);
  const others: number[] = [];
  let place = 0;
  for (let row = 0; row < short.rowCount; row++) {
    while (place < long.rowCount && !comparers.every((same) => same(place, row))) others.push(place++);
    if (place === long.rowCount) return null;
    at[row] = place++;
  }
  for (; place < long.rowCount; place++) others.push(place);
  const own = Int32Array.from(at.keys());
  return isFewer ? { from: at, to: own, others } : { from: own, to: at, others };
}
