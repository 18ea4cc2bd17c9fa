// What is fitted of a gene at a time.

export interface OneGene {
  readonly counts: Float64Array;
  /** By which each sample's count is larger than its normalised one. */
  readonly factors: Float64Array;
  readonly dispersion: number;
  /** Precision of a normal prior of each coefficient, natural logarithms; absent: one so small that it only keeps what runs away. */
  readonly ridges?: Float64Array;
}
