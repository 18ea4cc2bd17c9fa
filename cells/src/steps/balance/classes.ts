// How many rows each class of the training has, and how many it is to have.

import type { Column, Table } from "../../artifacts/artifact.ts";
import { isTrainingRow, splitColumn } from "../../artifacts/parts-of-rows.ts";
import { cellString, isMissing } from "../../artifacts/table.ts";
import type { OptionsOf, StepScope } from "../../contract/step.ts";
import { needColumn, refuse } from "../parts/step-scope.ts";
import { words as shared } from "../words.ts";
import type { balance } from "./step.ts";
import { words } from "./words.ts";

export interface ClassRows {
  readonly name: string;
  /** Rows of the training, in their order. */
  readonly rows: readonly number[];
  /** So many more it is to have; below 0: so many are left out. */
  readonly more: number;
}

const mostClasses = 100;

/** In order of their names. Rows without a class stay as they are. */
export function classesOf(step: OptionsOf<typeof balance>, table: Table, scope: StepScope): readonly ClassRows[] {
  const target = needColumn(scope, table, step.column, ["column"]);
  const split = splitColumn(table);
  if (!split && !scope.withinFolds) scope.say(words.sentence("no-split", { step: scope.index + 1 }));
  const byName = rowsByClass(target, split, table.rowCount);
  const names = [...byName.keys()].sort();
  const column = target.name;
  if (split && !hasTraining(split, table.rowCount)) refuse(scope, shared, "no-training-rows", { column: split.name });
  const [first] = names;
  if (first === undefined) return refuse(scope, words, "no-class", { column }, ["column"]);
  if (names.length === 1) refuse(scope, words, "one-class", { column, class: first }, ["column"]);
  const rows = [...byName.values()].reduce((sum, own) => sum + own.length, 0);
  if (names.length > mostClasses || names.length > Math.max(2, rows / 2))
    refuse(scope, words, "many-classes", { column, n: names.length, rows }, ["column"]);
  const sizes = [...byName.values()].map((own) => own.length);
  const [least, most] = [Math.min(...sizes), Math.max(...sizes)];
  const { share } = step;
  return names.map((name) => {
    const own = byName.get(name) ?? [];
    const wanted =
      step.how.by === "undersample"
        ? Math.min(own.length, Math.floor(least / share))
        : Math.max(own.length, Math.ceil(most * share));
    return { name, rows: own, more: wanted - own.length };
  });
}

const hasTraining = (split: Column, rows: number): boolean =>
  Array.from({ length: rows }, (_, row) => row).some((row) => isTrainingRow(split, row));

function rowsByClass(target: Column, split: Column | null, rows: number): ReadonlyMap<string, readonly number[]> {
  const byName = new Map<string, number[]>();
  for (let row = 0; row < rows; row++) {
    if (isMissing(target, row) || (split && !isTrainingRow(split, row))) continue;
    const name = cellString(target, row);
    const known = byName.get(name);
    if (known) known.push(row);
    else byName.set(name, [row]);
  }
  return byName;
}
