// The combinations of levels of several factors, with the number of samples in each.

import type { Variable } from "./model-matrix.ts";

export interface Cell {
  /** "treated, day 8". */
  readonly name: string;
  readonly count: number;
}

/** More combinations than this are not counted one by one. */
const mostCells = 10_000;

/** In the order of the levels, the first factor changing fastest; none where there are too many or no factor. */
export function cellsOf(variables: readonly Variable[], rowCount: number): readonly Cell[] {
  const factors = variables.flatMap((variable) => (variable.kind === "factor" ? [variable] : []));
  const size = factors.reduce((product, { levels }) => product * levels.length, 1);
  if (factors.length === 0 || size > mostCells) return [];
  const counts = new Int32Array(size);
  for (let row = 0; row < rowCount; row++) {
    let at = 0;
    let step = 1;
    for (const { codes, levels } of factors) {
      at += (codes[row] as number) * step;
      step *= levels.length;
    }
    counts[at] = (counts[at] as number) + 1;
  }
  return Array.from(counts, (count, at) => {
    let rest = at;
    const names = factors.map(({ levels }) => {
      const level = levels[rest % levels.length] ?? "";
      rest = Math.floor(rest / levels.length);
      return level;
    });
    return { name: names.join(", "), count };
  });
}
