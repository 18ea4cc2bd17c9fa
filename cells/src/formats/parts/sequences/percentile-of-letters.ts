// Percentiles of qualities as FastQC takes them.

/** The letter at which so many per cent of them are reached (FastQC, QualityCount.getPercentile: whole numbers, rounded down). */
export function percentileOf(letters: Float64Array, count: number, percent: number): number {
  const wanted = Math.floor((count * percent) / 100);
  let sum = 0;
  for (let letter = 0; letter < letters.length; letter++) {
    sum += letters[letter] as number;
    if ((letters[letter] as number) > 0 && sum >= wanted) return letter;
  }
  return 0;
}
