// The number that a person wrote where 32 bits keep its neighbour: 0.1, of which a matrix keeps 0.10000000149011612.

const powers = Float64Array.from({ length: 23 }, (_, exponent) => Number(`1e${exponent}`));
/** Nine digits tell any two numbers of 32 bits apart (IEEE 754-2019, 5.12.2). */
const mostDigits = 9;

/** The shortest decimal that is the same number in 32 bits; a number that 32 bits do not hold stays what it is. */
export function asWritten(value: number): number {
  if (Number.isSafeInteger(value) || Math.fround(value) !== value || !Number.isFinite(value)) return value;
  const size = Math.abs(value);
  if (size < 1e-6 || size > 1e7) {
    for (let digits = 1; digits <= mostDigits; digits++) {
      const short = Number(value.toPrecision(digits));
      if (Math.fround(short) === value) return short;
    }
    return value;
  }
  // The quick way: both numbers of the quotient are exact, so it is the double next to the decimal (Clinger 1990).
  for (let places = 1; places < 16; places++) {
    const power = powers[places] as number;
    const short = Math.round(value * power) / power;
    if (Math.fround(short) === value) return short;
  }
  return value;
}
