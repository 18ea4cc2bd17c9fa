// The genes of an annotation: rows of a table of intervals (its exons, where it says which rows are) by the column that names
// their gene, ready to be asked which of them a stretch of the reference touches.

import type { Column, Table } from "../../artifacts/artifact.ts";
import { placeAt, placeColumns } from "../../artifacts/places.ts";
import { cellString, columnOf, isMissing } from "../../artifacts/table.ts";
import { FailureError } from "../../base/failure.ts";
import type { JsonObject } from "../../base/json.ts";
import type { KeyOf } from "../../messages/define-words.ts";
import { words } from "./words.ts";

export interface GeneChoice {
  /** Column that names genes; null: found. */
  readonly gene: string | null;
  /** Rows of this type; null: exons where there are any, else all. */
  readonly only: string | null;
  /** "both": it counts for nothing on which strand a row lies. */
  readonly strand: "both" | "same" | "opposite";
}

export interface GeneRow {
  readonly gene: number;
  readonly contig: string;
  readonly start: number;
  readonly end: number;
  readonly strand: "+" | "-" | null;
}

export interface GenesOfTable {
  readonly genes: readonly string[];
  readonly rows: readonly GeneRow[];
  readonly build: string | null;
  /** The type of rows that were taken; null: all. */
  readonly only: string | null;
}

const namesOfGenes = ["gene_id", "geneid", "gene", "gene_name", "symbol", "gene_symbol", "name", "id", "parent"];
const namesOfTypes = ["type", "feature", "featuretype"];

const fail = (key: KeyOf<typeof words> & `genes-${string}`, params: JsonObject = {}, at = "genes"): never => {
  throw new FailureError(words.failure(key, params, { at: [at] }));
};

export function genesOfTable(table: Table, choice: GeneChoice): GenesOfTable {
  const places = placeColumns(table) ?? fail("genes-no-places");
  // A single base is no gene: its end is in a column that nobody has told.
  if (!places.end) fail("genes-no-places");
  const strands = places.strand ?? named(table, ["strand"]);
  const gene = geneColumn(table, choice.gene);
  const types = named(table, namesOfTypes);
  const only = choice.only ?? (types && holds(types, table.rowCount, "exon") ? "exon" : null);
  const genes: string[] = [];
  const known = new Map<string, number>();
  const rows: GeneRow[] = [];
  for (let row = 0; row < table.rowCount; row++) {
    if (only !== null && (!types || isMissing(types, row) || cellString(types, row) !== only)) continue;
    const place = isMissing(gene, row) ? null : placeAt(places, row);
    if (!place) continue;
    const id = cellString(gene, row);
    let number = known.get(id);
    if (number === undefined) {
      number = genes.push(id) - 1;
      known.set(id, number);
    }
    const strand = strands && !isMissing(strands, row) ? cellString(strands, row) : null;
    const { chromosome: contig, start, end } = place;
    rows.push({ gene: number, contig, start, end, strand: strand === "+" || strand === "-" ? strand : null });
  }
  if (rows.length === 0 && only !== null) {
    const found = types
      ? [...new Set(Array.from({ length: Math.min(table.rowCount, 10_000) }, (_, row) => cellString(types, row)))]
      : [];
    fail("genes-no-rows", { only, types: found.slice(0, 20).join(", ") }, "only");
  }
  if (rows.length === 0) fail("genes-no-places");
  if (choice.strand !== "both" && rows.every(({ strand }) => strand === null)) fail("genes-no-strand", {}, "strand");
  return { genes, rows, build: places.build, only };
}

const named = (table: Table, names: readonly string[]): Column | null => {
  for (const name of names) {
    const found = table.columns.find((column) => column.name.toLowerCase() === name);
    if (found) return found;
  }
  return null;
};

function geneColumn(table: Table, chosen: string | null): Column {
  if (chosen !== null) {
    const columns = table.columns.map(({ name }) => name).slice(0, 30);
    return columnOf(table, chosen) ?? fail("genes-no-column", { column: chosen, columns: columns.join(", ") }, "gene");
  }
  return named(table, namesOfGenes) ?? table.columns.find(({ semantic }) => semantic === "gene") ?? fail("genes-no-ids");
}

function holds(column: Column, rows: number, value: string): boolean {
  if (column.type !== "text") return false;
  const code = column.dictionary.indexOf(value);
  for (let row = 0; code >= 0 && row < rows; row++) if (column.codes[row] === code && !isMissing(column, row)) return true;
  return false;
}
