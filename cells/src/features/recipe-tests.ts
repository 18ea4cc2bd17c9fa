// Whether what a recipe made is as it promises: ranges, uniqueness, missing share, values of categories, how far back its newest event
// lies from a moment that is stated. What is found is told by counts, never by a value of a row. Pure: nothing here asks a clock.

import type { Column, Table } from "../artifacts/artifact.ts";
import { cellString, columnOf, isMissing } from "../artifacts/table.ts";
import type { RecipeTest } from "../contract/recipe-file.ts";
import type { Sentence } from "../messages/sentence.ts";
import { isEvent, isFresh, type Moment, momentText, newestEvent } from "./freshness.ts";
import { words } from "./words.ts";

/** A promise that does not hold. */
export interface BrokenPromise {
  readonly test: RecipeTest;
  /** Rows that break it, and of how many. Of a column that is not there, or holds what cannot be asked, all. */
  readonly n: number;
  readonly of: number;
  readonly said: Sentence;
}

/** Of a matrix `table` is its sample sheet. In the order of the tests. `at`: from when freshness counts; null: of it nothing is asked. */
export function brokenPromises(tests: readonly RecipeTest[], table: Table, at: Moment | null = null): readonly BrokenPromise[] {
  return tests.flatMap((test) => brokenPromise(test, table, at) ?? []);
}

function brokenPromise(test: RecipeTest, table: Table, at: Moment | null): BrokenPromise | null {
  const column = columnOf(table, test.column);
  const of = table.rowCount;
  if (!column) {
    const rule = { key: words.key(`rule-${test.rule}`), params: {} };
    return { test, n: of, of, said: words.sentence("test-column", { column: test.column, rule }) };
  }
  switch (test.rule) {
    case "range":
      return outOfRange(test, column, of);
    case "unique":
      return repeated(test, column, of);
    case "missing":
      return missingShare(test, column, of);
    case "levels":
      return otherLevels(test, column, of);
    case "fresh":
      return at === null ? null : notFresh(test, column, of, at);
  }
}

type TestOf<Rule extends RecipeTest["rule"]> = Extract<RecipeTest, { readonly rule: Rule }>;

function outOfRange(test: TestOf<"range">, column: Column, rows: number): BrokenPromise | null {
  const range = { ...rangeInWords(test) };
  if (column.type === "text" || column.type === "boolean")
    return rows === countMissing(column, rows)
      ? null
      : { test, n: rows, of: rows, said: words.sentence("test-range-text", { column: column.name, range }) };
  let [n, of] = [0, 0];
  for (let row = 0; row < rows; row++) {
    if (isMissing(column, row)) continue;
    of++;
    const value = column.values[row] as number;
    if (!(value >= (test.least ?? Number.NEGATIVE_INFINITY) && value <= (test.most ?? Number.POSITIVE_INFINITY))) n++;
  }
  return n === 0 ? null : { test, n, of, said: words.sentence("test-range", { column: column.name, n, of, range }) };
}

/** As a sentence within one. */
export function rangeInWords({ least, most }: Pick<TestOf<"range">, "least" | "most">): Sentence {
  if (least !== null && most !== null) return words.sentence("range-both", { least, most });
  if (least !== null) return words.sentence("range-least", { least });
  return most === null ? words.sentence("range-any") : words.sentence("range-most", { most });
}

function repeated(test: TestOf<"unique">, column: Column, rows: number): BrokenPromise | null {
  const first = new Map<string, number>();
  const isTwice = new Uint8Array(rows);
  let of = 0;
  for (let row = 0; row < rows; row++) {
    if (isMissing(column, row)) continue;
    of++;
    const value = cellString(column, row);
    const before = first.get(value);
    if (before === undefined) first.set(value, row);
    else isTwice[before] = isTwice[row] = 1;
  }
  const n = isTwice.reduce((sum, each) => sum + each, 0);
  return n === 0 ? null : { test, n, of, said: words.sentence("test-unique", { column: column.name, n, of }) };
}

function missingShare(test: TestOf<"missing">, column: Column, of: number): BrokenPromise | null {
  const n = countMissing(column, of);
  // Of no rows none is missing.
  if (of === 0 || n / of <= test.most) return null;
  const params = { column: column.name, n, of, share: percent(n / of), most: percent(test.most) };
  return { test, n, of, said: words.sentence("test-missing", params) };
}

function otherLevels(test: TestOf<"levels">, column: Column, rows: number): BrokenPromise | null {
  const known = new Set(test.levels);
  let [n, of] = [0, 0];
  for (let row = 0; row < rows; row++) {
    if (isMissing(column, row)) continue;
    of++;
    if (!known.has(cellString(column, row))) n++;
  }
  const params = { column: column.name, n, of, levels: test.levels.length };
  return n === 0 ? null : { test, n, of, said: words.sentence("test-levels", params) };
}

function notFresh(test: TestOf<"fresh">, column: Column, rows: number, at: Moment): BrokenPromise | null {
  const found = newestEvent(column, rows, at);
  const params = { column: column.name, within: { ...withinInWords(test) }, at: momentText(at) };
  if (!isEvent(found)) return { test, n: rows, of: rows, said: words.sentence("test-fresh-none", params) };
  const { newest, of, ahead } = found;
  if (rows === 0 || (newest && isFresh(newest, at, test))) return null;
  return { test, n: of, of, said: words.sentence(ahead > 0 ? "test-fresh-ahead" : "test-fresh", { ...params, of, ahead }) };
}

/** As a sentence within one: "30 days". */
export const withinInWords = ({ unit, most }: Pick<TestOf<"fresh">, "unit" | "most">): Sentence =>
  words.sentence(`fresh-${unit}`, { n: most });

function countMissing(column: Column, rows: number): number {
  let n = 0;
  for (let row = 0; row < rows; row++) if (isMissing(column, row)) n++;
  return n;
}

const percent = (share: number): number => Number((100 * share).toFixed(2));
