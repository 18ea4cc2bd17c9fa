// Parquet as a table, by the engine that reads it.

import { FailureError } from "../../base/failure.ts";
import type { Read } from "../../contract/format.ts";
import { words as loadWords } from "../parts/words.ts";

export const read: Read = async (task) => {
  const { sql } = task.engines;
  if (!sql) throw new FailureError(loadWords.failure("no-engine", { format: "Parquet" }));
  const table = await sql.readParquet(await task.bytes());
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
