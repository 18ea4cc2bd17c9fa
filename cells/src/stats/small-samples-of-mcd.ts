// By how much too small the scatter of the inner half of few rows comes out, and that of the rows which are near it: curves in the
// number of rows and of columns (Pison, Van Aelst and Willems, Metrika 55:111-123, 2002, section 3), whose two constants each were
// solved from what robustbase 0.95 answers for two numbers of rows (stats/oracles/mcd.R, which holds them to others).

/** 1 - 1 / factor is exp(a) / n^b. */
type Curve = readonly [a: number, b: number];
/** Of three columns and more: that share at n = 2 p^2 and at n = 3 p^2 is c / p^d. */
type Curves = readonly [two: readonly [c: number, d: number], three: readonly [c: number, d: number]];

interface Constants {
  readonly one: Curve;
  readonly two: Curve;
  readonly more: Curves;
}
const raw: Constants = {
  one: [0.262024211897, 0.60475668063],
  two: [0.673292623522, 0.691365864962],
  more: [
    [1.427645716878, 1.262633369322],
    [1.061411159817, 1.289079914404],
  ],
};
const reweighted: Constants = {
  one: [1.11098143415, 1.518289027045],
  two: [3.11101712909, 1.914010567219],
  more: [
    [1.028425727248, 1.676598830819],
    [0.268002734509, 1.359685628936],
  ],
};

const lacking = ({ one, two, more }: Constants, n: number, p: number): number => {
  if (p <= 2) {
    const [a, b] = p === 1 ? one : two;
    return Math.exp(a) / n ** b;
  }
  const [low = 0, high = 0] = more.map(([c, d]) => Math.log(c / p ** d));
  const b = (low - high) / Math.log(3 / 2);
  return Math.exp(low + b * Math.log(2 * p * p)) / n ** b;
};

export const rawCorrection = (n: number, p: number): number => 1 / (1 - lacking(raw, n, p));
export const reweightedCorrection = (n: number, p: number): number => 1 / (1 - lacking(reweighted, n, p));
