// A function of a positive number, looked up: powers are what a map's pulls and pushes cost. A number's exponent and the first eleven
// digits of its fraction are the place in the table, in whose middle the function is taken: off by less than 2.5e-4 of the number, which
// is nothing beside the steps of the map.

const digits = 11;
const dropped = 23 - digits;

/** Looks `f` up; defined from 2^-100 to 2^100, beyond at these ends. */
export function lookedUp(f: (x: number) => number): (x: number) => number {
  const number = new Float32Array(1);
  const bits = new Int32Array(number.buffer);
  const placeOf = (x: number): number => {
    number[0] = x;
    return (bits[0] as number) >> dropped;
  };
  const first = placeOf(2 ** -100);
  const last = placeOf(2 ** 100);
  const table = new Float64Array(last - first + 1);
  for (let at = 0; at < table.length; at++) {
    bits[0] = ((first + at) << dropped) + (1 << (dropped - 1));
    table[at] = f(number[0] as number);
  }
  return (x) => {
    number[0] = x;
    const at = ((bits[0] as number) >> dropped) - first;
    return table[at < 0 ? 0 : at >= table.length ? table.length - 1 : at] as number;
  };
}
