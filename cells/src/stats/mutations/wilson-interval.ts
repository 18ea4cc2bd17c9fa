// Between which shares one lies that was seen k times of n (Wilson 1927, J Am Stat Assoc 22:209; R: prop.test(k, n, correct = FALSE)).

/** At 95 %. `n` is above 0. */
export function wilsonInterval(k: number, n: number): readonly [number, number] {
  const z = 1.959_963_984_540_054;
  const share = k / n;
  const middle = share + (z * z) / (2 * n);
  const half = z * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
  const whole = 1 + (z * z) / n;
  // Of none and of all the end is exact.
  return [k === 0 ? 0 : (middle - half) / whole, k === n ? 1 : (middle + half) / whole];
}
