// What 32 bits keep of the numbers of a matrix: about seven digits, whole numbers up to 2^24.

/** Up to here whole numbers are kept as they are. */
export const largestWhole = 2 ** 24;

/** A whole number that becomes another one. */
export const losesDigits = (value: number): boolean =>
  Math.abs(value) > largestWhole && Number.isInteger(value) && Math.fround(value) !== value;

/** Steps of float32 that the values of a row must span to be told apart well: each is off by half a step at most. */
const fewestSteps = 1000;

/**
 * Rows whose values lie close together for their size, so that 32 bits tell them apart badly or not at all: the spread is
 * less than a thousand of their steps. Whole numbers that are kept as they are lose nothing. `values`: rows x width.
 */
export function rowsTooClose(values: Float32Array, width: number): readonly number[] {
  const found: number[] = [];
  for (let row = 0; width > 0 && row < values.length / width; row += 1) {
    let low = Number.POSITIVE_INFINITY;
    let high = Number.NEGATIVE_INFINITY;
    let isWhole = true;
    for (let at = row * width; at < (row + 1) * width; at += 1) {
      const value = values[at] as number;
      if (!Number.isFinite(value)) continue;
      if (value < low) low = value;
      if (value > high) high = value;
      if (isWhole && !(Number.isInteger(value) && Math.abs(value) <= largestWhole)) isWhole = false;
    }
    const size = Math.max(Math.abs(low), Math.abs(high));
    if (isWhole || !(high > low) || !(size > 0)) continue;
    const step = 2 ** (Math.floor(Math.log2(size)) - 23);
    if (high - low < fewestSteps * step) found.push(row);
  }
  return found;
}
