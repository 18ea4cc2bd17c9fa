// Gaps along an order: the last value before, or a number on the line between the two neighbours (pandas' ffill, and its
// interpolate("index", limit_area="inside")). Beyond the ends nothing is made up, and rows without a place, or of no group, stay as they
// are. Dates go by time; other texts go letter by letter, which is said.

import type { Column, Table } from "../../artifacts/artifact.ts";
import { isMissing, moreOf } from "../../artifacts/table.ts";
import type { StepScope } from "../../contract/step.ts";
import { areLongNumbers } from "../../artifacts/texts-like-numbers.ts";
import { areTimes, timesOf } from "../../features/read-time.ts";
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

/** `places`: of placesAlong. */
export function filledAlong(
  { by }: Along,
  column: Column,
  places: Float64Array,
  groups: RowGroups | null,
  scope: StepScope,
): Column {
  const hasPlace = (row: number): boolean => (by === "linear" ? Number.isFinite(places[row]) : !Number.isNaN(places[row]));
  const inOrder = groupsInOrder(places.length, groups).map((rows) =>
    rows.filter(hasPlace).sort((a, b) => (places[a] as number) - (places[b] as number) || a - b),
  );
  const take = { key: words.key(`by-${by}`), params: {} };
  const made =
    by === "forward"
      ? carriedForward(column, places.length, inOrder)
      : onLines(column, numbersOf(column, scope, ["columns"], take), inOrder, places);
  const left = Array.from(made.valid ?? []).flatMap((is, row) => (is === 0 ? [row] : []));
  const groupless = groups ? left.filter((row) => (groups.groupOf[row] as number) < 0).length : 0;
  const say = (key: "no-group" | "left", n: number): void =>
    void (n > 0 && scope.say(words.sentence(key, { step: scope.index + 1, column: column.name, n })));
  say("no-group", groupless);
  say("left", left.length - groupless);
  return made;
}

/** Where each row stands in the order; NaN: nowhere. */
export function placesAlong({ by, order: name }: Along, table: Table, scope: StepScope): Float64Array {
  const path = ["fill", "order"];
  if (name === "") return refuse(scope, shared, "nothing-chosen", { field: "order" }, path);
  const order = needColumn(scope, table, name, path);
  const { rowCount } = table;
  if (order.type !== "text") return numbersOf(order, scope, path, { key: words.key(`by-${by}`), params: {} });
  const times = timesOf(order, rowCount);
  if (areTimes(times)) return times.values;
  if (by === "linear") return refuse(scope, words, "no-order", { column: order.name }, path);
  if (order.semantic !== "chromosome" && !areLongNumbers(order.dictionary))
    scope.say(words.sentence("letter-by-letter", { step: scope.index + 1, column: order.name }));
  const { values, level } = orderedValues(order, rowCount);
  return values.map((value, row) => (level[row] === 0 ? value : Number.NaN));
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
