// Units of rows are made of the columns that are to stay together and of equal rows, dealt into parts, and what part a row is in
// stands in a column of the meaning "split", by which every step after it that learns knows what to learn of.

import type { Column, Table } from "../../artifacts/artifact.ts";
import { equalSamples } from "../../artifacts/equal-samples.ts";
import { identifies, meaningOf } from "../../artifacts/semantics.ts";
import { isMissing, textColumn } from "../../artifacts/table.ts";
import type { Apply, OptionsOf, StepScope } from "../../contract/step.ts";
import { areTimes, timesOf } from "../../features/read-time.ts";
import { seededRandom } from "../../stats/seeded-random.ts";
import { categoriesOf } from "../parts/categories.ts";
import { groupRows } from "../parts/rows-by-key.ts";
import { listed } from "../parts/said.ts";
import { needColumn, refuse, tableWith } from "../parts/step-scope.ts";
import { assignByTime, assignUnits, type Parts } from "./assign.ts";
import { parts as names, type split } from "./step.ts";
import { words } from "./words.ts";

type Options = OptionsOf<typeof split>;

/** A share of all rows by which a part may differ from what was asked without a word. */
const tolerated = 0.02;

export const apply: Apply<typeof split> = {
  table: (step, table, scope) => withParts(step, table, scope, () => equalRows(table, step)),
  assay(step, assay, scope) {
    return { ...assay, samples: withParts(step, assay.samples, scope, () => equalSamples(assay)) };
  },
};

/** `equal`: of each row the first that is equal to it. */
function withParts(step: Options, table: Table, scope: StepScope, equal: () => Int32Array): Table {
  const shares = [1 - step.test - step.validation, step.validation, step.test];
  // 0.7 and 0.3 leave 5e-17.
  if ((shares[0] as number) < 1e-9) {
    const all = Math.round((step.test + step.validation) * 1000) / 10;
    return refuse(scope, words, "no-share", { all }, ["test"]);
  }
  const rows = table.rowCount;
  const together = step.together.map((name, at) => needColumn(scope, table, name, ["together", at]));
  const unitOf = unitsOf(rows, together, step.duplicates ? equal() : null);
  if (together.some((column) => Array.from({ length: rows }, (_, row) => row).some((row) => isMissing(column, row))))
    scope.say(words.sentence("together-missing", { step: scope.index + 1, columns: step.together }));
  const parts = step.after === "" ? byChance(step, table, scope, unitOf, shares) : byTime(step, table, scope, unitOf, shares);
  sayLeft(parts, shares, scope);
  if (step.stratify !== "") sayLacking(needColumn(scope, table, step.stratify, ["stratify"]), parts, shares, scope);
  const text = Array.from(parts, (part) => (part < 0 ? "unused" : (names[part] as string)));
  const columns = table.columns.filter(({ name }) => name !== step.name);
  // Of two such columns steps would have to choose.
  const others = columns.map((column) => (column.semantic === "split" ? { ...column, semantic: "category" as const } : column));
  if (others.some((column, at) => column !== columns[at])) scope.say(words.sentence("second", { step: scope.index + 1 }));
  return tableWith(scope, [...others, textColumn(step.name, text, { semantic: "split" })], rows);
}

function byChance(step: Options, table: Table, scope: StepScope, unitOf: Int32Array, shares: readonly number[]): Parts {
  const column = step.stratify === "" ? null : needColumn(scope, table, step.stratify, ["stratify"]);
  const { groupOf, firstRow } = column
    ? groupRows([column], table.rowCount)
    : { groupOf: new Int32Array(table.rowCount), firstRow: [0] };
  if (column && firstRow.length > Math.max(20, table.rowCount / 2))
    return refuse(scope, words, "many-strata", { column: column.name, n: firstRow.length, rows: table.rowCount }, ["stratify"]);
  return assignUnits(unitOf, groupOf, shares, seededRandom(step.seed));
}

function byTime(step: Options, table: Table, scope: StepScope, unitOf: Int32Array, shares: readonly number[]): Parts {
  if (step.stratify !== "")
    refuse(scope, words, "time-and-strata", {}, ["stratify"], { fix: { path: ["steps", scope.index, "stratify"], value: "" } });
  const column = needColumn(scope, table, step.after, ["after"]);
  const times = timesOf(column, table.rowCount);
  if (!areTimes(times)) return refuse(scope, words, "no-time", { column: column.name }, ["after"]);
  const told = Array.from({ length: table.rowCount }, (_, row) => row).filter((row) => !Number.isNaN(times.values[row]));
  if (told.length < table.rowCount)
    scope.say(words.sentence("time-missing", { step: scope.index + 1, column: column.name, n: table.rowCount - told.length }));
  const value = (row: number): number => times.values[row] as number;
  told.sort((a, b) => (value(a) < value(b) ? -1 : value(a) > value(b) ? 1 : a - b));
  const rank = new Int32Array(table.rowCount);
  told.forEach((row, place) => {
    const before = told[place - 1];
    rank[row] = before === undefined ? 0 : (rank[before] as number) + (value(before) === value(row) ? 0 : 1);
  });
  const parts = assignByTime(rank, Int32Array.from(told), unitOf, shares);
  const purged = told.filter((row) => (parts[row] as number) < 0).length;
  if (purged > 0) scope.say(words.sentence("purged", { step: scope.index + 1, n: purged, columns: step.together }));
  return parts;
}

/** Parts that are empty, or that got another share than was asked for, since units are not divided. */
function sayLeft(parts: Parts, shares: readonly number[], scope: StepScope): void {
  const used = parts.filter((part) => part >= 0).length;
  for (const [part, share] of shares.entries()) {
    if (share === 0) continue;
    const got = parts.filter((one) => one === part).length;
    if (got === 0) {
      if (part === 0) refuse(scope, words, "no-training", {}, ["test"]);
      scope.say(words.sentence(part === 1 ? "no-validation" : "no-test", { step: scope.index + 1 }));
    } else if (Math.abs(got - share * used) > Math.max(2, tolerated * used)) {
      const percent = (value: number): number => Math.round(value * 1000) / 10;
      const params = { step: scope.index + 1, asked: percent(share), got: percent(got / used) };
      scope.say(words.sentence(part === 0 ? "other-training" : part === 1 ? "other-validation" : "other-test", params));
    }
  }
}

/** Classes that are not in each part: what has one row cannot be. */
function sayLacking(column: Column, parts: Parts, shares: readonly number[], scope: StepScope): void {
  const { texts, placeOf } = categoriesOf(column, parts.length);
  const seen = shares.map(() => new Set<number>());
  for (const [row, part] of parts.entries()) if (part >= 0) seen[part]?.add(placeOf[row] as number);
  const lacking = texts.filter((_, at) => shares.some((share, part) => share > 0 && !seen[part]?.has(at)));
  if (lacking.length > 0)
    scope.say(
      words.sentence("lacking", { step: scope.index + 1, column: column.name, n: lacking.length, names: listed(lacking) }),
    );
}

/** Rows that share a value of any of the columns, or are equal, are one unit, however long the chain between them. */
function unitsOf(rows: number, together: readonly Column[], equal: Int32Array | null): Int32Array {
  const above = Int32Array.from({ length: rows }, (_, row) => row);
  const root = (row: number): number => {
    let at = row;
    while (above[at] !== at) {
      above[at] = above[above[at] as number] as number;
      at = above[at] as number;
    }
    return at;
  };
  const join = (one: number, other: number): void => {
    above[root(Math.max(one, other))] = root(Math.min(one, other));
  };
  for (const column of together) {
    const { groupOf, firstRow } = groupRows([column], rows);
    for (let row = 0; row < rows; row++) if (!isMissing(column, row)) join(row, firstRow[groupOf[row] as number] as number);
  }
  if (equal) for (let row = 0; row < rows; row++) join(row, equal[row] as number);
  const units = new Map<number, number>();
  return Int32Array.from({ length: rows }, (_, row) => {
    const of = root(row);
    if (!units.has(of)) units.set(of, units.size);
    return units.get(of) as number;
  });
}

/** What makes rows equal: all columns but those that name them, and that of an earlier split. */
function equalRows(table: Table, step: Options): Int32Array {
  const measured = table.columns.filter(
    (column) =>
      !identifies(column) &&
      meaningOf(column.semantic).names === undefined &&
      column.name !== step.name &&
      column.semantic !== "split",
  );
  const numbers = measured.filter(({ type }) => type === "float64" || type === "int32");
  // Rows of categories alone are often equal and not the same.
  if (numbers.length < 2) return Int32Array.from({ length: table.rowCount }, (_, row) => row);
  const { groupOf, firstRow } = groupRows(measured, table.rowCount);
  return groupOf.map((group) => firstRow[group] as number);
}
