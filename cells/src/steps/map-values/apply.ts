// Values by pairs, or by two columns of another table; a value is found by its text as it is shown. What stands twice with
// different answers is refused. What the other table answers is kept.

import { z } from "zod";
import type { Column, Table } from "../../artifacts/artifact.ts";
import { cellString, isMissing, textColumn } from "../../artifacts/table.ts";
import type { CellRef } from "../../base/refs.ts";
import type { OptionsOf, StepScope } from "../../contract/step.ts";
import { words as shared } from "../words.ts";
import { categoriesOf } from "../parts/categories.ts";
import { columnFrom, columnOfState, keptColumn } from "../parts/column-of-state.ts";
import { fittedOf } from "../parts/fitted.ts";
import { moreOfChanged, withColumns } from "../parts/numbers-of-columns.ts";
import { listed } from "../parts/said.ts";
import { needColumn, refuse, tableWith } from "../parts/step-scope.ts";
import { takeRowsOrMissing } from "../../artifacts/take-rows-or-missing.ts";
import type { mapValues } from "./step.ts";
import { words } from "./words.ts";

type Options = OptionsOf<typeof mapValues>;

/** Of a table each value that it answers, once; null where there are pairs. */
const state = z.strictObject({ lookup: z.strictObject({ keys: z.array(z.string()), answers: columnOfState }).nullable() });
type Lookup = NonNullable<z.output<typeof state>["lookup"]>;

export const { fitted, apply } = fittedOf<typeof mapValues>()({
  keeps: () => "values",
  state,
  on: {
    table: {
      fit: (step, _table, scope) => ({ lookup: step.with === null ? null : lookupIn(step, step.with, scope) }),
      apply(step, table, { lookup }, scope) {
        const column = needColumn(scope, table, step.column, ["column"]);
        const made = lookup ? byTable(step, lookup, column, table, scope) : byPairs(step, column, table, scope);
        const name = step.name === "" ? column.name : step.name;
        const isThere = table.columns.some((each) => each.name === name);
        return isThere
          ? withColumns(table, [{ ...made, name }])
          : tableWith(scope, [...table.columns, { ...made, name }], table.rowCount, ["name"]);
      },
    },
  },
});

function byPairs(step: Options, column: Column, table: Table, scope: StepScope): Column {
  if (step.pairs.length === 0) return refuse(scope, shared, "nothing-chosen", { field: "pairs" }, ["pairs"]);
  const answers = new Map<string, string>();
  for (const [at, { from, to }] of step.pairs.entries()) needOnce(answers, from, to, ["pairs", at, "from"], scope);
  const { texts, placeOf } = foundIn(step, column, table, (text) => answers.has(text), scope);
  const answer = texts.map((text) => answers.get(text) ?? (step.others === "keep" ? text : ""));
  // An empty answer is a missing value; an empty text that stays is what it was.
  return textColumn(
    column.name,
    Array.from(placeOf, (place) =>
      place === -1 || (answer[place] === "" && texts[place] !== "") ? null : (answer[place] ?? null),
    ),
    moreOfChanged(column),
  );
}

function lookupIn(step: Options, ref: CellRef, scope: StepScope): Lookup {
  const other = scope.input(ref);
  if (other.type !== "table") return refuse(scope, shared, "not-a-table", {}, ["with"]);
  const key = needColumn(scope, other, step.key, ["key"]);
  const value = needColumn(scope, other, step.value, ["value"]);
  const answers = new Map<string, string>();
  const rowOf = new Map<string, number>();
  for (let row = 0; row < other.rowCount; row++) {
    if (isMissing(key, row)) continue;
    const from = cellString(key, row);
    needOnce(answers, from, isMissing(value, row) ? "" : cellString(value, row), ["key"], scope);
    if (!rowOf.has(from)) rowOf.set(from, row);
  }
  return { keys: [...rowOf.keys()], answers: keptColumn(value, [...rowOf.values()]) };
}

function byTable(step: Options, { keys, answers }: Lookup, column: Column, table: Table, scope: StepScope): Column {
  const value = columnFrom(answers);
  const rowOf = new Map(keys.map((text, row) => [text, row]));
  const { texts, placeOf } = foundIn(step, column, table, (text) => rowOf.has(text), scope);
  const rows = texts.map((text) => rowOf.get(text) ?? -1);
  const taken = takeRowsOrMissing(
    value,
    placeOf.map((place) => (place === -1 ? -1 : (rows[place] ?? -1))),
  );
  if (step.others !== "keep" || !rows.includes(-1))
    return column.semantic === "cluster" ? { ...taken, ...moreOfChanged(column) } : taken;
  if (value.type !== "text") return refuse(scope, words, "other-types", { value: value.name }, ["others"]);
  const kept = Array.from(placeOf, (place, row) =>
    place === -1 ? null : rows[place] === -1 ? (texts[place] ?? null) : isMissing(taken, row) ? null : cellString(taken, row),
  );
  return textColumn(column.name, kept, moreOfChanged(column));
}

function needOnce(
  answers: Map<string, string>,
  from: string,
  to: string,
  path: readonly (string | number)[],
  scope: StepScope,
): void {
  const first = answers.get(from);
  if (first !== undefined && first !== to) refuse(scope, words, "twice", { value: from, first, second: to }, path);
  answers.set(from, to);
}

/** The different values of the column; those that are not among what is replaced are told, or refused. */
function foundIn(step: Options, column: Column, table: Table, isThere: (text: string) => boolean, scope: StepScope) {
  const found = categoriesOf(column, table.rowCount);
  const others = found.texts.filter((text) => !isThere(text));
  if (others.length === 0 || step.others === "keep") return found;
  if (step.others === "refuse")
    return refuse(scope, words, "unmapped", { column: column.name, n: others.length, names: listed(others) }, ["others"]);
  const n = found.counts.reduce((sum, count, at) => sum + (isThere(found.texts[at] ?? "") ? 0 : count), 0);
  scope.say(words.sentence("lost", { step: scope.index + 1, column: column.name, n }));
  return found;
}
