// The density of very many values: as kernel-density.ts has it, of values that were first shared out to the places of a fine grid (linear
// binning: Wand 1994, Journal of Computational and Graphical Statistics 3:433-445, as R's density() does it on 512 places).

import { kernelDensity } from "./kernel-density.ts";

/** Of fewer values each is summed. */
const mostSummed = 100_000;
/** Places a bandwidth: sharing out widens the curve by less than a millionth of it. */
const finely = 256;
/** As in kernel-density.ts. */
const reach = 8.5;

/** The density at each place of `at`, per unit of the values. `sorted` ascends, without NaN; the bandwidth is above 0. */
export function densityOfMany(sorted: Float64Array, bandwidth: number, at: ArrayLike<number>): Float64Array {
  const low = sorted[0] as number;
  const step = bandwidth / finely;
  const count = Math.ceil(((sorted.at(-1) as number) - low) / step) + 2;
  if (sorted.length <= mostSummed || !(count < sorted.length)) return kernelDensity(sorted, bandwidth, at);
  const weights = new Float64Array(count);
  for (const value of sorted) {
    const place = (value - low) / step;
    const before = Math.floor(place);
    weights[before] = (weights[before] as number) + 1 - (place - before);
    weights[before + 1] = (weights[before + 1] as number) + (place - before);
  }
  const height = 1 / (sorted.length * bandwidth * Math.sqrt(2 * Math.PI));
  return Float64Array.from(at, (place) => {
    const middle = (place - low) / step;
    const end = Math.min(count - 1, Math.ceil(middle + reach * finely));
    let sum = 0;
    for (let i = Math.max(0, Math.floor(middle - reach * finely)); i <= end; i++) {
      const distance = (middle - i) / finely;
      sum += (weights[i] as number) * Math.exp(-0.5 * distance * distance);
    }
    return sum * height;
  });
}
