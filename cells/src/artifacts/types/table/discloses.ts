// What a table tells of individuals: its rows are features, or groups with their sizes, or individuals. How many stand
// behind a row only whoever made the groups can say: a column that is merely called n proves nothing.

import type { Table } from "../../artifact.ts";
import { identifies, rowsAreFeatures } from "../../semantics.ts";
import { cellJson } from "../../table.ts";
import type { Disclosure, Groups } from "../../told-of-individuals.ts";

export function disclosureOfTable(table: Table, grouped: Groups | null): Disclosure {
  const identifying = table.columns.filter(identifies).map((column) => column.name);
  if (rowsAreFeatures(table.columns)) return { identifying, behind: { of: "nobody" } };
  const counted = table.columns.filter((column) => grouped?.counts.includes(column.name));
  if (counted.length === 0 && table.rowCount > 0) return { identifying, behind: { of: "individuals" } };
  const sizes = counted
    .flatMap((column) => Array.from({ length: table.rowCount }, (_, row) => Number(cellJson(column, row) ?? 0)))
    .filter((size) => size > 0);
  return { identifying, behind: { of: "groups", sizes, statistics: grouped?.statistics ?? [] } };
}
