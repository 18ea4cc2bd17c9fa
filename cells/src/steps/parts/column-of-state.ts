// A column of another cell as a state keeps it: plain JSON, with what is said of it.

import { z } from "zod";
import type { Column } from "../../artifacts/artifact.ts";
import { categories, semanticNames } from "../../artifacts/semantics.ts";
import { booleanColumn, cellJson, integerColumn, moreOf, textColumn } from "../../artifacts/table.ts";
import type { Json } from "../../base/json.ts";

/** What is said of a column beside its values. */
export const moreOfState = z.strictObject({
  semantic: z.enum(semanticNames).exactOptional(),
  category: z.enum(categories).exactOptional(),
  closed: z.boolean().exactOptional(),
  unit: z.string().exactOptional(),
  build: z.string().exactOptional(),
  origin: z.union([z.literal(0), z.literal(1)]).exactOptional(),
});

/** Numbers that JSON has no word for stand as texts. */
export const columnOfState = z.strictObject({
  name: z.string(),
  type: z.enum(["text", "float64", "int32", "boolean"]),
  values: z.array(z.union([z.string(), z.number(), z.boolean(), z.null()])),
  more: moreOfState,
});
type Kept = z.output<typeof columnOfState>;

/** Those rows of the column. */
export function keptColumn(column: Column, rows: readonly number[]): Kept {
  const plain = (value: Json): Kept["values"][number] => {
    if (typeof value === "number") {
      if (Object.is(value, -0)) return "-0";
      return Number.isFinite(value) ? value : String(value);
    }
    return typeof value === "string" || typeof value === "boolean" ? value : null;
  };
  // NaN is a number that is there.
  const valueAt = (row: number): Kept["values"][number] =>
    column.type === "float64" && (!column.valid || column.valid[row] === 1)
      ? plain(column.values[row] as number)
      : plain(cellJson(column, row));
  return { name: column.name, type: column.type, values: rows.map(valueAt), more: { ...moreOf(column) } };
}

export function columnFrom({ name, type, values, more }: Kept): Column {
  switch (type) {
    case "text":
      return textColumn(
        name,
        values.map((value) => (value === null ? null : String(value))),
        more,
      );
    case "float64":
      return {
        name,
        type,
        ...more,
        valid: Uint8Array.from(values, (value) => (value === null ? 0 : 1)),
        values: Float64Array.from(values, (value) => (value === null ? 0 : Number(value))),
      };
    case "int32":
      return integerColumn(
        name,
        values.map((value) => (value === null ? null : Number(value))),
        more,
      );
    case "boolean":
      return booleanColumn(
        name,
        values.map((value) => (value === null ? null : value === true)),
        more,
      );
  }
}
