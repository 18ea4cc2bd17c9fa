// Gaps along an order: the last value before, or a number on the line between the two neighbours (pandas' ffill, and its
// interpolate("index", limit_area="inside")). Beyond the ends nothing is made up, and rows without a place stay as they are.

import type { Column, Table } from "../../artifacts/artifact.ts";
import { isMissing, moreOf } from "../../artifacts/table.ts";
import type { StepScope } from "../../contract/step.ts";
import { columnOfValues } from "../../formula/values.ts";
import { words as shared } from "../words.ts";
import { numbersOf } from "../parts/numbers-of-columns.ts";
import { orderedValues } from "../parts/ordered-values.ts";
import { type RowGroups, rowsByGroup } from "../parts/rows-by-key.ts";
import { needColumn, refuse } from "../parts/step-scope.ts";
import { takeRowsOrMissing } from "../../artifacts/take-rows-or-missing.ts";
import { words } from "./words.ts";

interface Along {
  readonly by: "forward" | "linear";
  readonly order: string;
}

export function filledAlong(fill: Along, column: Column, table: Table, groups: RowGroups | null, scope: StepScope): Column {
  if (fill.order === "") return refuse(scope, shared, "nothing-chosen", { field: "order" }, ["fill", "order"]);
  const order = needColumn(scope, table, fill.order, ["fill", "order"]);
  const take = { key: words.key(`by-${fill.by}`), params: {} };
  const { values: places, level } =
    fill.by === "linear"
      ? { values: numbersOf(order, scope, ["fill", "order"], take), level: null }
      : orderedValues(order, table.rowCount);
  const hasPlace = (row: number): boolean => (level ? level[row] === 0 : Number.isFinite(places[row]));
  const inOrder = groupsInOrder(table.rowCount, groups).map((rows) =>
    rows.filter(hasPlace).sort((a, b) => (places[a] as number) - (places[b] as number) || a - b),
  );
  const made =
    fill.by === "forward"
      ? carriedForward(column, table.rowCount, inOrder)
      : onLines(column, numbersOf(column, scope, ["columns"], take), inOrder, places);
  const n = made.valid?.reduce((sum, is) => sum + (is === 0 ? 1 : 0), 0) ?? 0;
  if (n > 0) scope.say(words.sentence("left", { step: scope.index + 1, column: column.name, n }));
  return made;
}

function groupsInOrder(rowCount: number, groups: RowGroups | null): readonly Int32Array[] {
  if (!groups) return [Int32Array.from({ length: rowCount }, (_, row) => row)];
  const { offsets, rows } = rowsByGroup(groups.groupOf, groups.firstRow.length);
  return Array.from(groups.firstRow, (_, at) => rows.slice(offsets[at], offsets[at + 1]));
}

function carriedForward(column: Column, rowCount: number, inOrder: readonly Int32Array[]): Column {
  const from = Int32Array.from({ length: rowCount }, (_, row) => (isMissing(column, row) ? -1 : row));
  for (const rows of inOrder) {
    let last = -1;
    for (const row of rows) {
      if (from[row] === -1) from[row] = last;
      else last = row;
    }
  }
  return takeRowsOrMissing(column, from);
}

function onLines(column: Column, values: Float64Array, inOrder: readonly Int32Array[], places: Float64Array): Column {
  const filled = values.slice();
  for (const rows of inOrder) {
    let before = -1;
    for (const [at, row] of rows.entries()) {
      if (Number.isNaN(values[row])) continue;
      if (before >= 0) {
        const low = rows[before] as number;
        const [x0, x1, y0, y1] = [places[low] as number, places[row] as number, values[low] as number, values[row] as number];
        for (let gap = before + 1; gap < at; gap++) {
          const own = rows[gap] as number;
          const share = x1 === x0 ? 0 : ((places[own] as number) - x0) / (x1 - x0);
          filled[own] = y0 + share * (y1 - y0);
        }
      }
      before = at;
    }
  }
  return { ...columnOfValues(column.name, { type: "number", values: filled, valid: null }), ...moreOf(column) };
}
