// Compensated sums (Neumaier, Z. Angew. Math. Mech. 54:39-51, 1974): a million small numbers beside a large one are not
// lost. NaN and infinities are those of the plain sum.

/** Of `count` numbers. */
export function accurateSum(count: number, at: (index: number) => number): number {
  let sum = 0;
  let lost = 0;
  for (let index = 0; index < count; index++) {
    const value = at(index);
    const next = sum + value;
    lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    sum = next;
  }
  return Number.isFinite(sum) ? sum + lost : sum;
}

/** The same of a list, without a call per number. */
export function sumOf(values: ArrayLike<number>): number {
  let sum = 0;
  let lost = 0;
  for (let index = 0; index < values.length; index++) {
    const value = values[index] as number;
    const next = sum + value;
    lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    sum = next;
  }
  return Number.isFinite(sum) ? sum + lost : sum;
}

/** Many sums at once, of numbers that come in any order. */
export class SumsByPlace {
  private readonly sums: Float64Array;
  private readonly lost: Float64Array;
  constructor(count: number) {
    this.sums = new Float64Array(count);
    this.lost = new Float64Array(count);
  }
  add(place: number, value: number): void {
    const sum = this.sums[place] as number;
    const next = sum + value;
    this.lost[place] =
      (this.lost[place] as number) + (Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum);
    this.sums[place] = next;
  }
  all(): Float64Array {
    return this.sums.map((sum, place) => (Number.isFinite(sum) ? sum + (this.lost[place] as number) : sum));
  }
}

/** NaN of none. Of finite numbers it is one, also where their sum is more than a double holds. */
export function meanOf(values: ArrayLike<number>): number {
  const sum = sumOf(values);
  if (Number.isFinite(sum) || values.length < 2) return sum / values.length;
  // Infinities stay what they are.
  return sumOf(Float64Array.from(values, (value) => value / values.length));
}
