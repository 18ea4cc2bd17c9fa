// A document read as a notebook. Total: whatever it holds (D-1); only what changed is read again.

import * as Y from "yjs";
import type { CellId } from "../base/ids.ts";
import { isJsonObject, type Json, type JsonObject } from "../base/json.ts";
import { isWellFormed, wellFormed } from "../base/well-formed.ts";
import type { KindShape } from "../contract/kind.ts";
import { byPlace, isTileBox } from "./apply-operation.ts";
import type { KindOf, ShapeOf } from "../contract/kind-of.ts";
import type { Cell, CellMode, DashboardTile, Notebook } from "./notebook.ts";
import { byOrder, isOrderKey } from "./order-key.ts";
import { completeSpec, tooDeepText, toStorable, type ListItem } from "./spec-value.ts";
import { type YMap, cellsOf, isList, layoutOf, metaOf, placesOf, plainOf, reserved } from "./y-shape.ts";

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
  for (const id of reading.dirty) readAnew(doc, reading, id);
  reading.notebook = assemble(doc, reading.cells);
  return reading.notebook;
}

function readAnew(doc: Y.Doc, reading: Reading, id: string): void {
  const cells = cellsOf(doc);
  reading.cells.set(id, cells.has(id) ? readCell(id, cells.get(id), reading.kindOf) : null);
  reading.dirty.delete(id);
}

/** The same piece by piece. What changes meanwhile is read, too. */
export function* readInParts(doc: Y.Doc, kindOf: ShapeOf): Generator<undefined, Notebook> {
  const reading = readingOf(doc, kindOf);
  for (const id of reading.dirty) {
    readAnew(doc, reading, id);
    yield;
  }
  return readNotebook(doc, kindOf);
}

/** Whether a cell's spec is of an older release than its kind. */
export function holdsOldSpecs(doc: Y.Doc, kindOf: KindOf): boolean {
  for (const cell of cellsOf(doc).values()) {
    const kind = kindOf(textIn(cell, "kind"));
    if (kind && specVersionIn(cell) < kind.specVersion) return true;
  }
  return false;
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

function fieldIn(cell: unknown, field: string): unknown {
  if (cell instanceof Y.Map) return cell.get(field);
  return isJsonObject(cell) && Object.hasOwn(cell, field) ? cell[field] : undefined;
}

function textIn(cell: unknown, field: string): string {
  const found = fieldIn(cell, field);
  return typeof found === "string" ? wellFormed(found) : found instanceof Y.Text ? wellFormed(found.toString()) : "";
}

function specVersionIn(cell: unknown): number {
  const found = fieldIn(cell, "specVersion");
  return Number.isInteger(found) && (found as number) >= 1 ? (found as number) : 1;
}

const modes: readonly unknown[] = ["auto", "manual", "off"];

function readCell(id: string, value: unknown, kindOf: ShapeOf): Cell | null {
  // An id that nothing can hold is no cell's.
  if (value === undefined || value === null || !isWellFormed(id)) return null;
  const get = (field: string): unknown => fieldIn(value, field);
  const kindName = textIn(value, "kind");
  const kind = kindOf(kindName);
  const name = textIn(value, "name");
  const mode = get("mode");
  const deletedAt = get("deletedAt");
  const order = get("order");
  return {
    id: id as CellId,
    kind: kindName,
    name,
    aliases: readAliases(get("aliases"), name),
    spec: completeSpec(kind, readSpec(get("spec"), kind)),
    specVersion: specVersionIn(value),
    mode: modes.includes(mode) ? (mode as CellMode) : (kind?.mode ?? "manual"),
    order: isOrderKey(order) ? order : "",
    deletedAt: typeof deletedAt === "number" && Number.isFinite(deletedAt) ? deletedAt : null,
  };
}

function readAliases(value: unknown, name: string): readonly string[] {
  const found =
    value instanceof Y.Map
      ? [...value.entries()].filter(([alias, kept]) => kept === true && isWellFormed(alias)).map(([alias]) => alias)
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
    if (found === undefined || field === "__proto__" || !isWellFormed(field)) continue;
    if (found instanceof Y.Text) spec[field] = wellFormed(found.toString());
    else if (found instanceof Y.Map)
      spec[field] = isList(found, field, kind) ? readItems(found) : toStorable(plainOf(found as Y.AbstractType<unknown>));
    else if (found instanceof Y.Array) spec[field] = toStorable(plainOf(found as Y.AbstractType<unknown>));
    else if (!(found instanceof Y.AbstractType) && !(found instanceof Y.Doc)) spec[field] = toStorable(found);
  }
  return spec;
}

function readItems(list: YMap): readonly ListItem[] {
  const places = placesOf(list).filter(({ id }) => isWellFormed(id));
  return places.map(({ id, item }) => {
    const read: { [field: string]: Json } & { id: string } = { id };
    for (const field of [...item.keys()].sort()) {
      const found = item.get(field);
      if (found === undefined || reserved(field) || !isWellFormed(field)) continue;
      read[field] = toStorable(found instanceof Y.AbstractType ? plainOf(found as Y.AbstractType<unknown>) : found);
    }
    return read;
  });
}
