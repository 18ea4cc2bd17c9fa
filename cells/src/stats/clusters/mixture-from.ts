// A mixture of Gaussians by expectation and maximisation: each cluster is a cloud with a centre, a spread and a weight (Dempster,
// Laird and Rubin, Journal of the Royal Statistical Society B 39:1-38, 1977; forms of the spread and BIC as scikit-learn's
// GaussianMixture; Fraley and Raftery, Journal of the American Statistical Association 97:611-631, 2002).

import type { Rows } from "../neighbours/squared-length.ts";

export const spreads = ["full", "tied", "diag", "spherical"] as const;
/** Each cluster its own ellipsoid, one of all, along the axes, or a ball each. */
export type Spread = (typeof spreads)[number];

export interface GaussianMixture {
  /** The cluster of which a row is most likely, from 0. */
  readonly labels: Int32Array;
  /** rows x k: how likely each row is of each cluster. */
  readonly likely: Float64Array;
  /** Of all rows. */
  readonly logLikelihood: number;
  /** Smaller is better: -2 log-likelihood and log(rows) for each number that was fitted. */
  readonly bic: number;
  readonly isConverged: boolean;
}

const mostRounds = 500;
/** Of the mean log-likelihood of a row. */
const tolerance = 1e-7;

interface Form {
  readonly k: number;
  readonly spread: Spread;
  readonly floor: number;
}

/** From groups that are given. */
export async function mixtureFrom(
  given: Rows,
  labels: Int32Array,
  form: Form,
  pause: () => Promise<void> | void = () => undefined,
): Promise<GaussianMixture> {
  const { rows, width } = given;
  const { k, spread } = form;
  const likely = new Float64Array(rows * k);
  for (let row = 0; row < rows; row++) likely[row * k + (labels[row] as number)] = 1;
  let before = Number.NEGATIVE_INFINITY;
  let isConverged = false;
  let logLikelihood = Number.NEGATIVE_INFINITY;
  for (let round = 0; round < mostRounds; round++) {
    await pause();
    const clouds = cloudsOf(given, likely, form);
    logLikelihood = expect(given, clouds, likely, k);
    if (Math.abs(logLikelihood - before) < tolerance * rows) {
      isConverged = true;
      break;
    }
    before = logLikelihood;
  }
  const numbers = k * width + (k - 1) + numbersOf(spread, k, width);
  const best = Int32Array.from({ length: rows }, (_, row) => {
    let at = 0;
    for (let c = 1; c < k; c++) if ((likely[row * k + c] as number) > (likely[row * k + at] as number)) at = c;
    return at;
  });
  return { labels: best, likely, logLikelihood, bic: -2 * logLikelihood + numbers * Math.log(rows), isConverged };
}

function numbersOf(spread: Spread, k: number, width: number): number {
  const one = (width * (width + 1)) / 2;
  return { full: k * one, tied: one, diag: k * width, spherical: k }[spread];
}

interface Cloud {
  readonly logWeight: number;
  readonly centre: Float64Array;
  /** width x width, lower: the Cholesky factor of the covariance. */
  readonly factor: Float64Array;
}

function cloudsOf(given: Rows, likely: Float64Array, { k, spread, floor }: Form): readonly Cloud[] {
  const { values, rows, width } = given;
  const centres = new Float64Array(k * width);
  const sizes = new Float64Array(k).fill(10 * Number.EPSILON);
  for (let row = 0; row < rows; row++)
    for (let c = 0; c < k; c++) {
      const share = likely[row * k + c] as number;
      if (share === 0) continue;
      sizes[c] = (sizes[c] as number) + share;
      for (let f = 0; f < width; f++)
        centres[c * width + f] = (centres[c * width + f] as number) + share * (values[row * width + f] as number);
    }
  for (let c = 0; c < k; c++)
    for (let f = 0; f < width; f++) centres[c * width + f] = (centres[c * width + f] as number) / (sizes[c] as number);
  const square = width * width;
  const isWhole = spread === "full" || spread === "tied";
  const covariances = new Float64Array(k * square);
  const off = new Float64Array(width);
  for (let row = 0; row < rows; row++)
    for (let c = 0; c < k; c++) {
      const share = likely[row * k + c] as number;
      if (share === 0) continue;
      for (let f = 0; f < width; f++) off[f] = (values[row * width + f] as number) - (centres[c * width + f] as number);
      for (let i = 0; i < width; i++) {
        const at = c * square + i * width;
        const weighed = share * (off[i] as number);
        for (let j = isWhole ? 0 : i; j <= i; j++)
          covariances[at + j] = (covariances[at + j] as number) + weighed * (off[j] as number);
      }
    }
  const all = sizes.reduce((sum, size) => sum + size, 0);
  if (spread === "tied") {
    for (let at = 0; at < square; at++) {
      let sum = 0;
      for (let c = 0; c < k; c++) sum += covariances[c * square + at] as number;
      for (let c = 0; c < k; c++) covariances[c * square + at] = sum / all;
    }
  } else
    for (let c = 0; c < k; c++)
      for (let at = c * square; at < (c + 1) * square; at++) covariances[at] = (covariances[at] as number) / (sizes[c] as number);
  return Array.from({ length: k }, (_, c): Cloud => {
    const own = covariances.slice(c * square, (c + 1) * square);
    if (spread === "spherical") {
      let mean = 0;
      for (let f = 0; f < width; f++) mean += (own[f * width + f] as number) / width;
      for (let f = 0; f < width; f++) own[f * width + f] = mean;
    }
    for (let f = 0; f < width; f++) own[f * width + f] = (own[f * width + f] as number) + floor;
    return {
      logWeight: Math.log((sizes[c] as number) / all),
      centre: centres.slice(c * width, (c + 1) * width),
      factor: cholesky(own, width),
    };
  });
}

/** In place of the lower half; what rounding made no variance of is the least there is. */
function cholesky(matrix: Float64Array, width: number): Float64Array {
  for (let i = 0; i < width; i++)
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i * width + j] as number;
      for (let f = 0; f < j; f++) sum -= (matrix[i * width + f] as number) * (matrix[j * width + f] as number);
      matrix[i * width + j] = i === j ? Math.sqrt(Math.max(sum, 1e-12)) : sum / (matrix[j * width + j] as number);
    }
  return matrix;
}

/** How likely each row is of each cloud, into `likely`; the log-likelihood of all rows. */
function expect({ values, rows, width }: Rows, clouds: readonly Cloud[], likely: Float64Array, k: number): number {
  const solved = new Float64Array(width);
  const logs = new Float64Array(k);
  const constants = clouds.map(({ logWeight, factor }) => {
    let half = 0;
    for (let f = 0; f < width; f++) half += Math.log(factor[f * width + f] as number);
    return logWeight - half - 0.5 * width * Math.log(2 * Math.PI);
  });
  let total = 0;
  for (let row = 0; row < rows; row++) {
    let most = Number.NEGATIVE_INFINITY;
    for (const [c, { centre, factor }] of clouds.entries()) {
      let squares = 0;
      for (let i = 0; i < width; i++) {
        let sum = (values[row * width + i] as number) - (centre[i] as number);
        for (let j = 0; j < i; j++) sum -= (factor[i * width + j] as number) * (solved[j] as number);
        const value = sum / (factor[i * width + i] as number);
        solved[i] = value;
        squares += value * value;
      }
      const log = (constants[c] as number) - squares / 2;
      logs[c] = log;
      if (log > most) most = log;
    }
    let sum = 0;
    for (let c = 0; c < k; c++) sum += Math.exp((logs[c] as number) - most);
    const all = most + Math.log(sum);
    for (let c = 0; c < k; c++) likely[row * k + c] = Math.exp((logs[c] as number) - all);
    total += all;
  }
  return total;
}
