// Which rows a filter keeps: a formula, or the conditions of a form made into the same expression tree, so that both
// follow one set of rules. Rows whose answer is missing are neither kept nor dropped by accident: only true counts.

import type { Column, Table, TextColumn } from "../../../artifacts/artifact.ts";
import { isMostlyNumbers, wordsInTheWay } from "../../../artifacts/texts-like-numbers.ts";
import type { Json } from "../../../base/json.ts";
import type { JsonPath } from "../../../base/json.ts";
import { evaluate } from "../../../formula/evaluate.ts";
import { call, column, literal, type Expression } from "../../../formula/expression.ts";
import { isCellRef } from "../../../base/refs.ts";
import { ranksOf, typeOfColumn } from "../../../formula/values.ts";
import type { StepScope } from "../../../contract/step.ts";
import { words } from "../../words.ts";
import { needColumn, readFormula, refuse, refuseText, sayUnread, settled } from "../step-scope.ts";
import type { ColumnCondition, Condition } from "./condition.ts";

interface Question {
  /** A formula, or conditions. */
  readonly where: string | Condition;
  readonly action: "keep" | "drop";
}

/** Rows that stay, ascending. */
export function rowsKept(step: Question, table: Table, scope: StepScope): Int32Array {
  const path = ["where"];
  const expression =
    typeof step.where === "string" ? readFormula(scope, table, step.where, path) : fromCondition(step.where, table, scope, path);
  const found = settled(scope, evaluate(expression, table), path, typeof step.where === "string" ? step.where : undefined);
  if (found.type !== "boolean") {
    return refuse(scope, words, "no-logical", { type: found.type, example: "padj < 0.05" }, path);
  }
  sayUnread(scope, expression, table);
  if (step.action === "keep" && asksForOthers(expression)) sayNeither(found.valid, scope);
  const kept: number[] = [];
  const wanted = step.action === "keep";
  for (let row = 0; row < table.rowCount; row++) {
    const holds = (found.valid === null || found.valid[row] === 1) && found.values[row] === 1;
    if (holds === wanted) kept.push(row);
  }
  return Int32Array.from(kept);
}

/** "Not a": who asks so mostly means rows of which it is not known, too. Of "a", and of "above 5", nobody does. */
function asksForOthers(expression: Expression): boolean {
  if (expression.type !== "call") return false;
  if (expression.name === "!=") return true;
  const [first] = expression.args;
  if (expression.name === "not") return !(first?.type === "call" && first.name === "is_missing");
  return expression.args.some(asksForOthers);
}

function sayNeither(valid: Uint8Array | null, scope: StepScope): void {
  const n = valid?.reduce((sum, is) => sum + (is === 0 ? 1 : 0), 0) ?? 0;
  if (n > 0) scope.say(words.sentence("neither", { step: scope.index + 1, n }));
}

/** In the order of values of a column: numbers by size, texts by code point. */
const isAbove = (low: number | string | boolean | null, high: number | string | boolean | null): boolean =>
  typeof low === "number" && typeof high === "number"
    ? low > high
    : typeof low === "string" &&
      typeof high === "string" &&
      (ranksOf([low, high])[0] as number) > (ranksOf([low, high])[1] as number);

function fromCondition(condition: Condition, table: Table, scope: StepScope, path: JsonPath): Expression {
  if ("column" in condition) return fromColumn(condition, table, scope, path);
  const name = "all" in condition ? "all" : "any";
  const items = "all" in condition ? condition.all : condition.any;
  const parts = items.map((item, index) => fromCondition(item, table, scope, [...path, name, index]));
  const [first, ...rest] = parts;
  // No line yet: nothing is asked, so every row holds.
  if (!first) return literal(true);
  return rest.reduce((left, right) => call(name === "all" ? "and" : "or", [left, right]), first);
}

/** Values that are asked for and stand in no row are mostly written otherwise there. How many, not which: values are not told. */
function sayAbsent(scope: StepScope, { name, codes, dictionary, valid }: TextColumn, asked: readonly Json[]): void {
  const there = new Set<string>();
  codes.forEach((code, row) => {
    if (valid === null || valid[row] === 1) there.add(dictionary[code] as string);
  });
  const n = asked.filter((value) => typeof value === "string" && !there.has(value)).length;
  if (n > 0) scope.say(words.sentence("value-absent", { step: scope.index + 1, n, of: asked.length, column: name }));
}

const isNearlyNumbers = (column: Column): boolean => column.type === "text" && isMostlyNumbers(column.dictionary, column.codes);

function fromColumn(condition: ColumnCondition, table: Table, scope: StepScope, path: JsonPath): Expression {
  const subject = needColumn(scope, table, condition.column, [...path, "column"]);
  const type = typeOfColumn(subject);
  const left = column(condition.column);
  const { is } = condition;
  if (is === "missing") return call("is_missing", [left]);
  if (is === "not-missing") return call("not", [call("is_missing", [left])]);
  const value = condition.value === undefined ? null : scope.valueOf(condition.value);
  if (value === null || (Array.isArray(value) && value.length === 0)) {
    return refuse(scope, words, "value-missing", { column: condition.column }, [...path, "value"]);
  }
  const one = (item: Json): Expression => {
    if (typeof item === type) return literal(item as number | string | boolean);
    // What a form or a text parameter gives for a number.
    if (type === "number" && typeof item === "string" && item.trim() !== "" && Number.isFinite(Number(item)))
      return literal(Number(item));
    if (type === "text" && typeof item === "string") return literal(item);
    if (subject.type === "text" && typeof item === "number" && wordsInTheWay(subject.name, subject.dictionary))
      return refuseText(scope, subject, is, [...path, "column"]);
    // 007 and 1e3 are numbers before they come here: which text was meant is not to be guessed.
    if (type === "text" && typeof item === "number")
      return refuse(
        scope,
        words,
        "value-number",
        { column: condition.column, value: item, textColumn: true, mostlyNumbers: isNearlyNumbers(subject) },
        [...path, "value"],
      );
    return refuse(scope, words, "value-type", { column: condition.column, type, value: item }, [...path, "value"]);
  };
  const items: readonly Json[] = Array.isArray(value) ? (value as readonly Json[]) : [value];
  if (subject.type === "text" && ["=", "!=", "in", "not-in"].includes(is)) sayAbsent(scope, subject, items);
  switch (is) {
    case "in":
      return call("in", [left, ...items.map(one)]);
    case "not-in":
      return call("not", [call("in", [left, ...items.map(one)])]);
    case "between": {
      const [low, high] = items;
      if (low === undefined || high === undefined)
        return refuse(scope, words, "value-missing", { column: condition.column }, [...path, "value"]);
      const [from, to] = [one(low), one(high)];
      if (from.type === "literal" && to.type === "literal" && isAbove(from.value, to.value)) {
        const fix = isCellRef(condition.value)
          ? {}
          : { fix: { path: ["steps", scope.index, ...path, "value"], value: [high, low] } };
        return refuse(scope, words, "between-reversed", { column: condition.column, low, high }, [...path, "value"], fix);
      }
      return call("and", [call(">=", [left, from]), call("<=", [left, to])]);
    }
    case "contains":
    case "starts-with":
    case "ends-with": {
      const part = literal(String(items[0]));
      return call(is.replace("-", "_"), [type === "text" ? left : call("text", [left]), part]);
    }
    default:
      return call(is, [left, one(items[0] as Json)]);
  }
}
