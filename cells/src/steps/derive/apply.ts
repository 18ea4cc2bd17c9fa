// A computed column, at the end or in the place of the one of that name.

import type { Table } from "../../artifacts/artifact.ts";
import type { JsonPath } from "../../base/json.ts";
import { err } from "../../base/result.ts";
import type { Apply } from "../../contract/step.ts";
import { evaluate } from "../../formula/evaluate.ts";
import { parseFormula } from "../../formula/parse-formula.ts";
import { quoteColumns } from "../../formula/quote-columns.ts";
import { columnOfValues } from "../../formula/values.ts";
import { refuse, sayUnread, settled } from "../parts/step-scope.ts";
import { words as shared } from "../words.ts";
import type { derive } from "./step.ts";

/** Of a formula that cannot be read because names with blanks stand in it bare, the one that was meant is the fix. */
function readFormula(text: string, table: Table, path: JsonPath): ReturnType<typeof parseFormula> {
  const read = parseFormula(text);
  if (read.ok) return read;
  const quoted = quoteColumns(
    text,
    table.columns.map(({ name }) => name),
  );
  return quoted !== text && parseFormula(quoted).ok ? err({ ...read.error, fix: { path, value: quoted } }) : read;
}

export const apply: Apply<typeof derive> = {
  table(step, table, scope) {
    if (step.name.trim() === "") return refuse(scope, shared, "nothing-chosen", { field: "name" }, ["name"], { asks: true });
    const expression = settled(scope, readFormula(step.formula, table, ["steps", scope.index, "formula"]), ["formula"]);
    const made = columnOfValues(step.name, settled(scope, evaluate(expression, table), ["formula"]));
    sayUnread(scope, expression, table);
    const place = table.columns.findIndex((column) => column.name === step.name);
    const columns = place < 0 ? [...table.columns, made] : table.columns.map((column, at) => (at === place ? made : column));
    return { type: "table", rowCount: table.rowCount, columns };
  },
};
