// Counts of genes out of estimates of transcripts, as tximport makes them (Soneson, Love & Robinson, F1000Research 4:1521, 2015): a
// gene's length in a sample is that of its transcripts weighed by their abundance there.

export interface Estimates {
  readonly samples: number;
  /** Feature after feature. */
  readonly counts: ArrayLike<number>;
  readonly abundance: ArrayLike<number>;
  readonly lengths: ArrayLike<number>;
}
export interface GeneEstimates {
  readonly counts: Float64Array;
  readonly abundance: Float64Array;
  readonly lengths: Float64Array;
}

/** `geneOf`: of each transcript; below 0: of none. */
export function sumTranscripts(
  { samples, counts, abundance, lengths }: Estimates,
  geneOf: Int32Array,
  genes: number,
): GeneEstimates {
  const made = { counts: new Float64Array(genes * samples), abundance: new Float64Array(genes * samples) };
  const weighed = new Float64Array(genes * samples);
  // The mean over the transcripts of their means over the samples: of genes without any abundance.
  const plain = new Float64Array(genes);
  const sizes = new Int32Array(genes);
  geneOf.forEach((gene, transcript) => {
    if (gene < 0) return;
    let sum = 0;
    for (let sample = 0; sample < samples; sample++) {
      const [from, to] = [transcript * samples + sample, gene * samples + sample];
      const [share, length] = [abundance[from] as number, lengths[from] as number];
      made.counts[to] = (made.counts[to] as number) + (counts[from] as number);
      made.abundance[to] = (made.abundance[to] as number) + share;
      weighed[to] = (weighed[to] as number) + share * length;
      sum += length;
    }
    plain[gene] = (plain[gene] as number) + sum / samples;
    sizes[gene] = (sizes[gene] as number) + 1;
  });
  const found = weighed.map((sum, at) => sum / (made.abundance[at] as number));
  const middle = plain.map((sum, gene) => sum / (sizes[gene] as number));
  return { ...made, lengths: knownLengths(found, samples, (gene) => middle[gene] as number) };
}

/** A length that is missing in some samples is the geometric mean of the others'; where it is in all, what is given. */
export function knownLengths(lengths: Float64Array, samples: number, usual: (gene: number) => number): Float64Array {
  const known = Float64Array.from(lengths);
  for (let gene = 0; gene < lengths.length / samples; gene++) {
    const row = known.subarray(gene * samples, (gene + 1) * samples);
    const there = row.filter((length) => length > 0);
    if (there.length === samples) continue;
    const instead =
      there.length === 0 ? usual(gene) : Math.exp(there.reduce((sum, length) => sum + Math.log(length), 0) / there.length);
    row.forEach((length, sample) => {
      if (!(length > 0)) row[sample] = instead;
    });
  }
  return known;
}

/** Of each gene over its geometric mean: what its counts in a sample are larger by because it is longer there. */
export function relativeLengths(lengths: Float64Array, samples: number): Float64Array {
  const made = new Float64Array(lengths.length);
  for (let from = 0; from < lengths.length; from += samples) {
    const row = lengths.subarray(from, from + samples);
    const middle = row.reduce((sum, length) => sum + Math.log(length), 0) / samples;
    row.forEach((length, sample) => (made[from + sample] = length / Math.exp(middle)));
  }
  return made;
}

/** Abundances as counts: times the gene's mean length, every sample summing to its counts (lengthScaledTPM). */
export function lengthScaledCounts({ samples, counts, abundance, lengths }: Estimates): Float64Array {
  const made = new Float64Array(counts.length);
  const [sums, scaled] = [new Float64Array(samples), new Float64Array(samples)];
  for (let from = 0; from < counts.length; from += samples) {
    let mean = 0;
    for (let sample = 0; sample < samples; sample++) mean += (lengths[from + sample] as number) / samples;
    for (let sample = 0; sample < samples; sample++) {
      const value = (abundance[from + sample] as number) * mean;
      made[from + sample] = value;
      scaled[sample] = (scaled[sample] as number) + value;
      sums[sample] = (sums[sample] as number) + (counts[from + sample] as number);
    }
  }
  return made.map((value, at) => (value * (sums[at % samples] as number)) / (scaled[at % samples] as number));
}
