// Quantiles of the studentized range for many degrees of freedom of one k and one level, as Games and Howell's intervals of thousands of
// genes ask for: the logarithm of the quantile is smooth in 1 / df, so it is kept as a Chebyshev polynomial of that.

import { rangeQuantile } from "./studentized-range.ts";

/** Below so few degrees of freedom the quantile rises too steeply for a polynomial. */
const fewest = 2;
const nodes = 24;

const known = new Map<string, (df: number) => number>();

/** Where P(Q > q) is `upper`, by the degrees of freedom. */
export function rangeQuantiles(upper: number, groups: number): (df: number) => number {
  const name = `${groups} ${upper}`;
  const found = known.get(name);
  if (found) return found;
  let polynomial: Float64Array | null = null;
  const at = (df: number): number => {
    if (!(df > fewest) || !(upper > 0 && upper < 1) || !(groups >= 2)) return rangeQuantile(upper, groups, df);
    polynomial ??= polynomialOf(upper, groups);
    const x = (2 * fewest) / df - 1;
    let [b, c] = [0, 0];
    for (let j = nodes - 1; j > 0; j--) [b, c] = [2 * x * b - c + (polynomial[j] as number), b];
    return Math.exp(x * b - c + (polynomial[0] as number));
  };
  known.set(name, at);
  return at;
}

function polynomialOf(upper: number, groups: number): Float64Array {
  let near = 3.5;
  const values = Array.from({ length: nodes }, (_, k) => {
    const node = Math.cos((Math.PI * (k + 0.5)) / nodes);
    near = rangeQuantile(upper, groups, (2 * fewest) / (node + 1), near);
    return Math.log(near);
  });
  return Float64Array.from({ length: nodes }, (_, j) => {
    const sum = values.reduce((all, value, k) => all + value * Math.cos((Math.PI * j * (k + 0.5)) / nodes), 0);
    return ((j === 0 ? 1 : 2) * sum) / nodes;
  });
}
