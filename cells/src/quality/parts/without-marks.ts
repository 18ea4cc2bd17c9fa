// A table without the columns by which a step marked outliers: flags, how far each value is, the reason. They say what was found
// already, and are few, repeat a column or are mostly empty by their nature.

import type { Table } from "../../artifacts/artifact.ts";

const ending = /_?outlier$/;
const reason = "outlier_reason";

/** `chosen`: columns that somebody named stay. */
export function withoutMarks(table: Table, chosen: ReadonlySet<string>): Table {
  const marks = new Set<string>();
  table.columns.forEach(({ name, semantic }, at) => {
    if (semantic !== "outlier") return;
    marks.add(name);
    // Distances stand right behind their flag: of a column one, of whole rows as many as the rule measures.
    const [next, ...others] = table.columns.slice(at + 1);
    const begin = name === "outlier" ? "outlier_" : `${name.replace(ending, "")}_`;
    for (const far of name === "outlier" ? [next, ...others] : [next]) {
      if (far?.type !== "float64" || !far.name.startsWith(begin)) break;
      marks.add(far.name);
    }
  });
  if (marks.size === 0) return table;
  return { ...table, columns: table.columns.filter(({ name }) => chosen.has(name) || !(marks.has(name) || name === reason)) };
}
