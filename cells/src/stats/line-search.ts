// A step along a direction that lowers a function enough and flattens its slope enough: Moré & Thuente, ACM Trans. Math. Softw.
// 20:286, 1994, with the constants of L-BFGS-B. It knows values and slopes alone; who calls it says them of each step that it asks for.

const enough = 0.001;
const flatter = 0.9;
const narrow = 0.1;

/** A step, the value there and the slope along the direction. */
interface Point {
  readonly step: number;
  readonly value: number;
  readonly slope: number;
}

export class LineSearch {
  readonly #first: Point;
  readonly #most: number;
  readonly #wanted: number;
  /** The best so far, and the other end of the interval that holds the minimum. */
  #best: Point;
  #other: Point;
  #isBracketed = false;
  #isSecond = false;
  #low = 0;
  #high: number;
  #width: number;
  #before: number;

  /** `first`: at step 0, with a slope below 0. `step` is tried first, none is longer than `most`. */
  constructor(first: Omit<Point, "step">, step: number, most: number) {
    this.#first = { step: 0, ...first };
    [this.#best, this.#other] = [this.#first, this.#first];
    this.#most = most;
    this.#wanted = enough * first.slope;
    this.#high = 5 * step;
    this.#width = most;
    this.#before = 2 * most;
  }

  /** The step to be tried next; null: the one that was tried is taken. */
  next(tried: Point): number | null {
    const { step, value, slope } = tried;
    const bar = this.#first.value + step * this.#wanted;
    if (!this.#isSecond && value <= bar && slope >= 0) this.#isSecond = true;
    if (this.#isAtItsEnd(tried, bar)) return null;
    const isModified = !this.#isSecond && value <= this.#best.value && value > bar;
    // Lower than before and not low enough: the line that has to be passed is taken off.
    const tilted = (point: Point, by: number): Point => ({
      step: point.step,
      value: point.value - by * point.step * this.#wanted,
      slope: point.slope - by * this.#wanted,
    });
    const off = (point: Point) => (isModified ? tilted(point, 1) : point);
    const back = (point: Point) => (isModified ? tilted(point, -1) : point);
    const found = safeguarded({
      best: off(this.#best),
      other: off(this.#other),
      tried: off(tried),
      isBracketed: this.#isBracketed,
      low: this.#low,
      high: this.#high,
    });
    [this.#best, this.#other, this.#isBracketed] = [back(found.best), back(found.other), found.isBracketed];
    return this.#within(found.step);
  }

  #isAtItsEnd({ step, value, slope }: Point, bar: number): boolean {
    const isStuck =
      this.#isBracketed && (step <= this.#low || step >= this.#high || this.#high - this.#low <= narrow * this.#high);
    const isLongest = step === this.#most && value <= bar && slope <= this.#wanted;
    const isNone = step === 0 && (value > bar || slope >= this.#wanted);
    return isStuck || isLongest || isNone || (value <= bar && Math.abs(slope) <= flatter * -this.#first.slope);
  }

  #within(found: number): number {
    const [best, other] = [this.#best.step, this.#other.step];
    let step = found;
    if (this.#isBracketed) {
      if (Math.abs(other - best) >= 0.66 * this.#before) step = best + (other - best) / 2;
      this.#before = this.#width;
      this.#width = Math.abs(other - best);
      [this.#low, this.#high] = [Math.min(best, other), Math.max(best, other)];
    } else [this.#low, this.#high] = [step + 1.1 * (step - best), step + 4 * (step - best)];
    step = Math.min(Math.max(step, 0), this.#most);
    const isStuck =
      this.#isBracketed && (step <= this.#low || step >= this.#high || this.#high - this.#low <= narrow * this.#high);
    return isStuck ? best : step;
  }
}

interface Interval {
  readonly best: Point;
  readonly other: Point;
  readonly tried: Point;
  readonly isBracketed: boolean;
  readonly low: number;
  readonly high: number;
}

/** The next step by cubic and quadratic interpolation, and the interval that holds a minimum (their four cases, §4). */
function safeguarded(interval: Interval): Omit<Interval, "tried" | "low" | "high"> & { readonly step: number } {
  const { best, other, tried } = interval;
  const isHigher = tried.value > best.value;
  const isTurned = tried.slope * Math.sign(best.slope) < 0;
  const step = isHigher ? back(best, tried) : isTurned ? between(best, tried) : further(interval);
  return {
    step,
    best: isHigher ? best : tried,
    other: isHigher ? tried : isTurned ? best : other,
    isBracketed: interval.isBracketed || isHigher || isTurned,
  };
}

/** 1: higher than the best. Near to the best the cubic is believed, else both. */
function back(best: Point, tried: Point): number {
  const { theta, root } = cubicOf(best, tried);
  const gamma = tried.step < best.step ? -root : root;
  const ratio = (gamma - best.slope + theta) / (gamma - best.slope + gamma + tried.slope);
  const cubic = best.step + ratio * (tried.step - best.step);
  const chord = (best.value - tried.value) / (tried.step - best.step);
  const quadratic = best.step + (best.slope / (chord + best.slope) / 2) * (tried.step - best.step);
  return Math.abs(cubic - best.step) < Math.abs(quadratic - best.step) ? cubic : cubic + (quadratic - cubic) / 2;
}

/** 2: lower, and the slope has turned. Of cubic and secant the one that lies farther. */
function between(best: Point, tried: Point): number {
  const { theta, root } = cubicOf(best, tried);
  const gamma = tried.step > best.step ? -root : root;
  const ratio = (gamma - tried.slope + theta) / (gamma - tried.slope + gamma + best.slope);
  const cubic = tried.step + ratio * (best.step - tried.step);
  const secant = secantOf(best, tried);
  return Math.abs(cubic - tried.step) > Math.abs(secant - tried.step) ? cubic : secant;
}

/** 3: lower and flatter. 4: lower and no flatter. */
function further({ best, other, tried, isBracketed, low, high }: Interval): number {
  const isOnward = tried.step > best.step;
  if (!(Math.abs(tried.slope) < Math.abs(best.slope))) {
    if (!isBracketed) return isOnward ? high : low;
    const { theta, root } = cubicOf(tried, other);
    const gamma = tried.step > other.step ? -root : root;
    const ratio = (gamma - tried.slope + theta) / (gamma - tried.slope + gamma + other.slope);
    return tried.step + ratio * (other.step - tried.step);
  }
  const { theta, root } = cubicOf(best, tried);
  const gamma = isOnward ? -root : root;
  const ratio = (gamma - tried.slope + theta) / (gamma + (best.slope - tried.slope) + gamma);
  const isCubic = ratio < 0 && gamma !== 0;
  const cubic = isCubic ? tried.step + ratio * (best.step - tried.step) : isOnward ? high : low;
  const secant = secantOf(best, tried);
  const isNearer = Math.abs(cubic - tried.step) < Math.abs(secant - tried.step);
  const isFarther = Math.abs(cubic - tried.step) > Math.abs(secant - tried.step);
  if (!isBracketed) return Math.max(low, Math.min(high, isFarther ? cubic : secant));
  const bound = tried.step + 0.66 * (other.step - tried.step);
  const step = isNearer ? cubic : secant;
  return isOnward ? Math.min(bound, step) : Math.max(bound, step);
}

const secantOf = (best: Point, tried: Point): number =>
  tried.step + (tried.slope / (tried.slope - best.slope)) * (best.step - tried.step);

/** Of the cubic through values and slopes of both; a root of what is below 0 is 0. */
function cubicOf(a: Point, b: Point): { readonly theta: number; readonly root: number } {
  const theta = (3 * (a.value - b.value)) / (b.step - a.step) + a.slope + b.slope;
  const scale = Math.max(Math.abs(theta), Math.abs(a.slope), Math.abs(b.slope));
  const inside = (theta / scale) ** 2 - (a.slope / scale) * (b.slope / scale);
  return { theta, root: inside < 0 ? 0 : scale * Math.sqrt(inside) };
}
