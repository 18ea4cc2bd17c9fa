// Words of a SQL text, just enough to find the cells that it names: tables after FROM, JOIN and commas of a FROM list
// (less the names of common table expressions), and parameters written `$name`. Comments and strings are passed over,
// quoted identifiers are read. What the text means is DuckDB's matter; it never fails, whatever is typed.

/** Whoever asks of a cell asks several things of the same text. */
function ofLast<Found>(look: (sql: string) => Found): (sql: string) => Found {
  let last: { readonly sql: string; readonly found: Found } | null = null;
  return (sql) => {
    if (last?.sql !== sql) last = { sql, found: look(sql) };
    return last.found;
  };
}

export interface SqlToken {
  readonly kind: "word" | "quoted" | "parameter" | "number" | "text" | "sign";
  /** Of a word or quoted identifier or parameter the name itself, without quotes and `$`. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const pattern =
  /--[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|\$\$[\s\S]*?(?:\$\$|$)|[eE]?'(?:[^']|'')*(?:'|$)|"((?:[^"]|"")*)(?:"|$)|\$([\p{L}_][\p{L}\p{M}\p{N}_]*)|([\p{L}_][\p{L}\p{M}\p{N}_$]*)|\d[\w.]*|\s+|[\s\S]/gu;

/** Of what is neither a name nor passed over. A list of numbers has a hundred thousand of these: no pattern is tried on each. */
function kindOfToken(whole: string): "text" | "number" | "sign" {
  const first = whole.charCodeAt(0);
  if (first >= 48 && first <= 57) return "number";
  const isText = first === 39 || ((first === 69 || first === 101) && whole[1] === "'") || whole.startsWith("$$");
  return isText ? "text" : "sign";
}

export const sqlTokens = ofLast((sql): readonly SqlToken[] => {
  const found: SqlToken[] = [];
  for (const match of sql.matchAll(pattern)) {
    const [whole, quotedText, parameter, word] = match;
    const start = match.index;
    const end = start + whole.length;
    if (quotedText !== undefined) found.push({ kind: "quoted", text: quotedText.replaceAll('""', '"'), start, end });
    else if (parameter !== undefined) found.push({ kind: "parameter", text: parameter, start, end });
    else if (word !== undefined) found.push({ kind: "word", text: word, start, end });
    else if (whole.startsWith("--") || whole.startsWith("/*") || whole.trim() === "") continue;
    else found.push({ kind: kindOfToken(whole), text: whole, start, end });
  }
  return found;
});

export interface SqlName {
  /** "counts" of `counts.samples` and of `$counts`. */
  readonly name: string;
  /** What follows a dot: a part of a matrix (`samples`, `features`) or an output port. */
  readonly part?: string;
  readonly parameter: boolean;
  /** Offsets of the name alone, inside quotes and after `$`. */
  readonly start: number;
  readonly end: number;
}

/** Words that end the list of tables in which a comma begins another table. */
const endsFrom = new Set([
  "where",
  "group",
  "having",
  "order",
  "limit",
  "offset",
  "qualify",
  "window",
  "union",
  "except",
  "intersect",
  "select",
  "using",
  "on",
  "sample",
  "tablesample",
]);
/** Words that cannot be a table's name where one is expected. */
const notTables = new Set([
  "select",
  "lateral",
  "values",
  "with",
  "only",
  "unnest",
  "pivot",
  "unpivot",
  "describe",
  "summarize",
  "show",
  "from",
]);

interface Bracket {
  /** A comma in it begins a table. */
  listsTables: boolean;
  /** It holds the arguments of a function that have a FROM of their own. */
  readonly isOfFunction: boolean;
  hasSelect: boolean;
}

/** Linear in the text, as all of this file: it runs where everybody waits for it. */
export const sqlNames = ofLast((sql): readonly SqlName[] => {
  const tokens = sqlTokens(sql);
  const ctes = cteNames(tokens);
  const names: SqlName[] = [];
  /** Of each open bracket, so that nobody has to look back for it. */
  const open: Bracket[] = [{ listsTables: false, isOfFunction: false, hasSelect: false }];
  let expects = false;
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as SqlToken;
    const inside = open.at(-1) as Bracket;
    if (token.kind === "parameter") {
      names.push({ name: token.text, parameter: true, start: token.start + 1, end: token.end });
      expects = false;
      continue;
    }
    const word = token.kind === "word" ? token.text.toLowerCase() : "";
    if (word === "select") inside.hasSelect = true;
    if (word === "table" && beginsQuery(tokens[at - 1])) {
      // `table counts` is `select * from counts`.
      expects = true;
      continue;
    }
    if (word === "from" || word === "join") {
      // `extract(year from x)`, `substring(t from 2)`, `is distinct from x`: no table follows.
      expects = word === "join" || !(isFromOfDistinct(tokens, at) || (inside.isOfFunction && !inside.hasSelect));
      if (expects) inside.listsTables = true;
      continue;
    }
    if (token.kind === "sign" && token.text === "(") {
      // `from (a join b)`: still where a table is expected; `from f(`: arguments.
      const before = tokens[at - 1];
      const isOfFunction = before?.kind === "word" && withFrom.has(before.text.toLowerCase());
      open.push({ listsTables: expects, isOfFunction, hasSelect: false });
      continue;
    }
    if (token.kind === "sign" && token.text === ")") {
      if (open.length > 1) open.pop();
      expects = false;
      continue;
    }
    if (token.kind === "sign" && token.text === ",") {
      expects = inside.listsTables;
      continue;
    }
    if (expects && (token.kind === "quoted" || (token.kind === "word" && !notTables.has(word)))) {
      expects = false;
      const next = tokens[at + 1];
      if (next?.kind === "sign" && next.text === "(" && token.kind === "word") continue;
      const part = next?.kind === "sign" && next.text === "." ? tokens[at + 2] : undefined;
      const named = part && (part.kind === "word" || part.kind === "quoted") ? part : undefined;
      if (named || !ctes.has(token.text.toLowerCase())) {
        const quote = token.kind === "quoted" ? 1 : 0;
        names.push({
          name: token.text,
          ...(named ? { part: named.text } : {}),
          parameter: false,
          start: token.start + quote,
          end: token.end - quote,
        });
      }
      if (named) at += 2;
      continue;
    }
    // Commas go on with rows of values: `from (values (1), (null))`.
    if (expects && word === "values") inside.listsTables = false;
    if (endsFrom.has(word)) {
      // `on` and `using` belong to a join: a comma after them may go on with tables.
      if (word !== "on" && word !== "using") inside.listsTables = false;
      expects = false;
      continue;
    }
    if (word !== "lateral" && word !== "only") expects = false;
  }
  return [...names, ...qualifiers(tokens, names)].sort((a, b) => a.start - b.start);
});

/** `counts` of `counts.gene` outside FROM: a rename has to follow it there, too. */
function qualifiers(tokens: readonly SqlToken[], names: readonly SqlName[]): SqlName[] {
  const tables = new Map(names.filter((name) => !name.parameter).map((name) => [name.name.toLowerCase(), name]));
  const places = new Set(names.map((name) => name.start));
  const isDot = (token: SqlToken | undefined): boolean => token?.kind === "sign" && token.text === ".";
  return tokens.flatMap((token, at): SqlName[] => {
    if ((token.kind !== "word" && token.kind !== "quoted") || !isDot(tokens[at + 1]) || isDot(tokens[at - 1])) return [];
    const inside = token.kind === "quoted" ? 1 : 0;
    const table = tables.get(token.text.toLowerCase());
    if (!table || places.has(token.start + inside)) return [];
    const { start: _start, end: _end, ...named } = table;
    return [{ ...named, name: token.text, start: token.start + inside, end: token.end - inside }];
  });
}

/** Whether what follows this token is where a query may begin. */
const beginsQuery = (before: SqlToken | undefined): boolean =>
  before === undefined ||
  (before.kind === "sign" && (before.text === "(" || before.text === ")")) ||
  (before.kind === "word" && /^(?:union|all|except|intersect|distinct|name|explain)$/i.test(before.text));

/** Functions whose arguments have a FROM of their own. */
const withFrom = new Set(["extract", "substring", "trim", "overlay", "position"]);

/** `is [not] distinct from`, but not `select distinct from`. */
function isFromOfDistinct(tokens: readonly SqlToken[], at: number): boolean {
  const before = tokens[at - 1];
  if (before?.kind !== "word" || before.text.toLowerCase() !== "distinct") return false;
  const earlier = tokens[at - 2]?.text.toLowerCase();
  return earlier === "is" || earlier === "not";
}

/** Of each place the next token from there on that is one of these; their number where there is none. */
function nextOf(tokens: readonly SqlToken[], isOne: (token: SqlToken) => boolean): Int32Array {
  const next = new Int32Array(tokens.length + 1).fill(tokens.length);
  for (let at = tokens.length - 1; at >= 0; at--) next[at] = isOne(tokens[at] as SqlToken) ? at : (next[at + 1] as number);
  return next;
}

/** Names defined by WITH: `with a as (…), b(x) as materialized (…)`. */
function cteNames(tokens: readonly SqlToken[]): ReadonlySet<string> {
  const found = new Set<string>();
  const isWord = (token: SqlToken | undefined, ...words: readonly string[]): boolean =>
    token?.kind === "word" && words.includes(token.text.toLowerCase());
  if (!tokens.some((token) => isWord(token, "with"))) return found;
  const closing = nextOf(tokens, (token) => token.kind === "sign" && token.text === ")");
  const as = nextOf(tokens, (token) => isWord(token, "as"));
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as SqlToken;
    const before = tokens[at - 1];
    const begins = isWord(before, "with", "recursive") || (before?.kind === "sign" && before.text === ",");
    if (!begins || (token.kind !== "word" && token.kind !== "quoted")) continue;
    let next = at + 1;
    if (tokens[next]?.text === "(" && tokens[next]?.kind === "sign") {
      // Column names of the expression.
      next = (closing[next] as number) + 1;
    }
    if (isWord(tokens[next], "using")) next = as[next] as number;
    if (!isWord(tokens[next], "as")) continue;
    next++;
    if (isWord(tokens[next], "not")) next++;
    if (isWord(tokens[next], "materialized")) next++;
    const body = tokens[next];
    if (body?.kind === "sign" && body.text === "(") found.add(token.text.toLowerCase());
  }
  return found;
}

/**
 * The text as it enters a key: words in their own writing with one blank between them, comments gone, names replaced by
 * what `replace` answers. Case is kept, since the names of columns in the answer have it.
 */
export function normalSql(sql: string, replace: (name: SqlName) => string): string {
  const names = new Map(sqlNames(sql).map((name) => [name.start, name]));
  return sqlTokens(sql)
    .map((token) => {
      const name = names.get(token.start) ?? names.get(token.start + 1);
      if (name && (token.kind === "word" || token.kind === "quoted" || token.kind === "parameter")) {
        return `${name.parameter ? "$" : ""}{${replace(name)}}`;
      }
      return sql.slice(token.start, token.end);
    })
    .join(" ");
}
