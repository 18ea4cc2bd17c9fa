// Functions of texts, and between texts and numbers.

import { doublesBy } from "../base/filled-arrays.ts";
import { squish } from "../base/squish.ts";
import { type FormulaFunction, isMissing, numbers, shownAt, textAt, texts } from "./formula-function.ts";
import { missingValues, textValues, validOfAll, type NumberValues, type Values } from "./values.ts";

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

export const textFunctions: { readonly [name: string]: FormulaFunction } = {
  lower: overDictionary((text) => text.toLowerCase()),
  upper: overDictionary((text) => text.toUpperCase()),
  trim: overDictionary((text) => text.trim()),
  squish: overDictionary(squish),
  compose: overDictionary((text) => text.normalize("NFC")),
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
        values: doublesBy(rows, (row) => lengths[source.codes[row] as number] ?? 0),
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
