// Rows of a column where some have no row to come from (a join without a partner, a group without a value).

import { bytesBy, doublesBy, wholesBy } from "../base/filled-arrays.ts";
import type { Column } from "./artifact.ts";
import { moreOf, takeColumnRows } from "./table.ts";

/** Rows of a column in the given order; -1 is a missing row. */
export function takeRowsOrMissing(column: Column, rows: Int32Array): Column {
  if (!rows.includes(-1)) return takeColumnRows(column, rows);
  const n = rows.length;
  const { name } = column;
  const valid = bytesBy(n, (at) => Number(isThere(column, rows[at] as number)));
  const of = (values: ArrayLike<number>, missing: number) => (at: number) =>
    valid[at] === 0 ? missing : (values[rows[at] as number] as number);
  switch (column.type) {
    case "text": {
      const empty = column.dictionary.indexOf("");
      const dictionary = empty >= 0 ? column.dictionary : [...column.dictionary, ""];
      const codes = wholesBy(n, of(column.codes, empty >= 0 ? empty : column.dictionary.length));
      return { name, type: "text", ...moreOf(column), valid, codes, dictionary };
    }
    case "boolean":
      return { name, type: "boolean", ...moreOf(column), valid, values: bytesBy(n, of(column.values, 0)) };
    case "int32":
      return { name, type: "int32", ...moreOf(column), valid, values: wholesBy(n, of(column.values, 0)) };
    case "float64":
      return { name, type: "float64", ...moreOf(column), valid, values: doublesBy(n, of(column.values, 0)) };
  }
}

/** What is no number is missing. */
const isThere = (column: Column, row: number): boolean =>
  row >= 0 && column.valid?.[row] !== 0 && !(column.type === "float64" && Number.isNaN(column.values[row]));
