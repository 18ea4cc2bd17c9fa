// A design whose coefficient is a contrast of another's: what is shrunken is one coefficient. In the place of one that the contrast
// weighs stands the contrast itself; the samples' means stay as they are.

export interface AsCoefficient {
  readonly columns: readonly Float64Array[];
  /** Which of them is the contrast. */
  readonly at: number;
  /** The other coefficients are what they were: the contrast is one coefficient, once. */
  readonly isOwn: boolean;
}

/** cᵀβ = θ, so β of that place is (θ − the others' part) / its weight. */
export function asCoefficient(columns: readonly Float64Array[], weights: Float64Array): AsCoefficient {
  const at = weights.reduce((best, weight, place) => (Math.abs(weight) > Math.abs(weights[best] as number) ? place : best), 0);
  const own = columns[at] as Float64Array;
  const by = weights[at] as number;
  const made = columns.map((column, place) => {
    const share = (place === at ? 1 : -(weights[place] as number)) / by;
    if (place === at) return column.map((value) => value * share);
    return share === 0 ? column : column.map((value, sample) => value + share * (own[sample] as number));
  });
  return { columns: made, at, isOwn: by === 1 && weights.every((weight, place) => place === at || weight === 0) };
}
