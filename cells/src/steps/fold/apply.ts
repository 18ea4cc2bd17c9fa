// Row by row, its columns one after the other. Numbers stay numbers; columns of several types become text.

import { bytesBy } from "../../base/filled-arrays.ts";
import type { Column } from "../../artifacts/artifact.ts";
import { cellString, isMissing, takeRows } from "../../artifacts/table.ts";
import type { Apply } from "../../contract/step.ts";
import { columnOfValues, textValues } from "../../formula/values.ts";
import { needColumn, refuse, tableWith } from "../parts/step-scope.ts";
import { words as shared } from "../words.ts";
import type { fold } from "./step.ts";

export const apply: Apply<typeof fold> = {
  table(step, table, scope) {
    if (step.columns.length === 0) return refuse(scope, shared, "nothing-chosen", { field: "columns" }, ["columns"]);
    const folded = [...new Set(step.columns.map((name, at) => needColumn(scope, table, name, ["columns", at])))];
    const width = folded.length;
    const size = table.rowCount * width;
    if (size > 50_000_000) return refuse(scope, shared, "join-large", { limit: 50_000_000 }, ["columns"]);
    const rowOf = new Int32Array(size);
    const placeOf = new Int32Array(size);
    for (let row = 0, at = 0; row < table.rowCount; row++) {
      for (let place = 0; place < width; place++, at++) {
        rowOf[at] = row;
        placeOf[at] = place;
      }
    }
    const kept = takeRows(
      { type: "table", rowCount: table.rowCount, columns: table.columns.filter((column) => !folded.includes(column)) },
      rowOf,
    );
    const nameColumn: Column = {
      name: step.name,
      type: "text",
      semantic: "category",
      valid: null,
      codes: placeOf,
      dictionary: folded.map((column) => column.name),
    };
    return tableWith(scope, [...kept.columns, nameColumn, foldedValues(step.value, folded, size)], size, ["name"]);
  },
};

function foldedValues(name: string, folded: readonly Column[], size: number): Column {
  const width = folded.length;
  const columnAt = (at: number): Column => folded[at % width] as Column;
  const rowAt = (at: number): number => Math.floor(at / width);
  const valid = folded.some((column) => column.valid)
    ? bytesBy(size, (at) => (isMissing(columnAt(at), rowAt(at)) ? 0 : 1))
    : null;
  const types = new Set(folded.map((column) => column.type));
  const [first] = folded;
  const unit = first?.unit !== undefined && folded.every((column) => column.unit === first.unit) ? { unit: first.unit } : {};
  const filled = <T extends Float64Array | Int32Array | Uint8Array>(into: T): T => {
    for (const [place, column] of folded.entries()) {
      if (column.type === "text") continue;
      for (let row = 0, at = place; at < size; row++, at += width) into[at] = column.values[row] as number;
    }
    return into;
  };
  if (types.size === 1 && types.has("boolean")) {
    return columnOfValues(name, { type: "boolean", values: filled(new Uint8Array(size)), valid });
  }
  if (types.size === 1 && types.has("int32")) {
    return {
      ...columnOfValues(name, { type: "number", values: filled(new Int32Array(size)), valid }),
      ...unit,
    };
  }
  if (!types.has("text") && !types.has("boolean")) {
    return {
      ...columnOfValues(name, { type: "number", values: filled(new Float64Array(size)), valid }),
      ...unit,
    };
  }
  return columnOfValues(
    name,
    textValues(size, valid, (at) => cellString(columnAt(at), rowAt(at))),
  );
}
