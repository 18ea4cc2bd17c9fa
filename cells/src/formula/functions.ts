// The functions of formulas: a closed table. A name that is not in it does not exist, whatever the program around it
// offers. Each says what it takes, what it answers, and computes whole columns.

import {
  missingValues,
  ranksOf,
  textValues,
  validOfAll,
  type BooleanValues,
  type NumberValues,
  type TextValues,
  type Values,
  type ValueType,
} from "./values.ts";

/** What an argument may be; "same": one type for all arguments so marked, which is then the answer's. */
export type ArgumentType = ValueType | "any" | "same";

export interface FormulaFunction {
  readonly takes: readonly ArgumentType[];
  /** The last of `takes` may repeat; at least this many arguments, at most `most`. */
  readonly least?: number;
  readonly most?: number;
  readonly answers: ValueType | "same";
  /** Arguments have been checked. */
  compute(args: readonly Values[], rows: number): Values;
}

const numbers = (args: readonly Values[], at: number): NumberValues => args[at] as NumberValues;
const texts = (args: readonly Values[], at: number): TextValues => args[at] as TextValues;
const flags = (args: readonly Values[], at: number): BooleanValues => args[at] as BooleanValues;

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

const overDictionary = (act: (text: string) => string): FormulaFunction => ({
  takes: ["text"],
  answers: "text",
  compute(args) {
    const source = texts(args, 0);
    const known = new Map<string, number>();
    const dictionary: string[] = [];
    const codeOf = source.dictionary.map((entry) => {
      const text = act(entry);
      const code = known.get(text) ?? dictionary.length;
      if (code === dictionary.length) {
        known.set(text, code);
        dictionary.push(text);
      }
      return code;
    });
    return { type: "text", codes: source.codes.map((code) => codeOf[code] ?? 0), dictionary, valid: source.valid };
  },
});

const textTest = (act: (text: string, part: string) => boolean): FormulaFunction => ({
  takes: ["text", "text"],
  answers: "boolean",
  compute(args, rows) {
    const source = texts(args, 0);
    const part = texts(args, 1);
    const out = new Uint8Array(rows);
    if (part.dictionary.length === 1) {
      const answers = source.dictionary.map((entry) => (act(entry, part.dictionary[0] as string) ? 1 : 0));
      for (let row = 0; row < rows; row++) out[row] = answers[source.codes[row] as number] ?? 0;
    } else {
      for (let row = 0; row < rows; row++) out[row] = act(textAt(source, row), textAt(part, row)) ? 1 : 0;
    }
    return { type: "boolean", values: out, valid: validOfAll(rows, args) };
  },
});

const textAt = (source: TextValues, row: number): string => source.dictionary[source.codes[row] as number] ?? "";

/** The value of a row as text, numbers in full precision. */
function shownAt(source: Values, row: number): string {
  if (source.type === "text") return textAt(source, row);
  if (source.type === "boolean") return source.values[row] === 1 ? "true" : "false";
  return String(source.values[row]);
}

/** Row by row one of several columns of one type; `choose` answers its place, or -1 for missing. */
function pick(sources: readonly Values[], rows: number, choose: (row: number) => number): Values {
  const type = sources[0]?.type ?? "number";
  const valid = new Uint8Array(rows).fill(1);
  const chosen = new Int32Array(rows);
  for (let row = 0; row < rows; row++) {
    const at = choose(row);
    const source = sources[at];
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

const isMissing = (source: Values, row: number): boolean => source.valid !== null && source.valid[row] === 0;

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
  if (!Number.isFinite(scaled) || !Number.isFinite(scale) || scale === 0) return x;
  return (Math.sign(x) * Math.floor(scaled + 0.5)) / scale;
}

const table: { readonly [name: string]: FormulaFunction } = {
  "+": binary((x, y) => x + y),
  "-": binary((x, y) => x - y),
  "*": binary((x, y) => x * y),
  "/": binary((x, y) => x / y),
  "%": binary((x, y) => x % y),
  "^": binary((x, y) => x ** y),
  negate: unary((x) => -x),
  "=": comparison(
    (x, y) => x === y,
    (sign) => sign === 0,
  ),
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
      const equal = table["="] as FormulaFunction;
      for (const item of items) {
        const found = equal.compute([wanted, item], rows) as BooleanValues;
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
  is_missing: {
    takes: ["any"],
    answers: "boolean",
    compute(args, rows) {
      const [source] = args as [Values];
      return {
        type: "boolean",
        values: Uint8Array.from({ length: rows }, (_, row) => (isMissing(source, row) ? 1 : 0)),
        valid: null,
      };
    },
  },
  is_nan: {
    takes: ["number"],
    answers: "boolean",
    compute(args, rows) {
      const { values, valid } = numbers(args, 0);
      return {
        type: "boolean",
        values: Uint8Array.from({ length: rows }, (_, row) => (Number.isNaN(values[row]) ? 1 : 0)),
        valid,
      };
    },
  },
  if: {
    takes: ["boolean", "same", "same"],
    answers: "same",
    compute(args, rows) {
      const test = flags(args, 0);
      return pick([args[1] as Values, args[2] as Values], rows, (row) =>
        !isMissing(test, row) && test.values[row] === 1 ? 0 : 1,
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
  lower: overDictionary((text) => text.toLowerCase()),
  upper: overDictionary((text) => text.toUpperCase()),
  trim: overDictionary((text) => text.trim()),
  contains: textTest((text, part) => text.includes(part)),
  starts_with: textTest((text, part) => text.startsWith(part)),
  ends_with: textTest((text, part) => text.endsWith(part)),
  length: {
    takes: ["text"],
    answers: "number",
    compute(args, rows) {
      const source = texts(args, 0);
      const lengths = source.dictionary.map((entry) => [...entry].length);
      return {
        type: "number",
        values: Float64Array.from({ length: rows }, (_, row) => lengths[source.codes[row] as number] ?? 0),
        valid: source.valid,
      };
    },
  },
  replace: {
    takes: ["text", "text", "text"],
    answers: "text",
    compute(args, rows) {
      const [source, part, by] = [texts(args, 0), texts(args, 1), texts(args, 2)];
      return textValues(rows, validOfAll(rows, args), (row) => {
        const from = textAt(part, row);
        return from === "" ? textAt(source, row) : textAt(source, row).replaceAll(from, () => textAt(by, row));
      });
    },
  },
  /** substring(text, first, count): characters count from 1, as in SQL. */
  substring: {
    takes: ["text", "number", "number"],
    least: 2,
    most: 3,
    answers: "text",
    compute(args, rows) {
      const source = texts(args, 0);
      const first = numbers(args, 1).values;
      const count = args[2] ? numbers(args, 2).values : null;
      return textValues(rows, validOfAll(rows, args), (row) => {
        const start = Math.max(0, Math.trunc(first[row] as number) - 1 || 0);
        const letters = [...textAt(source, row)];
        return letters.slice(start, count ? start + Math.max(0, Math.trunc(count[row] as number) || 0) : undefined).join("");
      });
    },
  },
  concat: {
    takes: ["any"],
    least: 2,
    most: 64,
    answers: "text",
    compute: (args, rows) =>
      textValues(rows, validOfAll(rows, args), (row) => args.map((source) => shownAt(source, row)).join("")),
  },
  text: {
    takes: ["any"],
    answers: "text",
    compute: (args, rows) => textValues(rows, (args[0] as Values).valid, (row) => shownAt(args[0] as Values, row)),
  },
  /** A number out of text; what is no number becomes missing. */
  number: {
    takes: ["any"],
    answers: "number",
    compute(args, rows) {
      const [source] = args as [Values];
      if (source.type === "number") return source;
      if (source.type === "boolean") return { type: "number", values: Float64Array.from(source.values), valid: source.valid };
      const read = source.dictionary.map((entry) =>
        /^\s*[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?\s*$/.test(entry) ? Number(entry) : null,
      );
      const out = missingValues("number", rows) as NumberValues;
      const valid = new Uint8Array(rows);
      for (let row = 0; row < rows; row++) {
        const value = isMissing(source, row) ? null : (read[source.codes[row] as number] ?? null);
        if (value === null) continue;
        out.values[row] = value;
        valid[row] = 1;
      }
      return { type: "number", values: out.values, valid };
    },
  },
};

/** The function of that name, or null; names of every object's own machinery are none of ours. */
export const formulaFunction = (name: string): FormulaFunction | null =>
  Object.hasOwn(table, name) ? (table[name] ?? null) : null;

/** Names that a person may type, for type-ahead and "near". */
export const functionNames: readonly string[] = Object.keys(table).filter(
  (name) => /^[a-z]/.test(name) && !["and", "or", "not", "in", "negate"].includes(name),
);
