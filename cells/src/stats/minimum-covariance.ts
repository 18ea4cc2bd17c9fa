// Centre and scatter of the bulk of the rows, whatever up to half of them are: the minimum covariance determinant, found by FastMCD
// (Rousseeuw and Van Driessen, Technometrics 41:212-223, 1999), made consistent for normal rows (Croux and Haesbroeck, Journal of
// Multivariate Analysis 71:161-190, 1999) and for few of them (Pison, Van Aelst and Willems, Metrika 55:111-123, 2002), and then
// that of the rows which are not far from it, as robustbase's covMcd with alpha = 1/2 has it.

import { chiSquared } from "./distributions/chi-squared.ts";
import type { Rows } from "./local-outlier-factor.ts";
import { meanAndDeviation } from "./moments.ts";
import { medianOf } from "./quantiles.ts";
import { rawCorrection, reweightedCorrection } from "./small-samples-of-mcd.ts";
import { factorOf, type Scatter, scatterOf, squaredDistances } from "./scatter.ts";
import { robustZ } from "./robust-z.ts";
import { startOfHalf } from "./fast-mcd.ts";

export interface MinimumCovariance extends Scatter {
  /** The rows whose covariance matrix has the least determinant that was found, and its logarithm. */
  readonly half: Int32Array;
  readonly logDeterminant: number;
  /** Of all rows. */
  readonly distances: Float64Array;
}

/** Why there is none. */
export type NoScatter =
  /** So few rows; it takes `needs`. */
  | { readonly needs: number }
  /** A column that has one value in half of the rows. */
  | { readonly flat: number }
  /** A column that in half of the rows follows from those before it. */
  | { readonly follows: number };

/** How many rows the half is. */
export const halfOf = (rows: number, width: number): number => Math.floor((rows + width + 1) / 2);

/** Rows that are looked at once more lie within this quantile. */
const kept = 0.975;

/** Equal seeds give equal answers. `pause`: between steps, and may throw. */
export function minimumCovariance(given: Rows, seed: number, pause: () => void = () => undefined): MinimumCovariance | NoScatter {
  const { rows, width } = given;
  // Of fewer, half of the rows say hardly more than that they are there.
  if (rows < 2 * width + 1 || rows < 3) return { needs: Math.max(3, 2 * width + 1) };
  const half = halfOf(rows, width);
  const units = unitsOf(given, half);
  if (!Array.isArray(units)) return units;
  const scaled = inUnits(given, units);
  const found = startOfHalf(scaled, half, seed, pause);
  if ("follows" in found) return found;
  const raw = scatterOf(scaled, found.half);
  const cutoff = chiSquared.quantile(kept, width);
  const first = times(raw, consistency(half / rows, width) * rawCorrection(rows, width));
  const far = distancesIn(scaled, first);
  if (!far) return { follows: width - 1 };
  const near = Int32Array.from(far.keys()).filter((row) => (far[row] as number) < cutoff);
  const isAll = near.length === rows;
  const last = times(
    scatterOf(scaled, near),
    isAll ? 1 : consistency(near.length / rows, width) * reweightedCorrection(rows, width),
  );
  const distances = distancesIn(scaled, last);
  if (!distances) return { follows: width - 1 };
  const size = units.reduce((sum, { unit }) => sum + 2 * Math.log(unit), 0);
  return {
    centre: last.centre.map((value, f) => value * (units[f]?.unit ?? 1) + (units[f]?.from ?? 0)),
    covariance: last.covariance.map(
      (value, at) => value * (units[Math.floor(at / width)]?.unit ?? 1) * (units[at % width]?.unit ?? 1),
    ),
    half: found.half,
    logDeterminant: found.logDeterminant + size,
    distances: distances.map(Math.sqrt),
  };
}

function distancesIn(rows: Rows, scatter: Scatter): Float64Array | null {
  const found = factorOf(scatter);
  return "factor" in found ? squaredDistances(rows, scatter.centre, found.factor) : null;
}

const times = ({ centre, covariance }: Scatter, by: number): Scatter => ({
  centre,
  covariance: covariance.map((value) => value * by),
});

/** What the covariance of the inner share of normal rows lacks. */
const consistency = (share: number, width: number): number =>
  share / chiSquared.lower(chiSquared.quantile(share, width), width + 2);

interface Unit {
  readonly from: number;
  readonly unit: number;
}

/** Distances are the same in whatever units; of numbers of like size products keep their digits. */
function unitsOf({ values, rows, width }: Rows, half: number): Unit[] | NoScatter {
  const units: Unit[] = [];
  for (let f = 0; f < width; f++) {
    const column = Float64Array.from({ length: rows }, (_, row) => values[row * width + f] as number);
    const { median, spread } = robustZ(column);
    const from = medianOf(Float64Array.from(column));
    let equal = 0;
    for (const value of column) if (value === median) equal++;
    if (equal >= half) return { flat: f };
    const unit = spread > 0 ? spread : meanAndDeviation(column).deviation;
    if (!(unit > 0 && Number.isFinite(unit))) return { flat: f };
    units.push({ from, unit });
  }
  return units;
}

const inUnits = ({ values, rows, width }: Rows, units: readonly Unit[]): Rows => ({
  values: values.map((value, at) => {
    const { from, unit } = units[at % width] ?? { from: 0, unit: 1 };
    return (value - from) / unit;
  }),
  rows,
  width,
});
