// Logarithms and powers of columns. The power of Box-Cox and Yeo-Johnson is taken of the rows of the training; a value of
// which there is none is missing, and they are counted.

import { z } from "zod";
import type { Assay } from "../../artifacts/artifact.ts";
import type { StepScope } from "../../contract/step.ts";
import { fittedOf } from "../parts/fitted.ts";
import { changedColumn, chosenNumbers, needFinite, type Numbers, present, withColumns } from "../parts/numbers-of-columns.ts";
import { mapValues } from "../parts/matrix-values.ts";
import { needReads } from "../parts/need-reads.ts";
import { refuse } from "../parts/step-scope.ts";
import { bestPower, type Family, powered } from "./powers.ts";
import { type Shape, type unskew } from "./step.ts";
import { words } from "./words.ts";

/** Null: it has none, and stays as it is. */
const state = z.strictObject({ powers: z.array(z.strictObject({ column: z.string(), power: z.number().nullable() })) });

const take = { key: words.key("title"), params: {} };
const act: { readonly [by in Exclude<Shape, Family>]: (value: number) => number } = {
  log2: Math.log2,
  log10: Math.log10,
  ln: Math.log,
  log1p: Math.log1p,
  asinh: Math.asinh,
  sqrt: Math.sqrt,
};

export const { fitted, apply } = fittedOf<typeof unskew>()({
  keeps: () => "statistics",
  state,
  on: {
    table: {
      fit({ columns, by }, table, scope) {
        const chosen = chosenNumbers(columns, table, scope, take);
        if (by !== "box-cox" && by !== "yeo-johnson") return { powers: [] };
        return { powers: chosen.map((numbers) => ({ column: numbers.column.name, power: powerOf(by, numbers, scope) })) };
      },
      apply({ columns, by }, table, { powers }, scope) {
        const powerOfColumn = new Map(powers.map(({ column, power }) => [column, power]));
        const changed = chosenNumbers(columns, table, scope, take).map((numbers) => {
          const { column, values } = numbers;
          if (by !== "box-cox" && by !== "yeo-johnson") return changedBy(numbers, act[by], by, scope);
          const power = powerOfColumn.get(column.name) ?? null;
          return power === null
            ? changedColumn(column, values)
            : changedBy(numbers, (value) => powered(by, value, power), by, scope);
        });
        return withColumns(table, changed);
      },
    },
    assay: {
      fit: () => ({ powers: [] }),
      apply: ({ columns, by }, assay, _state, scope) => eachOf(assay, columns, by, scope),
    },
  },
});

const scaleOf: { readonly [by in Shape]?: Assay["scale"] } = { log2: "log2", log10: "log10", ln: "ln", log1p: "ln" };

/** Every value of a matrix. What is a logarithm already gets none. */
function eachOf(assay: Assay, columns: readonly string[], by: Shape, scope: StepScope): Assay {
  if (columns.length > 0) refuse(scope, words, "of-tables", {}, ["columns"]);
  const told = { key: words.key(`by-${by}`), params: {} };
  if (by === "box-cox" || by === "yeo-johnson") return refuse(scope, words, "power-of-table", { by: told }, ["by"]);
  const scale = scaleOf[by];
  if (scale !== undefined) needReads(assay, "scale-log", scope);
  let n = 0;
  const values = mapValues(assay, act[by](0) === 0, (value) => {
    const found = act[by](value);
    if (Number.isNaN(value) || Number.isFinite(found) || found === value) return found;
    n++;
    return Number.NaN;
  });
  if (n > 0) scope.say(words.sentence("undefined-in", { step: scope.index + 1, n, by: told }));
  return { ...assay, scale: scale ?? "unknown", values };
}

/** Nobody goes on with larger numbers. */
const extreme = 1e100;

function powerOf(by: Family, numbers: Numbers, scope: StepScope): number | null {
  needFinite(numbers, scope);
  const { name } = numbers.column;
  const values = present(numbers.values);
  if (by === "box-cox" && values.some((value) => value <= 0)) refuse(scope, words, "not-above-0", { column: name }, ["by"]);
  const power = bestPower(by, values);
  if (power === null) {
    scope.say(words.sentence("flat", { step: scope.index + 1, column: name }));
    return null;
  }
  const params = { step: scope.index + 1, column: name, power: Number(power.toPrecision(3)) };
  const made = values.map((value) => powered(by, value, power));
  if (isSqueezed(made)) {
    scope.say(words.sentence("squeezed", params));
    return null;
  }
  if (made.some((value) => Math.abs(value) > extreme)) scope.say(words.sentence("extreme", params));
  return power;
}

/** Values that lie so close together for their size that what is left of them is mostly rounding (scikit-learn#29595, #14959). */
function isSqueezed(values: Float64Array): boolean {
  const [least, most] = values.reduce(([low, high], value) => [Math.min(low, value), Math.max(high, value)], [
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ] as readonly [number, number]);
  return most - least <= 1e-9 * Math.max(Math.abs(least), Math.abs(most));
}

function changedBy({ column, values }: Numbers, each: (value: number) => number, by: Shape, scope: StepScope) {
  let n = 0;
  const changed = values.map((value) => {
    const found = each(value);
    // The logarithm of 0 is no number that anything could go on with.
    if (Number.isNaN(value) || (!Number.isNaN(found) && (Number.isFinite(found) || !Number.isFinite(value)))) return found;
    n++;
    return Number.NaN;
  });
  if (n > 0)
    scope.say(
      words.sentence("undefined", {
        step: scope.index + 1,
        column: column.name,
        n,
        by: { key: words.key(`by-${by}`), params: {} },
      }),
    );
  return changedColumn(column, changed);
}
