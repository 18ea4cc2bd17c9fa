// A column of texts that is compared with a number, and whose values are numbers mostly, is made one of numbers by a step before:
// the one click that mends it.

import type { Failure } from "../../base/failure.ts";
import type { Json } from "../../base/json.ts";
import { formulaColumn } from "../../formula/quote-columns.ts";

export function withNumbersBefore(failure: Failure, steps: readonly { readonly id: string }[]): Failure {
  const { column, mostlyNumbers } = failure.params;
  const index = failure.at?.[1];
  const step = typeof index === "number" ? steps[index] : undefined;
  if (failure.fix || mostlyNumbers !== true || typeof column !== "string" || !step || typeof index !== "number") return failure;
  const number = { id: `${step.id || index}-numbers`, verb: "derive", name: column, formula: `number(${formulaColumn(column)})` };
  return { ...failure, fix: { path: ["steps"], value: [...steps].toSpliced(index, 0, number) as readonly Json[] } };
}
