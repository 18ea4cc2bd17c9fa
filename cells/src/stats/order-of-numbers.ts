// In which order numbers stand, the smallest first and equal ones as they come: by their bits, eleven at a time (LSD radix sort;
// Knuth, The Art of Computer Programming 3, section 5.2.5), where they are many. NaN is not among what is ordered.

/** Fewer are sorted by comparing. */
const many = 1_000;

/** Places of `values`, those of NaN left out. */
export function orderOfNumbers(values: ArrayLike<number>, descending = false): Int32Array {
  let count = 0;
  for (let at = 0; at < values.length; at++) if (!Number.isNaN(values[at])) count++;
  const order = new Int32Array(count);
  for (let at = 0, next = 0; at < values.length; at++) if (!Number.isNaN(values[at])) order[next++] = at;
  if (count >= many) return byBits(values, order, descending);
  return order.sort((a, b) => {
    const [x, y] = [values[a] as number, values[b] as number];
    if (x === y) return a - b;
    return x < y === descending ? 1 : -1;
  });
}

const bits = 11;
const digits = 1 << bits;
const passes = 6;

function byBits(values: ArrayLike<number>, order: Int32Array, descending: boolean): Int32Array {
  const n = order.length;
  const one = new Float64Array(1);
  const words = new Uint32Array(one.buffer);
  let [high, low] = [new Uint32Array(n), new Uint32Array(n)];
  let places = new Int32Array(n);
  const counts = new Int32Array(passes * digits);
  const flip = descending ? 0xffffffff : 0;
  for (let at = 0; at < n; at++) {
    const place = order[at] as number;
    // -0 is 0.
    one[0] = (values[place] as number) + 0;
    // As whole numbers without a sign: those below 0 with all bits turned around, the others with the first one.
    const isBelow = (words[1] as number) >>> 31 === 1;
    const h = ((words[1] as number) ^ (isBelow ? 0xffffffff : 0x80000000) ^ flip) >>> 0;
    const l = ((words[0] as number) ^ (isBelow ? 0xffffffff : 0) ^ flip) >>> 0;
    high[at] = h;
    low[at] = l;
    places[at] = place;
    for (let pass = 0; pass < passes; pass++) {
      const digit = pass * digits + digitOf(h, l, pass);
      counts[digit] = (counts[digit] as number) + 1;
    }
  }
  let [nextHigh, nextLow, nextPlaces] = [new Uint32Array(n), new Uint32Array(n), new Int32Array(n)];
  const starts = new Int32Array(digits);
  for (let pass = 0; pass < passes; pass++) {
    const base = pass * digits;
    // All have the same.
    if (n === 0 || counts[base + digitOf(high[0] as number, low[0] as number, pass)] === n) continue;
    for (let digit = 0, sum = 0; digit < digits; digit++) {
      starts[digit] = sum;
      sum += counts[base + digit] as number;
    }
    for (let at = 0; at < n; at++) {
      const h = high[at] as number;
      const l = low[at] as number;
      const digit = digitOf(h, l, pass);
      const into = starts[digit] as number;
      starts[digit] = into + 1;
      nextHigh[into] = h;
      nextLow[into] = l;
      nextPlaces[into] = places[at] as number;
    }
    [high, nextHigh] = [nextHigh, high];
    [low, nextLow] = [nextLow, low];
    [places, nextPlaces] = [nextPlaces, places];
  }
  return places;
}

/** Bits of the two halves, the least first: 11 and 10 more of the low one with 1 of the high one, and so on. */
function digitOf(high: number, low: number, pass: number): number {
  switch (pass) {
    case 0:
      return low & 0x7ff;
    case 1:
      return (low >>> 11) & 0x7ff;
    case 2:
      return (low >>> 22) | ((high & 1) << 10);
    case 3:
      return (high >>> 1) & 0x7ff;
    case 4:
      return (high >>> 12) & 0x7ff;
    default:
      return high >>> 23;
  }
}
