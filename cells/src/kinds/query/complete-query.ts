// Type-ahead of columns in a query: those of the cells that it names, in double quotes where SQL needs them. Names of cells
// are the host's to complete.

import { namesBegun } from "../../base/names-begun.ts";
import type { TextCompletion } from "../../contract/text-completion.ts";
import { isReserved, quotedName, sqlColumn } from "./sql-column.ts";
import { sqlNames, type SqlName, type SqlToken, sqlTokens } from "./sql-lexer.ts";

/** Columns of the table that a name stands for; none where nothing is known of it. */
type ColumnsOf = (name: Pick<SqlName, "name" | "part">) => readonly string[];

/** `known`: the cells that it could name. Before it names one, columns of all of them are offered, each with its cell beside it. */
export function completeQuery(
  sql: string,
  caret: number,
  columnsOf: ColumnsOf,
  known: readonly Pick<SqlName, "name" | "part">[] = [],
): TextCompletion | null {
  const tokens = sqlTokens(sql.slice(0, caret));
  const last = tokens.at(-1);
  const here = last?.end === caret ? last : undefined;
  const isOpen =
    here?.kind === "quoted" && (here.text === "" ? here.end - here.start === 1 : !sql.slice(here.start, caret).endsWith('"'));
  // A quote that nothing closes yet would take all that follows for a name.
  const whole = isOpen && sql[caret] !== '"' ? `${sql.slice(0, caret)}"${sql.slice(caret)}` : sql;
  const tables = sqlNames(whole).filter((name) => !name.parameter);
  const isTable = tables.some(({ start, end }) => start < caret && caret <= end);
  const isComment = /^\s*(?:--|\/\*)/.test(sql.slice(last?.end ?? 0, caret));
  if (isComment || isTable || (here && ["text", "parameter", "number"].includes(here.kind))) return null;

  const meant = tables.length === 0 ? known : tablesMeant(tokens, here, tables);
  const columns = new Map(
    meant.flatMap((table) =>
      columnsOf(table).map((name) => [name, tables.length === 0 && table.part ? `${table.name}.${table.part}` : table.name]),
    ),
  );
  const names = [...columns.keys()];
  const asHits = (found: readonly string[], typed: string, insert: (name: string) => string): TextCompletion["hits"] =>
    byBeginning(found, typed.toLowerCase()).map((name) => ({ label: name, insert: insert(name), note: columns.get(name) ?? "" }));

  if (here?.kind === "quoted") {
    const found = names.filter((name) => name.toLowerCase().includes(here.text.toLowerCase()));
    if (!isOpen || found.length === 0 || /^[\p{L}\p{M}\p{N}_]/u.test(sql.slice(caret))) return null;
    const to = sql[caret] === '"' ? caret + 1 : caret;
    return { from: here.start, to, hits: asHits(found, here.text, quotedName) };
  }
  if (here?.text === "." && names.length > 0) return { from: caret, to: caret, hits: asHits(names, "", sqlColumn) };
  if (here?.kind === "word" && isReserved(here.text)) return null;
  const closed = tokens.findLast(({ kind }) => kind === "text" || kind === "quoted");
  const begun = namesBegun(sql, { start: closed?.end ?? 0, end: caret, names });
  if (!begun) return null;
  const typed = sql.slice(begun.from, caret);
  const hits = asHits(begun.names, typed, sqlColumn);
  return hits[0]?.insert === typed ? null : { from: begun.from, to: caret, hits };
}

/** Behind `wdbc.` that table; else all that the query names. */
function tablesMeant(tokens: readonly SqlToken[], here: SqlToken | undefined, tables: readonly SqlName[]): readonly SqlName[] {
  const [owner, dot] = here && here.kind !== "sign" ? tokens.slice(-3) : tokens.slice(-2);
  if (dot?.kind !== "sign" || dot.text !== "." || !owner) return tables;
  const name = owner.text.toLowerCase();
  const own = tables.filter((table) => (table.part ?? table.name).toLowerCase() === name);
  return own.length > 0 ? own : tables;
}

/** Those that begin so before those that only hold it. */
const byBeginning = (names: readonly string[], typed: string): string[] => {
  const begins = (name: string): boolean => name.toLowerCase().startsWith(typed);
  return [...names.filter(begins), ...names.filter((name) => !begins(name))];
};
