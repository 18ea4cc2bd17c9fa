// What compares and what joins comparisons: =, <, in, and, or, not. What is missing is neither equal nor different.

import { type FormulaFunction, flags, isMissing } from "./formula-function.ts";
import { ranksOf, validOfAll, type BooleanValues, type Values } from "./values.ts";

/** Comparisons of one type; `number` sees the two numbers, `order` the sign of the comparison of two texts. */
const comparison = (number: (x: number, y: number) => boolean, order: (sign: number) => boolean): FormulaFunction => ({
  takes: ["same", "same"],
  answers: "boolean",
  compute(args, rows) {
    const out = new Uint8Array(rows);
    const valid = validOfAll(rows, args);
    const [left, right] = args as [Values, Values];
    if (left.type === "text" && right.type === "text") {
      // Both sides against one dictionary: a comparison of two small numbers a row.
      const ranks = ranksOf([...left.dictionary, ...right.dictionary]);
      const shift = left.dictionary.length;
      for (let row = 0; row < rows; row++) {
        const x = ranks[left.codes[row] as number] as number;
        const y = ranks[(right.codes[row] as number) + shift] as number;
        out[row] = order(x - y) ? 1 : 0;
      }
    } else if (left.type !== "text" && right.type !== "text") {
      for (let row = 0; row < rows; row++) out[row] = number(left.values[row] as number, right.values[row] as number) ? 1 : 0;
    }
    return { type: "boolean", values: out, valid };
  },
});

/** `decisive`: the answer that one operand alone decides (false for and, true for or). */
const logical = (decisive: 0 | 1): FormulaFunction => ({
  takes: ["boolean", "boolean"],
  answers: "boolean",
  compute(args, rows) {
    const left = flags(args, 0);
    const right = flags(args, 1);
    const out = new Uint8Array(rows);
    const valid = new Uint8Array(rows).fill(1);
    for (let row = 0; row < rows; row++) {
      const x = isMissing(left, row) ? -1 : (left.values[row] as number);
      const y = isMissing(right, row) ? -1 : (right.values[row] as number);
      if (x === decisive || y === decisive) out[row] = decisive;
      else if (x === -1 || y === -1) valid[row] = 0;
      else out[row] = decisive === 0 ? 1 : 0;
    }
    return { type: "boolean", values: out, valid };
  },
});

const equals = comparison(
  (x, y) => x === y,
  (sign) => sign === 0,
);

export const comparisons: { readonly [name: string]: FormulaFunction } = {
  "=": equals,
  "!=": comparison(
    (x, y) => x !== y,
    (sign) => sign !== 0,
  ),
  "<": comparison(
    (x, y) => x < y,
    (sign) => sign < 0,
  ),
  "<=": comparison(
    (x, y) => x <= y,
    (sign) => sign <= 0,
  ),
  ">": comparison(
    (x, y) => x > y,
    (sign) => sign > 0,
  ),
  ">=": comparison(
    (x, y) => x >= y,
    (sign) => sign >= 0,
  ),
  and: logical(0),
  or: logical(1),
  not: {
    takes: ["boolean"],
    answers: "boolean",
    compute: (args) => {
      const { values, valid } = flags(args, 0);
      return { type: "boolean", values: values.map((value) => 1 - value), valid };
    },
  },
  in: {
    takes: ["same"],
    least: 2,
    most: 10_000,
    answers: "boolean",
    compute(args, rows) {
      const [wanted, ...items] = args as [Values, ...Values[]];
      const out = new Uint8Array(rows);
      const valid = wanted.valid?.slice() ?? new Uint8Array(rows).fill(1);
      for (const item of items) {
        const found = equals.compute([wanted, item], rows) as BooleanValues;
        for (let row = 0; row < rows; row++) {
          if (isMissing(found, row)) valid[row] = out[row] ? 1 : 0;
          else if (found.values[row] === 1) {
            out[row] = 1;
            valid[row] = 1;
          }
        }
      }
      return { type: "boolean", values: out, valid };
    },
  },
};
