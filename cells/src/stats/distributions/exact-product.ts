// The difference of two products without what rounding took of each (Dekker, Numer. Math. 18:224-242, 1971): where two large
// products are nearly equal that is all that is left.

/** The upper 26 bits of a number (Veltkamp). */
function upperBits(a: number): number {
  const c = 134217729 * a;
  const upper = c - (c - a);
  return Number.isFinite(upper) ? upper : a;
}

/** a b less the double next to it. */
function lostOf(a: number, b: number, product: number): number {
  const [a1, b1] = [upperBits(a), upperBits(b)];
  const [a2, b2] = [a - a1, b - b1];
  const lost = a2 * b2 - (product - a1 * b1 - a2 * b1 - a1 * b2);
  return Number.isFinite(lost) ? lost : 0;
}

/** a b - c d, with the digits that the difference has. */
export function differenceOfProducts(a: number, b: number, c: number, d: number): number {
  const [left, right] = [a * b, c * d];
  if (!Number.isFinite(left) || !Number.isFinite(right)) return left - right;
  return left - right + (lostOf(a, b, left) - lostOf(c, d, right));
}
