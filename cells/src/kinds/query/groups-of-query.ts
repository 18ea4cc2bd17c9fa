// Whom the rows of a query stand for: groups of the rows of one cell, where its text says so in the plainest form, which is
//     select COLUMN | AGGREGATE(COLUMN) [as NAME], … from CELL [where …] [group by …] [having …] [order by …] [limit …]
// Of anything else (joins and sub-queries, which multiply rows; windows; numbers written by hand) nothing is believed.

import type { Groups, Statistic } from "../../artifacts/told-of-individuals.ts";
import { type SqlToken, sqlTokens } from "./sql-lexer.ts";

/** What an aggregate of DuckDB tells of a group. */
const aggregates: { readonly [name: string]: Statistic } = {
  count: "count",
  avg: "mean",
  mean: "mean",
  // A sum and the count give the mean, and no more.
  sum: "mean",
  median: "median",
  stddev: "value",
  stddev_samp: "value",
  stddev_pop: "value",
  variance: "value",
  var_samp: "value",
  var_pop: "value",
  min: "extreme",
  max: "extreme",
};

/** What may follow the name of the cell. */
const afterTable = ["where", "group", "having", "order", "limit", "offset"];
/** Words of a select list that are no columns. */
const noColumns = new Set(["distinct", "all", "case", "not", "null", "true", "false", "cast", "interval", "exists", "as"]);
/** What makes of one query another. */
const other = new Set(["union", "intersect", "except", "qualify", "window", "select", "using", "sample", "tablesample"]);

const isSign = (token: SqlToken | undefined, text: string): boolean => token?.kind === "sign" && token.text === text;
const wordOf = (token: SqlToken | undefined): string => (token?.kind === "word" ? token.text.toLowerCase() : "");
const isName = (token: SqlToken | undefined): token is SqlToken =>
  token?.kind === "quoted" || (token?.kind === "word" && !noColumns.has(token.text.toLowerCase()));

/** Null: a row may be an individual. */
export function groupsOfQuery(sql: string): Groups | null {
  const all = sqlTokens(sql);
  const tokens = all.slice(0, all.findLastIndex((token) => !isSign(token, ";")) + 1);
  if (wordOf(tokens[0]) !== "select") return null;
  const from = tokens.findIndex((token) => wordOf(token) === "from");
  if (from < 0 || !readsOneCell(tokens.slice(from + 1))) return null;
  const items = splitAtCommas(tokens.slice(1, from)).map(itemOf);
  const known = items.filter((item) => item !== null);
  if (known.length < items.length) return null;
  const names = known.map(({ name }) => name.toLowerCase());
  if (new Set(names).size < names.length) return null;
  const counts = known.filter(({ told, isNamed }) => told === "count" && isNamed).map(({ name }) => name);
  return counts.length === 0 ? null : { counts, statistics: [...new Set(known.flatMap(({ told }) => told ?? []))] };
}

/** What stands after FROM. */
function readsOneCell(tokens: readonly SqlToken[]): boolean {
  if (!isName(tokens[0])) return false;
  let at = 1;
  if (isSign(tokens[at], ".")) {
    if (!isName(tokens[at + 1])) return false;
    at += 2;
  }
  if (wordOf(tokens[at]) === "as") at += 1;
  if (isName(tokens[at]) && !afterTable.includes(wordOf(tokens[at]))) at += 1;
  const rest = tokens.slice(at);
  if (rest.length > 0 && !afterTable.includes(wordOf(rest[0]))) return false;
  let depth = 0;
  for (const token of rest) {
    if (isSign(token, "(")) depth += 1;
    else if (isSign(token, ")")) depth -= 1;
    else if (isSign(token, ";") || (depth === 0 && other.has(wordOf(token)))) return false;
  }
  return depth === 0;
}

function splitAtCommas(tokens: readonly SqlToken[]): readonly (readonly SqlToken[])[] {
  const items: SqlToken[][] = [[]];
  let depth = 0;
  for (const token of tokens) {
    if (isSign(token, "(")) depth += 1;
    if (isSign(token, ")")) depth -= 1;
    if (depth === 0 && isSign(token, ",")) items.push([]);
    else items.at(-1)?.push(token);
  }
  return items;
}

interface Item {
  /** Of the column that it makes. */
  readonly name: string;
  /** Whether the engine calls it so for certain. */
  readonly isNamed: boolean;
  /** Null: a value by which rows are grouped. */
  readonly told: Statistic | null;
}

/** An item of the select list; null where it is anything but a column or one of the aggregates of a column. */
function itemOf(tokens: readonly SqlToken[]): Item | null {
  const [first, second] = tokens;
  if (!isName(first)) return null;
  const told = isSign(second, "(") ? aggregates[wordOf(first)] : null;
  if (told === undefined) return null;
  const end = told === null ? columnEnd(tokens, 0) : aggregateEnd(tokens);
  if (end === null) return null;
  const own = told === null ? (tokens[end - 1] as SqlToken).text : isSign(tokens[2], "*") ? "count_star()" : "";
  let rest = tokens.slice(end);
  if (rest.length === 0) return { name: own || tokens.map(({ text }) => text).join(""), isNamed: own !== "", told };
  if (wordOf(rest[0]) === "as") rest = rest.slice(1);
  const [alias, ...more] = rest;
  return isName(alias) && more.length === 0 ? { name: alias.text, isNamed: true, told } : null;
}

/** The end of `column` or `cell.column` that begins there. */
function columnEnd(tokens: readonly SqlToken[], at: number): number | null {
  if (!isName(tokens[at])) return null;
  if (!isSign(tokens[at + 1], ".")) return at + 1;
  return isName(tokens[at + 2]) ? at + 3 : null;
}

/** The end of `f(column)`, `f(distinct column)` or `count(*)`. */
function aggregateEnd(tokens: readonly SqlToken[]): number | null {
  let end: number | null;
  if (isSign(tokens[2], "*")) end = wordOf(tokens[0]) === "count" ? 3 : null;
  else end = columnEnd(tokens, wordOf(tokens[2]) === "distinct" ? 3 : 2);
  return end !== null && isSign(tokens[end], ")") ? end + 1 : null;
}
