// References in notebook files: `=name`, `=name.port`, `=@id` for a cell that no name leads to. A text that begins with
// "=" is written with two; "=" alone, the comparison, is itself.

import type { CellId } from "../base/ids.ts";
import { isJsonObject, type Json, type JsonPath } from "../base/json.ts";
import { isCellName, nameKey } from "./cell-name.ts";
import { isCellRef } from "../base/refs.ts";
import { type Cell } from "./notebook.ts";

const idPattern = /^[\w-]+$/;
const portPattern = /^\w+$/;

/** Names as a file may say them: of cells that have one to themselves. */
export function printableNames(cells: readonly Cell[]): ReadonlyMap<CellId, string> {
  const count = new Map<string, number>();
  for (const cell of cells) count.set(nameKey(cell.name), (count.get(nameKey(cell.name)) ?? 0) + 1);
  return new Map(
    cells.filter((cell) => isCellName(cell.name) && count.get(nameKey(cell.name)) === 1).map((cell) => [cell.id, cell.name]),
  );
}

export function encodeRefs(value: Json, names: ReadonlyMap<CellId, string>): Json {
  if (typeof value === "string") return value.startsWith("=") && value !== "=" ? `=${value}` : value;
  if (isCellRef(value)) {
    const name = names.get(value.ref) ?? `@${value.ref}`;
    const sayable =
      (name.startsWith("@") ? idPattern.test(value.ref) : true) && (value.port === undefined || portPattern.test(value.port));
    return sayable ? `=${name}${value.port === undefined ? "" : `.${value.port}`}` : value;
  }
  if (Array.isArray(value)) return value.map((item: Json) => encodeRefs(item, names));
  if (isJsonObject(value)) return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, encodeRefs(item, names)]));
  return value;
}

/** `find` answers the id behind a name, or null; `unknown` is told of names that lead nowhere. */
export function decodeRefs(
  value: Json,
  find: (name: string) => CellId | null,
  unknown: (name: string, path: JsonPath) => void,
  path: JsonPath = [],
): Json {
  if (typeof value === "string") {
    if (!value.startsWith("=") || value === "=") return value;
    if (value.startsWith("==")) return value.slice(1);
    const [, name = "", port] = /^=([^.]*)(?:\.(.*))?$/su.exec(value) ?? [];
    const id = name.startsWith("@") ? (name.slice(1) as CellId) : find(name);
    if (id === null || id === "" || (port !== undefined && !portPattern.test(port))) {
      unknown(value.slice(1), path);
      return value;
    }
    return { ref: id, ...(port === undefined ? {} : { port }) };
  }
  if (Array.isArray(value)) return value.map((item: Json, index) => decodeRefs(item, find, unknown, [...path, index]));
  if (isJsonObject(value) && !isCellRef(value)) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, decodeRefs(item, find, unknown, [...path, key])]));
  }
  return value;
}
