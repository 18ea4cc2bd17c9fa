// The rows of a table as names: of genes for a heatmap, of those that a picture is to point out.

import type { Table } from "./artifact.ts";
import { meaningOf, namesOfRows } from "./semantics.ts";
import { textsOf } from "./table.ts";

/** In the order of its rows, each once: by the column that names them, else by the first of text; null where it has neither. */
export function namesOfTable({ columns }: Table): readonly string[] | null {
  const named = namesOfRows(columns);
  const column =
    named?.type === "text" ? named : columns.find((each) => each.type === "text" && !meaningOf(each.semantic).groups);
  if (column?.type !== "text") return null;
  return [...new Set(textsOf(column).filter((text) => text !== ""))];
}
