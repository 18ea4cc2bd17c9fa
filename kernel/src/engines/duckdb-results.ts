// What DuckDB answers, as a table: numbers from the raw vectors where they are plain, whole numbers and decimals with all
// their digits, texts by one dictionary.

import type { DuckDBResult } from "@duckdb/node-api";
import type { Column, Table } from "@genomecraft/cells/artifacts/artifact.ts";
import { distinctNames } from "@genomecraft/cells/base/distinct-names.ts";
import { columnOfValues } from "@genomecraft/cells/formula/values.ts";
import { type DuckDb, vectorRows } from "./duckdb-tables.ts";

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

/** Its text as DuckDB writes it; days without an end have none of their own in the binding, which makes a far day of them. */
const textOf = (item: unknown): string =>
  item instanceof Object && "days" in item && "isFinite" in item && item.isFinite === false
    ? Number(item.days) > 0
      ? "infinity"
      : "-infinity"
    : String(item);

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
      const text = typeof item === "string" ? item : textOf(item);
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
