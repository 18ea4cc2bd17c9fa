// Which row of a table before an act is which after it, where nothing numbers them: rows that stay keep their order, so that the
// shorter table is what is left of the longer one. Told by the columns that stand in both; of equal rows it is the first.

import type { Table } from "../artifact.ts";
import { columnOf } from "../table.ts";
import { mostCells } from "./changes.ts";
import { identifies } from "../semantics.ts";
import { type Aligned, type Beside, besideEachOther, isSameCell } from "./changes-of-columns.ts";

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
  const pairs = [...naming, ...open].slice(0, most).map(({ column, other }) => besideEachOther(column, other));
  if (pairs.length === 0) return null;
  const at = new Int32Array(short.rowCount);
  const others: number[] = [];
  let place = 0;
  // Most rows that differ do so in the first column: it is asked without a call.
  const [head, ...tail] = pairs as [Beside, ...Beside[]];
  const { one, other } = head;
  const isPlain = head.oneValid === null && head.otherValid === null && !head.isOtherSort;
  for (let row = 0; row < short.rowCount; row++) {
    const value = other[row] as number;
    for (; place < long.rowCount; others.push(place++)) {
      if (isPlain ? one[place] !== value && value === value : !isSameCell(head, place, row)) continue;
      let isSame = !isPlain || one[place] === value || isSameCell(head, place, row);
      for (let next = 0; isSame && next < tail.length; next++) isSame = isSameCell(tail[next] as Beside, place, row);
      if (isSame) break;
    }
    if (place === long.rowCount) return null;
    at[row] = place++;
  }
  for (; place < long.rowCount; place++) others.push(place);
  const own = new Int32Array(short.rowCount);
  for (let row = 0; row < own.length; row++) own[row] = row;
  return isFewer ? { from: at, to: own, others } : { from: own, to: at, others };
}
