// Rows of a materialised view for programs: read once, found by entity, given as JSON, CSV or Arrow.

import type { Table } from "@genomecraft/cells/artifacts/artifact.ts";
import { cellJson, cellString, columnOf, isMissing, takeRows } from "@genomecraft/cells/artifacts/table.ts";
import { inTurns } from "@genomecraft/cells/base/turns.ts";
import { refuse } from "../errors.ts";
import type { ServerContext } from "../server-context.ts";
import { type RowCondition, rowsThatHold } from "@genomecraft/cells/features/row-filter.ts";
import { openOwnParquet } from "./read-own-parquet.ts";
import { turns } from "../turns.ts";
import { words } from "./words.ts";

interface OpenTable {
  readonly table: Table;
  /** Rows of each entity, as they stand. */
  readonly rowsOf: ReadonlyMap<string, readonly number[]>;
  readonly bytes: number;
}

/** Rows between two of which others go on. */
const rowsOfPiece = 1 << 16;
/** Where at most this share of the rows may hold what is asked, the others are not read. */
const fewRows = 0.25;

/** Tables by blob, least recently asked for beyond `limit` bytes. One per server. */
export class ViewTables {
  private readonly open = new Map<string, Promise<OpenTable>>();
  private readonly sizes = new Map<string, number>();
  /** One is read at a time: the largest takes several times its size until it is read. */
  private turn: Promise<unknown> = Promise.resolve();
  private readonly limit: number;
  constructor(limit = 256 * 2 ** 20) {
    this.limit = limit;
  }

  async read(context: ServerContext, of: { readonly blob: string; readonly entity: string }): Promise<OpenTable> {
    const name = `${of.blob} ${of.entity}`;
    const known = this.open.get(name);
    if (known) {
      this.open.delete(name);
      this.open.set(name, known);
      return known;
    }
    const reading = this.turn.then(() => openTable(context, of));
    this.turn = reading.catch(() => {});
    this.open.set(name, reading);
    try {
      this.sizes.set(name, (await reading).bytes);
    } catch (error) {
      this.open.delete(name);
      throw error;
    }
    this.letGo(name);
    return reading;
  }

  /**
   * The table, or of one that nobody has open the groups of rows alone that may hold all conditions, where these are few: a filter
   * of a large view reads what it needs, and keeps nothing of it.
   */
  async readFor(
    context: ServerContext,
    of: { readonly blob: string; readonly entity: string },
    conditions: readonly RowCondition[],
  ): Promise<OpenTable> {
    if (conditions.length === 0 || this.open.has(`${of.blob} ${of.entity}`)) return this.read(context, of);
    const file = await openOwnParquet(await context.blobs.open(context.db, of.blob));
    const { some, all } = file.rowsThatMayHold(conditions);
    return some > all * fewRows ? this.read(context, of) : inTurns(byEntity(await file.read(conditions), of.entity), turns);
  }

  private letGo(newest: string): void {
    let total = [...this.sizes.values()].reduce((sum, size) => sum + size, 0);
    for (const name of [...this.open.keys()]) {
      if (total <= this.limit || name === newest) continue;
      total -= this.sizes.get(name) ?? 0;
      this.sizes.delete(name);
      this.open.delete(name);
    }
  }
}

async function openTable(
  context: ServerContext,
  { blob, entity }: { readonly blob: string; readonly entity: string },
): Promise<OpenTable> {
  const source = await context.blobs.open(context.db, blob);
  return inTurns(byEntity(await (await openOwnParquet(source)).read(), entity), turns);
}

function* byEntity(table: Table, entity: string): Generator<undefined, OpenTable> {
  const rowsOf = new Map<string, number[]>();
  const column = columnOf(table, entity);
  if (column)
    for (let row = 0; row < table.rowCount; row += 1) {
      if (row % rowsOfPiece === 0) yield;
      if (isMissing(column, row)) continue;
      const value = cellString(column, row);
      const rows = rowsOf.get(value);
      if (rows) rows.push(row);
      else rowsOf.set(value, [row]);
    }
  return { table, rowsOf, bytes: yield* bytesOf(table) };
}

/** In memory, roughly: a file packs what repeats to little. */
function* bytesOf({ columns, rowCount }: Table): Generator<undefined, number> {
  let bytes = rowCount * 64;
  for (const column of columns) {
    bytes += rowCount * 9;
    if (column.type !== "text") continue;
    for (let row = 0; row < rowCount; row += 1) {
      if (row % rowsOfPiece === 0) yield;
      if (!isMissing(column, row)) bytes += 2 * cellString(column, row).length;
    }
  }
  return bytes;
}

/** Cells that one answer holds: they are written in one go. */
export const mostCells = 2_000_000;

export interface RowsAsked {
  readonly entities: readonly string[];
  /** Not of some entities alone. */
  readonly all: boolean;
  /** What each of these columns has to hold; null: nothing. */
  readonly match: readonly (readonly [column: string, value: string | null])[];
  /** What else has to hold. */
  readonly where: readonly RowCondition[];
  /** Null: all. */
  readonly columns: readonly string[] | null;
  readonly limit: number;
  readonly offset: number;
}

/** The rows that were asked for, in the order of the entities asked for, or as they stand. */
export function rowsOfView({ table, rowsOf }: OpenTable, asked: RowsAsked): { readonly table: Table; readonly total: number } {
  const needed = (name: string) =>
    columnOf(table, name) ??
    refuse(
      "invalid",
      words.failure("no-column", {
        cell: "The view",
        column: name,
        available: table.columns.slice(0, 30).map((one) => one.name),
      }),
    );
  const wanted = asked.match.map(([name, value]) => ({ column: needed(name), value }));
  const of = asked.all
    ? Array.from({ length: table.rowCount }, (_, row) => row)
    : [...new Set(asked.entities)].flatMap((entity) => rowsOf.get(entity) ?? []);
  const matching = of.filter((row) =>
    wanted.every(({ column, value }) => (isMissing(column, row) ? value === null : cellString(column, row) === value)),
  );
  const held = rowsThatHold(asked.where, table, matching);
  const found = held.ok ? held.value : refuse("invalid", held.error);
  const twice = asked.columns?.find((name, at) => asked.columns?.indexOf(name) !== at);
  if (twice !== undefined) return refuse("invalid", words.failure("column-twice", { column: twice }));
  const columns = asked.columns === null ? table.columns : asked.columns.map(needed);
  const rows = found.slice(asked.offset, asked.offset + asked.limit);
  if (rows.length * columns.length > mostCells) {
    const limit = Math.max(1, Math.floor(mostCells / columns.length));
    return refuse("too-large", words.failure("answer-large", { rows: rows.length, columns: columns.length, limit }));
  }
  return { table: takeRows({ ...table, columns }, rows), total: found.length };
}

export const jsonRows = (table: Table) => ({
  columns: table.columns.map(({ name, type, semantic, unit }) => ({
    name,
    type,
    ...(semantic === undefined ? {} : { semantic }),
    ...(unit === undefined ? {} : { unit }),
  })),
  rows: Array.from({ length: table.rowCount }, (_, row) =>
    table.columns.map((column) => cellJson(column, row) as string | number | boolean | null),
  ),
});
