// Parquet as a table, by the engine that reads it.

import { FailureError, failure } from "../../base/failure.ts";
import type { Read } from "../../contract/format.ts";
import { letters } from "../parts/file-head.ts";
import { words } from "./words.ts";

export const read: Read = async (task) => {
  const { sql } = task.engines;
  if (!sql) throw new FailureError(failure("load.no-engine", { format: "Parquet" }));
  const bytes = await task.bytes();
  // What was cut needs no engine: some milliseconds, and the reason is known.
  if (!letters(bytes.subarray(-4), "PAR1")) words.fail("cut", { name: task.name });
  const table = await sql.readParquet(bytes);
  if (!table.ok) throw new FailureError(table.error);
  return {
    content: { shape: "table", table: table.value },
    header: table.value.columns.map((column) => column.name),
    sheets: [],
    issues: [],
    said: [],
    turnedIntoDates: [],
    lineOf: (row) => row + 1,
    whole: true,
  };
};
