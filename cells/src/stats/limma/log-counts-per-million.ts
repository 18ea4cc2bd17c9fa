// edgeR's cpm(log = TRUE): logarithms of counts per million with a prior count in proportion to each library's size. Robinson, McCarthy
// & Smyth, Bioinformatics 26:139-140, 2010; the user's guide of edgeR 3.40, section 2.16.

/** `sizes`: library sizes, times the factors of samples. */
export function logCountsPerMillion(counts: ArrayLike<number>, sizes: Float64Array, prior: number): Float64Array {
  const samples = sizes.length;
  const mean = sizes.reduce((sum, size) => sum + size, 0) / samples;
  const added = sizes.map((size) => (size / mean) * prior);
  return Float64Array.from({ length: counts.length }, (_, at) => {
    const sample = at % samples;
    const own = added[sample] as number;
    return Math.log2((((counts[at] as number) + own) / ((sizes[sample] as number) + 2 * own)) * 1e6);
  });
}
