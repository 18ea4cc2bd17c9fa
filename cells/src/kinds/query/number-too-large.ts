// The first number of a SQL text that no double holds (1e400): DuckDB takes it for infinite without a word, and
// writes it into its syntax tree as what is no JSON.

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

/** `1e+400` is three words to the lexer. */
function withPower(head: SqlToken, sign: SqlToken | undefined, power: SqlToken | undefined, sql: string): Written {
  if (!/e$/i.test(head.text) || sign?.text !== "+" || power?.kind !== "number" || power.start !== head.end + 1) return head;
  return { text: sql.slice(head.start, power.end), start: head.start, end: power.end };
}
