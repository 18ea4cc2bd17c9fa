// Both tails of a distribution and their natural logarithms. The smaller tail is found as a logarithm, and the other one is
// its complement: `1 - cdf` is 0 where the upper tail is 1e-20, and a tail of exp(-5000) has only its logarithm.

/** Probabilities of what is at most x (lower) and of what is beyond it (upper); of 0 the logarithm is -Infinity. */
export interface Tails {
  readonly lower: number;
  readonly upper: number;
  readonly logLower: number;
  readonly logUpper: number;
}

export const noTails: Tails = { lower: Number.NaN, upper: Number.NaN, logLower: Number.NaN, logUpper: Number.NaN };
export const allUpper: Tails = { lower: 0, upper: 1, logLower: Number.NEGATIVE_INFINITY, logUpper: 0 };
export const allLower: Tails = { lower: 1, upper: 0, logLower: 0, logUpper: Number.NEGATIVE_INFINITY };

/** log(1 - exp(x)) of x <= 0, by whichever of the two ways keeps its digits (Maechler, the vignette log1mexp of Rmpfr). */
const logOfRest = (log: number): number => (log > -Math.LN2 ? Math.log(-Math.expm1(log)) : Math.log1p(-Math.exp(log)));

/** `log`: of the tail on that side. Rounding above 0 is 0. */
export function tailsOf(log: number, side: "lower" | "upper"): Tails {
  const own = Math.min(log, 0);
  const [p, rest, logRest] = [Math.exp(own), -Math.expm1(own), logOfRest(own)];
  return side === "lower"
    ? { lower: p, upper: rest, logLower: own, logUpper: logRest }
    : { lower: rest, upper: p, logLower: logRest, logUpper: own };
}

export const mirrored = ({ lower, upper, logLower, logUpper }: Tails): Tails => ({
  lower: upper,
  upper: lower,
  logLower: logUpper,
  logUpper: logLower,
});

/** As R's p-functions: lower.tail = TRUE or FALSE, log.p = FALSE or TRUE. What is no number or no such distribution is NaN. */
export interface Distribution<Parameters extends readonly number[]> {
  tails(x: number, ...of: Parameters): Tails;
  lower(x: number, ...of: Parameters): number;
  upper(x: number, ...of: Parameters): number;
  logLower(x: number, ...of: Parameters): number;
  logUpper(x: number, ...of: Parameters): number;
}

export const distribution = <Parameters extends readonly number[]>(
  tails: (x: number, ...of: Parameters) => Tails,
): Distribution<Parameters> => ({
  tails,
  lower: (x, ...of) => tails(x, ...of).lower,
  upper: (x, ...of) => tails(x, ...of).upper,
  logLower: (x, ...of) => tails(x, ...of).logLower,
  logUpper: (x, ...of) => tails(x, ...of).logUpper,
});

/** Of a test against both sides: twice the smaller tail, at most 1, with its natural logarithm. */
export function twoSided({ lower, upper, logLower, logUpper }: Tails): { readonly p: number; readonly logP: number } {
  return {
    p: Math.min(1, 2 * Math.min(lower, upper)),
    logP: Math.min(0, Math.LN2 + Math.min(logLower, logUpper)),
  };
}
