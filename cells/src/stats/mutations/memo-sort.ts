// Samples in the order of an oncoprint: those with a mutation of the first gene first, among them those with one of the second, and so
// on (memo sort; Gu 2016, Bioinformatics 32:2847). Of two alike the one with more mutations, then the one that came first.

/** `has(gene, sample)`: whether it is mutated. Answers places of samples. */
export function memoSort(
  { genes, samples }: { readonly genes: number; readonly samples: number },
  has: (gene: number, sample: number) => boolean,
  burden: ArrayLike<number>,
): readonly number[] {
  return Array.from({ length: samples }, (_, at) => at).sort((a, b) => {
    for (let gene = 0; gene < genes; gene++) {
      const one = has(gene, a);
      if (one !== has(gene, b)) return one ? -1 : 1;
    }
    return (burden[b] as number) - (burden[a] as number) || a - b;
  });
}
