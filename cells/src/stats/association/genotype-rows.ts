// Genotypes as association reads them: a variant at a time, as copies of the counted allele, NaN where nobody knows.

export interface GenotypeRows {
  readonly variants: number;
  readonly samples: number;
  /** Writes the copies of each sample into `into`; how many of them are not known. */
  read(variant: number, into: Float64Array): number;
}

export interface CountedRows extends GenotypeRows {
  /** Writes how many have 0, 1 and 2 copies; false: copies of that variant are not whole numbers, or not told so. */
  count(variant: number, into: Int32Array): boolean;
}

/** What a model says of one variant, written over by the next one. NaN: it has no answer. */
export interface VariantFit {
  /** Samples whose genotype is known. */
  n: number;
  beta: number;
  error: number;
  /** t, z or Wald's chi; its p is two-sided. */
  statistic: number;
  /** Natural logarithm of p, which p itself may be too small to be written as. */
  logP: number;
}

export const noFit = (fit: VariantFit, n: number): void => {
  fit.n = n;
  fit.beta = fit.error = fit.statistic = fit.logP = Number.NaN;
};
