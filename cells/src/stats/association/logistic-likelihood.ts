// The likelihood of a logistic model at some coefficients, with its slope and bend.

/** Arrays that each fit writes over: nothing is made for a variant. */
export interface FitWork {
  readonly beta: Float64Array;
  readonly step: Float64Array;
  readonly score: Float64Array;
  readonly information: Float64Array;
  readonly inverse: Float64Array;
  readonly chance: Float64Array;
}

/** Score and information of those rows at `beta`; the log likelihood. */
export function atBeta(
  trait: Uint8Array,
  columns: readonly Float64Array[],
  rows: Int32Array,
  { beta, score, information, chance }: FitWork,
): number {
  const width = columns.length;
  score.fill(0);
  information.fill(0);
  let likelihood = 0;
  for (let nth = 0; nth < rows.length; nth++) {
    const row = rows[nth] as number;
    let odds = 0;
    for (let at = 0; at < width; at++) odds += ((columns[at] as Float64Array)[row] as number) * (beta[at] as number);
    const away = Math.exp(-Math.abs(odds));
    const p = odds >= 0 ? 1 / (1 + away) : away / (1 + away);
    chance[row] = p;
    const is = trait[row] as number;
    likelihood -= Math.log1p(away) + Math.max(0, is === 1 ? -odds : odds);
    const weight = p * (1 - p);
    const off = is - p;
    for (let at = 0; at < width; at++) {
      const value = (columns[at] as Float64Array)[row] as number;
      score[at] = (score[at] as number) + value * off;
      const weighted = value * weight;
      for (let other = 0; other <= at; other++)
        information[at * width + other] =
          (information[at * width + other] as number) + weighted * ((columns[other] as Float64Array)[row] as number);
    }
  }
  return likelihood;
}
