// Tables and views of a database of SQLite, by SQLite itself (sql.js): nothing but SELECT is asked of it, by names that stand in it.

import type { Database, SqlJsStatic, SqlValue } from "sql.js";
import type { Column } from "../../artifacts/artifact.ts";
import { integerColumn, numberColumn, textColumn } from "../../artifacts/table.ts";
import { FailureError } from "../../base/failure.ts";
import type { FileContent, Issue, OpenSheets, Read, ReadTask } from "../../contract/format.ts";
import { issueOfRepeatedName } from "../parts/delimited/read-as-delimited.ts";
import { uniqueNames } from "../parts/delimited/read-delimited.ts";
import { words as loadWords } from "../parts/words.ts";
import { words } from "./words.ts";

/** Rows times columns of what a table may have (SPEC, L-1). */
const mostFields = 100_000_000;

interface Entry {
  readonly name: string;
  readonly isView: boolean;
  readonly sql: string;
}

export const read: Read = async (task) => {
  const database = await opened(await task.bytes());
  try {
    const entries = entriesOf(database);
    const { sheet } = task.settings;
    const entry = sheet === null ? entries[0] : entries.find(({ name }) => name === sheet);
    if (!entry) {
      if (sheet === null) return words.fail("no-tables", { name: task.name });
      const params = { sheet, sheets: entries.map(({ name }) => name).join(", ") };
      throw new FailureError(loadWords.failure("sheet-missing", params, { at: ["sheet"] }));
    }
    return contentOf(database, entry, entries, task);
  } finally {
    database.close();
  }
};

/** Tables in the order in which they were made, views behind them. */
export const openSheets: OpenSheets = async (bytes) => {
  const database = await opened(bytes);
  try {
    const entries = entriesOf(database);
    if (entries.length === 0) words.fail("no-tables");
    return entries.map((entry) => ({
      name: entry.name,
      isHidden: false,
      read: (task) => read({ ...task, bytes: () => Promise.resolve(bytes), settings: { ...task.settings, sheet: entry.name } }),
    }));
  } finally {
    database.close();
  }
};

let library: Promise<SqlJsStatic> | null = null;

async function opened(bytes: Uint8Array): Promise<Database> {
  // The one with its WebAssembly in it: nothing is fetched, in a sealed worker as anywhere.
  library ??= import("sql.js/dist/sql-wasm-inline.js").then(({ default: start }) => start());
  const SQL = await library;
  // A mark of a journal beside it: without the journal the library opens nothing.
  const plain = bytes[18] === 2 || bytes[19] === 2 ? withoutJournal(bytes) : bytes;
  return guarded(() => new SQL.Database(plain));
}

/** 1.3.3: 2 is a write-ahead log, 1 is none. */
function withoutJournal(bytes: Uint8Array): Uint8Array {
  const copy = bytes.slice();
  copy[18] = 1;
  copy[19] = 1;
  return copy;
}

/** What SQLite says of a damaged file. */
function guarded<T>(work: () => T): T {
  try {
    return work();
  } catch (cause) {
    if (cause instanceof FailureError) throw cause;
    const detail = cause instanceof Error ? cause.message.slice(0, 120) : "";
    throw new FailureError(words.failure("broken", { detail }), { cause });
  }
}

function entriesOf(database: Database): readonly Entry[] {
  return guarded(() => {
    const found = database.exec(
      "SELECT name, type, coalesce(sql, '') FROM sqlite_master WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY type, rowid",
    );
    const entries = (found[0]?.values ?? []).map(([name, type, sql]) => ({
      name: String(name),
      isView: type === "view",
      sql: String(sql),
    }));
    // What keeps the words of a full-text search is no table of a person.
    return entries.filter(
      ({ name }) => !entries.some((other) => /USING\s+fts\d/i.test(other.sql) && name.startsWith(`${other.name}_`)),
    );
  });
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

function contentOf(database: Database, entry: Entry, entries: readonly Entry[], task: ReadTask): FileContent {
  if (entries.some(({ isView, sql }) => isView && /\brecursive\b/i.test(sql)) && entry.isView)
    return words.fail("recursive", { name: task.name, table: entry.name });
  const { header, cells } = guarded(() => cellsOf(database, entry, task));
  const { names, repeatedNames } = uniqueNames(header);
  const rows = cells[0]?.length ?? 0;
  if (rows === 0) throw new FailureError(loadWords.failure("header-only", { name: task.name, columns: header.length }));
  const issues: Issue[] = repeatedNames.map(issueOfRepeatedName);
  const columns = cells.map((column, at): Column => columnOf(names[at] as string, column, issues));
  const sheets = entries.map(({ name }) => name);
  const which = loadWords.sentence("log-sheet", { sheet: entry.name, sheets });
  const other = sheets.find((name) => name !== entry.name);
  const isGuessed = task.settings.sheet === null && other !== undefined;
  const guess: Issue[] = isGuessed
    ? [{ rule: "sheet", severity: "note", line: null, field: null, message: which, fix: { path: ["sheet"], value: other } }]
    : [];
  return {
    content: { shape: "table", table: { type: "table", rowCount: rows, columns } },
    header,
    issues: [...guess, ...issues],
    said: other !== undefined && !isGuessed ? [which] : [],
    turnedIntoDates: [],
    lineOf: (row) => row + 1,
    whole: true,
  };
}

/** What the library's types leave out. */
interface WideStatement {
  get(params: null, config: { readonly useBigInt: boolean }): (SqlValue | bigint)[];
}

interface Cells {
  readonly header: readonly string[];
  readonly cells: readonly (readonly (SqlValue | bigint)[])[];
}

function cellsOf(database: Database, entry: Entry, task: ReadTask): Cells {
  const statement = database.prepare(`SELECT * FROM ${quoted(entry.name)}`);
  try {
    const header = statement.getColumnNames();
    const wide: WideStatement = statement;
    const cells: (SqlValue | bigint)[][] = header.map(() => []);
    const mostRows = Math.floor(mostFields / Math.max(1, header.length));
    for (let row = 0; statement.step(); row++) {
      if (row >= mostRows) words.fail("large", { name: task.name, table: entry.name, most: mostFields });
      if (row % 10_000 === 0) task.signal?.throwIfAborted();
      // Whole numbers of 64 bits come as they are.
      const found = wide.get(null, { useBigInt: true });
      for (let at = 0; at < header.length; at++) (cells[at] as (SqlValue | bigint)[]).push(found[at] ?? null);
    }
    return { header, cells };
  } finally {
    statement.free();
  }
}

const isLong = (cell: SqlValue | bigint): boolean => typeof cell === "bigint" && !Number.isSafeInteger(Number(cell));

/** SQLite keeps a type with each value, and not with the column. */
function columnOf(name: string, cells: readonly (SqlValue | bigint)[], issues: Issue[]): Column {
  const note = (rule: "mixed" | "long-numbers" | "bytes", row: number): void => {
    const message = words.sentence(rule, { column: name, row });
    issues.push({ rule: `sqlite-${rule}`, severity: rule === "mixed" ? "warning" : "note", line: row, field: name, message });
  };
  const isText = (cell: SqlValue | bigint): boolean => typeof cell === "string";
  const isNumber = (cell: SqlValue | bigint): boolean => typeof cell === "number" || typeof cell === "bigint";
  const firstBytes = cells.findIndex((cell) => cell instanceof Uint8Array);
  const firstLong = cells.findIndex(isLong);
  const firstText = cells.findIndex(isText);
  if (firstBytes >= 0) note("bytes", firstBytes + 1);
  if (firstLong >= 0) note("long-numbers", firstLong + 1);
  if (firstText >= 0 && cells.some(isNumber)) note("mixed", firstText + 1);
  if (firstBytes < 0 && firstLong < 0 && firstText < 0 && cells.some(isNumber)) {
    const numbers = cells.map((cell) => (cell === null ? null : Number(cell)));
    const isWhole = cells.every(
      (cell) => cell === null || (typeof cell === "bigint" && cell >= -0x8000_0000n && cell <= 0x7fff_ffffn),
    );
    return (isWhole ? integerColumn : numberColumn)(name, numbers);
  }
  return textColumn(
    name,
    cells.map((cell) => (cell === null ? null : cell instanceof Uint8Array ? hex(cell) : String(cell))),
  );
}

const hex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
