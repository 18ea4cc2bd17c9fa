// The outcome that a model would tell: classes, where it has few different values, else a number.

import type { ColumnFacts, Levels, TableData } from "../../contract/quality-rule.ts";
import { allColumns } from "./table-data.ts";

export const outcomeOf = (data: TableData): ColumnFacts | null =>
  allColumns(data).find(({ column }) => column === data.columns.outcome) ?? null;

const mostClasses = 20;
/** Whole numbers of so few values are codes of classes. */
const mostCodes = 10;

/** Null: it is a number, or no outcome that has classes. */
export function classesOf({ column, levels, numbers }: ColumnFacts): Levels | null {
  const found = levels();
  if (!found) return null;
  const values = numbers();
  const areCodes =
    !values || (found.texts.length <= mostCodes && values.every((value) => Number.isNaN(value) || Number.isInteger(value)));
  return areCodes && found.texts.length <= mostClasses && column.semantic !== "survival-time" ? found : null;
}
