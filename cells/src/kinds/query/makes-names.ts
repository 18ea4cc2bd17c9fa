// Whether a query may make values into names of columns: by PIVOT alone can a SELECT do that.

import { sqlTokens } from "./sql-lexer.ts";

export const makesNames = (sql: string): boolean =>
  sqlTokens(sql).some(({ kind, text }) => kind === "word" && /^pivot/i.test(text));
