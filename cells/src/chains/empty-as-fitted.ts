// A column in which nothing stands has the type that a file gives to nothing: text. Steps that were fitted on numbers take it for what
// it was there, all missing: the one patient whose age nobody wrote down has an age that is to be filled.

import type { Assay, Column, Table } from "../artifacts/artifact.ts";
import {
  booleanColumn,
  holdsNothing,
  integerColumn,
  moreOf,
  numberColumn,
  rowsOfColumn,
  textColumn,
} from "../artifacts/table.ts";
import type { DataForm } from "../contract/fitted-chain.ts";

export function emptyAsFitted(data: Table | Assay, { columns }: DataForm): Table | Assay {
  const wanted = new Map(columns.map(({ name, type }) => [name, type]));
  const of = (table: Table): Table => {
    const changed = table.columns.map((column) => asType(column, wanted.get(column.name)));
    return changed.some((column, at) => column !== table.columns[at]) ? { ...table, columns: changed } : table;
  };
  if (data.type === "table") return of(data);
  const samples = of(data.samples);
  return samples === data.samples ? data : { ...data, samples };
}

function asType(column: Column, type: Column["type"] | undefined): Column {
  if (type === undefined || type === column.type || !holdsNothing(column)) return column;
  const none = Array.from({ length: rowsOfColumn(column) }, () => null);
  switch (type) {
    case "float64":
      return numberColumn(column.name, none, moreOf(column));
    case "int32":
      return integerColumn(column.name, none, moreOf(column));
    case "boolean":
      return booleanColumn(column.name, none, moreOf(column));
    case "text":
      return textColumn(column.name, none, moreOf(column));
  }
}
