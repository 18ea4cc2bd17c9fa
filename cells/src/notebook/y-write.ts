// Operations written to a document, as the difference that they make (O-1).

import * as Y from "yjs";
import type { CellId } from "../base/ids.ts";
import { canonicalJson } from "../base/canonical-json.ts";
import { invariant } from "../base/invariant.ts";
import { type Json, type JsonObject, ownMember } from "../base/json.ts";
import { err, ok, type Result } from "../base/result.ts";
import type { KindShape } from "../contract/kind.ts";
import { applyOperation } from "./apply-operation.ts";
import type { BatchBudget } from "./batch-budget.ts";
import type { ShapeOf } from "../contract/kind-of.ts";
import { type PlacedSplice, renameSplices } from "./names-in-text.ts";
import type { Cell, Notebook } from "./notebook.ts";
import type { Operation, Refusal } from "./operation.ts";
import { byOrder, isOrderKey, keysBetween } from "./order-key.ts";
import { isItemList, toStorable, type ListItem } from "./spec-value.ts";
import { spliceBetween, type Splice } from "./text-splice.ts";
import { readNotebook } from "./y-read.ts";
import { type YMap, cellsOf, layoutOf, metaOf, placesOf, plainOf, reserved } from "./y-shape.ts";

/** What a transaction created: undone by a mark, for a real undo would take what a colleague wrote inside it. */
export type Created = { readonly cell: CellId; readonly field?: string; readonly item?: string };
export const createdMeta = "genomecraft:created";

/**
 * Does operations to a document in one transaction, one step of undo; the first refusal refuses all and nothing changes.
 * `budget`: what they may cost together.
 */
export function writeOperations(
  doc: Y.Doc,
  operations: readonly Operation[],
  kindOf: ShapeOf,
  origin: unknown,
  budget?: BatchBudget,
): Result<void, Refusal> {
  const states: Notebook[] = [readNotebook(doc, kindOf)];
  for (const operation of operations) {
    const before = states.at(-1) as Notebook;
    const beyond = budget?.begin(operation, before);
    if (beyond) return err(beyond);
    const next = applyOperation(before, operation, kindOf);
    if (!next.ok) return next;
    const tooMuch = budget?.end(operation, before, next.value);
    if (tooMuch) return err(tooMuch);
    states.push(next.value);
  }
  const created: Created[] = [];
  doc.transact((transaction) => {
    operations.forEach((operation, index) => {
      const before = states[index] as Notebook;
      const after = states[index + 1] as Notebook;
      // Text at the very places that were meant; then all else, which is also what mends a field that held no text.
      for (const { cell, field, splice } of splicesOf(operation, before, after, kindOf)) writeSplice(doc, cell, field, splice);
      writeDifference(doc, before, after, kindOf);
      if (operation.type === "rename-cell") keepAsAlias(doc, operation);
      if (operation.type === "add-cell" || operation.type === "duplicate-cell") created.push({ cell: operation.id });
      if (operation.type === "add-item") created.push({ cell: operation.cell, field: operation.field, item: operation.item.id });
    });
    if (created.length > 0) transaction.meta.set(createdMeta, created);
  }, origin);
  return ok(undefined);
}

function splicesOf(operation: Operation, before: Notebook, after: Notebook, kindOf: ShapeOf): readonly PlacedSplice[] {
  if (operation.type === "rename-cell" && operation.name !== "")
    return renameSplices(before, operation.cell, operation.name, kindOf);
  if (operation.type !== "edit-text") return [];
  // What the reducer inserted: line ends and lone halves of characters are mended there.
  const { cell, field, splice } = operation;
  const textIn = (notebook: Notebook): string => notebook.cells.find((found) => found.id === cell)?.spec[field] as string;
  const length = textIn(after).length - textIn(before).length + splice.remove;
  return [{ cell, field, splice: { ...splice, insert: textIn(after).slice(splice.at, splice.at + length) } }];
}

export function specMapOf(doc: Y.Doc, cell: CellId): YMap | null {
  const map = cellsOf(doc).get(cell);
  const spec = map instanceof Y.Map ? map.get("spec") : null;
  return spec instanceof Y.Map ? spec : null;
}

/** The collaborative text behind a text field, for an editor to bind to; null where the document has none there. */
export function textOf(doc: Y.Doc, cell: CellId, field: string): Y.Text | null {
  const text = specMapOf(doc, cell)?.get(field);
  return text instanceof Y.Text ? text : null;
}

function writeSplice(doc: Y.Doc, cell: CellId, field: string, splice: Splice): void {
  const text = textOf(doc, cell, field);
  if (!text) return;
  if (splice.remove > 0) text.delete(splice.at, splice.remove);
  if (splice.insert !== "") text.insert(splice.at, splice.insert);
}

/** Should a colleague's concurrent rename win, texts that already say the new name still resolve. */
function keepAsAlias(doc: Y.Doc, { cell, name }: { readonly cell: CellId; readonly name: string }): void {
  const map = cellsOf(doc).get(cell);
  const aliases = map instanceof Y.Map ? map.get("aliases") : null;
  if (aliases instanceof Y.Map && name !== "") aliases.set(name, true);
}

const same = (a: Json | undefined, b: Json | undefined): boolean =>
  a === b || (a !== undefined && b !== undefined && canonicalJson(a) === canonicalJson(b));

/** Writes what differs between two states of the notebook, field by field. */
function writeDifference(doc: Y.Doc, before: Notebook, after: Notebook, kindOf: ShapeOf): void {
  if (after.title !== before.title) metaOf(doc).set("title", after.title);
  if (after.id !== before.id && after.id !== undefined) metaOf(doc).set("id", after.id);
  let byId: ReadonlyMap<CellId, Cell> | null = null;
  for (const [index, cell] of after.cells.entries()) {
    // Mostly nothing has moved.
    if (before.cells[index] === cell) continue;
    byId ??= new Map(before.cells.map((each) => [each.id, each]));
    const old = byId.get(cell.id);
    if (old === cell) continue;
    let map = cellsOf(doc).get(cell.id);
    if (!old || !(map instanceof Y.Map)) {
      map = newCellMap(cell, kindOf(cell.kind));
      cellsOf(doc).set(cell.id, map);
      continue;
    }
    for (const field of ["kind", "name", "specVersion", "mode", "order", "deletedAt"] as const) {
      if (old[field] !== cell[field]) (map as YMap).set(field, cell[field]);
    }
    if (old.aliases !== cell.aliases) writeAliases(map as YMap, cell.aliases);
    if (old.spec !== cell.spec) writeSpec(map as YMap, old.spec, cell.spec, kindOf(cell.kind));
  }
  if (after.layout === before.layout) return;
  const tilesAfter = new Map(after.layout.tiles.map((tile) => [tile.cell, tile]));
  for (const tile of before.layout.tiles) if (!tilesAfter.has(tile.cell)) layoutOf(doc).set(tile.cell, null);
  for (const { cell, x, y, w, h } of after.layout.tiles) {
    const old = before.layout.tiles.find((tile) => tile.cell === cell);
    if (!old || old.x !== x || old.y !== y || old.w !== w || old.h !== h) layoutOf(doc).set(cell, { x, y, w, h });
  }
}

/** Names are only ever added. */
function writeAliases(map: YMap, names: readonly string[]): void {
  const found = map.get("aliases");
  const aliases = found instanceof Y.Map ? (found as YMap) : new Y.Map<unknown>();
  if (aliases !== found) map.set("aliases", aliases);
  for (const name of names) if (aliases.get(name) !== true) aliases.set(name, true);
}

function newCellMap(cell: Cell, kind: KindShape | null): YMap {
  const map = new Y.Map<unknown>();
  map.set("kind", cell.kind);
  map.set("name", cell.name);
  const aliases = new Y.Map<unknown>();
  for (const alias of cell.aliases) aliases.set(alias, true);
  map.set("aliases", aliases);
  map.set("spec", newSpecMap(cell.spec, kind));
  map.set("specVersion", cell.specVersion);
  map.set("mode", cell.mode);
  map.set("order", cell.order);
  map.set("deletedAt", cell.deletedAt);
  return map;
}

function newSpecMap(spec: JsonObject, kind: KindShape | null): YMap {
  const map = new Y.Map<unknown>();
  for (const [field, value] of Object.entries(spec)) map.set(field, newFieldValue(field, value, kind));
  return map;
}

function newFieldValue(field: string, value: Json, kind: KindShape | null): unknown {
  if (kind?.textFields.includes(field) && typeof value === "string") return new Y.Text(value);
  if (!kind?.listFields.includes(field) || !isItemList(value)) return value;
  const list = new Y.Map<unknown>();
  const keys = keysBetween(null, null, value.length);
  value.forEach((item, index) => list.set(item.id, newItemMap(item, keys[index] as string)));
  return list;
}

function newItemMap(item: ListItem, order: string): YMap {
  const map = new Y.Map<unknown>();
  for (const [field, value] of Object.entries(item)) if (!reserved(field)) map.set(field, value);
  map.set("$order", order);
  return map;
}

function writeSpec(map: YMap, before: JsonObject, after: JsonObject, kind: KindShape | null): void {
  const spec = map.get("spec");
  if (!(spec instanceof Y.Map)) {
    map.set("spec", newSpecMap(after, kind));
    return;
  }
  for (const field of Object.keys(before)) if (ownMember(after, field) === undefined) spec.set(field, undefined);
  for (const [field, value] of Object.entries(after)) {
    const old = ownMember(before, field);
    const found = spec.get(field);
    const isText = kind?.textFields.includes(field) === true && typeof value === "string";
    const isItems = kind?.listFields.includes(field) === true && isItemList(value);
    if (isText && found instanceof Y.Text) {
      writeText(found, value);
      continue;
    }
    if (same(old, value) && !(isText && !(found instanceof Y.Text)) && !(isItems && !(found instanceof Y.Map))) continue;
    if (isItems && found instanceof Y.Map) writeItems(found, value);
    else spec.set(field, newFieldValue(field, value, kind));
  }
}

function writeText(text: Y.Text, after: string): void {
  const splice = spliceBetween(text.toString(), after);
  if (splice && splice.remove > 0) text.delete(splice.at, splice.remove);
  if (splice && splice.insert !== "") text.insert(splice.at, splice.insert);
}

/** Makes a list say `after`: removed items are marked, changed fields written, and only items that moved get a new key. */
function writeItems(list: YMap, after: readonly ListItem[]): void {
  const wanted = new Set(after.map((item) => item.id));
  const places = placesOf(list);
  for (const { id, item } of places) if (!wanted.has(id)) item.set("$gone", true);
  const keyOf = new Map(places.map(({ id, order }) => [id, order]));
  const keys = newKeys(after.map((item) => ({ id: item.id, order: keyOf.get(item.id) ?? null })));
  after.forEach((item, index) => {
    const key = keys[index] as string;
    const found = list.get(item.id);
    if (!(found instanceof Y.Map)) {
      list.set(item.id, newItemMap(item, key));
      return;
    }
    if (found.get("$gone") === true) found.set("$gone", false);
    if (found.get("$order") !== key) found.set("$order", key);
    for (const field of found.keys())
      if (!reserved(field) && ownMember<Json>(item, field) === undefined && found.get(field) !== undefined)
        found.set(field, undefined);
    for (const [field, value] of Object.entries(item)) {
      if (reserved(field)) continue;
      const old = found.get(field);
      if (
        old === undefined ||
        !same(toStorable(old instanceof Y.AbstractType ? plainOf(old as Y.AbstractType<unknown>) : old), value)
      )
        found.set(field, value);
    }
  });
}

/** Keys that put a list in its order, keeping the longest run of items that are in order already. */
function newKeys(items: readonly { readonly id: string; readonly order: string | null }[]): string[] {
  const kept = longestRun(items);
  const keys: string[] = [];
  let index = 0;
  while (index < items.length) {
    if (kept.has(index)) {
      keys.push(items[index]?.order as string);
      index++;
      continue;
    }
    const low = keys.at(-1) ?? null;
    let end = index;
    // A kept neighbour with an equal key leaves no room before it: it gets a new one, too.
    while (end < items.length && !(kept.has(end) && (low === null || (items[end]?.order as string) > low))) end++;
    keys.push(...keysBetween(low, items[end]?.order ?? null, end - index));
    index = end;
  }
  return keys;
}

/** Indices of a longest subsequence whose (key, id) ascend strictly; keys that are no keys do not count. */
function longestRun(items: readonly { readonly id: string; readonly order: string | null }[]): ReadonlySet<number> {
  const at = (index: number): { readonly order: string; readonly id: string } => items[index] as { order: string; id: string };
  /** Of each length the subsequence with the least end, by the index of that end; and what goes before each. */
  const ends: number[] = [];
  const before: number[] = [];
  items.forEach((item, index) => {
    if (!isOrderKey(item.order)) return;
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (byOrder(at(ends[middle] as number), at(index)) < 0) low = middle + 1;
      else high = middle;
    }
    before[index] = ends[low - 1] ?? -1;
    ends[low] = index;
  });
  const kept = new Set<number>();
  for (let index = ends.at(-1) ?? -1; index >= 0; index = before[index] ?? -1) kept.add(index);
  return kept;
}

/** Fills a new document, once. A document that has cells is changed by operations only: rebuilding one doubles cells. */
export function seedNotebook(doc: Y.Doc, notebook: Notebook, kindOf: ShapeOf, origin: unknown = "seed"): void {
  invariant(cellsOf(doc).size === 0, "only an empty document is seeded");
  doc.transact(() => writeDifference(doc, { title: "", cells: [], layout: { tiles: [] } }, notebook, kindOf), origin);
}

/** Writes another state of the same notebook as the smallest change (migrations, restoring a version). Cells that `after` lacks go to the bin at `at`. */
export function writeNotebook(doc: Y.Doc, after: Notebook, kindOf: ShapeOf, origin: unknown, at: number): void {
  const before = readNotebook(doc, kindOf);
  const present = new Set(after.cells.map((cell) => cell.id));
  const binned = before.cells
    .filter((cell) => !present.has(cell.id))
    .map((cell) => (cell.deletedAt === null ? { ...cell, deletedAt: at } : cell));
  doc.transact(() => writeDifference(doc, before, { ...after, cells: [...after.cells, ...binned] }, kindOf), origin);
}
