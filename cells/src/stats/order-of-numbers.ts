// In which order numbers stand, the smallest first and equal ones as they come: by their bits, sixteen at a time (LSD radix sort;
// Knuth, The Art of Computer Programming 3, section 5.2.5), where they are many. NaN is not among what is ordered.

/** Fewer are sorted by comparing. */
const many = 10_000;

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

const digits = 65_536;

function byBits(values: ArrayLike<number>, order: Int32Array, descending: boolean): Int32Array {
  const n = order.length;
  const numbers = new Float64Array(n);
  // -0 is 0.
  for (let at = 0; at < n; at++) numbers[at] = (values[order[at] as number] as number) + 0;
  const halves = new Uint16Array(numbers.buffer);
  // As whole numbers without a sign: those below 0 with all bits turned around, the others with the first one.
  for (let at = 0; at < n; at++) {
    const isBelow = ((halves[4 * at + 3] as number) & 0x8000) !== 0;
    const flip = descending ? 0xffff : 0;
    for (let part = 0; part < 4; part++) {
      const of = isBelow ? 0xffff : part === 3 ? 0x8000 : 0;
      halves[4 * at + part] = (halves[4 * at + part] as number) ^ of ^ flip;
    }
  }
  let from = Int32Array.from({ length: n }, (_, at) => at);
  let to = new Int32Array(n);
  for (let part = 0; part < 4; part++) {
    const starts = new Int32Array(digits + 1);
    for (let at = 0; at < n; at++) {
      const digit = (halves[4 * at + part] as number) + 1;
      starts[digit] = (starts[digit] as number) + 1;
    }
    // All have the same.
    if (starts[(halves[part] as number) + 1] === n) continue;
    for (let digit = 0; digit < digits; digit++) starts[digit + 1] = (starts[digit + 1] as number) + (starts[digit] as number);
    for (let at = 0; at < n; at++) {
      const place = from[at] as number;
      const digit = halves[4 * place + part] as number;
      const into = starts[digit] as number;
      to[into] = place;
      starts[digit] = into + 1;
    }
    [from, to] = [to, from];
  }
  return from.map((place) => order[place] as number);
}
