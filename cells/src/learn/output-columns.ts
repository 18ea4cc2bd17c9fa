// Small columns for what models answer: names, classes, probabilities; and rows taken out of a column.

import type { Column, Semantic } from "../artifacts/artifact.ts";

/** A text column without missing values; equal texts share a dictionary entry. */
export function textOf(name: string, values: readonly string[], semantic?: Semantic): Column {
  const dictionary: string[] = [];
  const at = new Map<string, number>();
  const codes = Int32Array.from(values, (value) => {
    let code = at.get(value);
    if (code === undefined) {
      code = dictionary.length;
      at.set(value, code);
      dictionary.push(value);
    }
    return code;
  });
  return { name, type: "text", ...(semantic ? { semantic } : {}), valid: null, codes, dictionary };
}

export const numberOf = (name: string, values: Float64Array, semantic: Semantic = "number"): Column => ({
  name,
  type: "float64",
  semantic,
  valid: null,
  values,
});

/** The rows of a column in the given order. */
export function takeColumn(column: Column, rows: Int32Array): Column {
  const valid = column.valid ? Uint8Array.from(rows, (row) => (column.valid as Uint8Array)[row] as number) : null;
  switch (column.type) {
    case "text":
      return { ...column, valid, codes: Int32Array.from(rows, (row) => column.codes[row] as number) };
    case "float64":
      return { ...column, valid, values: Float64Array.from(rows, (row) => column.values[row] as number) };
    case "int32":
      return { ...column, valid, values: Int32Array.from(rows, (row) => column.values[row] as number) };
    case "boolean":
      return { ...column, valid, values: Uint8Array.from(rows, (row) => column.values[row] as number) };
  }
}
