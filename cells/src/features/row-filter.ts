// Which rows of a table hold what was asked: conditions on columns, all of which have to hold, typed by the column. Said as the step
// `filter` says them ({column, is, value}), for programs that read the rows of a feature view.
//
// A missing value holds no comparison, `!=` and `not-in` among them: it is asked for by `missing`. Order is that of numbers and of
// times; texts that are no times have none here, since which of two names is the greater means nothing.

import { z } from "zod";
import type { Column, Table } from "../artifacts/artifact.ts";
import { columnOf, isMissing } from "../artifacts/table.ts";
import type { Failure } from "../base/failure.ts";
import { err, ok, type Result } from "../base/result.ts";
import { areTimes, readTime, type TimeSort, timesOf } from "./read-time.ts";
import { words } from "./words.ts";

export const rowComparisons = ["=", "!=", "<", "<=", ">", ">=", "between", "in", "not-in", "missing", "not-missing"] as const;
type Comparison = (typeof rowComparisons)[number];

const scalar = z.union([z.string().max(2000), z.number(), z.boolean()]);
/** between: [low, high], ends included; in, not-in: a list; missing, not-missing: no value. */
export const rowCondition = z.strictObject({
  column: z.string().min(1).max(500),
  is: z.enum(rowComparisons),
  value: z.union([scalar, z.array(scalar).max(1000)]).exactOptional(),
});
export type RowCondition = z.infer<typeof rowCondition>;
export const mostConditions = 50;

type Scalar = z.infer<typeof scalar>;
export const isOrder = (is: Comparison): boolean => is === "<" || is === "<=" || is === ">" || is === ">=" || is === "between";

/** Of `rows` those that hold all of it, in their order. */
export function rowsThatHold(
  conditions: readonly RowCondition[],
  table: Table,
  rows: readonly number[],
): Result<readonly number[], Failure> {
  const asked: ((row: number) => boolean)[] = [];
  for (const condition of conditions) {
    const found = askedOf(condition, table);
    if (!found.ok) return found;
    asked.push(found.value);
  }
  return ok(rows.filter((row) => asked.every((holds) => holds(row))));
}

/** What is wrong with a condition by itself; null: nothing. */
function malformed({ column, is, value }: RowCondition): Failure | null {
  const wants = is === "missing" || is === "not-missing" ? "none" : is === "between" ? "two" : is.endsWith("in") ? "list" : "one";
  const given = value === undefined ? "none" : Array.isArray(value) ? (value.length === 2 ? "two" : "list") : "one";
  const fits = wants === given || (wants === "list" && given === "two");
  return fits ? null : words.failure("where-value", { column, is, wants: { key: words.key(`where-${wants}`), params: {} } });
}

function askedOf(condition: RowCondition, table: Table): Result<(row: number) => boolean, Failure> {
  const { column: name, is } = condition;
  const column = columnOf(table, name);
  if (!column) {
    const available = table.columns.slice(0, 30).map((one) => one.name);
    return err(words.failure("where-column", { column: name, available }));
  }
  const wrong = malformed(condition);
  if (wrong) return err(wrong);
  if (is === "missing") return ok((row) => isMissing(column, row));
  if (is === "not-missing") return ok((row) => !isMissing(column, row));
  if (column.type !== "text") return askedOfNumbers(condition, column);
  return isOrder(is) ? askedOfTimes(condition, column, table.rowCount) : askedOfTexts(condition, column);
}

const valuesOf = ({ value }: RowCondition): readonly Scalar[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value as Scalar];

/** Numbers and yes or no. Infinities, which JSON cannot hold, are written as answers write them; NaN is a missing number. */
function askedOfNumbers(
  condition: RowCondition,
  column: Exclude<Column, { type: "text" }>,
): Result<(row: number) => boolean, Failure> {
  const numbers = numbersAsked(condition, column.type === "boolean");
  if (!numbers.ok) return numbers;
  const { values } = column;
  const holds = comparing(condition.is, numbers.value);
  return ok((row) => !isMissing(column, row) && holds(values[row] as number));
}

const odd: { readonly [text: string]: number } = {
  Infinity: Number.POSITIVE_INFINITY,
  "-Infinity": Number.NEGATIVE_INFINITY,
};

function numbersAsked(condition: RowCondition, isBoolean: boolean): Result<readonly number[], Failure> {
  const { column, is } = condition;
  if (isBoolean && isOrder(is)) return err(words.failure("where-order-boolean", { column, is }));
  const found: number[] = [];
  for (const value of valuesOf(condition)) {
    if (isBoolean && typeof value === "boolean") found.push(value ? 1 : 0);
    else if (!isBoolean && typeof value === "number") found.push(value);
    else if (!isBoolean && typeof value === "string" && Object.hasOwn(odd, value)) found.push(odd[value] as number);
    else return err(words.failure(isBoolean ? "where-boolean" : "where-number", { column, value: String(value).slice(0, 80) }));
  }
  return ok(found);
}

function comparing(is: Comparison, values: readonly number[]): (each: number) => boolean {
  const [first = Number.NaN, second = Number.NaN] = values;
  const some = new Set(values);
  switch (is) {
    case "=":
    case "in":
      return (each) => some.has(each);
    case "!=":
    case "not-in":
      return (each) => !some.has(each);
    case "<":
      return (each) => each < first;
    case "<=":
      return (each) => each <= first;
    case ">":
      return (each) => each > first;
    case ">=":
      return (each) => each >= first;
    case "between":
      return (each) => each >= first && each <= second;
    default:
      return () => false;
  }
}

type TextColumn = Extract<Column, { type: "text" }>;

function askedOfTexts(condition: RowCondition, column: TextColumn): Result<(row: number) => boolean, Failure> {
  const odd = valuesOf(condition).find((value) => typeof value !== "string");
  if (odd !== undefined) return err(words.failure("where-text", { column: column.name, value: String(odd) }));
  const some = new Set(valuesOf(condition));
  const wanted = condition.is === "=" || condition.is === "in";
  // Each different text is looked at once.
  const holds = column.dictionary.map((text) => some.has(text) === wanted);
  return ok((row) => !isMissing(column, row) && holds[column.codes[row] as number] === true);
}

function askedOfTimes(condition: RowCondition, column: TextColumn, rows: number): Result<(row: number) => boolean, Failure> {
  const { name } = column;
  const times = timesOf(column, rows);
  if (!areTimes(times))
    return err(words.failure("where-no-times", { column: name, is: condition.is, rows: times.rows, of: times.of }));
  const moments: number[] = [];
  for (const value of valuesOf(condition)) {
    const time = typeof value === "string" ? readTime(value) : null;
    if (time === null || time === "too-fine")
      return err(words.failure("where-moment", { column: name, value: String(value).slice(0, 80) }));
    // Of a column in which nothing stands the sort is not known, and no row holds it.
    if (time.sort !== times.sort && times.values.some((each) => !Number.isNaN(each)))
      return err(words.failure("where-unlike", { column: name, here: sortIn(times.sort), value: sortIn(time.sort) }));
    moments.push(time.value);
  }
  const holds = comparing(condition.is, moments);
  // What has no time is not a number, which no order holds.
  return ok((row) => holds(times.values[row] as number));
}

const sortIn = (sort: TimeSort) => ({ key: words.key(`join-sort-${sort}`), params: {} });

/** What a file says of a part of a column beside it: the least and greatest value, where it says so. */
export interface PartOfColumn {
  readonly column: string;
  readonly least: number | string | null;
  readonly most: number | string | null;
}

/**
 * False only where no row of a part can hold the condition by what is said of it. Texts are asked for as a whole, in
 * the order of their bytes.
 */
export function mayHold({ is, value }: RowCondition, part: PartOfColumn): boolean {
  const { least, most } = part;
  if (least === null || most === null) return true;
  const values = (Array.isArray(value) ? value : [value]) as readonly unknown[];
  if (typeof least === "number" && typeof most === "number") {
    if (!values.every((each) => typeof each === "number")) return true;
    const [first, second = first] = values as readonly number[];
    if (first === undefined || second === undefined) return true;
    switch (is) {
      case "=":
      case "in":
        return values.some((each) => least <= (each as number) && (each as number) <= most);
      case "<":
        return least < first;
      case "<=":
        return least <= first;
      case ">":
        return most > first;
      case ">=":
        return most >= first;
      case "between":
        return most >= first && least <= second;
      default:
        return true;
    }
  }
  if (typeof least !== "string" || typeof most !== "string" || (is !== "=" && is !== "in")) return true;
  return values.some((each) => typeof each !== "string" || (byBytes(least, each) <= 0 && byBytes(each, most) <= 0));
}

/** As UTF-8 orders them, which is by code point. */
function byBytes(a: string, b: string): number {
  const [left, right] = [[...a], [...b]];
  for (let at = 0; at < Math.min(left.length, right.length); at += 1) {
    const by = (left[at]?.codePointAt(0) ?? 0) - (right[at]?.codePointAt(0) ?? 0);
    if (by !== 0) return by;
  }
  return left.length - right.length;
}
