// The rows of a file without some of the features that they hold.

import { takeColumnRows } from "../../artifacts/table.ts";
import type { MatrixRows } from "./matrix-of-content.ts";

/** The same without some of its features, by their places. */
export function withoutFeatures(rows: MatrixRows, left: readonly number[], inColumns: boolean): MatrixRows {
  if (left.length === 0) return rows;
  const gone = new Set(left);
  const stay = (count: number): number[] => Array.from({ length: count }, (_, at) => at).filter((at) => !gone.has(at));
  const idPlaces = inColumns ? stay(rows.ids.length) : Array.from(rows.ids.keys());
  const namePlaces = inColumns ? Array.from(rows.names.keys()) : stay(rows.names.length);
  const width = rows.names.length;
  const data = new Float32Array(idPlaces.length * namePlaces.length);
  let to = 0;
  for (const id of idPlaces) for (const name of namePlaces) data[to++] = rows.data[id * width + name] as number;
  const isLarge = data.some((value) => Math.abs(value) > 16777216);
  return {
    ...rows,
    rounded: isLarge ? rows.rounded : 0,
    ids: idPlaces.map((at) => rows.ids[at] as string),
    names: namePlaces.map((at) => rows.names[at] as string),
    data,
    beside: inColumns ? rows.beside.map((column) => takeColumnRows(column, idPlaces)) : rows.beside,
    columnOf: (name) => rows.columnOf(namePlaces[name] as number),
    rowOf: (id) => rows.rowOf(idPlaces[id] as number),
  };
}
