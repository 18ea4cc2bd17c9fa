// A p value to be read; of none a dash, however small: two digits of it, of one below what a double holds by its logarithm, as text.

export function pTold(p: number, logP: number): number | string {
  if (Number.isNaN(p)) return "—";
  if (p > 1e-300 || logP === Number.NEGATIVE_INFINITY) return Number(p.toPrecision(2));
  const ten = logP / Math.LN10;
  const whole = Math.floor(ten);
  return `${(10 ** (ten - whole)).toFixed(1)}e${whole}`;
}
