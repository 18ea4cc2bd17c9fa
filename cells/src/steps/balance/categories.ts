// Columns of categories where rows are made: which they are, what one that differs counts in a distance, and what a made row has.

import type { Column, Table } from "../../artifacts/artifact.ts";
import { identifies, meaningOf } from "../../artifacts/semantics.ts";
import { isMissing, takeColumnRows } from "../../artifacts/table.ts";
import type { OptionsOf, StepScope } from "../../contract/step.ts";
import { type MadePoint, type Nominal, penaltyOf } from "../../stats/smote.ts";
import { listed } from "../parts/said.ts";
import { needColumn, refuse } from "../parts/step-scope.ts";
import type { balance } from "./step.ts";
import { words } from "./words.ts";

type Options = OptionsOf<typeof balance>;

export const tellsApart = (column: Column): boolean => identifies(column) || meaningOf(column.semantic).names !== undefined;

/** Texts, and yes and no, that tell nobody apart and are no classes. */
const isCategory = (step: Options, column: Column): boolean =>
  (column.type === "text" || column.type === "boolean") &&
  column.name !== step.column &&
  column.semantic !== "split" &&
  column.semantic !== "made" &&
  !tellsApart(column);

export function categoriesFor(
  step: Options,
  { columns, categories }: { readonly columns: readonly string[]; readonly categories: readonly string[] },
  table: Table,
  scope: StepScope,
): readonly Column[] {
  const named = [...new Set(categories)].map((name) => needColumn(scope, table, name, ["how"]));
  const twice = named.find(({ name }) => columns.includes(name) || name === step.column);
  if (twice) refuse(scope, words, twice.name === step.column ? "target-named" : "named-twice", { column: twice.name }, ["how"]);
  const found =
    named.length > 0 ? named : table.columns.filter((column) => isCategory(step, column) && !columns.includes(column.name));
  return found.length > 0 ? found : refuse(scope, words, "no-categories", {}, ["how"]);
}

/** Which columns say nothing of which rows are near. */
export function sayUncounted(step: Options, table: Table, scope: StepScope): void {
  const found = table.columns.filter((column) => isCategory(step, column)).map(({ name }) => name);
  if (found.length > 0) scope.say(words.sentence("uncounted", { step: scope.index + 1, n: found.length, names: listed(found) }));
}

export function nominalOf(values: Float64Array, width: number, nominal: readonly Column[], rows: readonly number[]): Nominal {
  const codes = new Int32Array(rows.length * nominal.length);
  for (const [f, column] of nominal.entries()) {
    const known = new Map<string, number>();
    for (const [place, row] of rows.entries()) {
      const value = valueIn(column, row);
      const code = known.get(value) ?? known.size;
      known.set(value, code);
      codes[place * nominal.length + f] = code;
    }
  }
  return { codes, width: nominal.length, penalty: penaltyOf(values, width) };
}

/** What is missing is a value of its own. */
const valueIn = (column: Column, row: number): string =>
  isMissing(column, row) ? "" : `=${column.type === "text" ? column.codes[row] : column.values[row]}`;

/** Of what is no number, what most of the nearest rows have (the same paper, section 6.1); of equally many the first. */
export function withCommonest(column: Column, points: readonly MadePoint[], origin: readonly number[]): Column {
  const kept = origin.length - points.length;
  const from = origin.map((row, at) => {
    const point = at < kept ? undefined : points[at - kept];
    if (!point) return row;
    const counts = new Map<string, { n: number; row: number }>();
    for (const near of point.nearest) {
      const known = counts.get(valueIn(column, near));
      if (known) known.n++;
      else counts.set(valueIn(column, near), { n: 1, row: near });
    }
    return [...counts.values()].reduce((best, one) => (one.n > best.n ? one : best)).row;
  });
  return takeColumnRows(column, from);
}
