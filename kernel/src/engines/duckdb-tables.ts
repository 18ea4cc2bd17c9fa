// Tables and matrices into DuckDB and out of it, column by column. In: table functions written here that copy typed
// arrays a vector at a time (nothing is appended or kept); texts go as ENUM codes and are cast to VARCHAR by the view, so
// that they compare and sort as text. Every column is declared: DuckDB guesses nothing.

import type { DuckDBConnection, DuckDBResult, DuckDBType, DuckDBVector } from "@duckdb/node-api";
import type { Assay, Column, Table } from "@genomecraft/cells/artifacts/artifact.ts";
import { denseData, featureIds, sampleIds } from "@genomecraft/cells/artifacts/assay.ts";
import { columnOfValues, textValues } from "@genomecraft/cells/formula/values.ts";

export type DuckDb = typeof import("@duckdb/node-api");

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
export const textLiteral = (text: string): string => `'${text.replaceAll("'", "''")}'`;

type Numbers = Float64Array | Float32Array | Int32Array | Uint8Array | Uint16Array | Uint32Array;
interface Source {
  readonly type: DuckDBType;
  /** Copies rows [start, start + into.length) into the vector's items. */
  fill(into: Numbers, start: number): void;
  readonly valid: Uint8Array | null;
  readonly isText: boolean;
}
interface RawVector {
  readonly items: Numbers;
  readonly validity: { setItemValid(item: number, valid: boolean): void };
  flush(): void;
}

/** Codes into an ENUM: a dictionary may hold a text twice, an ENUM may not, and it may not be empty. */
function enumSource(
  duckdb: DuckDb,
  dictionary: readonly string[],
  codes: (start: number, into: Numbers) => void,
  valid: Uint8Array | null,
): Source {
  const known = new Map<string, number>();
  const codeOf = Int32Array.from(dictionary, (text) => {
    const code = known.get(text) ?? known.size;
    known.set(text, code);
    return code;
  });
  const texts = known.size === 0 ? [""] : [...known.keys()];
  return {
    type: duckdb.ENUM(texts),
    valid,
    isText: true,
    fill(into, start) {
      codes(start, into);
      for (let row = 0; row < into.length; row++) into[row] = codeOf[into[row] as number] ?? 0;
    },
  };
}

function columnSource(duckdb: DuckDb, column: Column): Source {
  if (column.type === "text") {
    const { codes } = column;
    return enumSource(
      duckdb,
      column.dictionary,
      (start, into) => into.set(codes.subarray(start, start + into.length)),
      column.valid,
    );
  }
  const { values } = column;
  const type = column.type === "float64" ? duckdb.DOUBLE : column.type === "int32" ? duckdb.INTEGER : duckdb.BOOLEAN;
  return {
    type,
    valid: column.valid,
    isText: false,
    fill: (into, start) => into.set(values.subarray(start, start + into.length)),
  };
}

/** Names as DuckDB can tell them apart: it ignores case. */
export function distinctNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    let free = name === "" ? "column" : name;
    for (let number = 2; taken.has(free.toLowerCase()); number++) free = `${name}_${number}`;
    taken.add(free.toLowerCase());
    return free;
  });
}

let serial = 0;

function addView(
  duckdb: DuckDb,
  connection: DuckDBConnection,
  view: string,
  rows: number,
  names: readonly string[],
  sources: readonly Source[],
): Promise<unknown> {
  if (sources.length === 0) return connection.run(`create view ${view} as select null as "nothing" where false`);
  serial += 1;
  const name = `gc_source_${serial}`;
  connection.registerTableFunction(
    duckdb.DuckDBTableFunction.create({
      name,
      supportsProjectionPushdown: true,
      bindFunction(bind) {
        for (const [at, source] of sources.entries()) bind.addResultColumn(`c${at}`, source.type);
        bind.setCardinality(rows, true);
      },
      initFunction(init) {
        init.setInitData({ row: 0, columns: init.getColumnIndexes() });
        init.setMaxThreads(1);
      },
      mainFunction(info, chunk) {
        const state = info.initData as { row: number; readonly columns: readonly number[] };
        const count = Math.max(0, Math.min(2048, rows - state.row));
        chunk.rowCount = count;
        if (count === 0) return;
        state.columns.forEach((place, at) => {
          const source = sources[place];
          // A scan that needs no column (count(*)) asks for one that does not exist.
          if (!source) return;
          const vector = chunk.getColumnVector(at) as unknown as RawVector & DuckDBVector;
          if (source.type === duckdb.BOOLEAN) {
            const flags = new Uint8Array(count);
            source.fill(flags, state.row);
            for (let row = 0; row < count; row++) vector.setItem(row, (flags[row] === 1) as never);
          } else {
            source.fill(vector.items.length === count ? vector.items : (vector.items.subarray(0, count) as Numbers), state.row);
          }
          if (source.valid) {
            for (let row = 0; row < count; row++)
              if (source.valid[state.row + row] === 0) vector.validity.setItemValid(row, false);
          }
          vector.flush();
        });
        state.row += count;
      },
    }),
  );
  const columns = sources.map((source, at) => `c${at}${source.isText ? "::varchar" : ""} as ${quoted(names[at] as string)}`);
  return connection.run(`create view ${view} as select ${columns.join(", ")} from ${name}()`);
}

export async function addTable(duckdb: DuckDb, connection: DuckDBConnection, view: string, table: Table): Promise<void> {
  const names = distinctNames(table.columns.map((column) => column.name));
  await addView(
    duckdb,
    connection,
    view,
    table.rowCount,
    names,
    table.columns.map((column) => columnSource(duckdb, column)),
  );
}

/** A matrix as (feature, sample, value), a row per number; what was not measured is NULL. */
export async function addAssay(duckdb: DuckDb, connection: DuckDBConnection, view: string, assay: Assay): Promise<void> {
  const data = denseData(assay);
  const width = assay.sampleCount;
  const missing = data.some((value) => Number.isNaN(value));
  const valid = missing ? Uint8Array.from(data, (value) => (Number.isNaN(value) ? 0 : 1)) : null;
  const each = (act: (at: number) => number) => (start: number, into: Numbers) => {
    for (let row = 0; row < into.length; row++) into[row] = act(start + row);
  };
  const value: Source = {
    type: duckdb.DOUBLE,
    valid,
    isText: false,
    fill: (into, start) => into.set(data.subarray(start, start + into.length)),
  };
  await addView(
    duckdb,
    connection,
    view,
    data.length,
    ["feature", "sample", "value"],
    [
      enumSource(
        duckdb,
        featureIds(assay),
        each((at) => Math.floor(at / width)),
        null,
      ),
      enumSource(
        duckdb,
        sampleIds(assay),
        each((at) => at % width),
        null,
      ),
      value,
    ],
  );
}

// ---- out ------------------------------------------------------------------------------------------------------------

/** One result column on its way. */
interface Gathering {
  readonly kind: "int32" | "whole" | "float64" | "boolean" | "text";
  readonly values: (number | bigint | string | boolean | null)[];
}

/**
 * Rows of a streamed result as a table. Integers become int32 where all fit, else float64; dates and nested values become
 * their text. `maxRows` more are refused by answering null.
 */
export async function readResult(
  duckdb: DuckDb,
  result: DuckDBResult,
  options: { readonly maxRows: number; readonly signal: AbortSignal },
): Promise<Table | null> {
  const names = distinctNames(result.columnNames());
  const { DuckDBTypeId: Id } = duckdb;
  const kindOfType = (id: number): Gathering["kind"] => {
    switch (id) {
      case Id.TINYINT:
      case Id.SMALLINT:
      case Id.INTEGER:
      case Id.UTINYINT:
      case Id.USMALLINT:
        return "int32";
      case Id.UINTEGER:
      case Id.BIGINT:
      case Id.UBIGINT:
      case Id.HUGEINT:
      case Id.UHUGEINT:
        return "whole";
      case Id.FLOAT:
      case Id.DOUBLE:
      case Id.DECIMAL:
        return "float64";
      case Id.BOOLEAN:
        return "boolean";
      default:
        return "text";
    }
  };
  const columns = names.map((_, at): Gathering => ({ kind: kindOfType(result.columnTypeId(at)), values: [] }));
  let rows = 0;
  for (;;) {
    options.signal.throwIfAborted();
    const chunk = await result.fetchChunk();
    if (!chunk || chunk.rowCount === 0) break;
    const count = chunk.rowCount;
    rows += count;
    if (rows > options.maxRows) return null;
    columns.forEach((column, at) => {
      const vector = chunk.getColumnVector(at);
      for (let row = 0; row < count; row++) column.values.push(plain(vector.getItem(row), column.kind));
    });
  }
  return { type: "table", rowCount: rows, columns: columns.map((column, at) => gathered(names[at] as string, column, rows)) };
}

function plain(item: unknown, kind: Gathering["kind"]): number | bigint | string | boolean | null {
  if (item === null || item === undefined) return null;
  if (kind === "text") return typeof item === "string" ? item : String(item);
  if (typeof item === "number" || typeof item === "boolean" || typeof item === "bigint") return item;
  // DECIMAL
  return Number(String(item));
}

function gathered(name: string, { kind, values }: Gathering, rows: number): Column {
  const valid = values.includes(null) ? Uint8Array.from(values, (value) => (value === null ? 0 : 1)) : null;
  switch (kind) {
    case "text":
      return columnOfValues(
        name,
        textValues(rows, valid, (row) => String(values[row])),
      );
    case "boolean":
      return columnOfValues(name, {
        type: "boolean",
        values: Uint8Array.from(values, (value) => (value === true ? 1 : 0)),
        valid,
      });
    case "int32":
      return columnOfValues(name, { type: "number", values: Int32Array.from(values, (value) => Number(value ?? 0)), valid });
    default: {
      const numbers = Float64Array.from(values, (value) => Number(value ?? 0));
      const fits = kind === "whole" && numbers.every((value) => Math.abs(value) < 2 ** 31);
      return columnOfValues(name, { type: "number", values: fits ? Int32Array.from(numbers) : numbers, valid });
    }
  }
}
