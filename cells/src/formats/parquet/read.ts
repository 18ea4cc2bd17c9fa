// Parquet as a table, by the engine that reads it. What the engine does not say is read from the file's own metadata: names
// that differ by case alone, lengths of time, decimals with more digits than a number keeps.

import { type FileMetaData, parquetMetadataAsync } from "hyparquet";
import type { Column, Table } from "../../artifacts/artifact.ts";
import { FailureError } from "../../base/failure.ts";
import type { FileContent, Issue, Read } from "../../contract/format.ts";
import { issueOfRepeatedName } from "../parts/delimited/read-as-delimited.ts";
import { letters } from "../parts/file-head.ts";
import { uniqueNames } from "../parts/delimited/read-delimited.ts";
import { words as loadWords } from "../parts/words.ts";
import { parquetNote } from "../write/parquet.ts";
import { arrowDurations } from "./arrow-durations.ts";
import { words } from "./words.ts";

export const read: Read = async (task): Promise<FileContent> => {
  const { sql } = task.engines;
  if (!sql) throw new FailureError(loadWords.failure("no-engine", { format: "Parquet" }));
  const bytes = await task.bytes();
  // What was cut needs no engine: some milliseconds, and the reason is known.
  if (!letters(bytes.subarray(-4), "PAR1")) words.fail("cut", { name: task.name });
  const found = await sql.readParquet(bytes);
  if (!found.ok) throw new FailureError(found.error);
  const { table, header, issues } = asTheFileHasIt(found.value, await metadataOf(bytes));
  return {
    content: { shape: "table", table },
    header,
    issues,
    said: issues.filter(({ severity }) => severity === "note").map(({ message }) => message),
    turnedIntoDates: [],
    lineOf: (row) => row + 1,
    whole: true,
  };
};

/** The engine has read the file; of what this reader does not understand nothing more is said. */
const metadataOf = (bytes: Uint8Array): Promise<FileMetaData | null> =>
  parquetMetadataAsync({
    byteLength: bytes.length,
    slice: (start, end = bytes.length) =>
      bytes.slice(start < 0 ? bytes.length + start : start, end < 0 ? bytes.length + end : end).buffer as ArrayBuffer,
  }).catch(() => null);

type Element = FileMetaData["schema"][number];

/** The columns: of nested ones the outer. */
function columnsIn([root, ...rest]: FileMetaData["schema"]): Element[] {
  const columns: Element[] = [];
  let at = 0;
  const pass = (): void => {
    const element = rest[at++];
    for (let child = 0; child < (element?.num_children ?? 0); child++) pass();
  };
  for (let nth = 0; nth < (root?.num_children ?? 0); nth++) {
    const element = rest[at];
    if (element) columns.push(element);
    pass();
  }
  return columns;
}

function asTheFileHasIt(
  table: Table,
  metadata: FileMetaData | null,
): { readonly table: Table; readonly header: readonly string[]; readonly issues: readonly Issue[] } {
  const elements = metadata ? columnsIn(metadata.schema) : [];
  const notes = metadata?.key_value_metadata ?? [];
  // Of our own files the engine has read the notes.
  if (elements.length !== table.columns.length || notes.some(({ key }) => key === parquetNote))
    return { table, header: table.columns.map(({ name }) => name), issues: [] };
  const header = elements.map(({ name }) => name);
  const { names, repeatedNames } = uniqueNames(header);
  const durations = arrowDurations(notes.find(({ key }) => key === "ARROW:schema")?.value ?? "");
  const issues = repeatedNames.map(issueOfRepeatedName);
  const columns = table.columns.map((column, at): Column => {
    const element = elements[at] as Element;
    const name = names[at] as string;
    const rounded = roundedIn(column, element);
    if (rounded) {
      const params = { column: name, digits: element.precision ?? 0, count: rounded.count, row: rounded.row + 1 };
      const message = words.sentence("decimals", params);
      issues.push({ rule: "decimals", severity: "warning", line: rounded.row + 1, field: name, message });
    }
    const unit = durations.get(element.name);
    if (unit === undefined || column.type === "text") return { ...column, name };
    const message = words.sentence("duration", { column: name, unit });
    issues.push({ rule: "duration", severity: "note", line: null, field: name, message });
    return { ...column, name, unit };
  });
  return { table: { ...table, columns }, header, issues };
}

/** Decimals whose digits, as a whole number, a double does not hold. */
function roundedIn(column: Column, element: Element): { readonly count: number; readonly row: number } | null {
  const isDecimal = element.converted_type === "DECIMAL" || element.logical_type?.type === "DECIMAL";
  if (!isDecimal || (element.precision ?? 0) <= 15 || column.type !== "float64") return null;
  const most = Number.MAX_SAFE_INTEGER / 10 ** (element.scale ?? 0);
  let count = 0;
  let first = -1;
  column.values.forEach((value, row) => {
    if (column.valid?.[row] === 0 || Math.abs(value) <= most) return;
    count++;
    if (first < 0) first = row;
  });
  return count === 0 ? null : { count, row: first };
}
