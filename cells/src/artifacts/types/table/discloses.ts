// What a table tells of individuals: its rows are groups with their sizes, or individuals. How many stand behind a row only
// whoever made the groups can say, and that they are none only whoever made the rows: names of columns (n, gene) prove
// nothing.

import type { Column, Table } from "../../artifact.ts";
import { identifies } from "../../semantics.ts";
import { cellJson } from "../../table.ts";
import type { Disclosure, Groups } from "../../told-of-individuals.ts";

export function disclosureOfTable(table: Table, grouped: Groups | null): Disclosure {
  const identifying = table.columns.filter(identifies).map((column) => column.name);
  const counted = table.columns.filter((column) => grouped?.counts.includes(column.name));
  if (counted.length === 0 && table.rowCount > 0) return { identifying, behind: { of: "individuals" } };
  const sizes = counted
    .flatMap((column) => Array.from({ length: table.rowCount }, (_, row) => Number(cellJson(column, row) ?? 0)))
    .filter((size) => size > 0);
  return {
    identifying,
    behind: { of: "groups", sizes, statistics: grouped?.statistics ?? [], totals: totalsOf(table, counted) },
  };
}

/** Individuals by each value of a column of text, and in all under "". */
function totalsOf(table: Table, [counted]: readonly Column[]): { readonly [category: string]: number } {
  const found = new Map<string, number>();
  if (!counted) return {};
  for (let row = 0; row < table.rowCount; row++) {
    const n = Number(cellJson(counted, row) ?? 0);
    const names = table.columns
      .filter(({ type }) => type === "text")
      .map((column) => `${column.name} = ${cellJson(column, row) ?? ""}`);
    for (const name of ["", ...names]) found.set(name, (found.get(name) ?? 0) + n);
  }
  return Object.fromEntries(found);
}
