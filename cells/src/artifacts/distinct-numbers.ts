// How many different numbers there are, up to so many.

/** Exact up to this many different values. */
export const countedDistinct = 100_000;

/** Open addressing over the bits of the doubles; -0 is 0, and all NaN are one. Stops where it has enough. */
export function distinctNumbers(values: ArrayLike<number>, valid: Uint8Array | null): number {
  let size = 1;
  while (size < 2 * Math.min(values.length, countedDistinct + 1)) size *= 2;
  const table = new Float64Array(size).fill(Number.NaN);
  const bits = new Float64Array(1);
  const words = new Uint32Array(bits.buffer);
  let count = 0;
  let nan = 0;
  for (let row = 0; row < values.length && count <= countedDistinct; row++) {
    if (valid && valid[row] === 0) continue;
    const value = (values[row] as number) + 0;
    if (value !== value) {
      nan = 1;
      continue;
    }
    bits[0] = value;
    const mixed = Math.imul((words[0] as number) ^ Math.imul(words[1] as number, 0x85ebca6b), 0x9e3779b1);
    let at = (mixed ^ (mixed >>> 15)) & (size - 1);
    for (let found = table[at] as number; found !== value; found = table[at] as number) {
      if (found !== found) {
        table[at] = value;
        count++;
        break;
      }
      at = (at + 1) & (size - 1);
    }
  }
  return count + nan;
}
