// Groups on an axis or in the legend: which rows belong to which, in which order, the largest ones by name and the rest
// together as one. Missing values are a group of their own, drawn in the colour of controls.

import { naturalOrder } from "../../base/natural-order.ts";
import type { Series } from "../../contract/chart-drawing.ts";

export interface Groups {
  readonly name: string;
  /** In drawing order. */
  readonly list: readonly Group[];
  /** Index into `list` per row; -1 = the row is left out. */
  readonly of: Int32Array;
  /** How many groups stand behind the one of the rest; 0 when there is none. */
  readonly rest: number;
  /** The largest of the rest has as many rows as the smallest that is named: their names decided. */
  readonly isByName: boolean;
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
 * (rows of the group in, any order). A group without rows does not appear, but for one that has some in another panel.
 */
export function groupRows(
  series: Series,
  use: Uint8Array,
  options: { readonly order: GroupOrder; readonly most: number; readonly rank?: (rows: Int32Array) => number },
): Groups {
  const { of, found, missing } = countLabels(series, use);
  const among = series.among ? countLabels(series.among, new Uint8Array(lengthOf(series.among)).fill(1)) : null;
  for (const [label, { first }] of among?.found ?? [])
    if (!found.has(label)) found.set(label, { index: found.size, first, rows: 0 });
  const sizes: FoundLabels = among?.found ?? found;
  const sizeOf = (label: string): number => sizes.get(label)?.rows ?? 0;
  const rowsOf = (label: string): number => found.get(label)?.rows ?? 0;
  const byName = [...found.keys()].sort(naturalOrder);
  const colourOf = new Map(byName.map((label, index) => [label, index]));
  let kept = byName;
  let rest: string[] = [];
  let isByName = false;
  if (byName.length > options.most) {
    const bySize = [...byName].sort((a, b) => sizeOf(b) - sizeOf(a) || naturalOrder(a, b));
    rest = bySize.slice(options.most - 1);
    isByName = sizeOf(bySize[options.most - 2] ?? "") === sizeOf(rest[0] ?? "");
    const named = new Set(bySize.slice(0, options.most - 1));
    kept = byName.filter((label) => named.has(label));
    kept.forEach((label, index) => colourOf.set(label, index));
  }
  const ordered = orderGroups(kept, { found, sizes }, of, options);
  const list: Group[] = ordered.map((label) => ({
    label,
    role: "group",
    colour: colourOf.get(label) ?? 0,
    rows: rowsOf(label),
  }));
  const restRows = rest.reduce((sum, label) => sum + rowsOf(label), 0);
  // From the index of a label as it was found to its place in drawing order.
  const place = new Int32Array(found.size).fill(rest.length > 0 ? list.length : -1);
  ordered.forEach((label, index) => {
    place[found.get(label)?.index ?? -1] = index;
  });
  if (rest.length > 0) list.push({ label: `+ ${rest.length}`, role: "rest", colour: -1, rows: restRows });
  if ((among?.missing ?? missing) > 0) list.push({ label: "–", role: "missing", colour: -1, rows: missing });
  for (let row = 0; row < of.length; row++) {
    const index = of[row] as number;
    of[row] = index >= 0 ? (place[index] as number) : index === missingLabel ? list.length - 1 : -1;
  }
  return { name: series.name, list, of, rest: rest.length, isByName };
}

interface Found {
  /** In order of first appearance. */
  readonly index: number;
  readonly first: number;
  rows: number;
}
type FoundLabels = ReadonlyMap<string, Found>;
const missingLabel = -2;

/** Each row's label by its index, -1 where it is left out, `missingLabel` where it has none. */
function countLabels(series: Series, use: Uint8Array): { of: Int32Array; found: Map<string, Found>; missing: number } {
  const of = new Int32Array(use.length).fill(-1);
  const found = new Map<string, Found>();
  // Texts are looked up once per code, numbers once per value.
  const byCode: (Found | undefined)[] = [];
  const byValue = new Map<number, Found>();
  let missing = 0;
  const named = (label: string, row: number): Found => {
    let entry = found.get(label);
    if (!entry) {
      entry = { index: found.size, first: row, rows: 0 };
      found.set(label, entry);
    }
    return entry;
  };
  for (let row = 0; row < use.length; row++) {
    if (!use[row]) continue;
    let entry: Found | undefined;
    if (series.kind === "text") {
      const code = series.codes[row] as number;
      entry = byCode[code];
      const level = code < 0 || entry ? "" : (series.levels[code] ?? "");
      if (level !== "") {
        entry = named(level, row);
        byCode[code] = entry;
      }
    } else {
      const value = series.values[row] as number;
      entry = byValue.get(value);
      if (!entry && !Number.isNaN(value)) {
        entry = named(String(value), row);
        byValue.set(value, entry);
      }
    }
    if (entry) {
      entry.rows++;
      of[row] = entry.index;
    } else {
      missing++;
      of[row] = missingLabel;
    }
  }
  return { of, found, missing };
}

function orderGroups(
  kept: readonly string[],
  { found, sizes }: { readonly found: FoundLabels; readonly sizes: FoundLabels },
  of: Int32Array,
  options: { readonly order: GroupOrder; readonly rank?: (rows: Int32Array) => number },
): string[] {
  const { order, rank } = options;
  if (Array.isArray(order)) {
    const place = new Map((order as readonly string[]).map((label, index) => [label, index]));
    return [...kept].sort((a, b) => (place.get(a) ?? 1e9) - (place.get(b) ?? 1e9) || naturalOrder(a, b));
  }
  if (order === "data") return [...kept].sort((a, b) => (sizes.get(a)?.first ?? 0) - (sizes.get(b)?.first ?? 0));
  if ((order === "value" || order === "value-down") && rank) {
    const rows = rowsByGroup(of, found.size);
    const value = new Map(kept.map((label) => [label, rank(rows[found.get(label)?.index ?? -1] ?? new Int32Array())]));
    const sign = order === "value" ? 1 : -1;
    return [...kept].sort((a, b) => sign * ((value.get(a) ?? 0) - (value.get(b) ?? 0)) || naturalOrder(a, b));
  }
  return [...kept];
}

const lengthOf = (series: Series): number => (series.kind === "text" ? series.codes : series.values).length;

/** The rows that `of` gives to each of so many groups, in the order of rows; what is below 0 belongs to none. */
export function rowsByGroup(of: Int32Array, groups: number): Int32Array[] {
  const sizes = new Int32Array(groups);
  for (let row = 0; row < of.length; row++) {
    const group = of[row] as number;
    if (group >= 0) sizes[group] = (sizes[group] as number) + 1;
  }
  const rows = Array.from(sizes, (size) => new Int32Array(size));
  sizes.fill(0);
  for (let row = 0; row < of.length; row++) {
    const group = of[row] as number;
    if (group < 0) continue;
    const at = sizes[group] as number;
    (rows[group] as Int32Array)[at] = row;
    sizes[group] = at + 1;
  }
  return rows;
}
