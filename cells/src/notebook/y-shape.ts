// The notebook as a Yjs document. y-read.ts reads whatever one holds (total), y-write.ts writes an operation as the smallest
// change in one transaction, y-undo.ts undoes one's own work only; no other file knows Yjs types of cells.
//
//   cells    Y.Map  cell id -> Y.Map {kind, name, aliases: Y.Map name -> true, spec: Y.Map, specVersion, mode, order, deletedAt}
//     spec   Y.Map  field -> JSON | Y.Text (text fields) | Y.Map item id -> Y.Map {$order, $gone, ...fields} (list fields)
//   layout   Y.Map  cell id -> {x, y, w, h} | null
//   meta     Y.Map  title, id
//
// No key is ever deleted, so that a colleague's concurrent edit survives: a cell in the bin has `deletedAt`, an item that
// was removed `$gone`, an optional field that was removed the value undefined (Yjs keeps and sends it), a tile null.
// Nested types are created together with their cell: two that were created later, at once, would lose one side.

import * as Y from "yjs";
import type { KindShape } from "../contract/kind.ts";
import { byOrder, isOrderKey } from "./order-key.ts";
import { deepestNesting } from "./spec-value.ts";

export type YMap = Y.Map<unknown>;

/** A new, empty document. Give it cells by operations, or once by `seedNotebook`. */
export function newNotebookDoc(): Y.Doc {
  const doc = new Y.Doc();
  for (const name of ["cells", "layout", "meta"]) doc.getMap(name);
  return doc;
}

export const cellsOf = (doc: Y.Doc): YMap => doc.getMap("cells");
export const layoutOf = (doc: Y.Doc): YMap => doc.getMap("layout");
export const metaOf = (doc: Y.Doc): YMap => doc.getMap("meta");

/** What a shared type holds as plain values; null where it nests deeper than values may. */
export function plainOf(type: Y.AbstractType<unknown>, depth = 0): unknown {
  if (depth >= deepestNesting) return null;
  const inner = (value: unknown): unknown =>
    value instanceof Y.AbstractType ? plainOf(value as Y.AbstractType<unknown>, depth + 1) : value;
  if (type instanceof Y.Map) return Object.fromEntries([...(type as YMap).entries()].map(([key, value]) => [key, inner(value)]));
  if (type instanceof Y.Array) return (type as Y.Array<unknown>).toArray().map(inner);
  return type instanceof Y.Text ? type.toString() : type.toJSON();
}

/** Of an unknown kind a map whose values are maps is taken for a list: only lists are kept so. */
export const isList = (map: YMap, field: string, kind: KindShape | null): boolean =>
  kind ? kind.listFields.includes(field) : [...map.values()].every((item) => item instanceof Y.Map);

export const reserved = (field: string): boolean =>
  field === "id" || field === "$order" || field === "$gone" || field === "__proto__";

/** An item is there when it has a place and was not removed (undoing its creation takes the place away). */
const isThere = (item: unknown): item is YMap =>
  item instanceof Y.Map && typeof item.get("$order") === "string" && item.get("$gone") !== true;

export const placesOf = (list: YMap): { readonly id: string; readonly order: string; readonly item: YMap }[] => {
  const places: { readonly id: string; readonly order: string; readonly item: YMap }[] = [];
  for (const [id, item] of list.entries()) {
    if (!isThere(item) || id === "") continue;
    const order = item.get("$order");
    places.push({ id, order: isOrderKey(order) ? order : "", item });
  }
  return places.sort(byOrder);
};
