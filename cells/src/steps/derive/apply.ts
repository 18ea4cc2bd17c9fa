// A computed column, at the end or in the place of the one of that name.

import type { Apply } from "../../contract/step.ts";
import { evaluate } from "../../formula/evaluate.ts";
import { columnOfValues } from "../../formula/values.ts";
import { readFormula, refuse, sayUnread, settled } from "../parts/step-scope.ts";
import { words as shared } from "../words.ts";
import type { derive } from "./step.ts";

export const apply: Apply<typeof derive> = {
  table(step, table, scope) {
    if (step.name.trim() === "") return refuse(scope, shared, "nothing-chosen", { field: "name" }, ["name"], { asks: true });
    const expression = readFormula(scope, table, step.formula, ["formula"]);
    const made = columnOfValues(step.name, settled(scope, evaluate(expression, table), ["formula"], step.formula));
    sayUnread(scope, expression, table);
    const place = table.columns.findIndex((column) => column.name === step.name);
    const columns = place < 0 ? [...table.columns, made] : table.columns.map((column, at) => (at === place ? made : column));
    return { type: "table", rowCount: table.rowCount, columns };
  },
};
