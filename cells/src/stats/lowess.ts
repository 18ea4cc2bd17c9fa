// Locally weighted straight lines, robust by turns: Cleveland, JASA 74:829-836, 1979, and The American Statistician 35:54, 1981, by
// whose rules for ties, `delta` and rounding R's lowess() goes.

export interface Lowess {
  /** Share of the points that count at each place. */
  readonly span: number;
  /** How often points far from the line are weighed down. */
  readonly iterations: number;
  /** Points nearer than this to the last one fitted are not fitted but lie on the line between. Null: a hundredth of the range. */
  readonly delta: number | null;
}

/** `order`: the points by x, equal ones as they came; `x` and `fitted` stand in that order. */
export interface LowessLine {
  readonly order: Int32Array;
  readonly x: Float64Array;
  readonly fitted: Float64Array;
}

/** Finite points. R's are f = 2/3, 3 iterations and the delta of null. */
export function lowess(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  { span = 2 / 3, iterations = 3, delta = null }: Partial<Lowess> = {},
): LowessLine {
  const n = x.length;
  const order = Int32Array.from({ length: n }, (_, at) => at).sort((a, b) => (x[a] as number) - (x[b] as number) || a - b);
  const points = Float64Array.from(order, (at) => x[at] as number);
  const values = Float64Array.from(order, (at) => y[at] as number);
  if (n < 2) return { order, x: points, fitted: values };
  const range = (points[n - 1] as number) - (points[0] as number);
  const count = Math.max(2, Math.min(n, Math.trunc(span * n + 1e-7)));
  const line = new Line(points, values, { count, delta: delta ?? 0.01 * range, range });
  for (let turn = 0; ; turn++) {
    line.fit();
    if (turn >= iterations || !line.weighFar()) return { order, x: points, fitted: line.fitted };
  }
}

interface Rules {
  readonly count: number;
  readonly delta: number;
  readonly range: number;
}

/** A product, as R has it: a power costs many times as much. */
const cube = (value: number): number => value * value * value;

class Line {
  readonly fitted: Float64Array;
  readonly #x: Float64Array;
  readonly #y: Float64Array;
  readonly #rules: Rules;
  readonly #weights: Float64Array;
  /** How much each point still counts; null: all the same. */
  #trust: Float64Array | null = null;

  constructor(x: Float64Array, y: Float64Array, rules: Rules) {
    this.#x = x;
    this.#y = y;
    this.#rules = rules;
    this.fitted = new Float64Array(x.length);
    this.#weights = new Float64Array(x.length);
  }

  fit(): void {
    const x = this.#x;
    const n = x.length;
    const at = (place: number): number => x[place] as number;
    let left = 0;
    let right = this.#rules.count - 1;
    let last = -1;
    let place = 0;
    while (last < n - 1) {
      while (right < n - 1 && at(place) - at(left) > at(right + 1) - at(place)) {
        left++;
        right++;
      }
      this.fitted[place] = this.#fitAt(place, left, right);
      this.#between(last, place);
      last = place;
      const end = at(last) + this.#rules.delta;
      let next = last + 1;
      for (; next < n && at(next) <= end; next++) {
        if (at(next) !== at(last)) continue;
        this.fitted[next] = this.fitted[last] as number;
        last = next;
      }
      place = Math.max(last + 1, next - 1);
    }
  }

  /** Points that were passed over lie on the straight line. */
  #between(last: number, place: number): void {
    const x = this.#x;
    if (last < 0 || last >= place - 1) return;
    const width = (x[place] as number) - (x[last] as number);
    for (let at = last + 1; at < place; at++) {
      const part = ((x[at] as number) - (x[last] as number)) / width;
      this.fitted[at] = part * (this.fitted[place] as number) + (1 - part) * (this.fitted[last] as number);
    }
  }

  #fitAt(place: number, left: number, right: number): number {
    const [x, y, weights, trust] = [this.#x, this.#y, this.#weights, this.#trust];
    const here = x[place] as number;
    const reach = Math.max(here - (x[left] as number), (x[right] as number) - here);
    let sum = 0;
    let end = left;
    // Beyond the right one there may be more at its distance.
    for (; end < x.length; end++) {
      const away = Math.abs((x[end] as number) - here);
      let weight = 0;
      if (away <= 0.999 * reach) {
        weight = away <= 0.001 * reach ? 1 : cube(1 - cube(away / reach));
        if (trust) weight *= trust[end] as number;
        sum += weight;
      } else if ((x[end] as number) > here) break;
      weights[end] = weight;
    }
    if (!(sum > 0)) return y[place] as number;
    let mean = 0;
    for (let at = left; at < end; at++) mean += ((weights[at] as number) / sum) * (x[at] as number);
    let spread = 0;
    for (let at = left; at < end; at++) spread += ((weights[at] as number) / sum) * ((x[at] as number) - mean) ** 2;
    const slope = reach > 0 && Math.sqrt(spread) > 0.001 * this.#rules.range ? (here - mean) / spread : 0;
    let value = 0;
    for (let at = left; at < end; at++)
      value += ((weights[at] as number) / sum) * (slope * ((x[at] as number) - mean) + 1) * (y[at] as number);
    return value;
  }

  /** By six times the median distance. False: the points lie on the line already. */
  weighFar(): boolean {
    const away = this.#y.map((value, at) => Math.abs(value - (this.fitted[at] as number)));
    const mean = away.reduce((sum, value) => sum + value, 0) / away.length;
    const sorted = away.slice().sort();
    const half = Math.floor(away.length / 2);
    const reach =
      away.length % 2 === 0 ? 3 * ((sorted[half] as number) + (sorted[half - 1] as number)) : 6 * (sorted[half] as number);
    if (reach < 1e-7 * mean) return false;
    this.#trust = away.map((value) => {
      if (value <= 0.001 * reach) return 1;
      return value <= 0.999 * reach ? (1 - (value / reach) ** 2) ** 2 : 0;
    });
    return true;
  }
}
