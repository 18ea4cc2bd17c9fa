// DuckDB behind the SqlEngine port: a fresh, locked instance for each query, on one thread so that sums do not depend on
// the machine. It reads no file, opens no connection and cannot be unlocked; what it spills goes into a folder of its own
// that is deleted here (and by the parent, should this process be killed). Runs inside a sealed worker, which the kernel
// kills when an interrupt is not heeded: some functions of DuckDB look up late.

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DuckDBConnection, DuckDBInstance, DuckDBValue } from "@duckdb/node-api";
import type { Category, Column, Table } from "@genomecraft/cells/artifacts/artifact.ts";
import { categories } from "@genomecraft/cells/artifacts/semantics.ts";
import { distinctNames } from "@genomecraft/cells/base/distinct-names.ts";
import type { Failure } from "@genomecraft/cells/base/failure.ts";
import { assertNever } from "@genomecraft/cells/base/invariant.ts";
import { isJsonObject, type Json } from "@genomecraft/cells/base/json.ts";
import { err, ok, type Result } from "@genomecraft/cells/base/result.ts";
import { parquetNote } from "@genomecraft/cells/formats/write/parquet.ts";
import type { SqlEngine } from "@genomecraft/cells/contract/engines.ts";
import { failureOfDetail, failureOfDuckdb, type KnownNames, offsetOfByte } from "./duckdb-failure.ts";
import { refusedIn } from "./duckdb-gate.ts";
import { readResult } from "./duckdb-results.ts";
import { addAssay, addTable, assayColumns, quoted, textLiteral, type DuckDb } from "./duckdb-tables.ts";
import { words as queryWords } from "@genomecraft/cells/kinds/query/words.ts";

export interface DuckdbOptions {
  /** Memory for the engine's own buffers; the process takes about 180 MB beside it. Default 1 GiB. */
  readonly memoryBytes?: number;
  /** What it may spill. Default 4 GiB. */
  readonly spillBytes?: number;
  /** A recursion that is not over by then has no end. Default 60 s. */
  readonly recursionSeconds?: number;
  /** Where its temporary folders are made; default the system's. */
  readonly scratch?: string;
  /** More than one makes float sums depend on the machine: for Parquet and tests only. */
  readonly threads?: number;
}

const mostRows = 5_000_000;
const recursionSeconds = 60;

/** Loads the native library; rejects with its reason when it cannot be loaded here. */
export async function newDuckdbEngine(options: DuckdbOptions = {}): Promise<SqlEngine> {
  const loaded = (await import("@duckdb/node-api")) as { readonly default?: DuckDb } & DuckDb;
  const duckdb: DuckDb = loaded.default ?? loaded;

  /** Opens an instance with limits and a folder of its own, and takes both away afterwards. */
  const within = async <T>(act: (connection: DuckDBConnection, folder: string) => Promise<T>): Promise<T> => {
    const folder = mkdtempSync(join(options.scratch ?? tmpdir(), "genomecraft-sql-"));
    let instance: DuckDBInstance | null = null;
    let connection: DuckDBConnection | null = null;
    try {
      instance = await duckdb.DuckDBInstance.create(":memory:", { threads: String(options.threads ?? 1) });
      connection = await instance.connect();
      // Limits given at creation are reported and not kept; set afterwards they hold.
      await connection.run(`set memory_limit = '${options.memoryBytes ?? 1 << 30}B'`);
      await connection.run(`set temp_directory = ${textLiteral(join(folder, "spill"))}`);
      await connection.run(`set max_temp_directory_size = '${options.spillBytes ?? 4 * 2 ** 30}B'`);
      await connection.run("set autoinstall_known_extensions = false");
      await connection.run("set autoload_known_extensions = false");
      return await act(connection, folder);
    } finally {
      connection?.closeSync();
      instance?.closeSync();
      rmSync(folder, { recursive: true, force: true });
    }
  };

  return {
    select: ({ sql, tables, params, signal, trusted, maxRows }) => {
      signal.throwIfAborted();
      return within(async (connection): Promise<Result<Table, Failure>> => {
        const names: string[] = [];
        const columns = new Set<string>();
        const schemas = new Set<string>();
        const view = async (name: string): Promise<string> => {
          names.push(name);
          const dot = name.indexOf(".");
          if (dot < 0) return quoted(name);
          const schema = name.slice(0, dot);
          if (!schemas.has(schema.toLowerCase())) await connection.run(`create schema if not exists ${quoted(schema)}`);
          schemas.add(schema.toLowerCase());
          return `${quoted(schema)}.${quoted(name.slice(dot + 1))}`;
        };
        for (const [name, source] of trusted ? [] : tables) {
          const found = source.type === "table" ? [source] : [source.samples, source.features];
          const both = found.flatMap((table) => namesByCase(table, sql))[0];
          if (both) return err(queryWords.failure("columns-by-case", { table: name, columns: both }));
        }
        for (const [name, source] of tables) {
          switch (source.type) {
            case "table":
              for (const column of distinctNames(source.columns.map((each) => each.name))) columns.add(column);
              await addTable(duckdb, connection, await view(name), source);
              break;
            case "assay":
              for (const column of assayColumns) columns.add(column);
              await addAssay(duckdb, connection, await view(name), source);
              for (const [part, table] of [
                ["features", source.features],
                ["samples", source.samples],
              ] as const) {
                // Both ways of saying it; a cell that has the second name keeps it.
                if (!name.includes(".")) await addTable(duckdb, connection, await view(`${name}.${part}`), table);
                if (!tables.has(`${name}_${part}`)) await addTable(duckdb, connection, await view(`${name}_${part}`), table);
              }
              break;
            default:
              assertNever(source);
          }
        }
        await connection.run("set errors_as_json = true");
        await connection.run("set enable_external_access = false");
        await connection.run("set lock_configuration = true");

        const known = { tables: names, columns: [...columns] };
        const refused = await check(connection, sql, known, trusted);
        if (refused) return err(refused);
        const interrupt = (): void => connection.interrupt();
        signal.addEventListener("abort", interrupt, { once: true });
        let endless = false;
        const seconds = options.recursionSeconds ?? recursionSeconds;
        const limit = /\brecursive\b/i.test(sql)
          ? setTimeout(() => {
              endless = true;
              connection.interrupt();
            }, seconds * 1000)
          : null;
        try {
          signal.throwIfAborted();
          const values = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, valueOf(duckdb, value)]));
          const result = Object.keys(values).length === 0 ? await connection.stream(sql) : await connection.stream(sql, values);
          const most = maxRows ?? mostRows;
          const table = await readResult(duckdb, result, { maxRows: most, signal, keepsDecimals: true });
          return table ? ok(table) : err(queryWords.failure("too-many-rows", { limit: most }));
        } catch (error) {
          signal.throwIfAborted();
          if (endless) return err(queryWords.failure("recursion-endless", { seconds }));
          return err(failureOfDuckdb(error, sql, known));
        } finally {
          if (limit) clearTimeout(limit);
          signal.removeEventListener("abort", interrupt);
        }
      });
    },

    readParquet: (bytes) =>
      within(async (connection, folder): Promise<Result<Table, Failure>> => {
        const file = join(folder, "in.parquet");
        writeFileSync(file, bytes);
        try {
          const notes = await connection.runAndReadAll(
            `select value from parquet_kv_metadata(${textLiteral(file)}) where key = '${parquetNote}'::blob`,
          );
          const note = notes.getRows()[0]?.[0];
          const result = await connection.stream(`select * from read_parquet(${textLiteral(file)})`);
          const table = await readResult(duckdb, result, {
            maxRows: 2 ** 31,
            signal: new AbortController().signal,
            // Reading says what it rounds.
            keepsDecimals: false,
          });
          return table ? ok(withNotes(table, note)) : err(queryWords.failure("too-many-rows", { limit: 2 ** 31 }));
        } catch (error) {
          const detail = error instanceof Error ? error.message : String(error);
          return err(
            queryWords.failure("not-parquet", { detail: (detail.split("\n")[0] ?? "").replaceAll(file, "").slice(0, 300) }),
          );
        }
      }),
  };
}

/**
 * Names of columns that differ by case alone, which are one name for SQL, where the query may read them: it says one of
 * them, or all columns.
 */
function namesByCase(table: Table, sql: string): readonly (readonly string[])[] {
  const groups = new Map<string, string[]>();
  for (const { name } of table.columns) {
    const key = name.toLowerCase();
    groups.set(key, [...(groups.get(key) ?? []), name]);
  }
  const text = sql.toLowerCase().replace(/count\s*\(\s*\*\s*\)/g, "");
  return [...groups]
    .filter(([name, names]) => names.length > 1 && (/\*|columns\s*\(/.test(text) || text.includes(name)))
    .map(([, names]) => names);
}

/** One statement, a SELECT, and nothing in it that may not be there. */
async function check(connection: DuckDBConnection, sql: string, known: KnownNames, trusted: boolean): Promise<Failure | null> {
  let count: number;
  try {
    count = (await connection.extractStatements(sql)).count;
  } catch (error) {
    const found = failureOfDuckdb(error, sql, known);
    // A text without any statement is refused without a word about it.
    return found.reason === queryWords.key("failed") ? queryWords.failure("empty") : found;
  }
  if (count === 0) return queryWords.failure("empty");
  if (trusted) return count === 1 ? null : queryWords.failure("several", { count });
  const found = await connection.runAndReadAll(`select json_serialize_sql(${textLiteral(sql)})`);
  const tree = JSON.parse(String(found.getRows()[0]?.[0] ?? "null")) as Json;
  if (!isJsonObject(tree)) return queryWords.failure("not-select");
  if (/\bpivot\b/i.test(sql) && tree.error === true) return queryWords.failure("pivot");
  if (count > 1) return queryWords.failure("several", { count });
  if (tree.error === true) {
    if (String(tree.error_type) === "parser") return failureOfDetail(tree, sql, known);
    return queryWords.failure("not-select");
  }
  return refusedIn(tree, known.tables, (byte, length) => {
    const start = offsetOfByte(sql, byte);
    return { start, end: Math.min(sql.length, start + length) };
  });
}

/** A parameter's value as DuckDB takes it: a list stays a list (`gene = any($genes)`). */
function valueOf(duckdb: DuckDb, value: Json): DuckDBValue {
  if (value === null || typeof value === "boolean" || typeof value === "string" || typeof value === "number") return value;

  if (Array.isArray(value)) return duckdb.listValue((value as readonly Json[]).map((item) => valueOf(duckdb, item)));
  return JSON.stringify(value);
}

/** Names, semantic types and units that a Parquet file of ours carries along. */
function withNotes(table: Table, note: unknown): Table {
  if (note === undefined || note === null) return table;
  let notes: Json;
  try {
    const text = typeof note === "string" ? note : new TextDecoder().decode((note as { readonly bytes: Uint8Array }).bytes);
    notes = JSON.parse(text) as Json;
  } catch {
    return table;
  }
  if (!Array.isArray(notes) || notes.length !== table.columns.length)
    return table.columns.length === 1 && Array.isArray(notes) && notes.length === 0 ? { ...table, columns: [] } : table;
  const written = distinctNames(notes.map((each: Json) => (isJsonObject(each) ? String(each.name) : "")));
  const columns = table.columns.map((column, at): Column => {
    const each = (notes as readonly Json[])[at];
    if (!isJsonObject(each) || column.name !== written[at]) return column;
    return {
      ...column,
      name: String(each.name),
      ...(typeof each.semantic === "string" ? { semantic: each.semantic as NonNullable<Column["semantic"]> } : {}),
      ...(categories.some((one) => one === each.category) ? { category: each.category as Category } : {}),
      ...(each.closed === true ? { closed: true } : {}),
      ...(typeof each.unit === "string" ? { unit: each.unit } : {}),
    };
  });
  return { ...table, columns };
}
