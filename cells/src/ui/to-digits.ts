// A number with few digits, for the ends of a range: rounded away from what lies within, so that the range holds all values.

export type Way = "down" | "up";

/** `digits`: significant ones, 1 to 15. */
export function toDigits(value: number, digits: number, way: Way | "near"): number {
  const near = Number(value.toPrecision(digits));
  if (!Number.isFinite(value) || way === "near" || (way === "down" ? near <= value : near >= value)) return near;
  const unit = 10 ** (Math.floor(Math.log10(Math.abs(value))) - digits + 1);
  return Number((near + (way === "down" ? -unit : unit)).toPrecision(digits));
}
