// Functions that choose between values: whether one is missing, if, the first that is there.

import { bytesBy } from "../base/filled-arrays.ts";
import { type FormulaFunction, flags, isMissing, textAt } from "./formula-function.ts";
import { textValues, type BooleanValues, type TextValues, type Values } from "./values.ts";

/** Row by row one of several columns of one type; `choose` answers its place, or -1 for missing. */
function pick(sources: readonly Values[], rows: number, choose: (row: number) => number): Values {
  const type = sources[0]?.type ?? "number";
  const valid = new Uint8Array(rows).fill(1);
  const chosen = new Int32Array(rows);
  for (let row = 0; row < rows; row++) {
    const at = choose(row);
    const source = at < 0 ? undefined : sources[at];
    if (!source || (source.valid && source.valid[row] === 0)) {
      valid[row] = 0;
      chosen[row] = -1;
    } else chosen[row] = at;
  }
  if (type === "text") return textValues(rows, valid, (row) => textAt(sources[chosen[row] as number] as TextValues, row));
  const out = type === "boolean" ? new Uint8Array(rows) : new Float64Array(rows);
  for (let row = 0; row < rows; row++) {
    const source = sources[chosen[row] as number];
    if (source && source.type !== "text") out[row] = source.values[row] as number;
  }
  return out instanceof Uint8Array ? { type: "boolean", values: out, valid } : { type: "number", values: out, valid };
}

const missing = (source: Values, rows: number): BooleanValues => ({
  type: "boolean",
  values: bytesBy(rows, (row) => (isMissing(source, row) ? 1 : 0)),
  valid: null,
});

export const choices: { readonly [name: string]: FormulaFunction } = {
  is_missing: { takes: ["any"], answers: "boolean", compute: ([source], rows) => missing(source as Values, rows) },
  // What is not a number is missing: the same question of numbers.
  is_nan: { takes: ["number"], answers: "boolean", compute: ([source], rows) => missing(source as Values, rows) },
  if: {
    takes: ["boolean", "same", "same"],
    answers: "same",
    compute(args, rows) {
      const test = flags(args, 0);
      return pick([args[1] as Values, args[2] as Values], rows, (row) =>
        isMissing(test, row) ? -1 : test.values[row] === 1 ? 0 : 1,
      );
    },
  },
  coalesce: {
    takes: ["same"],
    least: 2,
    most: 64,
    answers: "same",
    compute: (args, rows) => pick(args, rows, (row) => args.findIndex((source) => !isMissing(source, row))),
  },
};
