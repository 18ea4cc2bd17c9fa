// Values far from the others of their column (and group). Bounds by median, quartiles or mean are taken of the rows of the training
// and hold for all; Rosner's test and what is told of columns together look at all rows, and keep nothing.

import { z } from "zod";
import type { Table } from "../../artifacts/artifact.ts";
import type { Apply, OptionsOf, StepScope } from "../../contract/step.ts";
import { generalisedEsd } from "../../stats/generalised-esd.ts";
import { fittedOf } from "../parts/fitted.ts";
import { chosenNumbers, needFinite, type Numbers } from "../parts/numbers-of-columns.ts";
import { refuse } from "../parts/step-scope.ts";
import { splitColumn } from "../../artifacts/parts-of-rows.ts";
import { acted, type Judged, type Measure } from "./acted.ts";
import { boundsOf, distanceFrom, type Middle, middleOf } from "./bounds.ts";
import { groupsBy, rowsByGroup } from "../parts/row-groups.ts";
import { byPlaces, places, placesOf } from "./places.ts";
import { bySeasons } from "./seasonal.ts";
import { actionsOf, isBound, isJoint, isPlaced, type outliers, type Rule } from "./step.ts";
import { byAllColumns } from "./together.ts";
import { words as shared } from "../words.ts";
import { words } from "./words.ts";

type Options = OptionsOf<typeof outliers>;
const take = { key: words.key("title"), params: {} };

/** Of each column the groups that have bounds, and of all together those that have a place; one that has none is not judged. */
const state = z.strictObject({
  columns: z.array(
    z.strictObject({
      column: z.string(),
      groups: z.array(z.strictObject({ group: z.string(), from: z.number(), to: z.number(), spread: z.number().positive() })),
    }),
  ),
  places,
});
type Kept = z.output<typeof state>["columns"][number];

const bound = fittedOf<typeof outliers>()({
  keeps: ({ group }) => (group === "" ? "statistics" : "values"),
  state,
  on: {
    table: {
      fit(step, table, scope) {
        const chosen = numbersOf(step, table, scope);
        const { rule } = step;
        return {
          columns: isBound(rule) ? chosen.map((numbers) => keptOf(rule, step.group, numbers, table, scope)) : [],
          places: isPlaced(rule) ? placesOf(step, rule, chosen, table, scope) : [],
        };
      },
      apply(step, table, { columns, places }, scope) {
        const chosen = numbersOf(step, table, scope);
        const { rule } = step;
        if (isPlaced(rule)) return byPlaces(step, rule, chosen, places, table, scope);
        const byName = new Map(columns.map(({ column, groups }) => [column, groups]));
        const judged = chosen.map((numbers) => judgedBy(step, numbers, byName.get(numbers.column.name) ?? [], table, scope));
        return acted(step, table, judged, scope);
      },
    },
  },
});

export const { fitted } = bound;
export const apply: Apply<typeof outliers> = {
  table(step, table, scope) {
    const { rule } = step;
    if (isBound(rule) || isPlaced(rule)) return bound.apply.table(step, table, scope);
    const by = { key: words.key(`by-${rule.by}`), params: {} };
    if (splitColumn(table)) scope.say(words.sentence("all-parts", { step: scope.index + 1, by }));
    if (rule.by === "seasonal") return bySeasons(step, rule, numbersOf(step, table, scope), table, scope);
    return isJoint(rule) ? byAllColumns(step, rule, numbersOf(step, table, scope), table, scope) : byTest(step, table, scope);
  },
};

/** Yes and no are not far from each other. */
function numbersOf({ columns, rule, action }: Options, table: Table, scope: StepScope): readonly Numbers[] {
  if (!actionsOf(rule).includes(action))
    return refuse(scope, words, "together", { by: { key: words.key(`by-${rule.by}`), params: {} } }, ["action"]);
  const chosen = chosenNumbers(columns, table, scope, take);
  const odd = chosen.find(({ column }) => column.type === "boolean");
  if (odd) refuse(scope, words, "yes-no", { column: odd.column.name }, ["columns"]);
  return chosen;
}

function keptOf(rule: Rule, group: string, numbers: Numbers, table: Table, scope: StepScope): Kept {
  needFinite(numbers, scope);
  const column = numbers.column.name;
  const groups = groupsBy(group, table, scope);
  const kept: Kept["groups"] = [];
  let [filled, flat, few] = [0, 0, 0];
  for (const [at, rows] of rowsByGroup(groups, numbers.values).entries()) {
    if (rows.length === 0) continue;
    filled++;
    const middle = isBound(rule)
      ? middleOf(
          rule.by,
          Float64Array.from(rows, (row) => numbers.values[row] as number),
        )
      : null;
    if (middle && !Number.isFinite(middle.spread)) return refuse(scope, shared, "too-extreme", {}, ["columns"]);
    if (!middle) flat++;
    else kept.push({ group: groups.texts[at] ?? "", ...middle });
    // No value of n is farther from their mean than so (Shiffler, The American Statistician 42:79-80, 1988).
    if (middle && rule.by === "z" && (rows.length - 1) / Math.sqrt(rows.length) <= rule.beyond) few++;
  }
  const say = (key: "empty" | "flat" | "flat-groups" | "few" | "few-groups", n: number): void =>
    scope.say(words.sentence(key, { step: scope.index + 1, column, n, of: filled }));
  if (filled === 0) say("empty", 0);
  if (flat > 0) say(group === "" ? "flat" : "flat-groups", flat);
  if (few > 0) say(group === "" ? "few" : "few-groups", few);
  return { column, groups: kept };
}

function judgedBy({ rule, group }: Options, numbers: Numbers, kept: Kept["groups"], table: Table, scope: StepScope): Judged {
  const { texts, placeOf } = groupsBy(group, table, scope);
  const byGroup = new Map(kept.map((each): [string, Middle] => [each.group, each]));
  const middles = texts.map((text) => byGroup.get(text) ?? null);
  const judged = unjudged(numbers, table);
  const { far } = judged.measures[0];
  const beyond = isBound(rule) ? rule.beyond : Number.POSITIVE_INFINITY;
  const bounds = middles.map((middle) => middle && boundsOf(middle, beyond));
  let nowhere = 0;
  for (const [row, value] of numbers.values.entries()) {
    if (Number.isNaN(value)) continue;
    const place = placeOf[row] as number;
    const middle = middles[place];
    const ends = bounds[place];
    if (!middle || !ends) {
      nowhere++;
      continue;
    }
    far[row] = distanceFrom(middle, value);
    judged.verdict[row] = value < ends[0] || value > ends[1] ? 1 : 0;
  }
  if (nowhere > 0 && group !== "")
    scope.say(words.sentence("nowhere", { step: scope.index + 1, column: numbers.column.name, group, n: nowhere }));
  return {
    ...judged,
    measures: [{ far, beyond: () => beyond }],
    bound(row) {
      const [low = Number.NaN, high = Number.NaN] = bounds[placeOf[row] as number] ?? [];
      return Math.min(Math.max(numbers.values[row] as number, low), high);
    },
  };
}

interface Unjudged extends Omit<Judged, "bound"> {
  readonly measures: readonly [Measure];
}
const unjudged = (numbers: Numbers, { rowCount }: Table): Unjudged => ({
  numbers,
  measures: [{ far: new Float64Array(rowCount).fill(Number.NaN) }],
  verdict: new Uint8Array(rowCount).fill(2),
});

/** Rosner's test: of those that are no outliers nothing is told but that. */
function byTest(step: Options, table: Table, scope: StepScope): Table {
  const groups = groupsBy(step.group, table, scope);
  const judged = numbersOf(step, table, scope).map((numbers): Judged => {
    needFinite(numbers, scope);
    const found = unjudged(numbers, table);
    const ends = groups.texts.map(() => [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY] as [number, number]);
    let small = 0;
    for (const [at, rows] of rowsByGroup(groups, numbers.values).entries()) {
      if (rows.length > 0 && rows.length < enough) small++;
      testRows(step.rule, rows, found);
      for (const row of rows) {
        if (found.verdict[row] !== 0) continue;
        const end = ends[at] as [number, number];
        const value = numbers.values[row] as number;
        ends[at] = [Math.min(end[0], value), Math.max(end[1], value)];
      }
    }
    if (small > 0) scope.say(words.sentence("small", { step: scope.index + 1, column: numbers.column.name, n: small, enough }));
    return {
      ...found,
      bound(row) {
        const [low, high] = ends[groups.placeOf[row] as number] ?? [Number.NaN, Number.NaN];
        return Math.min(Math.max(numbers.values[row] as number, low), high);
      },
    };
  });
  return acted(step, table, judged, scope);
}

/** From so many values on the critical values hold (Rosner 1983). */
const enough = 25;

function testRows(rule: Rule, rows: readonly number[], { numbers, measures: [{ far }], verdict }: Unjudged): void {
  if (rule.by !== "esd" || rows.length < 3) return;
  const values = Float64Array.from(rows, (row) => numbers.values[row] as number);
  const { tested, count } = generalisedEsd(values, Math.min(rule.most, Math.floor(rows.length / 2)), rule.alpha);
  for (const row of rows) verdict[row] = 0;
  for (const { at, deviate } of tested.slice(0, count)) {
    far[rows[at] as number] = deviate;
    verdict[rows[at] as number] = 1;
  }
}
