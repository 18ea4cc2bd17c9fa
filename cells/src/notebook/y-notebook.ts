// The notebook as a Yjs document: the ONLY file that knows Yjs types. Reads whatever a document holds (total), writes an
// operation as the smallest change in one transaction, and undoes one's own work only.
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
import type { CellId } from "../base/ids.ts";
import { canonicalJson } from "../base/canonical-json.ts";
import { invariant } from "../base/invariant.ts";
import { isJsonObject, type Json, type JsonObject } from "../base/json.ts";
import { ok, type Result } from "../base/result.ts";
import type { KindShape } from "../contract/kind.ts";
import { applyOperation, byPlace, isTileBox } from "./apply-operation.ts";
import type { ShapeOf } from "../contract/kind-of.ts";
import { renameSplices } from "./names-in-text.ts";
import type { Cell, CellMode, DashboardTile, Notebook } from "./notebook.ts";
import type { Operation, Refusal } from "./operation.ts";
import { byOrder, isOrderKey, keysBetween } from "./order-key.ts";
import { completeSpec, deepestNesting, isItemList, tooDeepText, toStorable, type ListItem } from "./spec-value.ts";
import { spliceBetween, wellFormed, type Splice } from "./text-splice.ts";

type YMap = Y.Map<unknown>;

/** A new, empty document. Give it cells by operations, or once by `seedNotebook`. */
export function newNotebookDoc(): Y.Doc {
  const doc = new Y.Doc();
  for (const name of ["cells", "layout", "meta"]) doc.getMap(name);
  return doc;
}

const cellsOf = (doc: Y.Doc): YMap => doc.getMap("cells");
const layoutOf = (doc: Y.Doc): YMap => doc.getMap("layout");
const metaOf = (doc: Y.Doc): YMap => doc.getMap("meta");

// ---- reading --------------------------------------------------------------------------------------------------------

/** What one document looked like when last read; only cells that changed since are read again. */
interface Reading {
  kindOf: ShapeOf;
  readonly cells: Map<string, Cell | null>;
  readonly dirty: Set<string>;
  notebook: Notebook | null;
  /** Since listeners were last told. */
  readonly changed: Set<string>;
  otherChanged: boolean;
  readonly listeners: Set<NotebookListener>;
}

export type NotebookListener = (notebook: Notebook, changed: ReadonlySet<CellId>, origin: unknown) => void;

const readings = new WeakMap<Y.Doc, Reading>();

/**
 * The notebook in a document, whatever the document holds: never throws, always a valid Notebook. Cells that make no
 * sense are there with kind and spec as found, for the dependency graph to explain. Unchanged cells keep their identity
 * from one reading to the next.
 */
export function readNotebook(doc: Y.Doc, kindOf: ShapeOf): Notebook {
  // Inside a transaction the observers have not been told yet.
  if (doc._transaction !== null) return assemble(doc, freshCells(doc, kindOf));
  const reading = readingOf(doc, kindOf);
  if (reading.notebook && reading.dirty.size === 0) return reading.notebook;
  const cells = cellsOf(doc);
  for (const id of reading.dirty) reading.cells.set(id, cells.has(id) ? readCell(id, cells.get(id), kindOf) : null);
  reading.dirty.clear();
  reading.notebook = assemble(doc, reading.cells);
  return reading.notebook;
}

function readingOf(doc: Y.Doc, kindOf: ShapeOf): Reading {
  const known = readings.get(doc);
  if (known) {
    if (known.kindOf !== kindOf) {
      known.kindOf = kindOf;
      known.notebook = null;
      for (const id of cellsOf(doc).keys()) known.dirty.add(id);
    }
    return known;
  }
  const reading: Reading = {
    kindOf,
    cells: new Map(),
    dirty: new Set(cellsOf(doc).keys()),
    notebook: null,
    changed: new Set(),
    otherChanged: false,
    listeners: new Set(),
  };
  readings.set(doc, reading);
  cellsOf(doc).observeDeep((events) => {
    for (const event of events) {
      const ids = event.path.length > 0 ? [String(event.path[0])] : event.keys.keys();
      for (const id of ids) {
        reading.dirty.add(id);
        reading.changed.add(id);
      }
    }
    reading.notebook = null;
  });
  const other = (): void => {
    reading.otherChanged = true;
    reading.notebook = null;
  };
  layoutOf(doc).observe(other);
  metaOf(doc).observe(other);
  doc.on("afterTransaction", (transaction: Y.Transaction) => {
    if (reading.changed.size === 0 && !reading.otherChanged) return;
    const changed: ReadonlySet<CellId> = new Set([...reading.changed] as CellId[]);
    reading.changed.clear();
    reading.otherChanged = false;
    if (reading.listeners.size === 0) return;
    const notebook = readNotebook(doc, reading.kindOf);
    for (const listener of reading.listeners) listener(notebook, changed, transaction.origin);
  });
  return reading;
}

/** Calls back after each transaction that changed the notebook, once. Answers how to stop. */
export function observeNotebook(doc: Y.Doc, kindOf: ShapeOf, callback: NotebookListener): () => void {
  const reading = readingOf(doc, kindOf);
  reading.listeners.add(callback);
  return () => {
    reading.listeners.delete(callback);
  };
}

const freshCells = (doc: Y.Doc, kindOf: ShapeOf): Map<string, Cell | null> => {
  const cells = new Map<string, Cell | null>();
  for (const [id, value] of cellsOf(doc).entries()) cells.set(id, readCell(id, value, kindOf));
  return cells;
};

function assemble(doc: Y.Doc, cells: ReadonlyMap<string, Cell | null>): Notebook {
  const list: Cell[] = [];
  for (const cell of cells.values()) if (cell) list.push(cell);
  list.sort(byOrder);
  const tiles: DashboardTile[] = [];
  for (const [cell, box] of layoutOf(doc).entries()) {
    if (typeof box !== "object" || box === null || !isTileBox(box as DashboardTile) || !cells.get(cell)) continue;
    const { x, y, w, h } = box as DashboardTile;
    tiles.push({ cell: cell as CellId, x, y, w, h });
  }
  const title = metaOf(doc).get("title");
  const id = metaOf(doc).get("id");
  return {
    ...(typeof id === "string" ? { id: wellFormed(id) } : {}),
    title: typeof title === "string" ? wellFormed(title) : "",
    cells: list,
    layout: { tiles: tiles.sort(byPlace) },
  };
}

const modes: readonly unknown[] = ["auto", "manual", "off"];

function readCell(id: string, value: unknown, kindOf: ShapeOf): Cell | null {
  if (value === undefined || value === null) return null;
  const get = (field: string): unknown =>
    value instanceof Y.Map ? value.get(field) : isJsonObject(value) && Object.hasOwn(value, field) ? value[field] : undefined;
  const text = (field: string): string => {
    const found = get(field);
    return typeof found === "string" ? wellFormed(found) : found instanceof Y.Text ? wellFormed(found.toString()) : "";
  };
  const kind = kindOf(text("kind"));
  const name = text("name");
  const mode = get("mode");
  const specVersion = get("specVersion");
  const deletedAt = get("deletedAt");
  const order = get("order");
  return {
    id: id as CellId,
    kind: text("kind"),
    name,
    aliases: readAliases(get("aliases"), name),
    spec: completeSpec(kind, readSpec(get("spec"), kind)),
    specVersion: Number.isInteger(specVersion) && (specVersion as number) >= 1 ? (specVersion as number) : 1,
    mode: modes.includes(mode) ? (mode as CellMode) : (kind?.mode ?? "manual"),
    order: isOrderKey(order) ? order : "",
    deletedAt: typeof deletedAt === "number" && Number.isFinite(deletedAt) ? deletedAt : null,
  };
}

function readAliases(value: unknown, name: string): readonly string[] {
  const found =
    value instanceof Y.Map
      ? [...value.entries()].filter(([, kept]) => kept === true).map(([alias]) => alias)
      : Array.isArray(value)
        ? value.filter((alias): alias is string => typeof alias === "string").map(wellFormed)
        : [];
  const own = name.normalize("NFC").toLowerCase();
  return [...new Set(found)].filter((alias) => alias !== "" && alias.normalize("NFC").toLowerCase() !== own).sort();
}

function readSpec(value: unknown, kind: KindShape | null): JsonObject {
  // The whole spec was left out: said by the graph, like a value in it.
  if (value === tooDeepText) return { spec: tooDeepText };
  if (!(value instanceof Y.Map)) {
    const plain = value instanceof Y.AbstractType ? null : toStorable(value);
    return isJsonObject(plain) ? plain : {};
  }
  const spec: { [field: string]: Json } = {};
  for (const field of [...value.keys()].sort()) {
    const found = value.get(field);
    if (found === undefined || field === "__proto__") continue;
    if (found instanceof Y.Text) spec[field] = wellFormed(found.toString());
    else if (found instanceof Y.Map)
      spec[field] = isList(found, field, kind) ? readItems(found) : toStorable(plainOf(found as Y.AbstractType<unknown>));
    else if (found instanceof Y.Array) spec[field] = toStorable(plainOf(found as Y.AbstractType<unknown>));
    else if (!(found instanceof Y.AbstractType) && !(found instanceof Y.Doc)) spec[field] = toStorable(found);
  }
  return spec;
}

/** What a shared type holds as plain values; null where it nests deeper than values may. */
function plainOf(type: Y.AbstractType<unknown>, depth = 0): unknown {
  if (depth >= deepestNesting) return null;
  const inner = (value: unknown): unknown =>
    value instanceof Y.AbstractType ? plainOf(value as Y.AbstractType<unknown>, depth + 1) : value;
  if (type instanceof Y.Map) return Object.fromEntries([...(type as YMap).entries()].map(([key, value]) => [key, inner(value)]));
  if (type instanceof Y.Array) return (type as Y.Array<unknown>).toArray().map(inner);
  return type instanceof Y.Text ? type.toString() : type.toJSON();
}

/** Of an unknown kind a map whose values are maps is taken for a list: only lists are kept so. */
const isList = (map: YMap, field: string, kind: KindShape | null): boolean =>
  kind ? kind.listFields.includes(field) : [...map.values()].every((item) => item instanceof Y.Map);

const reserved = (field: string): boolean => field === "id" || field === "$order" || field === "$gone" || field === "__proto__";

/** An item is there when it has a place and was not removed (undoing its creation takes the place away). */
const isThere = (item: unknown): item is YMap =>
  item instanceof Y.Map && typeof item.get("$order") === "string" && item.get("$gone") !== true;

const placesOf = (list: YMap): { readonly id: string; readonly order: string; readonly item: YMap }[] => {
  const places: { readonly id: string; readonly order: string; readonly item: YMap }[] = [];
  for (const [id, item] of list.entries()) {
    if (!isThere(item) || id === "") continue;
    const order = item.get("$order");
    places.push({ id, order: isOrderKey(order) ? order : "", item });
  }
  return places.sort(byOrder);
};

function readItems(list: YMap): readonly ListItem[] {
  return placesOf(list).map(({ id, item }) => {
    const read: { [field: string]: Json } & { id: string } = { id };
    for (const field of [...item.keys()].sort()) {
      const found = item.get(field);
      if (found === undefined || reserved(field)) continue;
      read[field] = toStorable(found instanceof Y.AbstractType ? plainOf(found as Y.AbstractType<unknown>) : found);
    }
    return read;
  });
}

// ---- writing --------------------------------------------------------------------------------------------------------

/** Does an operation to a document in one transaction, or says why not and changes nothing. */
export const writeOperation = (doc: Y.Doc, operation: Operation, kindOf: ShapeOf, origin: unknown): Result<void, Refusal> =>
  writeOperations(doc, [operation], kindOf, origin);

/** Several operations in one transaction, one step of undo; the first refusal refuses all. */
export function writeOperations(
  doc: Y.Doc,
  operations: readonly Operation[],
  kindOf: ShapeOf,
  origin: unknown,
): Result<void, Refusal> {
  const states: Notebook[] = [readNotebook(doc, kindOf)];
  for (const operation of operations) {
    const next = applyOperation(states.at(-1) as Notebook, operation, kindOf);
    if (!next.ok) return next;
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

function splicesOf(
  operation: Operation,
  before: Notebook,
  after: Notebook,
  kindOf: ShapeOf,
): readonly { readonly cell: CellId; readonly field: string; readonly splice: Splice }[] {
  if (operation.type === "rename-cell" && operation.name !== "")
    return renameSplices(before, operation.cell, operation.name, kindOf);
  if (operation.type !== "edit-text") return [];
  // What the reducer inserted: line ends and lone halves of characters are mended there.
  const { cell, field, splice } = operation;
  const textIn = (notebook: Notebook): string => notebook.cells.find((found) => found.id === cell)?.spec[field] as string;
  const length = textIn(after).length - textIn(before).length + splice.remove;
  return [{ cell, field, splice: { ...splice, insert: textIn(after).slice(splice.at, splice.at + length) } }];
}

function specMapOf(doc: Y.Doc, cell: CellId): YMap | null {
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
  const cellBefore = new Map(before.cells.map((cell) => [cell.id, cell]));
  for (const cell of after.cells) {
    const old = cellBefore.get(cell.id);
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
  for (const field of Object.keys(before)) if (after[field] === undefined) spec.set(field, undefined);
  for (const [field, value] of Object.entries(after)) {
    const old = before[field];
    const found = spec.get(field);
    const isText = kind?.textFields.includes(field) === true && typeof value === "string";
    const isItems = kind?.listFields.includes(field) === true && isItemList(value);
    if (same(old, value) && !(isText && !(found instanceof Y.Text)) && !(isItems && !(found instanceof Y.Map))) continue;
    if (isText && found instanceof Y.Text) {
      const splice = spliceBetween(found.toString(), value);
      if (splice && splice.remove > 0) found.delete(splice.at, splice.remove);
      if (splice && splice.insert !== "") found.insert(splice.at, splice.insert);
    } else if (isItems && found instanceof Y.Map) writeItems(found, value);
    else spec.set(field, newFieldValue(field, value, kind));
  }
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
      if (!reserved(field) && item[field] === undefined && found.get(field) !== undefined) found.set(field, undefined);
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
  const best: { length: number; from: number }[] = [];
  let last = -1;
  items.forEach((item, index) => {
    best[index] = { length: 0, from: -1 };
    if (!isOrderKey(item.order)) return;
    let longest = { length: 1, from: -1 };
    for (let other = 0; other < index; other++) {
      const before = items[other];
      const length = best[other]?.length ?? 0;
      if (!before || length === 0 || before.order === null || length + 1 <= longest.length) continue;
      if (byOrder({ order: before.order, id: before.id }, { order: item.order as string, id: item.id }) < 0) {
        longest = { length: length + 1, from: other };
      }
    }
    best[index] = longest;
    if (last < 0 || longest.length > (best[last]?.length ?? 0)) last = index;
  });
  const kept = new Set<number>();
  for (let index = last; index >= 0; index = best[index]?.from ?? -1) kept.add(index);
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

// ---- undo -----------------------------------------------------------------------------------------------------------

/** What a transaction created: undone by a mark, for a real undo would take what a colleague wrote inside it. */
type Created = { readonly cell: CellId; readonly field?: string; readonly item?: string };
const createdMeta = "genomecraft:created";

type UndoItem = Y.UndoManager["undoStack"][number];
type Step =
  | { readonly type: "edit"; readonly item: UndoItem; readonly cells: Set<CellId> }
  | { readonly type: "create"; readonly created: readonly Created[] };

export interface NotebookUndo {
  /** Handed to the text editor's binding, which adds its own origin. Undo through the methods here, not through it. */
  readonly manager: Y.UndoManager;
  /** Takes back one's last step. Answers the cells that it changed, so that the screen can scroll there; null when there is none. */
  undo(): readonly CellId[] | null;
  redo(): readonly CellId[] | null;
  canUndo(): boolean;
  canRedo(): boolean;
  /** The next edit begins a new step (edits within half a second make one). */
  endStep(): void;
  onChange(listener: () => void): () => void;
  destroy(): void;
}

/** Undo of what was written with `origin` (and of the text editor's binding), nobody else's. `now`: milliseconds, for the bin. */
export function newNotebookUndo(doc: Y.Doc, origin: unknown, now: () => number = Date.now): NotebookUndo {
  const cells = cellsOf(doc);
  const manager = new Y.UndoManager([cells, layoutOf(doc), metaOf(doc)], {
    trackedOrigins: new Set([origin]),
    captureTransaction: (transaction) => !transaction.meta.has(createdMeta),
    // Shared types stay, emptied of one's own: a colleague may have written into them.
    deleteFilter: (item) => !(item.content instanceof Y.ContentType),
  });
  let undoSteps: Step[] = [];
  let redoSteps: Step[] = [];
  let replaying = false;
  const listeners = new Set<() => void>();
  const tell = (): void => {
    for (const listener of listeners) listener();
  };

  const touched = (types: ReadonlyMap<Y.AbstractType<Y.YEvent<Y.AbstractType<unknown>>>, unknown>): CellId[] => {
    const ids: CellId[] = [];
    for (const type of types.keys()) {
      let item = type._item;
      while (item && item.parent !== cells) item = (item.parent as Y.AbstractType<unknown>)._item;
      if (item?.parentSub) ids.push(item.parentSub as CellId);
    }
    return ids;
  };

  const captured = (event: {
    readonly stackItem: UndoItem;
    readonly type: string;
    readonly changedParentTypes: Map<never, unknown>;
  }): void => {
    if (replaying || event.type !== "undo") return;
    const last = undoSteps.at(-1);
    const step: Step =
      last?.type === "edit" && last.item === event.stackItem ? last : { type: "edit", item: event.stackItem, cells: new Set() };
    if (step !== last) undoSteps.push(step);
    for (const id of touched(event.changedParentTypes)) step.cells.add(id);
    redoSteps = [];
    tell();
  };
  manager.on("stack-item-added", captured as never);
  manager.on("stack-item-updated", captured as never);

  const onTransaction = (transaction: Y.Transaction): void => {
    const created = transaction.meta.get(createdMeta) as readonly Created[] | undefined;
    if (!created || transaction.origin !== origin) return;
    manager.stopCapturing();
    manager.clear(false, true);
    undoSteps.push({ type: "create", created });
    redoSteps = [];
    tell();
  };
  doc.on("afterTransaction", onTransaction);

  /** Marks what was created as gone, or as there again. The transaction's origin is the manager: nobody tracks it. */
  const mark = (created: readonly Created[], gone: boolean): void => {
    doc.transact(() => {
      for (const { cell, field, item } of created) {
        const map = cells.get(cell);
        if (!(map instanceof Y.Map)) continue;
        if (field === undefined || item === undefined) {
          map.set("deletedAt", gone ? now() : null);
          continue;
        }
        const list = specMapOf(doc, cell)?.get(field);
        const found = list instanceof Y.Map ? list.get(item) : null;
        if (found instanceof Y.Map) found.set("$gone", gone);
      }
    }, manager);
  };

  /** Lets the manager undo exactly one item: left to itself it goes on to the next when one has no effect. */
  const replay = (step: Extract<Step, { type: "edit" }>, direction: "undo" | "redo"): Step => {
    const stack = direction === "undo" ? "undoStack" : "redoStack";
    const other = direction === "undo" ? "redoStack" : "undoStack";
    const rest = manager[stack].filter((item) => item !== step.item);
    const otherRest = [...manager[other]];
    const cellsOfStep = new Set(step.cells);
    const note = (event: { readonly changedParentTypes: Map<never, unknown> }): void => {
      for (const id of touched(event.changedParentTypes)) cellsOfStep.add(id);
    };
    replaying = true;
    manager.on("stack-item-popped", note as never);
    manager[stack] = [step.item];
    manager[other] = [];
    manager[direction]();
    const made = manager[other].at(-1);
    manager[stack] = rest;
    manager[other] = made ? [...otherRest, made] : otherRest;
    manager.off("stack-item-popped", note as never);
    replaying = false;
    manager.stopCapturing();
    return { type: "edit", item: made ?? step.item, cells: cellsOfStep };
  };

  const take = (direction: "undo" | "redo"): readonly CellId[] | null => {
    const step = (direction === "undo" ? undoSteps : redoSteps).pop();
    if (!step) return null;
    const reverse: Step = step.type === "edit" ? replay(step, direction) : step;
    if (step.type === "create") mark(step.created, direction === "undo");
    (direction === "undo" ? redoSteps : undoSteps).push(reverse);
    tell();
    return reverse.type === "edit" ? [...reverse.cells] : reverse.created.map((created) => created.cell);
  };

  return {
    manager,
    undo: () => take("undo"),
    redo: () => take("redo"),
    canUndo: () => undoSteps.length > 0,
    canRedo: () => redoSteps.length > 0,
    endStep: () => manager.stopCapturing(),
    onChange: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    destroy: () => {
      doc.off("afterTransaction", onTransaction);
      manager.destroy();
      undoSteps = [];
      redoSteps = [];
      listeners.clear();
    },
  };
}
