// Values less what some columns of a design do to them, the others staying: Ritchie et al., Nucleic Acids Research 43:e47, 2015,
// and the behaviour of limma 3.54's removeBatchEffect. Of a feature with missing values the fit is that of its own samples, and
// what they cannot tell counts as 0.

import { leastSquares } from "./least-squares.ts";

export interface Effects {
  /** features x samples, row-major; NaN is missing. */
  readonly values: Float32Array;
  readonly samples: number;
  readonly kept: readonly Float64Array[];
  readonly effects: readonly Float64Array[];
  /** Between pieces of long work. */
  pause(): void;
}

/** `partly`: features of which the samples with a value could not tell all that those of the others do. */
export function withoutEffects({ values, samples, kept, effects, pause }: Effects): {
  readonly values: Float32Array;
  readonly partly: number;
} {
  const columns = [...kept, ...effects];
  const whole = leastSquares(columns);
  const found = new Float64Array(columns.length);
  const out = new Float32Array(values.length);
  let partly = 0;
  for (let start = 0, row = 0; start < values.length; start += samples, row++) {
    const own = values.subarray(start, start + samples);
    const isThere = (_: number, at: number): boolean => !Number.isNaN(own[at]);
    if (own.some((value) => Number.isNaN(value))) {
      const some = leastSquares(columns.map((column) => column.filter(isThere)));
      some.coefficients(own.filter(isThere), found);
      if (some.rank < whole.rank) partly++;
    } else whole.coefficients(own, found);
    for (let sample = 0; sample < samples; sample++) {
      let effect = 0;
      for (let at = 0; at < effects.length; at++) {
        const by = found[kept.length + at] as number;
        if (by === by) effect += by * ((effects[at] as Float64Array)[sample] as number);
      }
      out[start + sample] = (own[sample] as number) - effect;
    }
    if (row % 1000 === 0) pause();
  }
  return { values: out, partly };
}
