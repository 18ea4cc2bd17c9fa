// A p value as text, however small: ".032", "1.7e-64", of one below what a double holds by its logarithm.

export function pTold(p: number, logP: number): string {
  if (p >= 0.001) return String(Number(p.toPrecision(2)));
  if (p > 1e-300) return p.toExponential(1);
  if (logP === Number.NEGATIVE_INFINITY) return "0";
  const ten = logP / Math.LN10;
  const whole = Math.floor(ten);
  return `${(10 ** (ten - whole)).toFixed(1)}e${whole}`;
}
