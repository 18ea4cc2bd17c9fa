// Numbers of tags as SAM programs write them: fractions with six digits, as C's %g does.

export function shortNumber(value: number, isFraction: boolean): string {
  if (!isFraction) return String(value);
  if (!Number.isFinite(value)) return Number.isNaN(value) ? "nan" : value > 0 ? "inf" : "-inf";
  const exact = value.toPrecision(6);
  const exponent = value === 0 ? 0 : Number(value.toExponential(5).split("e")[1]);
  if (exponent >= -4 && exponent < 6) return exact.includes(".") ? exact.replace(/\.?0+$/, "") : exact;
  const [digits = "", power = ""] = value.toExponential(5).split("e");
  const short = digits.includes(".") ? digits.replace(/\.?0+$/, "") : digits;
  return `${short}e${power.startsWith("-") ? "-" : "+"}${power.replace(/^[+-]/, "").padStart(2, "0")}`;
}
