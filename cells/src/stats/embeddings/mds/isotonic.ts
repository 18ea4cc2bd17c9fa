// The rising values nearest to a series, by pooling neighbours that fall: Barlow, Bartholomew, Bremner and Brunk, Statistical Inference
// under Order Restrictions, 1972, section 1.2.

/** A new array; `values` stays as it is. */
export function isotonic(values: Float64Array): Float64Array {
  const means: number[] = [];
  const sizes: number[] = [];
  for (const value of values) {
    means.push(value);
    sizes.push(1);
    while (means.length > 1 && (means.at(-2) as number) > (means.at(-1) as number)) {
      const [mean, size] = [means.pop() as number, sizes.pop() as number];
      const [before, count] = [means.pop() as number, sizes.pop() as number];
      means.push((before * count + mean * size) / (count + size));
      sizes.push(count + size);
    }
  }
  const out = new Float64Array(values.length);
  let at = 0;
  means.forEach((mean, pool) => {
    out.fill(mean, at, at + (sizes[pool] as number));
    at += sizes[pool] as number;
  });
  return out;
}
