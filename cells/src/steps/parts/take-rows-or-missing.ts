// Rows of a column where some have no row to come from (a join without a partner, a group without a value).

import { bytesBy } from "../../base/filled-arrays.ts";
import type { Column } from "../../artifacts/artifact.ts";
import { moreOf, takeColumnRows } from "../../artifacts/table.ts";
import { columnOfValues } from "../../formula/values.ts";

/** Rows of a column in the given order; -1 is a missing row. */
export function takeRowsOrMissing(column: Column, rows: Int32Array): Column {
  if (!rows.includes(-1)) return takeColumnRows(column, rows);
  const length = column.type === "text" ? column.codes.length : column.values.length;
  const valid = bytesBy(rows.length, (at) => {
    const row = rows[at] as number;
    return row === -1 || column.valid?.[row] === 0 ? 0 : 1;
  });
  const more = moreOf(column);
  if (length === 0) {
    // Nothing to take from: all rows are missing.
    const empty = new Int32Array(rows.length);
    const values =
      column.type === "text"
        ? ({ type: "text", codes: empty, dictionary: [""], valid } as const)
        : column.type === "boolean"
          ? ({ type: "boolean", values: new Uint8Array(rows.length), valid } as const)
          : ({ type: "number", values: column.type === "int32" ? empty : new Float64Array(rows.length), valid } as const);
    return { ...columnOfValues(column.name, values), ...more };
  }
  const taken = takeColumnRows(
    { ...column, valid: null },
    rows.map((row) => Math.max(0, row)),
  );
  const values =
    taken.type === "text"
      ? ({ type: "text", codes: taken.codes, dictionary: taken.dictionary, valid } as const)
      : taken.type === "boolean"
        ? ({ type: "boolean", values: taken.values, valid } as const)
        : ({ type: "number", values: taken.values, valid } as const);
  return { ...columnOfValues(column.name, values), ...more };
}
