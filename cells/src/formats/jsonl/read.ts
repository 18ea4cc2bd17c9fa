// JSON lines as a table.

import type { Read } from "../../contract/format.ts";
import { readJsonLines } from "./read-json-lines.ts";

export const read: Read = async (task) => {
  const { table, lineOf, whole } = await readJsonLines(task.open(), task);
  return {
    content: { shape: "table", table },
    header: table.columns.map((column) => column.name),
    issues: [],
    said: [],
    turnedIntoDates: [],
    lineOf,
    whole,
  };
};
