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
    const p = odds >= 0 ? 1 / (1 + Math.exp(-odds)) : Math.exp(odds) / (1 + Math.exp(odds));
    chance[row] = p;
    const is = trait[row] as number;
    likelihood -= is === 1 ? log1pExp(-odds) : log1pExp(odds);
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

const log1pExp = (x: number): number => (x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x)));
