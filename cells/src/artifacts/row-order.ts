// Orders of rows by the values of a column, kept as long as what they are of: scrolling asks for the same one again and again.

import { naturalOrder } from "../base/natural-order.ts";
import type { Assay, Column, Table } from "./artifact.ts";
import { rowsOfColumn } from "./table.ts";
import type { WindowOptions } from "./table-window.ts";

export type Sort = NonNullable<WindowOptions["sort"]>;
const orders = new WeakMap<Table | Assay, Map<string, Int32Array>>();

export function remembered(of: Table | Assay, sort: Sort, make: () => Int32Array): Int32Array {
  const key = `${sort.descending ? "-" : "+"}${sort.column}`;
  let known = orders.get(of);
  if (!known) orders.set(of, (known = new Map()));
  let order = known.get(key);
  if (!order) {
    order = make();
    if (known.size > 8) known.clear();
    known.set(key, order);
  }
  return order;
}

/** Rows in order of a column's values: texts naturally (Day2 before Day10), missing cells and NaN last either way, ties as they stand. */
export function rowOrder(column: Column, descending: boolean): Int32Array {
  const rows = rowsOfColumn(column);
  if (column.type !== "text") return orderOfRanks(Float64Array.from(column.values), column.valid, descending);
  const words = [...column.dictionary.keys()].sort((a, b) =>
    naturalOrder(column.dictionary[a] as string, column.dictionary[b] as string),
  );
  const rankOf = new Float64Array(words.length);
  words.forEach((code, rank) => {
    const same = rank > 0 && column.dictionary[words[rank - 1] as number] === column.dictionary[code];
    rankOf[code] = same ? (rankOf[words[rank - 1] as number] as number) : rank;
  });
  const ranks = new Float64Array(rows);
  for (let row = 0; row < rows; row++) ranks[row] = rankOf[column.codes[row] as number] as number;
  return orderOfRanks(ranks, column.valid, descending);
}

export function orderOfRanks(ranks: Float64Array, valid: Uint8Array | null, descending: boolean): Int32Array {
  const isLast = (row: number): boolean => (valid !== null && valid[row] === 0) || Number.isNaN(ranks[row]);
  const present: number[] = [];
  const last: number[] = [];
  for (let row = 0; row < ranks.length; row++) (isLast(row) ? last : present).push(row);
  const order = Int32Array.from(present);
  const sign = descending ? -1 : 1;
  order.sort((a, b) => {
    const x = ranks[a] as number;
    const y = ranks[b] as number;
    return x < y ? -sign : x > y ? sign : a - b;
  });
  const all = new Int32Array(ranks.length);
  all.set(order);
  all.set(last, order.length);
  return all;
}
