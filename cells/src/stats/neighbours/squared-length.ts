// How far two rows are from each other, squared, as far as somebody wants to know.

export interface Rows {
  /** rows x width, row-major, finite. */
  readonly values: Float64Array;
  readonly rows: number;
  readonly width: number;
}

/** Infinity as soon as it is past `most`. */
export function squaredLength(values: Float64Array, width: number, a: number, b: number, most: number): number {
  let i = a * width;
  let j = b * width;
  const end = i + width;
  let sum = 0;
  // Eight at a time, then a look at the bound; the readable form is the loop of the rest.
  for (const last = end - 7; i < last; i += 8, j += 8) {
    const d0 = (values[i] as number) - (values[j] as number);
    const d1 = (values[i + 1] as number) - (values[j + 1] as number);
    const d2 = (values[i + 2] as number) - (values[j + 2] as number);
    const d3 = (values[i + 3] as number) - (values[j + 3] as number);
    const d4 = (values[i + 4] as number) - (values[j + 4] as number);
    const d5 = (values[i + 5] as number) - (values[j + 5] as number);
    const d6 = (values[i + 6] as number) - (values[j + 6] as number);
    const d7 = (values[i + 7] as number) - (values[j + 7] as number);
    sum += d0 * d0 + d1 * d1 + d2 * d2 + d3 * d3 + (d4 * d4 + d5 * d5 + d6 * d6 + d7 * d7);
    if (sum > most) return Number.POSITIVE_INFINITY;
  }
  for (; i < end; i++, j++) {
    const d = (values[i] as number) - (values[j] as number);
    sum += d * d;
  }
  return sum;
}
