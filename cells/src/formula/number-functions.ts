// Functions of numbers: arithmetic, logarithms, rounding, bounds.

import { type FormulaFunction, isMissing, numbers } from "./formula-function.ts";
import { bytesBy } from "../base/filled-arrays.ts";
import { validOfAll } from "./values.ts";

const unary = (act: (x: number) => number): FormulaFunction => ({
  takes: ["number"],
  answers: "number",
  compute(args, rows) {
    const { values, valid } = numbers(args, 0);
    const out = new Float64Array(rows);
    for (let row = 0; row < rows; row++) out[row] = act(values[row] as number);
    return { type: "number", values: out, valid };
  },
});
const binary = (act: (x: number, y: number) => number): FormulaFunction => ({
  takes: ["number", "number"],
  answers: "number",
  compute(args, rows) {
    const { values: left } = numbers(args, 0);
    const { values: right } = numbers(args, 1);
    const out = new Float64Array(rows);
    for (let row = 0; row < rows; row++) out[row] = act(left[row] as number, right[row] as number);
    return { type: "number", values: out, valid: validOfAll(rows, args) };
  },
});

const extreme = (better: (x: number, y: number) => boolean): FormulaFunction => ({
  takes: ["number"],
  least: 2,
  most: 64,
  answers: "number",
  compute(args, rows) {
    const out = new Float64Array(rows);
    for (let row = 0; row < rows; row++) {
      let best = numbers(args, 0).values[row] as number;
      for (let at = 1; at < args.length; at++) {
        const value = numbers(args, at).values[row] as number;
        if (Number.isNaN(value) || better(value, best)) best = value;
      }
      out[row] = best;
    }
    return { type: "number", values: out, valid: validOfAll(rows, args) };
  },
});

/** Half away from zero at that decimal, as on paper: round(2.5) = 3, round(-2.5) = -3. */
function roundTo(x: number, digits: number): number {
  const scale = 10 ** Math.trunc(digits);
  const scaled = Math.abs(x) * scale;
  // From 2^52 on there is nothing behind the point; adding a half would round by itself, there and just below a half.
  if (!(scaled < 2 ** 52) || !Number.isFinite(scale) || scale === 0) return x;
  const whole = Math.floor(scaled);
  return (Math.sign(x) * (scaled - whole >= 0.5 ? whole + 1 : whole)) / scale;
}

/** Between numbers. */
export const arithmetic: { readonly [sign: string]: FormulaFunction } = {
  "+": binary((x, y) => x + y),
  "-": binary((x, y) => x - y),
  "*": binary((x, y) => x * y),
  "/": binary((x, y) => x / y),
  "%": binary((x, y) => x % y),
  "^": binary((x, y) => x ** y),
  negate: unary((x) => -x),
};

export const numberFunctions: { readonly [name: string]: FormulaFunction } = {
  abs: unary(Math.abs),
  sqrt: unary(Math.sqrt),
  exp: unary(Math.exp),
  ln: unary(Math.log),
  log: unary(Math.log),
  log2: unary(Math.log2),
  log10: unary(Math.log10),
  log1p: unary(Math.log1p),
  floor: unary(Math.floor),
  ceil: unary(Math.ceil),
  sign: unary(Math.sign),
  round: {
    takes: ["number", "number"],
    least: 1,
    most: 2,
    answers: "number",
    compute(args, rows) {
      const { values } = numbers(args, 0);
      const digits = args[1] ? numbers(args, 1).values : null;
      const out = new Float64Array(rows);
      for (let row = 0; row < rows; row++) out[row] = roundTo(values[row] as number, digits ? (digits[row] as number) : 0);
      return { type: "number", values: out, valid: validOfAll(rows, args) };
    },
  },
  is_infinite: {
    takes: ["number"],
    answers: "boolean",
    compute(args, rows) {
      const source = numbers(args, 0);
      const isIt = (row: number): boolean => !isMissing(source, row) && Math.abs(source.values[row] as number) === Infinity;
      return { type: "boolean", values: bytesBy(rows, (row) => (isIt(row) ? 1 : 0)), valid: null };
    },
  },
  min: extreme((x, y) => x < y),
  max: extreme((x, y) => x > y),
  clip: {
    takes: ["number", "number", "number"],
    answers: "number",
    compute(args, rows) {
      const [x, low, high] = [numbers(args, 0).values, numbers(args, 1).values, numbers(args, 2).values];
      const out = new Float64Array(rows);
      for (let row = 0; row < rows; row++)
        out[row] = Math.min(Math.max(x[row] as number, low[row] as number), high[row] as number);
      return { type: "number", values: out, valid: validOfAll(rows, args) };
    },
  },
};
