// Distances in principal components: how far out a row lies along those that are taken (score distance), and how far from them all
// (orthogonal distance), with the cut-offs of the outlier map (Hubert, Rousseeuw and Vanden Branden, Technometrics 47:64-79, 2005,
// section 3): the root of a chi-squared quantile, and for the orthogonal ones that of normal values of their power 2/3. Means and
// deviations are the classical ones, as in rrcov's PcaClassic; columns are in their standard deviations where `scale` says so. `components`: how many, 0: as few as hold 80 % of the variance.

import { z } from "zod";
import type { StepScope } from "../../contract/step.ts";
import { principalComponents } from "../../learn/principal-components.ts";
import { chiSquared } from "../../stats/distributions/chi-squared.ts";
import { normalQuantile } from "../../stats/normal-quantile.ts";
import type { Rows } from "../../stats/local-outlier-factor.ts";
import type { NoScatter } from "../../stats/minimum-covariance.ts";
import { meanAndDeviation, momentsOf } from "../../stats/moments.ts";
import { words } from "../words.ts";

const numbers = z.array(z.number());
/** What is kept of the rows. */
export const inComponents = {
  centre: numbers,
  /** What each column is divided by. */
  units: numbers,
  /** One after the other a number a column. */
  loadings: numbers,
  variance: numbers,
  /** Mean and deviation of the power 2/3 of the orthogonal distances; deviation 0: there are none. */
  off: z.strictObject({ mean: z.number(), deviation: z.number() }),
};
const place = z.strictObject({ by: z.literal("components"), ...inComponents });
export type Components = z.output<typeof place>;

/** As it was made of so many columns: what is kept may come from a file that anybody wrote. */
export const isOfWidth = ({ centre, units, loadings, variance }: Omit<Components, "by">, width: number): boolean =>
  centre.length === width && units.length === width && loadings.length === variance.length * width;

const usualShare = 0.8;

export function componentsOf(
  { components, scale }: { readonly components: number; readonly scale: boolean },
  rows: Rows,
  scope: StepScope,
): Components | NoScatter {
  const { width } = rows;
  if (rows.rows < 3) return { needs: 3 };
  const columns = Array.from({ length: width }, (_, f) => meanAndDeviation(columnAt(rows, f)));
  const centre = columns.map(({ mean }) => mean);
  const units = columns.map(({ deviation }, f) =>
    scale && deviation > 0 && !momentsOf(columnAt(rows, f)).isConstant ? deviation : 1,
  );
  const scaled = inUnits(rows, centre, units);
  const all = principalComponents(scaled, rows.rows, width, { components: width, scale: false });
  if (all.variance.length === 0) return { flat: 0 };
  let held = 0;
  let fewest = 0;
  while (fewest < all.share.length && held < usualShare - 1e-9) held += all.share[fewest++] as number;
  const count = Math.min(components || fewest, all.variance.length);
  const share = all.share.slice(0, count).reduce((sum, each) => sum + each, 0);
  const base = {
    by: "components" as const,
    centre,
    units,
    loadings: [...all.loadings.subarray(0, count * width)],
    variance: [...all.variance.subarray(0, count)],
  };
  const { off } = both({ ...base, off: { mean: 0, deviation: 0 } }, rows);
  const isAll = count === all.variance.length;
  const told = { step: scope.index + 1, n: count, of: all.variance.length, percent: Number((100 * share).toPrecision(3)) };
  scope.say(words.sentence(isAll ? "components-all" : "components-taken", told));
  return { ...base, off: isAll ? { mean: 0, deviation: 0 } : meanAndDeviation(off.map((value) => value ** (2 / 3))) };
}

interface Told {
  readonly far: Float64Array;
  readonly limit: number;
}

export function distancesIn(found: Components, quantile: number, rows: Rows): readonly [Told, Told] {
  const { score, off } = both(found, rows);
  const limit = Math.sqrt(chiSquared.quantile(quantile, found.variance.length));
  const { mean, deviation } = found.off;
  const isAll = deviation === 0;
  return [
    { far: score, limit },
    {
      far: isAll ? off.fill(0) : off,
      limit: isAll ? Number.POSITIVE_INFINITY : Math.max(0, mean + deviation * normalQuantile(quantile)) ** 1.5,
    },
  ];
}

function both({ centre, units, loadings, variance }: Components, rows: Rows): { score: Float64Array; off: Float64Array } {
  const { width } = rows;
  const values = inUnits(rows, centre, units);
  const score = new Float64Array(rows.rows);
  const off = new Float64Array(rows.rows);
  for (let row = 0; row < rows.rows; row++) {
    const own = values.subarray(row * width, (row + 1) * width);
    let out = 0;
    for (const [k, along] of variance.entries()) {
      let at = 0;
      for (let f = 0; f < width; f++) at += (own[f] as number) * (loadings[k * width + f] as number);
      out += (at * at) / along;
      // What is left lies across the components before it, which are across this one.
      for (let f = 0; f < width; f++) own[f] = (own[f] as number) - at * (loadings[k * width + f] as number);
    }
    score[row] = Math.sqrt(out);
    off[row] = Math.hypot(...own);
  }
  return { score, off };
}

const columnAt = ({ values, rows, width }: Rows, f: number): Float64Array =>
  Float64Array.from({ length: rows }, (_, row) => values[row * width + f] as number);

const inUnits = ({ values, width }: Rows, centre: readonly number[], units: readonly number[]): Float64Array =>
  values.map((value, at) => (value - (centre[at % width] as number)) / (units[at % width] as number));
