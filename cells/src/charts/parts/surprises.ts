// p values as they are drawn: -log10 of them, or as they stand where they are that already.

import type { NumberSeries } from "../../contract/chart-drawing.ts";

export const readings = ["auto", "p", "minus-log10"] as const;
export type Reading = (typeof readings)[number];

export interface Surprises {
  /** -log10 p; NaN where there is none. */
  readonly values: Float64Array;
  /** What is no p: below 0, or above 1 where p was said. */
  readonly outside: number;
  /** p of 0, which is less than a number holds: drawn as the smallest that it does, or beside the smallest that is there. */
  readonly zeros: number;
  readonly isLogged: boolean;
}

/** -log10 of the smallest double. */
const most = 324;

export function surprisesOf({ values, unit, name }: NumberSeries, reading: Reading): Surprises {
  let above = false;
  for (const value of values) if (value > 1) above = true;
  const isLogged = reading === "minus-log10" || (reading === "auto" && (/log/i.test(unit) || /log/i.test(name) || above));
  const out = new Float64Array(values.length).fill(Number.NaN);
  let [outside, zeros, top] = [0, 0, most];
  for (let at = 0; at < values.length; at++) {
    const value = values[at] as number;
    if (value !== value) continue;
    if (value < 0 || (!isLogged && value > 1)) {
      outside++;
      continue;
    }
    const surprise = isLogged ? value : 0 - Math.log10(value);
    if (surprise === Number.POSITIVE_INFINITY) zeros++;
    else if (surprise > top) top = surprise;
    out[at] = surprise;
  }
  for (let at = 0; at < out.length; at++) if (out[at] === Number.POSITIVE_INFINITY) out[at] = top;
  return { values: out, outside, zeros, isLogged };
}
