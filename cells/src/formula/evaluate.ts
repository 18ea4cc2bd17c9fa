// Computes an expression over the columns of a table: one loop of typed arrays per call, no code made from text. Types
// are checked first, so that a failure names the place in the formula and no row is ever looked at.
//
// arquero is not used for this: over a million rows these loops filter and derive in 50 to 60 ms (docs/decisions, "one
// engine for transforms"), need no code generation, and keep one set of rules for missing values.

import type { Table } from "../artifacts/artifact.ts";
import { columnOf } from "../artifacts/table.ts";
import { isLimit, wordsInTheWay } from "../artifacts/texts-like-numbers.ts";
import type { Failure } from "../base/failure.ts";
import { nearestNames } from "../base/nearest-name.ts";
import { err, ok, type Result } from "../base/result.ts";
import type { Expression } from "./expression.ts";
import { formulaFunction, functionNames } from "./functions.ts";
import type { FormulaFunction } from "./formula-function.ts";
import { formulaColumn } from "./quote-columns.ts";
import {
  constantValues,
  missingValues,
  typeOfColumn,
  valuesOfColumn,
  withoutNaN,
  type Values,
  type ValueType,
} from "./values.ts";
import { words as transformWords } from "../steps/words.ts";

type Typed = ValueType | "missing";

/** Answers that may wait for each other (SPEC, L-2): those of a + b + c are two. Each is a call of ours inside another. */
const mostLevels = 1000;

/** Without a call inside a call: the tree may be deeper than the stack. */
function depthOf(expression: Expression): number {
  let depth = 0;
  for (let level: readonly Expression[] = [expression]; level.length > 0; depth++)
    level = level.flatMap((each) => (each.type === "call" ? each.args : []));
  return depth - 1;
}

/** Values of the expression, one a row; or what is wrong with it and where. */
export function evaluate(expression: Expression, table: Table): Result<Values, Failure> {
  if (depthOf(expression) > mostLevels) return err(transformWords.failure("formula-long", { most: mostLevels }));
  const checked = typeOf(expression, table);
  if (!checked.ok) return checked;
  return ok(compute(expression, table, checked.value === "missing" ? "number" : checked.value));
}

/** The type of its answer; "missing" when it is nothing but a missing value. */
export function typeOf(expression: Expression, table: Table): Result<Typed, Failure> {
  const at = expression.span ? { span: { start: expression.span.start, end: expression.span.end } } : {};
  if (expression.type === "literal") {
    if (expression.value === null) return ok("missing");
    return ok(typeof expression.value === "number" ? "number" : typeof expression.value === "boolean" ? "boolean" : "text");
  }
  if (expression.type === "column") {
    const found = columnOf(table, expression.name);
    if (found) return ok(typeOfColumn(found));
    const available = table.columns.map((column) => column.name);
    const near = nearestNames(expression.name, available);
    return err(
      near.length > 0
        ? transformWords.failure("column-near", { column: expression.name, near }, at)
        : transformWords.failure("column-missing", { column: expression.name, available: available.slice(0, 12) }, at),
    );
  }
  const found = formulaFunction(expression.name);
  const nameAt = expression.nameSpan ? { span: { start: expression.nameSpan.start, end: expression.nameSpan.end } } : at;
  if (!found) {
    const near = nearestNames(expression.name, functionNames);
    return err(
      near.length > 0
        ? transformWords.failure("formula-function-near", { name: expression.name, near }, nameAt)
        : transformWords.failure("formula-function", { name: expression.name, available: functionNames }, nameAt),
    );
  }
  return checkCall(expression, found, table, nameAt);
}

function checkCall(
  expression: Extract<Expression, { type: "call" }>,
  found: FormulaFunction,
  table: Table,
  nameAt: Pick<Failure, "span">,
): Result<Typed, Failure> {
  const { args, name } = expression;
  const least = found.least ?? found.takes.length;
  const most = found.most ?? found.takes.length;
  if (args.length < least || args.length > most) {
    return err(
      transformWords.failure(
        "formula-arguments",
        { name, takes: least === most ? String(least) : `${least}–${most}`, got: args.length },
        nameAt,
      ),
    );
  }
  const bare = args.find((argument) => argument.type === "literal" && argument.value === null);
  if (bare && comparisons.has(name)) {
    const other = args.find((argument) => argument.type === "column");
    const example = other?.type === "column" ? formulaColumn(other.name) : "x";
    return err(transformWords.failure("formula-missing-compared", { name, example: `is_missing(${example})` }, nameAt));
  }
  let same: Typed = "missing";
  for (const [index, argument] of args.entries()) {
    const wanted = found.takes[Math.min(index, found.takes.length - 1)] as FormulaFunction["takes"][number];
    const got = typeOf(argument, table);
    if (!got.ok) return got;
    const needs = wanted === "same" ? same : wanted;
    if (needs !== "any" && needs !== "missing" && got.value !== "missing" && got.value !== needs) {
      const odd =
        wanted === "text"
          ? null
          : textMeantAsNumbers([needs, got.value], args.slice(wanted === "same" ? 0 : index, index + 1), table);
      if (odd)
        return err(transformWords.failure("formula-but-words", { ...odd.words, name, example: odd.example }, odd.at ?? nameAt));
      const text =
        wanted === "text"
          ? null
          : textAmongNumbers([needs, got.value], args.slice(wanted === "same" ? 0 : index, index + 1), table);
      if (text) return err(transformWords.failure("formula-text-column", { ...text.said, name }, text.at ?? nameAt));
      const at = argument.span ? { span: { start: argument.span.start, end: argument.span.end } } : nameAt;
      return err(transformWords.failure("formula-type", { name, needs: shownType(needs), got: shownType(got.value) }, at));
    }
    if (wanted === "same" && same === "missing") same = got.value;
  }
  return ok(found.answers === "same" ? same : found.answers);
}

/** Of arguments one of which should be a number and one is a text: the column that a few words alone make text. */
function textMeantAsNumbers(types: readonly Typed[], args: readonly Expression[], table: Table) {
  if (!types.includes("number") || !types.includes("text")) return null;
  for (const argument of args) {
    const found = argument.type === "column" ? columnOf(table, argument.name) : undefined;
    const words = found?.type === "text" ? wordsInTheWay(found.name, found.dictionary) : null;
    if (!words) continue;
    const { span } = argument;
    const at = span ? { span: { start: span.start, end: span.end } } : null;
    return { words, at, example: `number(${formulaColumn(words.column)})` };
  }
  return null;
}

/** Of arguments one of which should be a number and one is a text: the column that is text, and the cells that make it so. */
function textAmongNumbers(types: readonly Typed[], args: readonly Expression[], table: Table) {
  if (!types.includes("number") || !types.includes("text")) return null;
  for (const argument of args) {
    const found = argument.type === "column" ? columnOf(table, argument.name) : undefined;
    if (found?.type !== "text") continue;
    const odd = new Map<string, number>();
    found.codes.forEach((code, row) => {
      const cell = found.valid?.[row] === 0 ? "" : (found.dictionary[code] ?? "");
      if (cell !== "" && !Number.isFinite(Number(cell))) odd.set(cell, (odd.get(cell) ?? 0) + 1);
    });
    if (odd.size === 0) return null;
    const cells = [...odd.keys()];
    const name = formulaColumn(found.name);
    const areLimits = cells.every((cell) => /^\s*</u.test(cell) && isLimit(cell));
    const { span } = argument;
    return {
      said: {
        column: found.name,
        values: cells.slice(0, 3).map((cell) => cell.slice(0, 40)),
        more: cells.length > 3 ? ", …" : "",
        rows: [...odd.values()].reduce((sum, n) => sum + n, 0),
        // A limit is taken for its number; other words become missing.
        example: areLimits ? `number(replace(${name}, "<", ""))` : `number(${name})`,
      },
      at: span ? { span: { start: span.start, end: span.end } } : null,
    };
  }
  return null;
}

/** With a missing value their answer is missing in every row: nobody means that. */
const comparisons: ReadonlySet<string> = new Set(["=", "!=", "<", "<=", ">", ">=", "in"]);

/** Types are words of the catalogue; the sentence shows them as they are written in formulas. */
const shownType = (type: Typed): string => (type === "boolean" ? "true / false" : type);

/** `wanted`: what a bare missing value stands for here. */
function compute(expression: Expression, table: Table, wanted: ValueType): Values {
  if (expression.type === "literal") {
    return expression.value === null ? missingValues(wanted, table.rowCount) : constantValues(expression.value, table.rowCount);
  }
  if (expression.type === "column") {
    const found = columnOf(table, expression.name);
    return found ? withoutNaN(valuesOfColumn(found)) : missingValues(wanted, table.rowCount);
  }
  const found = formulaFunction(expression.name) as FormulaFunction;
  const kinds = expression.args.map((argument) => {
    const type = typeOf(argument, table);
    return type.ok ? type.value : "missing";
  });
  const takes = expression.args.map((_, index) => found.takes[Math.min(index, found.takes.length - 1)]);
  const same = kinds.find((kind, index) => takes[index] === "same" && kind !== "missing") ?? wanted;
  const args = expression.args.map((argument, index) => {
    const taken = takes[index];
    return compute(argument, table, taken === "same" ? (same as ValueType) : taken === "any" || !taken ? "text" : taken);
  });
  return withoutNaN(found.compute(args, table.rowCount));
}
