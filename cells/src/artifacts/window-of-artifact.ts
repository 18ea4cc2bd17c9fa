// Rows of a table or of a part of a matrix, sorted if wanted, as JSON: what a viewer scrolls through. And names that
// match what a person types. Called by the server for browsers and by dashboards.

import { naturalOrder } from "../base/natural-order.ts";
import type { Json } from "../base/json.ts";
import type { Artifact, Assay, Column, Table } from "./artifact.ts";
import { featureIds, idsOf, sampleIds, valueAt } from "./assay.ts";
import { partOf, type TablePart } from "./column-summary.ts";
import { cellJson, columnOf, rowsOfColumn } from "./table.ts";
import type { TableWindow } from "./table-window.ts";

export interface WindowOptions {
  readonly part?: TablePart | undefined;
  readonly offset: number;
  readonly limit: number;
  readonly columns?: { readonly offset: number; readonly limit: number } | undefined;
  readonly sort?: { readonly column: string; readonly descending: boolean } | undefined;
}

/** Most cells in one answer. */
const mostCells = 200_000;

/** Clamped to what is there; a sort by a column that is not there is none. null for artifacts without rows. Columns of "values": the feature's id, then one per sample. */
export function windowOfArtifact(artifact: Artifact, options: WindowOptions): TableWindow | null {
  if (artifact.type !== "table" && artifact.type !== "assay") return null;
  const part = options.part ?? "values";
  const table = partOf(artifact, part);
  const total = table ? table.rowCount : (artifact as Assay).featureCount;
  const width = table ? table.columns.length : (artifact as Assay).sampleCount + 1;
  const columnsFrom = clamp(options.columns?.offset ?? 0, 0, width);
  const columnsTo = clamp(columnsFrom + (options.columns?.limit ?? width), columnsFrom, width);
  const shown = Math.max(1, columnsTo - columnsFrom);
  const offset = clamp(options.offset, 0, total);
  const to = clamp(offset + Math.min(options.limit, Math.floor(mostCells / shown)), offset, total);
  const order = options.sort ? (table ? tableOrder(table, options.sort) : assayOrder(artifact as Assay, options.sort)) : null;
  const rows: Json[][] = [];
  if (table) {
    const columns = table.columns.slice(columnsFrom, columnsTo);
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
      total,
    };
  }
  const assay = artifact as Assay;
  const features = featureIds(assay);
  const samples = sampleIds(assay);
  const columns = Array.from({ length: columnsTo - columnsFrom }, (_, at) => columnsFrom + at);
  for (let at = offset; at < to; at++) {
    const feature = order ? (order[at] as number) : at;
    rows.push(
      columns.map((column) => (column === 0 ? (features[feature] as string) : jsonOf(valueAt(assay, feature, column - 1)))),
    );
  }
  const idColumn = assay.features.columns[0];
  return {
    columns: columns.map((column) =>
      column === 0
        ? { name: idColumn?.name ?? assay.featureNoun, type: "text", semantic: idColumn?.semantic ?? "identifier" }
        : { name: samples[column - 1] as string, type: "float64" },
    ),
    rows,
    offset,
    total,
  };
}

const clamp = (value: number, low: number, high: number): number =>
  Math.max(low, Math.min(high, Number.isFinite(value) ? Math.floor(value) : high));
/** A missing number of a matrix is null. */
const jsonOf = (value: number): Json => (Number.isNaN(value) ? null : Number.isFinite(value) ? value : String(value));

// ---- order ----------------------------------------------------------------------------------------------------------

type Sort = { readonly column: string; readonly descending: boolean };
const orders = new WeakMap<Table | Assay, Map<string, Int32Array>>();

/** Orders are kept: scrolling asks for the same one again and again. */
function remembered(of: Table | Assay, sort: Sort, make: () => Int32Array): Int32Array {
  const key = `${sort.descending ? "-" : "+"}${sort.column}`;
  let known = orders.get(of);
  if (!known) orders.set(of, (known = new Map()));
  let order = known.get(key);
  if (!order) {
    order = make();
    if (known.size > 8) known.clear();
    known.set(key, order);
  }
  return order;
}

function tableOrder(table: Table, sort: Sort): Int32Array | null {
  const column = columnOf(table, sort.column);
  return column ? remembered(table, sort, () => rowOrder(column, sort.descending)) : null;
}

function assayOrder(assay: Assay, sort: Sort): Int32Array | null {
  const sample = sampleIds(assay).indexOf(sort.column);
  if (sample >= 0) {
    const ranks = Float64Array.from({ length: assay.featureCount }, (_, feature) => valueAt(assay, feature, sample));
    return remembered(assay, sort, () => orderOfRanks(ranks, null, sort.descending));
  }
  const id = assay.features.columns[0];
  return id && id.name === sort.column ? remembered(assay, sort, () => rowOrder(id, sort.descending)) : null;
}

/** Rows in order of a column's values: texts naturally (Day2 before Day10), missing cells and NaN last either way, ties as they stand. */
export function rowOrder(column: Column, descending: boolean): Int32Array {
  const rows = rowsOfColumn(column);
  if (column.type !== "text") return orderOfRanks(Float64Array.from(column.values), column.valid, descending);
  const words = [...column.dictionary.keys()].sort((a, b) =>
    naturalOrder(column.dictionary[a] as string, column.dictionary[b] as string),
  );
  const rankOf = new Float64Array(words.length);
  words.forEach((code, rank) => {
    const same = rank > 0 && column.dictionary[words[rank - 1] as number] === column.dictionary[code];
    rankOf[code] = same ? (rankOf[words[rank - 1] as number] as number) : rank;
  });
  const ranks = new Float64Array(rows);
  for (let row = 0; row < rows; row++) ranks[row] = rankOf[column.codes[row] as number] as number;
  return orderOfRanks(ranks, column.valid, descending);
}

function orderOfRanks(ranks: Float64Array, valid: Uint8Array | null, descending: boolean): Int32Array {
  const isLast = (row: number): boolean => (valid !== null && valid[row] === 0) || Number.isNaN(ranks[row]);
  const present: number[] = [];
  const last: number[] = [];
  for (let row = 0; row < ranks.length; row++) (isLast(row) ? last : present).push(row);
  const order = Int32Array.from(present);
  const sign = descending ? -1 : 1;
  order.sort((a, b) => {
    const x = ranks[a] as number;
    const y = ranks[b] as number;
    return x < y ? -sign : x > y ? sign : a - b;
  });
  const all = new Int32Array(ranks.length);
  all.set(order);
  all.set(last, order.length);
  return all;
}

// ---- search ---------------------------------------------------------------------------------------------------------

/** Names that match, case ignored: the same first, then those that begin with the text, then those that contain it. An empty text gives the first names. */
export function searchArtifact(
  artifact: Table | Assay,
  options: {
    readonly what: "features" | "samples" | "columns" | { readonly column: string };
    readonly text: string;
    readonly limit: number;
  },
): readonly string[] {
  const names = namesToSearch(artifact, options.what);
  const wanted = options.text.trim().toLowerCase();
  const limit = Math.max(0, Math.min(options.limit, 1000));
  if (wanted === "") return names.slice(0, limit);
  const same: string[] = [];
  const begins: string[] = [];
  const contains: string[] = [];
  for (const name of names) {
    const at = name.toLowerCase().indexOf(wanted);
    if (at < 0) continue;
    if (at > 0) {
      if (contains.length < limit) contains.push(name);
    } else if (name.length === wanted.length) same.push(name);
    else begins.push(name);
  }
  begins.sort((a, b) => a.length - b.length || naturalOrder(a, b));
  return [...same, ...begins, ...contains].slice(0, limit);
}

function namesToSearch(
  artifact: Table | Assay,
  what: "features" | "samples" | "columns" | { readonly column: string },
): readonly string[] {
  if (typeof what === "object") {
    const column = columnOf(artifact.type === "table" ? artifact : artifact.samples, what.column);
    if (!column) return [];
    if (column.type === "text") return [...new Set(column.dictionary)].filter((text) => text !== "");
    return [...new Set(Array.from({ length: Math.min(rowsOfColumn(column), 100_000) }, (_, row) => cellJson(column, row)))]
      .filter((cell) => cell !== null)
      .map(String);
  }
  if (what === "columns") return (artifact.type === "table" ? artifact : artifact.samples).columns.map((column) => column.name);
  if (artifact.type === "table") return idsOf(artifact);
  return what === "features" ? featureIds(artifact) : sampleIds(artifact);
}
