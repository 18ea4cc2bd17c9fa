// Conditions on rows as data: lines that compare a column with a value, joined by all or any. Shown by WhereForm.tsx, said
// by condition-words.ts, answered by rows-kept.ts.

import { z } from "zod";
import type { Json } from "../../../base/json.ts";
import { type CellRef, isCellRef } from "../../../base/refs.ts";
import { orRef } from "../../../contract/spec-fields.ts";
import { name, scalar } from "../fields.ts";

export const comparisons = [
  "=",
  "!=",
  "<",
  "<=",
  ">",
  ">=",
  "between",
  "in",
  "not-in",
  "contains",
  "starts-with",
  "ends-with",
  "missing",
  "not-missing",
] as const;
export type Comparison = (typeof comparisons)[number];

/** One line of a condition: `{column: "padj", is: "<", value: 0.05}`; `between` and `in` take a list; the value may come from a parameter. */
export type ColumnCondition = {
  readonly column: string;
  readonly is: Comparison;
  readonly value?: Json | CellRef;
};
export type Condition = ColumnCondition | { readonly all: readonly Condition[] } | { readonly any: readonly Condition[] };

const columnCondition = z.strictObject({
  column: name.meta({ title: "Column", description: "Column that is asked about" }),
  is: z.enum(comparisons).meta({ title: "Comparison", description: "How the column's value compares with `value`" }),
  value: orRef(z.union([z.string(), z.number(), z.boolean(), z.array(scalar)]) as z.ZodType<Json>)
    .exactOptional()
    .meta({
      title: "Value",
      description: "between: [low, high], ends included; in, not-in: a list; missing, not-missing: absent; or =parameter",
    }),
});
export const condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    columnCondition,
    z.strictObject({ all: z.array(condition).meta({ title: "All", description: "Conditions that must all hold" }) }),
    z.strictObject({ any: z.array(condition).meta({ title: "Any", description: "Conditions of which one must hold" }) }),
  ]),
);

/** Of each line that cannot be asked yet, what it lacks. An empty text is no value: whoever looks for it asks for missing ones, or writes a formula. */
export function lackingOf(condition: Condition): readonly ("column" | "value")[] {
  if (!("column" in condition)) return ("all" in condition ? condition.all : condition.any).flatMap(lackingOf);
  const { column, is, value } = condition;
  if (column === "") return ["column"];
  if (is === "missing" || is === "not-missing" || isCellRef(value)) return [];
  const values = (Array.isArray(value) ? value : [value]).filter((each) => each !== undefined && each !== "");
  return values.length < (is === "between" ? 2 : 1) ? ["value"] : [];
}
