// A computed column, at the end or in the place of the one of that name.

import type { Apply } from "../../contract/step.ts";
import { columnOf } from "../../artifacts/table.ts";
import { columnsRead } from "../../formula/expression.ts";
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
    // What is made of groups that were found in these rows is such groups: in words always, in numbers where nothing else is read.
    const read = [...columnsRead(expression)].map((name) => columnOf(table, name)?.semantic === "cluster");
    const isOfClusters = read.includes(true) && (made.type !== "float64" || !read.includes(false));
    const column = isOfClusters ? { ...made, semantic: "cluster" as const } : made;
    const place = table.columns.findIndex((column) => column.name === step.name);
    const columns = place < 0 ? [...table.columns, column] : table.columns.map((each, at) => (at === place ? column : each));
    return { type: "table", rowCount: table.rowCount, columns };
  },
};
