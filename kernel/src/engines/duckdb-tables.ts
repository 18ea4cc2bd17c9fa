// Tables and matrices into DuckDB, column by column (out of it: duckdb-results.ts): table functions written here that copy typed
// arrays a vector at a time (nothing is appended or kept); texts go as ENUM codes and are cast to VARCHAR by the view, so
// that they compare and sort as text. Every column is declared: DuckDB guesses nothing.

import type { DuckDBConnection, DuckDBType } from "@duckdb/node-api";
import * as bindingsModule from "@duckdb/node-bindings";
import { asWritten } from "@genomecraft/cells/artifacts/as-written.ts";
import type { Assay, Column, Table, TextColumn } from "@genomecraft/cells/artifacts/artifact.ts";
import { denseData, featureIds, sampleIds } from "@genomecraft/cells/artifacts/assay.ts";
import { areLongNumbers } from "@genomecraft/cells/artifacts/texts-like-numbers.ts";
import { distinctNames } from "@genomecraft/cells/base/distinct-names.ts";

export type DuckDb = typeof import("@duckdb/node-api");

// A CommonJS package: its names are on the default export in Node, on the module itself in types.
const bindings = ((bindingsModule as { readonly default?: typeof bindingsModule }).default ??
  bindingsModule) as typeof bindingsModule;

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
export const textLiteral = (text: string): string => `'${text.replaceAll("'", "''")}'`;

type Numbers = Float64Array | Float32Array | Int32Array | Uint8Array | Uint16Array | Uint32Array;
interface Source {
  readonly type: DuckDBType;
  /** Room for one vector in DuckDB's own layout; used again for every vector. */
  readonly room: Numbers | BigUint64Array;
  /** Of a row in it. */
  readonly bytes: number;
  /** Writes rows [start, start + count) to the room. */
  fill(start: number, count: number): void;
  readonly valid: Uint8Array | null;
  readonly isText: boolean;
}

/** Rows of a vector, DuckDB's standard size. */
export const vectorRows = 2048;

/** Codes into an ENUM: a dictionary may hold a text twice, an ENUM may not, and it may not be empty. */
function enumSource(
  duckdb: DuckDb,
  dictionary: readonly string[],
  codeAt: (row: number) => number,
  valid: Uint8Array | null,
): Source {
  const known = new Map<string, number>();
  const codeOf = Int32Array.from(dictionary, (text) => {
    const code = known.get(text) ?? known.size;
    known.set(text, code);
    return code;
  });
  const texts = known.size === 0 ? [""] : [...known.keys()];
  const type = duckdb.ENUM(texts);
  const { DuckDBTypeId: Id } = duckdb;
  const room =
    type.internalTypeId === Id.UTINYINT
      ? new Uint8Array(vectorRows)
      : type.internalTypeId === Id.USMALLINT
        ? new Uint16Array(vectorRows)
        : new Uint32Array(vectorRows);
  return {
    type,
    room,
    bytes: room.BYTES_PER_ELEMENT,
    valid,
    isText: true,
    fill(start, count) {
      for (let row = 0; row < count; row++) room[row] = codeOf[codeAt(start + row)] ?? 0;
    },
  };
}

function numberSource(type: DuckDBType, room: Numbers, values: Numbers, valid: Uint8Array | null): Source {
  const fill = (start: number, count: number): void => room.set(values.subarray(start, start + count));
  return { type, room, bytes: room.BYTES_PER_ELEMENT, valid, isText: false, fill };
}

/** Numbers that are kept in 32 bits, as the decimals that they were written as: 93.16 is found by 93.16. */
function writtenSource(duckdb: DuckDb, values: Float32Array, valid: Uint8Array | null): Source {
  const room = new Float64Array(vectorRows);
  return {
    type: duckdb.DOUBLE,
    room,
    bytes: room.BYTES_PER_ELEMENT,
    valid,
    isText: false,
    fill(start, count) {
      for (let row = 0; row < count; row++) room[row] = asWritten(values[start + row] as number);
    },
  };
}

/** What HUGEINT holds at least. */
const mostDigits = 38;

/** Whole numbers that are text for their many digits, as HUGEINT: SQL compares, sorts and sums them as numbers. */
function hugeSource(duckdb: DuckDb, { codes, dictionary, valid }: TextColumn): Source {
  const whole = dictionary.map((text) => (text === "" ? 0n : BigInt(text)));
  const low = BigUint64Array.from(whole, (value) => BigInt.asUintN(64, value));
  const high = BigUint64Array.from(whole, (value) => BigInt.asUintN(64, value >> 64n));
  const room = new BigUint64Array(2 * vectorRows);
  const isThere = codes.some((code) => dictionary[code] === "")
    ? Uint8Array.from(codes, (code, row) => (valid?.[row] === 0 || dictionary[code] === "" ? 0 : 1))
    : valid;
  return {
    type: duckdb.HUGEINT,
    room,
    bytes: 16,
    valid: isThere,
    isText: false,
    fill(start, count) {
      for (let row = 0; row < count; row++) {
        const code = codes[start + row] as number;
        room[2 * row] = low[code] as bigint;
        room[2 * row + 1] = high[code] as bigint;
      }
    },
  };
}

function columnSource(duckdb: DuckDb, column: Column): Source {
  const { valid } = column;
  switch (column.type) {
    case "text": {
      const { codes, dictionary } = column;
      if (areLongNumbers(dictionary) && dictionary.every((text) => text.length <= mostDigits)) return hugeSource(duckdb, column);
      return enumSource(duckdb, column.dictionary, (row) => codes[row] as number, valid);
    }
    case "float64":
      return numberSource(duckdb.DOUBLE, new Float64Array(vectorRows), column.values, valid);
    case "int32":
      return numberSource(duckdb.INTEGER, new Int32Array(vectorRows), column.values, valid);
    case "boolean":
      return numberSource(duckdb.BOOLEAN, new Uint8Array(vectorRows), column.values, valid);
  }
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
        const count = Math.max(0, Math.min(vectorRows, rows - state.row));
        chunk.rowCount = count;
        if (count === 0) return;
        state.columns.forEach((place, at) => {
          const source = sources[place];
          // A scan that needs no column (count(*)) asks for one that does not exist.
          if (!source) return;
          // Not by the chunk's own vectors: for an ENUM they read its whole dictionary with every vector.
          const vector = bindings.data_chunk_get_vector(chunk.chunk, at);
          const { room, bytes, valid } = source;
          source.fill(state.row, count);
          bindings.copy_data_to_vector(vector, 0, room.buffer as ArrayBuffer, 0, count * bytes);
          if (!valid) return;
          const bits = new Uint8Array(vectorRows / 8).fill(255);
          for (let row = 0; row < count; row++) {
            if (valid[state.row + row] === 0) bits[row >> 3] = (bits[row >> 3] as number) & ~(1 << (row & 7));
          }
          bindings.vector_ensure_validity_writable(vector);
          bindings.copy_data_to_vector_validity(vector, 0, bits.buffer, 0, Math.ceil(count / 64) * 8);
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

export const assayColumns = ["feature", "sample", "value"] as const;

/** A matrix as (feature, sample, value), a row per number; what was not measured is NULL. */
export async function addAssay(duckdb: DuckDb, connection: DuckDBConnection, view: string, assay: Assay): Promise<void> {
  const data = denseData(assay);
  const width = assay.sampleCount;
  const missing = data.some((value) => Number.isNaN(value));
  const valid = missing ? Uint8Array.from(data, (value) => (Number.isNaN(value) ? 0 : 1)) : null;
  await addView(duckdb, connection, view, data.length, assayColumns, [
    enumSource(duckdb, featureIds(assay), (row) => Math.floor(row / width), null),
    enumSource(duckdb, sampleIds(assay), (row) => row % width, null),
    writtenSource(duckdb, data, valid),
  ]);
}
