// Missing values become a given one, or one that is taken of the column.

import { z } from "zod";
import type { Column, Table } from "../../artifacts/artifact.ts";
import { booleanColumn, cellJson, holdsNothing, isMissing, moreOf, numberColumn, takeColumnRows } from "../../artifacts/table.ts";
import { wordsInTheWay } from "../../artifacts/texts-like-numbers.ts";
import type { OptionsOf, StepScope } from "../../contract/step.ts";
import type { Sentence } from "../../messages/sentence.ts";
import { medianOf } from "../../stats/quantiles.ts";
import { meanOf } from "../../stats/sums.ts";
import { fittedOf } from "../parts/fitted.ts";
import { countRows } from "../parts/aggregate.ts";
import { withColumns } from "../parts/numbers-of-columns.ts";
import { groupRows, type RowGroups, rowsByGroup } from "../parts/rows-by-key.ts";
import { isNumeric, needColumn, refuse, refuseText, tableWith } from "../parts/step-scope.ts";
import { words as shared } from "../words.ts";
import { filledAlong, placesAlong } from "./fill-along.ts";
import { type fillMissing, indicatorName, isAlong } from "./step.ts";
import { words } from "./words.ts";

type Filling = OptionsOf<typeof fillMissing>;
type Fill = number | string | boolean | null;

/**
 * What missing cells of a column get, whether it has any yet or not, of all rows and of those of each group; null: it had no
 * value to take it from.
 */
const value = z.union([z.number(), z.string(), z.boolean(), z.null()]);
const state = z.strictObject({
  fills: z.array(
    z.strictObject({
      column: z.string(),
      value,
      groups: z.array(z.strictObject({ group: z.string(), value })).exactOptional(),
    }),
  ),
});
type Kept = z.output<typeof state>["fills"][number];

export const { fitted, apply } = fittedOf<typeof fillMissing>()({
  keeps: ({ fill, within }) => ((fill.by === "mean" || fill.by === "median") && within.length === 0 ? "statistics" : "values"),
  state,
  on: {
    table: {
      fit(step, table, scope) {
        const columns = chosenOf(step, table, scope);
        if (step.fill.by === "value" || isAlong(step.fill)) return { fills: [] };
        const groups = groupsOf(step, table, scope);
        return { fills: columns.map((column) => keptOf(step, column, table, groups, scope)) };
      },
      apply(step, table, { fills }, scope) {
        const keptOfColumn = new Map(fills.map((kept) => [kept.column, kept]));
        const chosen = chosenOf(step, table, scope);
        const groups = groupsOf(step, table, scope);
        const hasGaps = chosen.some(({ valid }) => valid !== null);
        const places = isAlong(step.fill) && hasGaps ? placesAlong(step.fill, table, scope) : new Float64Array(0);
        const made = chosen.flatMap((found): readonly Column[] => {
          if (!found.valid) return [];
          const column = takingValue(step, found, scope);
          if (!column.valid) return [];
          if (isAlong(step.fill)) return [filledAlong(step.fill, column, places, groups?.rowGroups ?? null, scope)];
          const all =
            step.fill.by === "value"
              ? fillValue(step, column, table.rowCount, scope)
              : (keptOfColumn.get(column.name)?.value ?? null);
          return [filledOf(column, column.valid, all, { kept: keptOfColumn.get(column.name), groups }, scope)];
        });
        const marks = step.indicator ? chosen.map((column) => indicatorOf(column, table.rowCount)) : [];
        return tableWith(scope, [...withColumns(table, made).columns, ...marks], table.rowCount, ["indicator"]);
      },
    },
  },
});

/** Where nothing stands, a column is of the type of the value that is put in. */
function takingValue({ fill }: Filling, column: Column, scope: StepScope): Column {
  if (fill.by !== "value" || column.type !== "text" || !holdsNothing(column)) return column;
  const value = scope.valueOf(fill.value);
  const none = Array.from(column.codes, () => null);
  if (typeof value === "number") return numberColumn(column.name, none, moreOf(column));
  return typeof value === "boolean" ? booleanColumn(column.name, none, moreOf(column)) : column;
}

/** The groups of rows that it is taken within, and what each is called; null: all rows are one. A row that names none is in none (-1). */
interface NamedGroups {
  readonly rowGroups: RowGroups;
  readonly names: readonly string[];
}

const mostGroups = 10_000;

function groupsOf({ within }: Filling, table: Table, scope: StepScope): NamedGroups | null {
  if (within.length === 0) return null;
  const keys = within.map((name, at) => needColumn(scope, table, name, ["within", at]));
  const rowGroups = namedGroups(groupRows(keys, table.rowCount), (row) => keys.every((key) => !isMissing(key, row)));
  const names = Array.from(rowGroups.firstRow, (row) => JSON.stringify(keys.map((key) => cellJson(key, row))));
  if (names.length > mostGroups) refuse(scope, words, "many-groups", { count: names.length, limit: mostGroups }, ["within"]);
  return { rowGroups, names };
}

function namedGroups({ groupOf, firstRow }: RowGroups, isNamed: (row: number) => boolean): RowGroups {
  let n = 0;
  const placeOf = firstRow.map((row) => (isNamed(row) ? n++ : -1));
  return { groupOf: groupOf.map((group) => placeOf[group] as number), firstRow: firstRow.filter(isNamed) };
}

function keptOf(step: Filling, column: Column, table: Table, groups: NamedGroups | null, scope: StepScope): Kept {
  if (!groups) return { column: column.name, value: fillOf(step, column, table.rowCount, scope) };
  const { groupOf } = groups.rowGroups;
  const { offsets, rows } = rowsByGroup(groupOf, groups.names.length);
  // What is said of one group is said of all of them together.
  let tied = 0;
  const inGroup = { ...scope, say: ({ key }: Sentence) => void (tied += key === words.key("ties") ? 1 : 0) };
  const own = groups.names.map((group, at) => {
    const inIt = rows.subarray(offsets[at], offsets[at + 1]);
    return { group, value: fillOf(step, takeColumnRows(column, inIt), inIt.length, inGroup) };
  });
  if (tied > 0) scope.say(words.sentence("ties-within", { step: scope.index + 1, column: column.name, n: tied }));
  const all = fillOf(step, column, table.rowCount, { ...scope, say: () => undefined });
  return { column: column.name, value: all, groups: own };
}

/** Where groups are named the value of the row's own, and that of all rows where it has none. */
function filledOf(
  column: Column,
  valid: Uint8Array,
  all: Fill,
  { kept, groups }: { readonly kept: Kept | undefined; readonly groups: NamedGroups | null },
  scope: StepScope,
): Column {
  if (!groups || !kept?.groups) return filled(column, valid, [all], null, scope);
  const { groupOf } = groups.rowGroups;
  const valueOf = new Map(kept.groups.map(({ group, value: own }) => [group, own]));
  const own = groups.names.map((group) => valueOf.get(group) ?? null);
  let strangers = 0;
  for (let row = 0; row < valid.length; row++)
    if (valid[row] === 0 && (own[groupOf[row] as number] ?? null) === null) strangers++;
  if (strangers > 0 && all !== null)
    scope.say(words.sentence("new-group", { step: scope.index + 1, column: column.name, n: strangers }));
  // At the end the rows of no group.
  const ofNone = own.length;
  return filled(
    column,
    valid,
    [...own, null].map((value) => value ?? all),
    groupOf.map((group) => (group < 0 ? ofNone : group)),
    scope,
  );
}

const indicatorOf = (column: Column, rows: number): Column => ({
  name: indicatorName(column.name),
  type: "boolean",
  valid: null,
  values: Uint8Array.from({ length: rows }, (_, row) => (isMissing(column, row) ? 1 : 0)),
});

function chosenOf(step: Filling, table: Table, scope: StepScope): readonly Column[] {
  if (step.columns.length === 0) return refuse(scope, shared, "nothing-chosen", { field: "columns" }, ["columns"]);
  return step.columns.map((name, at) => needColumn(scope, table, name, ["columns", at]));
}

function fillOf(step: Filling, column: Column, rows: number, scope: StepScope): Fill {
  const { by } = step.fill;
  // Also where no cell is missing yet: those with the words are what is to be filled.
  if ((by === "mean" || by === "median") && column.type === "text" && wordsInTheWay(column.name, column.dictionary))
    return refuseText(scope, column, by, ["fill"]);
  if (column.valid) return fillValue(step, column, rows, scope);
  // Kept for rows that come later. Of a column that has all its values and none of this kind there is nothing to say yet.
  const isOfKind = by === "mode" || (isNumeric(column) && column.type !== "text");
  return isOfKind ? fillValue(step, column, rows, { ...scope, say: () => undefined }) : null;
}

/** `fills`: of each group of rows, or the one of all. Where it is null there was nothing to take it from. */
function filled(column: Column, valid: Uint8Array, fills: readonly Fill[], groupOf: Int32Array | null, scope: StepScope): Column {
  const fillOfRow = (row: number): Fill => fills[groupOf ? (groupOf[row] as number) : 0] ?? null;
  const given = fills.filter((value) => value !== null);
  if (given.length === 0) {
    scope.say(words.sentence("nothing", { step: scope.index + 1, column: column.name }));
    return column;
  }
  // What was kept is of the column as it was when the step was fitted.
  const type = column.type === "text" ? "string" : column.type === "boolean" ? "boolean" : "number";
  for (const value of given) if (typeof value !== type) return refuseType(scope, column, String(value));
  const rest = valid.map((is, row) => (is === 1 || fillOfRow(row) !== null ? 1 : 0));
  const left = rest.includes(0) ? rest : null;
  if (column.type === "text") {
    const codeOf = new Map([...column.dictionary.entries()].reverse().map(([code, text]) => [text, code]));
    const dictionary = [...column.dictionary];
    for (const text of given.map(String)) {
      if (codeOf.has(text)) continue;
      codeOf.set(text, dictionary.length);
      dictionary.push(text);
    }
    const codes = column.codes.map((each, row) => (valid[row] ? each : (codeOf.get(String(fillOfRow(row))) ?? each)));
    return { ...column, valid: left, dictionary, codes };
  }
  const number = (each: number, row: number): number => (valid[row] ? each : Number(fillOfRow(row) ?? 0));
  if (column.type === "boolean") return { ...column, valid: left, values: column.values.map(number) };
  const areWhole = given.every((value) => Number.isInteger(value) && Math.abs(value as number) < 2 ** 31);
  if (column.type === "int32" && areWhole) return { ...column, valid: left, values: column.values.map(number) };
  return { ...column, type: "float64", valid: left, values: Float64Array.from(column.values, number) };
}

const refuseType = (scope: StepScope, column: Column, value: string): never =>
  refuse(scope, words, "type", { column: column.name, type: isNumeric(column) ? "number" : column.type, value }, ["fill"]);

/** What missing cells get; null when the column has no value to take it from. */
function fillValue(step: Filling, column: Column, rows: number, scope: StepScope): Fill {
  const { fill } = step;
  const wrong = (value: string): never => refuseType(scope, column, value);
  if (fill.by === "value") {
    const value = scope.valueOf(fill.value);
    if (column.type === "text")
      return typeof value === "string" || typeof value === "number" ? String(value) : wrong(String(value));
    if (column.type === "boolean") return typeof value === "boolean" ? value : wrong(String(value));
    return typeof value === "number" ? value : wrong(String(value));
  }
  if (fill.by === "mode") {
    const { groupOf, firstRow } = groupRows([column], rows);
    const counts = countRows("n", { groupOf, groups: firstRow.length });
    const often = (group: number): number => (counts.type === "int32" ? (counts.values[group] as number) : 0);
    let best = -1;
    for (const [group, row] of firstRow.entries()) {
      if (isMissing(column, row)) continue;
      if (best === -1 || often(group) > often(best)) best = group;
    }
    if (best === -1) return null;
    const row = firstRow[best] as number;
    const n = firstRow.filter((first, group) => !isMissing(column, first) && often(group) === often(best)).length;
    if (n > 1) scope.say(words.sentence("ties", { step: scope.index + 1, column: column.name, n }));
    if (column.type === "text") return column.dictionary[column.codes[row] as number] ?? "";
    return column.type === "boolean" ? column.values[row] === 1 : (column.values[row] as number);
  }
  if (isAlong(fill) || holdsNothing(column)) return null;
  if (!isNumeric(column) || column.type === "text") return wrong(fill.by);
  const present = Float64Array.from(column.values).filter((_, row) => !isMissing(column, row));
  if (present.length === 0) return null;
  if (fill.by === "half-min") return halfOfLeast(column, present, scope);
  const value = fill.by === "median" ? medianOf(present) : meanOf(present);
  if (!Number.isFinite(value)) return refuse(scope, words, `${fill.by}-not-finite`, { column: column.name }, ["fill"]);
  return value;
}

function halfOfLeast({ name }: Column, present: Float64Array, scope: StepScope): number {
  const least = present.reduce((low, value) => Math.min(low, value), Number.POSITIVE_INFINITY);
  return least < 0 ? refuse(scope, words, "half-min-negative", { column: name }, ["fill"]) : least / 2;
}
