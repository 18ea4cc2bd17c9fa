// A column as numbers in whose order its values stand: numbers and yes/no by size, texts as order-of-texts.ts says.

import type { Column } from "../../artifacts/artifact.ts";
import { isMissing } from "../../artifacts/table.ts";
import { orderOfTexts } from "./order-of-texts.ts";

export interface OrderedValues {
  /** 0 where `level` is above 0. */
  readonly values: Float64Array;
  /** 0 a value, 1 NaN, 2 missing. */
  readonly level: Uint8Array;
}

export function orderedValues(column: Column, rows: number): OrderedValues {
  const ranks = column.type === "text" ? orderOfTexts(column) : null;
  const source = column.type === "text" ? column.codes : column.values;
  const values = new Float64Array(rows);
  const level = new Uint8Array(rows);
  for (let row = 0; row < rows; row++) {
    if (isMissing(column, row)) {
      level[row] = 2;
      continue;
    }
    const value = ranks ? (ranks[source[row] as number] as number) : (source[row] as number);
    if (Number.isNaN(value)) level[row] = 1;
    else values[row] = value;
  }
  return { values, level };
}
