// Categories as numbers: those of the training are kept, and what is none of them is refused, 0 or "other" as the step says.
// A missing value stays missing in every column that is made of it.

import { z } from "zod";
import type { Column, Table } from "../../artifacts/artifact.ts";
import { integerColumn, numberColumn } from "../../artifacts/table.ts";
import type { OptionsOf, StepScope } from "../../contract/step.ts";
import { type Categories, categoriesOf } from "../parts/categories.ts";
import { fittedOf } from "../parts/fitted.ts";
import { chosenColumns, moreOfChanged, withColumnsFor } from "../parts/numbers-of-columns.ts";
import { listed } from "../parts/said.ts";
import { refuse, tableWith } from "../parts/step-scope.ts";
import { codesName, type encode } from "./step.ts";
import { words } from "./words.ts";

const limit = 1000;
type Options = OptionsOf<typeof encode>;
const state = z.strictObject({
  columns: z.array(z.strictObject({ column: z.string(), categories: z.array(z.string()), shares: z.array(z.number()) })),
});
type Kept = z.output<typeof state>["columns"][number];

export const { fitted, apply } = fittedOf<typeof encode>()({
  keeps: () => "values",
  state,
  on: {
    table: {
      fit(step, table, scope) {
        const columns = chosenColumns(step.columns, table, scope);
        if (step.as.by === "ordinal" && step.as.order.length > 0) return { columns: [] };
        return {
          columns: columns.map((column): Kept => {
            const { texts, counts } = needFew(column, categoriesOf(column, table.rowCount), scope);
            const all = counts.reduce((sum, count) => sum + count, 0);
            return { column: column.name, categories: [...texts], shares: counts.map((count) => count / all) };
          }),
        };
      },
      apply(step, table, kept, scope) {
        const byName = new Map(kept.columns.map((each) => [each.column, each]));
        const made = new Map<string, readonly Column[]>();
        for (const column of chosenColumns(step.columns, table, scope)) {
          const own = byName.get(column.name) ?? { column: column.name, categories: [], shares: [] };
          made.set(column.name, encoded(step, column, own, table, scope));
        }
        return tableWith(scope, withColumnsFor(table, made, step.keep), table.rowCount);
      },
    },
  },
});

function needFew({ name }: Column, found: Categories, scope: StepScope): Categories {
  if (found.texts.length > limit) refuse(scope, words, "many", { column: name, count: found.texts.length, limit }, ["columns"]);
  return found;
}

function encoded({ as, keep }: Options, column: Column, kept: Kept, table: Table, scope: StepScope): readonly Column[] {
  const found = categoriesOf(column, table.rowCount);
  const order = as.by === "ordinal" && as.order.length > 0 ? as.order : kept.categories;
  const placeOf = new Map(order.map((text, at) => [text, at]));
  // -1: none of those that are known.
  const known = found.texts.map((text) => placeOf.get(text) ?? -1);
  const unseen = found.texts.filter((_, at) => known[at] === -1);
  const mayBeNew = as.by === "frequency" || as.unseen !== "refuse";
  if (unseen.length > 0 && !mayBeNew)
    refuse(
      scope,
      words,
      as.by === "ordinal" && as.order.length > 0 ? "no-place" : "new-refused",
      { column: column.name, n: unseen.length, names: listed(unseen) },
      ["as"],
    );
  if (unseen.length > 0) {
    const n = found.counts.reduce((sum, count, at) => sum + (known[at] === -1 ? count : 0), 0);
    scope.say(words.sentence("new", { step: scope.index + 1, column: column.name, n }));
  }
  const more = moreOfChanged(column);
  const each = <T>(value: (place: number) => T | null): (T | null)[] =>
    Array.from(found.placeOf, (at) => (at === -1 ? null : value(known[at] as number)));
  const name = keep ? codesName(column.name, as.by) : column.name;
  if (as.by === "frequency")
    return [
      numberColumn(
        name,
        each((place) => (place === -1 ? 0 : (kept.shares[place] ?? 0))),
        more,
      ),
    ];
  if (as.by === "ordinal")
    return [
      integerColumn(
        name,
        each((place) => (place === -1 ? null : place)),
        more,
      ),
    ];
  const indicator = (ending: string, of: number): Column =>
    integerColumn(
      `${column.name}_${ending}`,
      each((place) => (place === of ? 1 : 0)),
      more,
    );
  return [...kept.categories.map((text, at) => indicator(text, at)), ...(as.unseen === "other" ? [indicator("other", -1)] : [])];
}
