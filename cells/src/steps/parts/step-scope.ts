// How a step asks for what it needs and refuses: each refusal says which step and which field it is, and what is near.

import type { Column, Table, TextColumn } from "../../artifacts/artifact.ts";
import { columnOf, holdsNothing } from "../../artifacts/table.ts";
import { wordsInTheWay } from "../../artifacts/texts-like-numbers.ts";
import { failure, FailureError, type Failure } from "../../base/failure.ts";
import type { Json, JsonObject, JsonPath } from "../../base/json.ts";
import { nearestNames } from "../../base/nearest-name.ts";
import type { CellRef } from "../../base/refs.ts";
import { err, type Result } from "../../base/result.ts";
import type { StepScope } from "../../contract/step.ts";
import type { Expression } from "../../formula/expression.ts";
import { parseFormula } from "../../formula/parse-formula.ts";
import { formulaColumn, formulaMeant } from "../../formula/quote-columns.ts";
import { unreadNumbers } from "../../formula/unread-numbers.ts";
import type { Words } from "../../messages/define-words.ts";
import { words } from "../words.ts";

/** Ends the step with a failure of these words that says which step and field it is; caught where the chain is run. */
export function refuse<Key extends string>(
  scope: StepScope,
  said: Words<string, Key>,
  reason: NoInfer<Key>,
  params: JsonObject = {},
  path: JsonPath = [],
  more: Omit<Failure, "reason" | "params" | "at"> = {},
): never {
  throw new FailureError(
    said.failure(reason, { step: scope.index + 1, ...params }, { at: ["steps", scope.index, ...path], ...more }),
  );
}

/** The value, or the failure of a formula with the step and the field where it stands; with its `text` what is near is the fix. */
export function settled<T>(scope: StepScope, result: Result<T, Failure>, path: JsonPath, text?: string): T {
  if (result.ok) return result.value;
  const { reason, params, at: _elsewhere, ...more } = result.error;
  const at = ["steps", scope.index, ...path];
  const meant = text === undefined ? null : withNear(text, result.error);
  const fix = meant === null ? {} : { fix: { path: at, value: meant } };
  throw new FailureError(failure(reason, { step: scope.index + 1, ...params }, { ...fix, ...more, at }));
}

/** The formula with the nearest name in the place of one that is not there. */
function withNear(text: string, { params, span }: Failure): string | null {
  const near = Array.isArray(params.near) ? params.near[0] : undefined;
  if (typeof near !== "string" || !span) return null;
  return text.slice(0, span.start) + (typeof params.column === "string" ? formulaColumn(near) : near) + text.slice(span.end);
}

/** The tree of a formula. Of one that cannot be read because names stand in it bare, the one that was meant is the fix. */
export function readFormula(scope: StepScope, table: Table, text: string, path: JsonPath): Expression {
  const read = parseFormula(text);
  if (read.ok) return read.value;
  const meant = formulaMeant(
    text,
    table.columns.map(({ name }) => name),
  );
  const fix = meant === text ? {} : { fix: { path: ["steps", scope.index, ...path], value: meant } };
  return settled(scope, err({ ...read.error, ...fix }), path);
}

/** Texts that number() could not read are told. */
export function sayUnread(scope: StepScope, expression: Expression, table: Table): void {
  const n = unreadNumbers(expression, table);
  if (n > 0) scope.say(words.sentence("number-unread", { step: scope.index + 1, n }));
}

/** The column of that name; its absence names what is near, and offers it as the fix. */
export function needColumn(scope: StepScope, table: Table, name: string, path: JsonPath): Column {
  const found = columnOf(table, name);
  if (found) return found;
  if (name === "") return refuse(scope, words, "nothing-chosen", { field: String(path.at(-1) ?? "") }, path, { asks: true });
  const available = table.columns.map((column) => column.name);
  const near = nearestNames(name, available);
  if (near.length === 0) return refuse(scope, words, "column-missing", { column: name, available: available.slice(0, 12) }, path);
  const fix = { path: ["steps", scope.index, ...path], value: near[0] as string };
  return refuse(scope, words, "column-near", { column: name, near }, path, { fix });
}

/** Ends the step: the column holds text, or nothing, and is needed as numbers. `take`: for what. */
export function refuseText(scope: StepScope, column: TextColumn, take: Json, path: JsonPath): never {
  const { name, dictionary } = column;
  if (holdsNothing(column)) return refuse(scope, words, "column-empty", { column: name, take }, path);
  const odd = wordsInTheWay(name, dictionary);
  return odd
    ? refuse(scope, words, "column-but-words", { ...odd, take }, path)
    : refuse(scope, words, "column-not-number", { column: name, take }, path);
}

/** A number that stands in the spec or comes from a parameter. */
export function needNumber(scope: StepScope, field: Json | CellRef, path: JsonPath, least = Number.NEGATIVE_INFINITY): number {
  const value = scope.valueOf(field);
  const name = String(path.at(-1) ?? "");
  if (typeof value !== "number" || Number.isNaN(value))
    return refuse(scope, words, "number-needed", { field: name, value }, path);
  if (value < least) return refuse(scope, words, "number-range", { field: name, value, min: least }, path);
  return value;
}

/** A number of rows or features: a whole one. */
export function needCount(scope: StepScope, field: Json | CellRef, path: JsonPath, least: number): number {
  const value = needNumber(scope, field, path, least);
  if (!Number.isInteger(value)) {
    const fix = typeof field === "number" ? { fix: { path: ["steps", scope.index, ...path], value: Math.round(value) } } : {};
    return refuse(scope, words, "number-whole", { field: String(path.at(-1) ?? ""), value }, path, fix);
  }
  return value;
}

/** A table of these columns; two of one name are refused. */
export function tableWith(scope: StepScope, columns: readonly Column[], rowCount: number, path: JsonPath = []): Table {
  const seen = new Set<string>();
  for (const { name } of columns) {
    if (seen.has(name)) return refuse(scope, words, "column-taken", { column: name }, path);
    seen.add(name);
  }
  return { type: "table", rowCount, columns };
}

export const isNumeric = (column: Column): boolean => column.type === "float64" || column.type === "int32";
