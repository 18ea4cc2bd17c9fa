// Which table a document of JSON is: rows and columns in the shapes in which people and programs write them (lists of records,
// lists by column, pandas' orients split, index, columns, table, values), or what it holds in their place.

import { isJsonObject, type Json, type JsonObject } from "../../base/json.ts";
import type { Issue } from "../../contract/format.ts";
import type { Sentence } from "../../messages/sentence.ts";
import { refuseHollow } from "../parts/json/json-cells.ts";
import { refuseWide } from "../parts/wide-tables.ts";
import { words } from "./words.ts";

export interface JsonTable {
  readonly names: readonly string[];
  /** By column, null where nothing stands; as long as there are rows. */
  readonly columns: readonly (readonly Json[])[];
  readonly issues: readonly Issue[];
}

type Given = { readonly name: string; readonly header: boolean | null };

const note = (rule: string, message: Sentence, fix?: Issue["fix"]): Issue => ({
  rule: `json-${rule}`,
  severity: "note",
  line: null,
  field: null,
  message,
  ...(fix ? { fix } : {}),
});
const doubt = (rule: string, message: Sentence): Issue => ({ ...note(rule, message), severity: "warning" });

export const noTable = (name: string, found: "object" | "lists" | "value" | "empty" | "tables", keys = ""): never =>
  words.fail(`no-table-${found}`, { name, keys });
/** `keys`: the first ones, of `count`. */
export const shown = (keys: readonly string[], count = keys.length): string =>
  `${keys.slice(0, 8).join(", ")}${count > 8 ? ` … (${count})` : ""}`;

/** Fails with "format-json.no-table-…", "format-json.lengths-differ" or "format-json.row-length". */
export function tableOfJson(value: Json, given: Given): JsonTable {
  if (Array.isArray(value)) return ofList(value, given);
  return isJsonObject(value) ? ofObject(value, given) : noTable(given.name, "value");
}

function ofList(list: readonly Json[], given: Given): JsonTable {
  if (list.length === 0) return noTable(given.name, "empty");
  if (list.every(isJsonObject)) return ofRecords(list);
  if (list.every((row): row is Json[] => Array.isArray(row))) return ofRows(list, null, given);
  const areScalars = list.every((each) => typeof each !== "object" || each === null);
  return areScalars ? { names: ["value"], columns: [list], issues: [] } : noTable(given.name, "lists");
}

function ofRecords(records: readonly JsonObject[]): JsonTable {
  const columns = new Map<string, Json[]>();
  refuseHollow(records);
  records.forEach((record, row) => {
    for (const key of Object.keys(record)) {
      let cells = columns.get(key);
      if (!cells) columns.set(key, (cells = new Array<Json>(records.length).fill(null)));
      cells[row] = record[key] as Json;
    }
  });
  const issues = isByNumber([...columns.keys()]) ? [note("by-number", words.sentence("by-number"))] : [];
  return { names: [...columns.keys()], columns: [...columns.values()], issues };
}

/** Several names that are whole numbers: JSON's objects in this language sort them. */
const isByNumber = (keys: readonly string[]): boolean => keys.filter((key) => /^(?:0|[1-9]\d*)$/.test(key)).length > 1;

function ofRows(rows: readonly (readonly Json[])[], names: readonly string[] | null, given: Given): JsonTable {
  const [first = []] = rows;
  const expected = names?.length ?? first.length;
  const odd = rows.findIndex((row) => row.length !== expected);
  if (odd >= 0) return words.fail("row-length", { name: given.name, row: odd + 1, found: rows[odd]?.length ?? 0, expected });
  if (expected === 0) return noTable(given.name, "empty");
  refuseWide(expected);
  const columnsOf = (body: readonly (readonly Json[])[]): Json[][] =>
    Array.from({ length: expected }, (_, at) => body.map((row) => row[at] as Json));
  if (names) return { names, columns: columnsOf(rows), issues: [] };
  const areNames = (row: readonly Json[]): boolean => row.every((cell) => typeof cell === "string" && cell !== "");
  const looksNamed = areNames(first) && rows.length > 1 && new Set(first).size === first.length && !rows.slice(1).some(areNames);
  const isNamed = given.header ?? looksNamed;
  const guessed = given.header === null;
  const fix = { path: ["header"], value: !isNamed };
  const told = words.sentence(isNamed ? "names" : "no-names");
  const issues = guessed ? [note(isNamed ? "names" : "no-names", told, fix)] : [];
  if (!isNamed) return { names: first.map(() => ""), columns: columnsOf(rows), issues };
  return { names: first.map((cell) => String(cell ?? "")), columns: columnsOf(rows.slice(1)), issues };
}

function ofObject(value: JsonObject, given: Given): JsonTable {
  const keys = Object.keys(value);
  if (keys.length === 0) return noTable(given.name, "empty");
  const { columns, data, index } = value as { readonly [key: string]: Json | undefined };
  // pandas: orient "split" and "table".
  if (Array.isArray(data) && Array.isArray(columns) && data.every(Array.isArray))
    return withIndex(ofRows(data as Json[][], columns.map(String), given), index);
  if (Array.isArray(data) && isJsonObject(value["schema"] as Json) && data.length > 0 && data.every(isJsonObject))
    return ofRecords(data as JsonObject[]);
  const values = Object.values(value) as Json[];
  if (values.every((each): each is Json[] => Array.isArray(each))) {
    const isOne = keys.length === 1 && values[0]?.every((each) => typeof each === "object" && each !== null);
    return isOne ? wrapped(keys[0] as string, value, given) : ofColumns(keys, values, given);
  }
  if (values.length > 1 && values.every(isJsonObject)) {
    const found = ofObjects(keys, values as JsonObject[]);
    if (found) return found;
  }
  const lists = keys.filter((key) => isListOfObjects(value[key] as Json));
  const [only] = lists;
  if (lists.length > 1) return noTable(given.name, "tables", shown(lists));
  if (only !== undefined) return wrapped(only, value, given);
  return noTable(given.name, "object", shown(keys));
}

const isListOfObjects = (value: Json): boolean => Array.isArray(value) && value.length > 0 && value.every(isJsonObject);

/** Names of rows, where they are no mere count. */
function withIndex(table: JsonTable, index: Json | undefined): JsonTable {
  const isCount = Array.isArray(index) && index.every((each, at) => each === at);
  if (!Array.isArray(index) || isCount || index.length !== table.columns[0]?.length) return table;
  return { ...table, names: ["index", ...table.names], columns: [index, ...table.columns] };
}

function wrapped(key: string, value: JsonObject, given: Given): JsonTable {
  const table = ofList(value[key] as Json[], given);
  const others = Object.keys(value).filter((other) => other !== key);
  if (others.length === 0)
    return { ...table, issues: [note("wrapped", words.sentence("wrapped-alone", { key })), ...table.issues] };
  const message = words.sentence("wrapped", { key, others: shown(others), count: others.length });
  return { ...table, issues: [doubt("wrapped", message), ...table.issues] };
}

function ofColumns(keys: readonly string[], values: readonly (readonly Json[])[], { name }: Given): JsonTable {
  refuseWide(keys.length);
  const [first = []] = values;
  const odd = values.findIndex((each) => each.length !== first.length);
  if (odd >= 0) {
    const params = { first: keys[0] ?? "", expected: first.length, other: keys[odd] ?? "", found: values[odd]?.length ?? 0 };
    return words.fail("lengths-differ", { name, ...params });
  }
  if (first.length === 0) return noTable(name, "empty");
  const issues = isByNumber(keys) ? [note("by-number", words.sentence("by-number"))] : [];
  return { names: keys, columns: values, issues };
}

/** pandas' orients "columns" (its usual one) and "index". Null: the objects have too little in common for a table. */
function ofObjects(outer: readonly string[], objects: readonly JsonObject[]): JsonTable | null {
  const inner = [...new Set(objects.flatMap((each) => Object.keys(each)))];
  const filled = objects.reduce((sum, each) => sum + Object.keys(each).length, 0);
  if (inner.length === 0 || filled * 2 < inner.length * outer.length) return null;
  const cell = (row: JsonObject, key: string): Json => (Object.hasOwn(row, key) ? (row[key] as Json) : null);
  const outerAreRows = areRows(outer, inner, objects, cell);
  const byNumber = isByNumber(outer) || isByNumber(inner) ? [note("by-number", words.sentence("by-number"))] : [];
  const message = words.sentence(outerAreRows ? "rows" : "columns", { example: outer[0] ?? "" });
  const issues = [doubt("orient", message), ...byNumber];
  refuseWide(outerAreRows ? inner.length : outer.length);
  const [rowNames, names] = outerAreRows ? [outer, inner] : [inner, outer];
  const columns = outerAreRows
    ? inner.map((key) => objects.map((each) => cell(each, key)))
    : objects.map((each) => inner.map((key) => cell(each, key)));
  // A mere count is no name.
  const isCount = rowNames.every((each, at) => each === String(at));
  return isCount ? { names, columns, issues } : { names: ["index", ...names], columns: [rowNames, ...columns], issues };
}

/** Values of a column are of one kind, names of rows may be a count, and a table is rather long than wide. */
function areRows(
  outer: readonly string[],
  inner: readonly string[],
  objects: readonly JsonObject[],
  cell: (row: JsonObject, key: string) => Json,
): boolean {
  const isOneKind = (values: readonly Json[]): boolean =>
    new Set(values.filter((each) => each !== null).map((each) => (Array.isArray(each) ? "list" : typeof each))).size <= 1;
  const byOuter = objects.every((each) => isOneKind(Object.values(each) as Json[]));
  const byInner = inner.every((key) => isOneKind(objects.map((each) => cell(each, key))));
  if (byOuter !== byInner) return byInner;
  const isCount = (keys: readonly string[]): boolean => keys.every((key, at) => key === String(at));
  if (isCount(inner) !== isCount(outer)) return isCount(outer);
  return outer.length > inner.length;
}
