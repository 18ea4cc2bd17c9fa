// Groups on an axis or in the legend: which rows belong to which, in which order, the largest ones by name and the rest
// together as one. Missing values are a group of their own, drawn in the colour of controls.

import { naturalOrder } from "../../base/natural-order.ts";
import type { Series } from "./chart-data.ts";

export interface Groups {
  readonly name: string;
  /** In drawing order. */
  readonly list: readonly Group[];
  /** Index into `list` per row; -1 = the row is left out. */
  readonly of: Int32Array;
  /** How many groups stand behind the one of the rest; 0 when there is none. */
  readonly rest: number;
}
export interface Group {
  readonly label: string;
  readonly role: "group" | "rest" | "missing";
  /** Position among the named groups in their own order: decides colour and shape, whatever the order on the axis. */
  readonly colour: number;
  readonly rows: number;
}

export type GroupOrder = "name" | "data" | "value" | "value-down" | readonly string[];

/**
 * `use[i]` = 0 leaves a row out before anything is counted. `rank` gives each group's number for orders by value
 * (rows of the group in, any order). A group without rows does not appear.
 */
export function groupRows(
  series: Series,
  use: Uint8Array,
  options: { readonly order: GroupOrder; readonly most: number; readonly rank?: (rows: number[]) => number },
): Groups {
  const rowsOf = new Map<string, number[]>();
  const missing: number[] = [];
  const labelOf = labels(series);
  for (let row = 0; row < use.length; row++) {
    if (!use[row]) continue;
    const label = labelOf(row);
    if (label === null) missing.push(row);
    else {
      const rows = rowsOf.get(label);
      if (rows) rows.push(row);
      else rowsOf.set(label, [row]);
    }
  }
  const byName = [...rowsOf.keys()].sort(naturalOrder);
  const colourOf = new Map(byName.map((label, index) => [label, index]));
  let kept = byName;
  let rest: string[] = [];
  if (byName.length > options.most) {
    const bySize = [...byName].sort((a, b) => count(rowsOf, b) - count(rowsOf, a) || naturalOrder(a, b));
    rest = bySize.slice(options.most - 1);
    const named = new Set(bySize.slice(0, options.most - 1));
    kept = byName.filter((label) => named.has(label));
    kept.forEach((label, index) => colourOf.set(label, index));
  }
  const ordered = orderGroups(kept, rowsOf, options);
  const list: Group[] = ordered.map((label) => ({
    label,
    role: "group",
    colour: colourOf.get(label) ?? 0,
    rows: count(rowsOf, label),
  }));
  const of = new Int32Array(use.length).fill(-1);
  ordered.forEach((label, index) => {
    for (const row of rowsOf.get(label) ?? []) of[row] = index;
  });
  const restRows = rest.flatMap((label) => rowsOf.get(label) ?? []);
  if (restRows.length > 0) {
    for (const row of restRows) of[row] = list.length;
    list.push({ label: `+ ${rest.length}`, role: "rest", colour: -1, rows: restRows.length });
  }
  if (missing.length > 0) {
    for (const row of missing) of[row] = list.length;
    list.push({ label: "–", role: "missing", colour: -1, rows: missing.length });
  }
  return { name: series.name, list, of, rest: rest.length };
}

const count = (rowsOf: ReadonlyMap<string, readonly number[]>, label: string): number => rowsOf.get(label)?.length ?? 0;

function labels(series: Series): (row: number) => string | null {
  if (series.kind === "text") {
    return (row) => {
      const code = series.codes[row] as number;
      const label = code < 0 ? null : (series.levels[code] ?? "");
      return label === "" ? null : label;
    };
  }
  return (row) => {
    const value = series.values[row] as number;
    return Number.isNaN(value) ? null : String(value);
  };
}

function orderGroups(
  kept: readonly string[],
  rowsOf: ReadonlyMap<string, number[]>,
  options: { readonly order: GroupOrder; readonly rank?: (rows: number[]) => number },
): string[] {
  const { order } = options;
  if (Array.isArray(order)) {
    const place = new Map((order as readonly string[]).map((label, index) => [label, index]));
    return [...kept].sort((a, b) => (place.get(a) ?? 1e9) - (place.get(b) ?? 1e9) || naturalOrder(a, b));
  }
  if (order === "data") return [...kept].sort((a, b) => (rowsOf.get(a)?.[0] ?? 0) - (rowsOf.get(b)?.[0] ?? 0));
  if ((order === "value" || order === "value-down") && options.rank) {
    const value = new Map(kept.map((label) => [label, options.rank?.(rowsOf.get(label) ?? []) ?? 0]));
    const sign = order === "value" ? 1 : -1;
    return [...kept].sort((a, b) => sign * ((value.get(a) ?? 0) - (value.get(b) ?? 0)) || naturalOrder(a, b));
  }
  return [...kept];
}
