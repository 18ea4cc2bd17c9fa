// Columns less a centre, over a spread, or their places among the quantiles of the training: the numbers of scikit-learn's
// StandardScaler (divisor n), RobustScaler, MinMaxScaler, MaxAbsScaler, QuantileTransformer (of all rows) and Normalizer.
// A column that does not vary there is divided by nothing. In a range smaller than 2e-15 scikit-learn does not divide
// either; here a range counts whatever the unit. What does not vary is in the middle of its quantiles, where scikit-learn has 0.

import { z } from "zod";
import type { Table } from "../../artifacts/artifact.ts";
import type { OptionsOf, StepScope } from "../../contract/step.ts";
import { meanAndDeviation, momentsOf } from "../../stats/moments.ts";
import { quantiles } from "../../stats/quantiles.ts";
import { fittedOf } from "../parts/fitted.ts";
import { changedColumn, chosenNumbers, needFinite, type Numbers, present, withColumns } from "../parts/numbers-of-columns.ts";
import { normalPlace, placeAmong, referenceQuantiles } from "./quantile-places.ts";
import { isOfRows, type scale, type Scaling } from "./step.ts";
import { refuse } from "../parts/step-scope.ts";
import { words } from "./words.ts";

/** Null: the column had no value. `range`: what no value of the training was outside of. */
const state = z.strictObject({
  columns: z.array(
    z.strictObject({
      column: z.string(),
      centre: z.number().nullable(),
      spread: z.number().positive().nullable(),
      range: z.tuple([z.number(), z.number()]).nullable(),
      quantiles: z.array(z.number()),
    }),
  ),
});
type Kept = z.output<typeof state>["columns"][number];
type Options = OptionsOf<typeof scale>;

const take = { key: words.key("title"), params: {} };

export const { fitted, apply } = fittedOf<typeof scale>()({
  keeps: ({ by }) => (by === "standard" || by === "robust" ? "statistics" : "values"),
  state,
  on: {
    table: {
      fit(step, table, scope) {
        const chosen = chosenNumbers(step.columns, table, scope, take);
        return { columns: isOfRows(step.by) ? [] : chosen.map((numbers) => keptOf(step.by, numbers, scope)) };
      },
      apply(step, table, kept, scope) {
        const chosen = chosenNumbers(step.columns, table, scope, take);
        if (isOfRows(step.by)) return rowsToLength(step, table, chosen, scope);
        const byName = new Map(kept.columns.map((each) => [each.column, each]));
        const changed = chosen.map((numbers) => {
          const own = byName.get(numbers.column.name) ?? nothing;
          sayBeyond(own, numbers, scope);
          return changedColumn(numbers.column, numbers.values.map(scalingOf(step.by, own)));
        });
        return withColumns(table, changed);
      },
    },
  },
});

const nothing: Kept = { column: "", centre: null, spread: null, range: null, quantiles: [] };

function keptOf(by: Scaling, numbers: Numbers, scope: StepScope): Kept {
  needFinite(numbers, scope);
  const column = numbers.column.name;
  const values = present(numbers.values);
  if (values.length === 0) {
    scope.say(words.sentence("empty", { step: scope.index + 1, column }));
    return { ...nothing, column };
  }
  const { isConstant } = momentsOf(values);
  let least = Number.POSITIVE_INFINITY;
  let largest = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    least = Math.min(least, value);
    largest = Math.max(largest, value);
  }
  const scaled = (centre: number, spread: number): Kept => {
    if (!Number.isFinite(spread) || !Number.isFinite(centre)) return refuse(scope, words, "too-large", { column }, ["columns"]);
    const isFlat = !(spread > 0);
    // Where most values are equal the quartiles may be, and others are not.
    if (isConstant) scope.say(words.sentence("constant", { step: scope.index + 1, column }));
    else if (isFlat) scope.say(words.sentence("flat", { step: scope.index + 1, column }));
    return { ...nothing, column, centre, spread: isFlat ? 1 : spread };
  };
  switch (by) {
    case "standard": {
      const { mean, deviation } = meanAndDeviation(values, 0);
      return scaled(mean, isConstant ? 0 : deviation);
    }
    case "robust": {
      const [low = 0, middle = 0, high = 0] = quantiles(values, [0.25, 0.5, 0.75]);
      return scaled(middle, high - low);
    }
    case "min-max":
      return { ...scaled(least, largest - least), range: [least, largest] };
    case "max-abs": {
      const size = Math.max(Math.abs(least), Math.abs(largest));
      return { ...nothing, column, centre: 0, spread: size > 0 ? size : 1, range: [-size, size] };
    }
    default: {
      if (isConstant) scope.say(words.sentence("constant-place", { step: scope.index + 1, column }));
      return { ...nothing, column, range: [least, largest], quantiles: referenceQuantiles(values, numbers.values.length) };
    }
  }
}

/** Missing stays missing. */
function scalingOf(by: Scaling, { centre, spread, quantiles: references }: Kept): (value: number) => number {
  if (by === "quantile-uniform" || by === "quantile-normal") {
    if (references.length === 0) return () => Number.NaN;
    const place = (value: number): number => placeAmong(references, value);
    return (value) => (Number.isNaN(value) ? value : by === "quantile-uniform" ? place(value) : normalPlace(place(value)));
  }
  return centre === null || spread === null ? () => Number.NaN : (value) => over(value, centre, spread);
}

/** Numbers of both signs may lie further apart than a double holds, and not further than their spread. */
function over(value: number, centre: number, spread: number): number {
  const off = value - centre;
  return Number.isFinite(off) ? off / spread : value / spread - centre / spread;
}

function sayBeyond({ range }: Kept, { column, values }: Numbers, scope: StepScope): void {
  if (!range) return;
  let n = 0;
  for (const value of values) if (value < range[0] || value > range[1]) n++;
  if (n > 0) scope.say(words.sentence("beyond", { step: scope.index + 1, column: column.name, n }));
}

const lengths = {
  "unit-l2": (values: readonly number[]) => Math.hypot(...values),
  "unit-l1": (values: readonly number[]) => values.reduce((sum, value) => sum + Math.abs(value), 0),
  "unit-max": (values: readonly number[]) => values.reduce((most, value) => Math.max(most, Math.abs(value)), 0),
} as const;

/** A row may be longer than a double holds: its values are taken in a unit of the largest then. */
function withLength(own: readonly number[], lengthOf: (values: readonly number[]) => number) {
  const length = lengthOf(own);
  if (Number.isFinite(length)) return { own, length };
  const largest = lengths["unit-max"](own);
  const small = own.map((value) => value / largest);
  return { own: small, length: lengthOf(small) };
}

function rowsToLength({ by }: Options, table: Table, chosen: readonly Numbers[], scope: StepScope): Table {
  const lengthOf = by === "unit-l1" || by === "unit-max" ? lengths[by] : lengths["unit-l2"];
  const made = chosen.map(({ values }) => Float64Array.from(values));
  let missing = 0;
  let zero = 0;
  for (let row = 0; row < table.rowCount; row++) {
    const given = chosen.map(({ values }) => values[row] as number);
    const isWhole = given.every(Number.isFinite);
    const { own, length } = isWhole ? withLength(given, lengthOf) : { own: given, length: Number.NaN };
    if (!isWhole) missing++;
    else if (length === 0) zero++;
    for (const [at, value] of own.entries()) (made[at] as Float64Array)[row] = length === 0 ? value : value / length;
  }
  if (missing > 0) scope.say(words.sentence("rows-missing", { step: scope.index + 1, n: missing }));
  if (zero > 0) scope.say(words.sentence("rows-zero", { step: scope.index + 1, n: zero }));
  return withColumns(
    table,
    chosen.map(({ column }, at) => changedColumn(column, made[at] as Float64Array)),
  );
}
