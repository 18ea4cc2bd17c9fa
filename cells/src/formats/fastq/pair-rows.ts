// Two tables of reads that are mates as one: a row a pair, what is said of one mate beside the same of the other.

import type { Column } from "../../artifacts/artifact.ts";
import { columnOf, tableOf, takeColumnRows } from "../../artifacts/table.ts";
import { invariant } from "../../base/invariant.ts";
import type { SequenceTable } from "../parts/sequences/sequence-rows.ts";

/** Columns of both, the mates of each beside each other. */
const ofMates = ["sequence", "quality", "length", "mean_quality", "alphabet", "description"];

/** `count`: pairs. What one of them has beyond stands in the part of its mate's file that was not read. */
export function pairTable(first: SequenceTable, second: SequenceTable, count: number): SequenceTable {
  const rows = Int32Array.from({ length: count }, (_, at) => at);
  const cut = (column: Column, of: SequenceTable): Column =>
    of.table.rowCount === count ? column : takeColumnRows(column, rows);
  const columns = ofMates.flatMap((name) =>
    [first, second].map((of, at) => ({ ...cut(named(of, name), of), name: `${name}_${at + 1}` })),
  );
  const issues = [first, second].flatMap(({ issues: found }, at) =>
    found
      // Names are those of both.
      .filter(({ field }) => at === 0 || field !== "id")
      .map((issue) => (issue.field === "id" ? issue : { ...issue, field: `${issue.field}_${at + 1}` })),
  );
  return { table: tableOf(cut(named(first, "id"), first), ...columns), issues, lineOf: (row) => first.lineOf(row) };
}

function named({ table }: SequenceTable, name: string): Column {
  const column = columnOf(table, name);
  invariant(column, `a table of reads has a column ${name}`);
  return column;
}
