// A rectangle out of a table or a matrix, as JSON: what a grid shows while it is scrolled. Sorting is stable, missing last.

import type { Artifact, Assay, Column, Table } from "./artifact.ts";
import { featureIds, sampleIds, valueAt } from "./assay.ts";
import { cellJson, isMissing } from "./table.ts";
import type { Json } from "../base/json.ts";
import type { TableWindow } from "./table-window.ts";

export interface WindowOptions {
  readonly part?: "values" | "features" | "samples" | undefined;
  readonly offset: number;
  readonly limit: number;
  readonly columns?: { readonly offset: number; readonly limit: number } | undefined;
  readonly sort?: { readonly column: string; readonly descending: boolean } | undefined;
}

/** Null when the artifact has no rows (a model, a figure). */
export function windowOfArtifact(artifact: Artifact, options: WindowOptions): TableWindow | null {
  if (artifact.type === "table") return windowOfTable(artifact, options);
  if (artifact.type !== "assay") return null;
  if (options.part === "features") return windowOfTable(artifact.features, options);
  if (options.part === "samples") return windowOfTable(artifact.samples, options);
  return windowOfValues(artifact, options);
}

const orders = new WeakMap<object, Map<string, Uint32Array>>();

/** Row order by a column, remembered as long as the artifact is. */
function orderBy(owner: object, name: string, make: () => Uint32Array): Uint32Array {
  const known = orders.get(owner) ?? new Map<string, Uint32Array>();
  orders.set(owner, known);
  const found = known.get(name) ?? make();
  known.set(name, found);
  return found;
}

function ranks(column: Column): { compare: (a: number, b: number) => number } {
  if (column.type !== "text") {
    const { values } = column;
    return { compare: (a, b) => (values[a] as number) - (values[b] as number) };
  }
  const place = new Int32Array(column.dictionary.length);
  [...column.dictionary.keys()]
    .sort((a, b) => ((column.dictionary[a] as string) < (column.dictionary[b] as string) ? -1 : 1))
    .forEach((code, at) => (place[code] = at));
  return { compare: (a, b) => (place[column.codes[a] as number] as number) - (place[column.codes[b] as number] as number) };
}

function sortedRows(column: Column, rows: number, descending: boolean): Uint32Array {
  const { compare } = ranks(column);
  const sign = descending ? -1 : 1;
  const last = (row: number): boolean =>
    isMissing(column, row) || (column.type === "float64" && Number.isNaN(column.values[row]));
  return Uint32Array.from({ length: rows }, (_, row) => row).sort((a, b) => {
    const [lastA, lastB] = [last(a), last(b)];
    if (lastA || lastB) return lastA === lastB ? a - b : lastA ? 1 : -1;
    return sign * compare(a, b) || a - b;
  });
}

function windowOfTable(table: Table, options: WindowOptions): TableWindow {
  const { sort } = options;
  const by = sort ? table.columns.find((column) => column.name === sort.column) : undefined;
  const order =
    by && sort
      ? orderBy(table, `${sort.descending ? "-" : "+"}${by.name}`, () => sortedRows(by, table.rowCount, sort.descending))
      : null;
  const columns = options.columns
    ? // The first column is pinned: it is in every window.
      [
        table.columns[0],
        ...table.columns.slice(Math.max(1, options.columns.offset), options.columns.offset + options.columns.limit),
      ].filter((column) => column !== undefined)
    : table.columns;
  const end = Math.min(table.rowCount, options.offset + options.limit);
  const rows: Json[][] = [];
  for (let at = options.offset; at < end; at += 1) {
    const row = order ? (order[at] as number) : at;
    rows.push(columns.map((column) => cellJson(column, row)));
  }
  return { columns: columns.map(headOf), rows, offset: options.offset, total: table.rowCount };
}

const headOf = (column: Column): TableWindow["columns"][number] => ({
  name: column.name,
  type: column.type,
  ...(column.semantic ? { semantic: column.semantic } : {}),
  ...(column.unit ? { unit: column.unit } : {}),
});

function windowOfValues(assay: Assay, options: WindowOptions): TableWindow {
  const ids = featureIds(assay);
  const samples = sampleIds(assay);
  const from = Math.max(0, (options.columns?.offset ?? 1) - 1);
  const to = Math.min(samples.length, options.columns ? from + options.columns.limit : samples.length);
  const { sort } = options;
  const sample = sort ? samples.indexOf(sort.column) : -1;
  const sortByName = sort !== undefined && sample < 0 && sort.column === (assay.features.columns[0]?.name ?? "");
  const order =
    sort && (sample >= 0 || sortByName)
      ? orderBy(assay, `${sort.descending ? "-" : "+"}${sort.column}`, () => {
          const sign = sort.descending ? -1 : 1;
          const value = (feature: number): number => valueAt(assay, feature, sample);
          return Uint32Array.from({ length: assay.featureCount }, (_, feature) => feature).sort((a, b) => {
            if (sortByName) return sign * ((ids[a] as string) < (ids[b] as string) ? -1 : 1);
            const [x, y] = [value(a), value(b)];
            if (Number.isNaN(x) || Number.isNaN(y)) return Number.isNaN(x) === Number.isNaN(y) ? a - b : Number.isNaN(x) ? 1 : -1;
            return sign * (x - y) || a - b;
          });
        })
      : null;
  const end = Math.min(assay.featureCount, options.offset + options.limit);
  const rows: Json[][] = [];
  for (let at = options.offset; at < end; at += 1) {
    const feature = order ? (order[at] as number) : at;
    const row: Json[] = [ids[feature] as string];
    for (let s = from; s < to; s += 1) {
      const value = valueAt(assay, feature, s);
      row.push(Number.isNaN(value) ? null : Number.isFinite(value) ? value : String(value));
    }
    rows.push(row);
  }
  return {
    columns: [
      { name: assay.features.columns[0]?.name ?? assay.featureNoun, type: "text" },
      ...samples.slice(from, to).map((name) => ({ name, type: "float64" })),
    ],
    rows,
    offset: options.offset,
    total: assay.featureCount,
  };
}
