// Categories as what is predicted is on average in them. Of the rows that this is taken of, each gets the means of the other
// folds, in which it is not: else a model would read in a rare category what it is to predict. Rows that come later get those of
// all.

import type { Column, Table } from "../../artifacts/artifact.ts";
import { splitColumn } from "../../artifacts/parts-of-rows.ts";
import { isMissing, numberColumn } from "../../artifacts/table.ts";
import type { OptionsOf, StepScope } from "../../contract/step.ts";
import { dealtFolds } from "../../stats/dealt-folds.ts";
import { targetMeans } from "../../stats/target-means.ts";
import { type Categories, categoriesOf } from "../parts/categories.ts";
import { moreOfChanged } from "../parts/numbers-of-columns.ts";
import { isNumeric, needColumn, refuse } from "../parts/step-scope.ts";
import { codesName, type encode } from "./step.ts";
import { words } from "./words.ts";

export type ByTarget = Extract<OptionsOf<typeof encode>["as"], { readonly by: "target" }>;

/** One column is made for each: of a target of numbers or of two classes there is one, of more one a class. */
export interface Outputs {
  /** Null: the only one. */
  readonly names: readonly (string | null)[];
  /** Of each row of the table; NaN is missing. */
  readonly values: readonly Float64Array[];
}

const mostClasses = 50;

export function outputsOf(as: ByTarget, columns: readonly Column[], table: Table, scope: StepScope): Outputs {
  const target = needColumn(scope, table, as.target, ["as", "target"]);
  if (columns.includes(target)) refuse(scope, words, "target-named", { column: target.name }, ["columns"]);
  if (!splitColumn(table) && !scope.withinFolds)
    scope.say(words.sentence("target-no-split", { step: scope.index + 1, column: target.name }));
  const rows = table.rowCount;
  if (isNumeric(target) && target.type !== "text") {
    const values = Float64Array.from({ length: rows }, (_, row) =>
      isMissing(target, row) ? Number.NaN : (target.values[row] as number),
    );
    if (values.some((value) => Math.abs(value) > 1e150)) refuse(scope, words, "target-huge", { column: target.name }, ["as"]);
    return needSome({ names: [null], values: [values] }, target, scope);
  }
  const { texts, placeOf } = categoriesOf(target, rows);
  if (texts.length > mostClasses)
    refuse(scope, words, "target-classes", { column: target.name, n: texts.length, limit: mostClasses }, ["as"]);
  const isClass = (place: number) => Float64Array.from(placeOf, (own) => (own < 0 ? Number.NaN : own === place ? 1 : 0));
  const more = texts.length === 2 ? [1] : [...texts.keys()];
  const names = texts.length === 2 ? [null] : texts;
  return needSome({ names, values: more.map(isClass) }, target, scope);
}

function needSome(found: Outputs, { name }: Column, scope: StepScope): Outputs {
  const n = found.values[0]?.reduce((sum, value) => sum + (Number.isNaN(value) ? 0 : 1), 0) ?? 0;
  return n < 2 ? refuse(scope, words, "target-few", { column: name }, ["as"]) : found;
}

/** By output, then by category. */
export const encodingsOf = (as: ByTarget, { placeOf, texts }: Categories, { values }: Outputs): number[][] =>
  values.map((target) => [
    ...targetMeans(placeOf, target, { categories: texts.length, smooth: as.smooth, isIn: () => true }).byCategory,
  ]);

/** Of each of the rows learned from, by output, what the folds in which it is not say of its category. */
export function acrossFolds(as: ByTarget, { placeOf, texts }: Categories, { values }: Outputs): Float64Array[] {
  const rows = placeOf.length;
  const folds = Math.min(as.folds, rows);
  // By chance alone, whatever is predicted of a row: so nothing of it is in what is made of the row.
  const foldOf = dealtFolds(rows, Math.max(1, folds), as.seed);
  return values.map((target) => {
    const made = new Float64Array(rows);
    for (let fold = 0; fold < folds; fold++) {
      const isIn = (row: number): boolean => foldOf[row] !== fold;
      const { byCategory } = targetMeans(placeOf, target, { categories: texts.length, smooth: as.smooth, isIn });
      for (let row = 0; row < rows; row++)
        if (foldOf[row] === fold)
          made[row] = (placeOf[row] as number) < 0 ? Number.NaN : (byCategory[placeOf[row] as number] as number);
    }
    return made;
  });
}

/** Missing stays missing. */
export function targetColumns(
  column: Column,
  keep: boolean,
  names: readonly (string | null)[],
  values: readonly Float64Array[],
): readonly Column[] {
  return values.map((own, at) => {
    const name = names[at] ?? null;
    return numberColumn(
      name !== null ? `${column.name}_${name}` : keep ? codesName(column.name, "target") : column.name,
      own,
      moreOfChanged(column),
    );
  });
}
