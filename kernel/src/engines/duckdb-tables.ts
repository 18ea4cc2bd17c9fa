// Tables and matrices into DuckDB and out of it, column by column. In: table functions written here that copy typed
// arrays a vector at a time (nothing is appended or kept); texts go as ENUM codes and are cast to VARCHAR by the view, so
// that they compare and sort as text. Every column is declared: DuckDB guesses nothing.

import type { DuckDBConnection, DuckDBResult, DuckDBType } from "@duckdb/node-api";
import * as bindingsModule from "@duckdb/node-bindings";
import { asWritten } from "@genomecraft/cells/artifacts/as-written.ts";
import type { Assay, Column, Table, TextColumn } from "@genomecraft/cells/artifacts/artifact.ts";
import { denseData, featureIds, sampleIds } from "@genomecraft/cells/artifacts/assay.ts";
import { areLongNumbers } from "@genomecraft/cells/artifacts/texts-like-numbers.ts";
import { distinctNames } from "@genomecraft/cells/base/distinct-names.ts";
import { columnOfValues } from "@genomecraft/cells/formula/values.ts";

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
const vectorRows = 2048;

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

// ---- out ------------------------------------------------------------------------------------------------------------

/** What the vectors of a plain type hold beside their public face: their numbers, and a bit a row where some are NULL. */
interface RawVector {
  readonly items?: ArrayLike<number | bigint>;
  readonly validity?: { readonly data?: BigUint64Array | null; readonly offset?: number };
  readonly itemCount: number;
  getItem(row: number): unknown;
}

type Kind = "int32" | "whole" | "decimal" | "float64" | "boolean" | "text";

/** 10.50 as 10.5. */
const plainDecimal = (text: string): string => (text.includes(".") ? text.replace(/\.?0+$/, "") : text);

/** A double keeps fifteen digits of any number, and of some more. */
const isHeld = (text: string, value: number): boolean =>
  text.replace(/^-?0*\.?0*|\./g, "").length <= 15 || digitsOf(value) === text;

/** The shortest digits of a double, without an exponent. */
function digitsOf(value: number): string {
  const [head = "", power] = String(Math.abs(value)).split("e");
  const sign = value < 0 ? "-" : "";
  if (power === undefined) return sign + head;
  const [whole = "", part = ""] = head.split(".");
  const digits = whole + part;
  const point = whole.length + Number(power);
  if (point <= 0) return `${sign}0.${"0".repeat(-point)}${digits}`;
  return point >= digits.length ? sign + digits.padEnd(point, "0") : `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
}

/** One result column on its way: room that doubles, one dictionary for all its texts. */
class Gathering {
  #kind: Kind;
  readonly #raw: boolean;
  #values: Float64Array = new Float64Array(vectorRows);
  #valid: Uint8Array | null = null;
  #rows = 0;
  readonly #codes = new Map<string, number>();

  constructor(kind: Kind, raw: boolean) {
    this.#kind = kind;
    this.#raw = raw;
  }

  add(vector: RawVector, count: number): void {
    this.#grow(this.#rows + count);
    const { items, validity } = vector;
    if (this.#raw && items && validity?.data === null) {
      const start = this.#rows;
      let largest = 0;
      for (let row = 0; row < count; row++) {
        const value = Number(items[row]);
        this.#values[start + row] = value;
        if (Math.abs(value) > largest) largest = Math.abs(value);
      }
      // BIGINT: digits that were lost are read again, as text.
      if (this.#kind === "whole" && largest > Number.MAX_SAFE_INTEGER) {
        for (let row = 0; row < count; row++) this.#put(start + row, items[row]);
      }
    } else {
      for (let row = 0; row < count; row++) this.#put(this.#rows + row, vector.getItem(row));
    }
    this.#rows += count;
  }

  #put(row: number, item: unknown): void {
    if (item === null || item === undefined) {
      this.#valid ??= new Uint8Array(this.#values.length).fill(1);
      this.#valid[row] = 0;
    } else if (this.#kind === "text") {
      const text = typeof item === "string" ? item : String(item);
      let code = this.#codes.get(text);
      if (code === undefined) {
        code = this.#codes.size;
        this.#codes.set(text, code);
      }
      this.#values[row] = code;
    } else {
      // Numbers, booleans and bigints as they are, a DECIMAL by its text.
      const text = typeof item === "object" ? plainDecimal(String(item)) : null;
      const value = Number(text ?? item);
      this.#values[row] = value;
      const isLost =
        this.#kind === "whole"
          ? Math.abs(value) > Number.MAX_SAFE_INTEGER
          : this.#kind === "decimal" && text !== null && !isHeld(text, value);
      if (isLost) {
        this.#toText(row);
        this.#put(row, text ?? item);
      }
    }
  }

  /** A number that no double holds: the column, with its rows so far, is their digits. */
  #toText(rows: number): void {
    this.#kind = "text";
    const numbers = this.#values.slice(0, rows);
    numbers.forEach((value, row) => {
      if (this.#valid?.[row] !== 0) this.#put(row, digitsOf(value));
    });
  }

  #grow(rows: number): void {
    if (rows <= this.#values.length) return;
    const length = Math.max(rows, this.#values.length * 2);
    const values = new Float64Array(length);
    values.set(this.#values);
    this.#values = values;
    if (!this.#valid) return;
    const valid = new Uint8Array(length).fill(1);
    valid.set(this.#valid);
    this.#valid = valid;
  }

  column(name: string): Column {
    const values = this.#values.slice(0, this.#rows);
    const valid = this.#valid?.slice(0, this.#rows) ?? null;
    switch (this.#kind) {
      case "text": {
        const dictionary = this.#codes.size === 0 ? [""] : [...this.#codes.keys()];
        return columnOfValues(name, { type: "text", codes: Int32Array.from(values), dictionary, valid });
      }
      case "boolean":
        return columnOfValues(name, { type: "boolean", values: Uint8Array.from(values), valid });
      case "int32":
        return columnOfValues(name, { type: "number", values: Int32Array.from(values), valid });
      default: {
        const fits = this.#kind === "whole" && values.every((value) => Math.abs(value) < 2 ** 31);
        return columnOfValues(name, { type: "number", values: fits ? Int32Array.from(values) : values, valid });
      }
    }
  }
}

/**
 * Rows of a streamed result as a table. Integers become int32 where all fit, else float64, and text where one is beyond
 * 2^53 - 1, so that no digit is lost; with `keepsDecimals` so do decimals of which a double does not hold each. NaN is
 * missing; dates and nested values become their text. Null: there are more than `maxRows`.
 */
export async function readResult(
  duckdb: DuckDb,
  result: DuckDBResult,
  options: { readonly maxRows: number; readonly signal: AbortSignal; readonly keepsDecimals: boolean },
): Promise<Table | null> {
  const names = distinctNames(result.columnNames());
  const { DuckDBTypeId: Id } = duckdb;
  const kindOfType = (id: number): Kind => {
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
      case Id.DECIMAL:
        return options.keepsDecimals ? "decimal" : "float64";
      case Id.FLOAT:
      case Id.DOUBLE:
        return "float64";
      case Id.BOOLEAN:
        return "boolean";
      default:
        return "text";
    }
  };
  const raw: readonly number[] = [Id.INTEGER, Id.BIGINT, Id.DOUBLE, Id.FLOAT, Id.SMALLINT, Id.UINTEGER];
  const columns = names.map((_, at) => {
    const id = result.columnTypeId(at);
    return new Gathering(kindOfType(id), raw.includes(id));
  });
  let rows = 0;
  for (;;) {
    options.signal.throwIfAborted();
    const chunk = await result.fetchChunk();
    if (!chunk || chunk.rowCount === 0) break;
    rows += chunk.rowCount;
    if (rows > options.maxRows) return null;
    columns.forEach((column, at) => column.add(chunk.getColumnVector(at), chunk.rowCount));
  }
  return { type: "table", rowCount: rows, columns: columns.map((column, at) => column.column(names[at] as string)) };
}
