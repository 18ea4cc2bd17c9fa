// Categories as numbers: those of the training are kept, and what is none of them is refused, 0 or "other" as the step says.
// A missing value stays missing in every column that is made of it.

import { z } from "zod";
import type { Column, Table } from "../../artifacts/artifact.ts";
import { areLongNumbers } from "../../artifacts/texts-like-numbers.ts";
import { integerColumn, isMissing, moreOf, numberColumn } from "../../artifacts/table.ts";
import type { OptionsOf, StepScope } from "../../contract/step.ts";
import { targetMeans } from "../../stats/target-means.ts";
import { type Categories, categoriesOf } from "../parts/categories.ts";
import { fittedOf } from "../parts/fitted.ts";
import { chosenColumns, moreOfChanged, withColumnsFor } from "../parts/numbers-of-columns.ts";
import { listed } from "../parts/said.ts";
import { refuse, tableWith } from "../parts/step-scope.ts";
import { readDate } from "../parts/written-date.ts";
import { acrossFolds, encodingsOf, outputsOf, targetColumns } from "./by-target.ts";
import { codesName, type drops, type encode } from "./step.ts";
import { words } from "./words.ts";

const limit = 1000;
type Options = OptionsOf<typeof encode>;
const state = z.strictObject({
  columns: z.array(
    z.strictObject({ column: z.string(), categories: z.array(z.string()).max(limit), shares: z.array(z.number()) }),
  ),
  /** By the target: by column, output and category; what outputs are called, and the mean of all rows in each. */
  target: z
    .strictObject({
      names: z.array(z.string().nullable()),
      overall: z.array(z.number()),
      encodings: z.array(z.array(z.array(z.number()))),
    })
    .exactOptional(),
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
        const kept = {
          columns: columns.map((column): Kept => {
            const { texts, counts } = needFew(column, categoriesOf(column, table.rowCount), scope);
            if (step.as.by === "ordinal") sayGuessedOrder(column, texts, scope);
            const all = counts.reduce((sum, count) => sum + count, 0);
            return { column: column.name, categories: [...texts], shares: counts.map((count) => count / all) };
          }),
        };
        const { as } = step;
        if (as.by !== "target") return kept;
        const outputs = outputsOf(as, columns, table, scope);
        const overall = outputs.values.map((own) => targetMeans([], own, { categories: 0, smooth: 0, isIn: () => true }).overall);
        const encodings = columns.map((column) => encodingsOf(as, categoriesOf(column, table.rowCount), outputs));
        return { ...kept, target: { names: [...outputs.names], overall, encodings } };
      },
      // What is made of a row that it was fitted on holds nothing of its own target.
      learned(step, table, kept, part, scope) {
        const made = applied(step, table, kept, scope);
        const { as } = step;
        if (as.by !== "target") return made;
        const columns = chosenColumns(step.columns, part.data, scope);
        const outputs = outputsOf(as, columns, part.data, quiet(scope));
        const own = new Map<string, Column>();
        for (const column of columns) {
          const across = acrossFolds(as, categoriesOf(column, part.data.rowCount), outputs);
          for (const target of targetColumns(column, step.keep, outputs.names, across)) own.set(target.name, target);
        }
        return { ...made, columns: made.columns.map((column) => withRowsOf(column, own.get(column.name), part.at)) };
      },
      apply: (step, table, kept, scope) => applied(step, table, kept, scope),
    },
  },
});

const quiet = (scope: StepScope): StepScope => ({ ...scope, say: () => {} });

function applied(step: Options, table: Table, kept: z.output<typeof state>, scope: StepScope): Table {
  const byName = new Map(kept.columns.map((each, at) => [each.column, { each, at }]));
  const made = new Map<string, readonly Column[]>();
  for (const column of chosenColumns(step.columns, table, scope)) {
    const own = byName.get(column.name);
    const each = own?.each ?? { column: column.name, categories: [], shares: [] };
    made.set(
      column.name,
      step.as.by === "target"
        ? byTarget(step, column, { each, target: kept.target, at: own?.at ?? 0 }, table, scope)
        : encoded(step, column, each, table, scope),
    );
  }
  return tableWith(scope, withColumnsFor(table, made, step.keep), table.rowCount);
}

interface KeptByTarget {
  readonly each: Kept;
  readonly target: z.output<typeof state>["target"];
  /** Place of the column among those that were kept. */
  readonly at: number;
}

/** A category that is none of those gets the mean of all rows. */
function byTarget(step: Options, column: Column, kept: KeptByTarget, table: Table, scope: StepScope): readonly Column[] {
  const { texts, counts, placeOf } = categoriesOf(column, table.rowCount);
  const places = new Map(kept.each.categories.map((text, at) => [text, at]));
  const known = texts.map((text) => places.get(text) ?? -1);
  const n = counts.reduce((sum, count, at) => sum + (known[at] === -1 ? count : 0), 0);
  if (n > 0) scope.say(words.sentence("new", { step: scope.index + 1, column: column.name, n }));
  const { names = [null], overall = [], encodings = [] } = kept.target ?? {};
  const values = names.map((_, output) => {
    const own = encodings[kept.at]?.[output] ?? [];
    const mean = overall[output] ?? Number.NaN;
    return Float64Array.from(placeOf, (at) => (at === -1 ? Number.NaN : (own[known[at] ?? -1] ?? mean)));
  });
  return targetColumns(column, step.keep, names, values);
}

/** Rows of another column in the places of these. */
function withRowsOf(column: Column, own: Column | undefined, at: ArrayLike<number>): Column {
  if (column.type !== "float64" || own?.type !== "float64") return column;
  const values = Float64Array.from(column.values, (value, row) => (isMissing(column, row) ? Number.NaN : value));
  for (let row = 0; row < at.length; row++)
    values[at[row] as number] = isMissing(own, row) ? Number.NaN : (own.values[row] as number);
  return numberColumn(column.name, values, moreOf(column));
}

/** Of texts letter by letter, which is seldom the order that is meant; of two any order tells the same. */
function sayGuessedOrder(column: Column, texts: readonly string[], scope: StepScope): void {
  if (column.type !== "text" || column.semantic === "chromosome" || texts.length < 3 || areLongNumbers(column.dictionary)) return;
  // Dates as they are written go by time.
  if (texts.every((text) => readDate(text) !== null)) return;
  scope.say(words.sentence("order-guessed", { step: scope.index + 1, column: column.name, names: listed(texts) }));
}

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
  const mayBeNew = as.by === "frequency" || as.by === "target" || as.unseen !== "refuse";
  if (unseen.length > 0 && !mayBeNew)
    refuse(
      scope,
      words,
      as.by === "ordinal" && as.order.length > 0 ? "no-place" : "new-refused",
      { column: column.name, n: unseen.length, names: listed(unseen) },
      ["as"],
    );
  const isLess = as.by === "one-hot" && leavesOut(as.drop, kept.categories.length);
  if (unseen.length > 0) {
    const n = found.counts.reduce((sum, count, at) => sum + (known[at] === -1 ? count : 0), 0);
    const key = isLess && as.unseen === "zero" ? "new-as-first" : "new";
    scope.say(words.sentence(key, { step: scope.index + 1, column: column.name, n }));
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
  if (as.by === "target") return [];
  // Where new categories are 0 in both, both are needed.
  const mirrors = as.drop === "none" && as.unseen === "refuse" && kept.categories.length === 2;
  if (mirrors) scope.say(words.sentence("mirrored", { step: scope.index + 1, column: column.name }));
  const made = kept.categories.map((text, at) => indicator(text, at));
  return [...(isLess ? made.slice(1) : made), ...(as.unseen === "other" ? [indicator("other", -1)] : [])];
}

/** Whether the first category has no column: it is where all others are 0. */
const leavesOut = (drop: (typeof drops)[number], categories: number): boolean =>
  categories > 1 && (drop === "first" || (drop === "of-two" && categories === 2));
