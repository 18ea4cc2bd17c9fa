// The two numbers of UMAP's curve 1 / (1 + a d^2b), fitted to what is asked of the map: 1 up to the least distance, then an exponential
// fall. McInnes, Healy and Melville, UMAP, arXiv:1802.03426, section 4.3. By Levenberg's and Marquardt's steps.

export interface DistanceCurve {
  readonly a: number;
  readonly b: number;
}

const places = 300;
const rounds = 200;

/** `spread`: the scale of the map; `least`: how near points may come, in its units. */
export function curveOfDistances(spread: number, least: number): DistanceCurve {
  const x = Float64Array.from({ length: places }, (_, at) => (at * 3 * spread) / (places - 1));
  const y = x.map((d) => (d < least ? 1 : Math.exp(-(d - least) / spread)));
  let [a, b] = [1, 1];
  let damping = 1e-3;
  let error = errorOf(x, y, a, b);
  for (let round = 0; round < rounds; round++) {
    let [aa, ab, bb, ga, gb] = [0, 0, 0, 0, 0];
    for (let at = 1; at < places; at++) {
      const d = x[at] as number;
      const power = d ** (2 * b);
      const value = 1 / (1 + a * power);
      const rest = (y[at] as number) - value;
      const byA = -power * value * value;
      const byB = -a * power * 2 * Math.log(d) * value * value;
      aa += byA * byA;
      ab += byA * byB;
      bb += byB * byB;
      ga += byA * rest;
      gb += byB * rest;
    }
    const [da, db] = [aa * (1 + damping), bb * (1 + damping)];
    const determinant = da * db - ab * ab;
    const [stepA, stepB] = [(ga * db - gb * ab) / determinant, (gb * da - ga * ab) / determinant];
    const next = errorOf(x, y, a + stepA, b + stepB);
    if (next <= error && a + stepA > 0 && b + stepB > 0) {
      [a, b] = [a + stepA, b + stepB];
      damping /= 10;
      if (error - next <= 1e-15 * error) break;
      error = next;
    } else {
      damping *= 10;
      if (damping > 1e12) break;
    }
  }
  return { a, b };
}

function errorOf(x: Float64Array, y: Float64Array, a: number, b: number): number {
  let sum = 0;
  for (let at = 0; at < places; at++) sum += ((y[at] as number) - 1 / (1 + a * (x[at] as number) ** (2 * b))) ** 2;
  return sum;
}
