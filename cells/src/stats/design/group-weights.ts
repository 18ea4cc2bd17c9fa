// A comparison of groups as one factor a coefficient: the model matrix is made for every combination of groups and of the other
// columns (numbers at their mean), each combination counts alike, and the rows of the one side are averaged less those of the other
// (estimated marginal means: Searle, Speed & Milliken, The American Statistician 34:216-221, 1980). In a design without interactions
// these are the differences of the coefficients, as DESeq2 and limma take them.

import type { Formula } from "./formula.ts";
import { modelMatrix, type Variable } from "./model-matrix.ts";

export interface ComparedGroups {
  /** Place of the factor among the formula's columns. */
  readonly factor: number;
  /** Places of levels; each side is averaged. */
  readonly of: readonly number[];
  readonly against: readonly number[];
  /** Where another factor is held at one level: by its place in the formula. */
  readonly within: ReadonlyMap<number, number>;
}

/** More combinations are no comparison that anybody means. */
const mostCombinations = 20_000;

/** Null: too many combinations. */
export function groupWeights(formula: Formula, variables: readonly Variable[], asked: ComparedGroups): Float64Array | null {
  const of = averageRow(formula, variables, { ...asked, levels: asked.of });
  const against = averageRow(formula, variables, { ...asked, levels: asked.against });
  return of && against ? of.map((value, at) => value - (against[at] as number)) : null;
}

interface Side {
  readonly factor: number;
  readonly levels: readonly number[];
  readonly within: ReadonlyMap<number, number>;
}

/** The row of the model matrix of these levels, averaged over every combination of the others. Null: too many combinations. */
export function averageRow(
  formula: Formula,
  variables: readonly Variable[],
  { factor, levels, within }: Side,
): Float64Array | null {
  const choices = variables.map((variable, place): readonly number[] => {
    if (variable.kind === "number") return [0];
    if (place === factor) return levels;
    const held = within.get(place);
    return held === undefined ? [...variable.levels.keys()] : [held];
  });
  const n = choices.reduce((product, each) => product * each.length, 1);
  if (n > mostCombinations) return null;
  let before = 1;
  const grid = variables.map((variable, place): Variable => {
    if (variable.kind === "number") return { kind: "number", values: new Float64Array(n).fill(meanOf(variable.values)) };
    const each = choices[place] as readonly number[];
    const stride = before;
    before *= each.length;
    return {
      ...variable,
      codes: Int32Array.from({ length: n }, (_, row) => each[Math.floor(row / stride) % each.length] as number),
    };
  });
  const { columns } = modelMatrix(formula, grid, n);
  return Float64Array.from(columns, ({ values }) => meanOf(values));
}

function meanOf(values: ArrayLike<number>): number {
  let sum = 0;
  for (let at = 0; at < values.length; at++) sum += values[at] as number;
  return sum / values.length;
}
