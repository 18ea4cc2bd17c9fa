// Rows of a table, sorted if wanted, as JSON.

import type { Json } from "../../../base/json.ts";
import type { Table } from "../../artifact.ts";
import { remembered, rowOrder, type Sort } from "../../row-order.ts";
import { cellJson, columnOf } from "../../table.ts";
import { clampedWindow, type TableWindow, type WindowOptions } from "../../table-window.ts";

export function windowOfTable(table: Table, options: WindowOptions): TableWindow {
  const { columnsFrom, columnsTo, offset, to } = clampedWindow(options, table.rowCount, table.columns.length);
  const order = options.sort ? tableOrder(table, options.sort) : null;
  const columns = table.columns.slice(columnsFrom, columnsTo);
  const rows: Json[][] = [];
  for (let at = offset; at < to; at++) {
    const row = order ? (order[at] as number) : at;
    rows.push(columns.map((column) => cellJson(column, row)));
  }
  return {
    columns: columns.map(({ name, type, semantic, unit }) => ({
      name,
      type,
      ...(semantic === undefined ? {} : { semantic }),
      ...(unit === undefined ? {} : { unit }),
    })),
    rows,
    offset,
    total: table.rowCount,
  };
}

function tableOrder(table: Table, sort: Sort): Int32Array | null {
  const column = columnOf(table, sort.column);
  return column ? remembered(table, sort, () => rowOrder(column, sort.descending)) : null;
}
