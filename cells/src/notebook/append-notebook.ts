// One notebook behind another: how imported text is added to what is there. Linear in both.

import type { CellId } from "../base/ids.ts";
import type { Json, JsonObject } from "../base/json.ts";
import { isCellRef, type CellRef } from "../base/refs.ts";
import type { ShapeOf } from "../contract/kind-of.ts";
import { freeName, keysOf, nameKey } from "./cell-name.ts";
import { renamedCells } from "./names-in-text.ts";
import type { Cell, Notebook } from "./notebook.ts";
import { keysBetween } from "./order-key.ts";

/** The cells of `added` behind those of `before`, under names and ids that are free; references among them follow. */
export function appendedNotebook(
  before: Notebook,
  added: Notebook,
  { kindOf, newId }: { readonly kindOf: ShapeOf; readonly newId: () => CellId },
): Notebook {
  const taken = new Set(before.cells.map((cell) => cell.id));
  const ids = new Map<string, CellId>(added.cells.map((cell) => [cell.id, taken.has(cell.id) ? newId() : cell.id]));
  const orders = keysBetween(before.cells.at(-1)?.order ?? null, null, added.cells.length);
  const cells = renamedCells(added, newNames(before, added), kindOf).map(
    (cell, index): Cell => ({
      ...cell,
      id: ids.get(cell.id) ?? cell.id,
      aliases: [],
      spec: withIds(cell.spec, ids) as JsonObject,
      order: orders[index] ?? cell.order,
    }),
  );
  return { ...before, cells: [...before.cells, ...cells] };
}

/** Of the cells that cannot keep theirs. */
function newNames(before: Notebook, added: Notebook): ReadonlyMap<CellId, string> {
  const named = added.cells.filter(({ name }) => name !== "");
  const others = new Set(keysOf(before.cells.flatMap(({ name }) => (name === "" ? [] : [name]))));
  const coming = new Map<string, number>();
  for (const { name } of named) coming.set(nameKey(name), (coming.get(nameKey(name)) ?? 0) + 1);
  const keys = new Set([...others, ...coming.keys()]);
  const tried = new Map<string, number>();
  const names = new Map<CellId, string>();
  for (const cell of named) {
    const own = nameKey(cell.name);
    const isFree = !others.has(own) && coming.get(own) === 1;
    // What it has itself is not taken; a name that is none gives way all the same.
    if (isFree) keys.delete(own);
    const name = freeName(cell.name, keys, tried);
    if (isFree) keys.add(own);
    if (name === cell.name) continue;
    coming.set(own, (coming.get(own) ?? 1) - 1);
    keys.add(nameKey(name));
    names.set(cell.id, name);
  }
  return names;
}

function withIds(value: Json, ids: ReadonlyMap<string, CellId>): Json {
  if (isCellRef(value)) {
    const { ref, port } = value as CellRef;
    return { ref: ids.get(ref) ?? ref, ...(port === undefined ? {} : { port }) };
  }
  if (Array.isArray(value)) return value.map((item: Json) => withIds(item, ids));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withIds(item as Json, ids)]));
}
