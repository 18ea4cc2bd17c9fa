// Two lists without the places where one of them has no number.

export function presentPairs(x: ArrayLike<number>, y: ArrayLike<number>): readonly [Float64Array, Float64Array] {
  const most = Math.min(x.length, y.length);
  const [a, b] = [new Float64Array(most), new Float64Array(most)];
  let n = 0;
  for (let at = 0; at < most; at++) {
    const [p, q] = [x[at] as number, y[at] as number];
    if (Number.isNaN(p) || Number.isNaN(q)) continue;
    a[n] = p;
    b[n++] = q;
  }
  return [a.slice(0, n), b.slice(0, n)];
}
