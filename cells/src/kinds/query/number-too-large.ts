// The first number of a SQL text that DuckDB reads otherwise than it is written, without a word: what no double holds (1e400)
// it takes for infinite, and writes it into its syntax tree as what is no JSON; of more digits than its exact numbers have
// (38 of a decimal, 2^128 of a whole number) it keeps those of a double.

import { sqlTokens, type SqlToken } from "./sql-lexer.ts";

type Written = Pick<SqlToken, "text" | "start" | "end">;

export function numberTooLarge(sql: string): Written | null {
  const tokens = sqlTokens(sql);
  for (const [at, token] of tokens.entries()) {
    if (token.kind !== "number") continue;
    const written = withPower(token, tokens[at + 1], tokens[at + 2], sql);
    if (Number(written.text.replaceAll("_", "")) === Number.POSITIVE_INFINITY) return written;
  }
  return null;
}

export interface Rounded extends Written {
  /** What DuckDB computes with. */
  readonly kept: string;
}

const mostDigits = 38;
const largestWhole = 2n ** 128n - 1n;

/** Null where every number keeps its digits; one with an exponent is a double by its writing. */
export function numberRounded(sql: string): Rounded | null {
  const tokens = sqlTokens(sql);
  for (const [at, token] of tokens.entries()) {
    if (token.kind !== "number" || !/^[\d_]+(\.[\d_]*)?$/.test(token.text)) continue;
    const before = tokens[at - 1];
    const hasPointBefore = before?.text === "." && before.end === token.start;
    const text = `${hasPointBefore ? "." : ""}${token.text.replaceAll("_", "")}`;
    const isWhole = !text.includes(".");
    if (isWhole ? BigInt(text) <= largestWhole : text.length - 1 <= mostDigits) continue;
    const kept = String(Number(text));
    if (digitsOf(kept) === digitsOf(text)) continue;
    const start = hasPointBefore ? before.start : token.start;
    return { text: sql.slice(start, token.end), start, end: token.end, kept };
  }
  return null;
}

/** The digits that count: 1.50 and 0.0015e3 have the same ones. */
const digitsOf = (text: string): string =>
  text
    .replace(/e.*$/, "")
    .replace(".", "")
    .replace(/^0+|0+$/g, "");

/** `1e+400` is three words to the lexer. */
function withPower(head: SqlToken, sign: SqlToken | undefined, power: SqlToken | undefined, sql: string): Written {
  if (!/e$/i.test(head.text) || sign?.text !== "+" || power?.kind !== "number" || power.start !== head.end + 1) return head;
  return { text: sql.slice(head.start, power.end), start: head.start, end: power.end };
}
