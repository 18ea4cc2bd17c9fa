// The reducer: what each operation does to a notebook. No clock, no randomness, no I/O; ids, keys and times come in with
// the operation. This is the specification (docs/SPEC.md, O-1 …) that the Yjs writer is tested against.

import { cleanName } from "../base/clean-name.ts";
import { assertNever } from "../base/invariant.ts";
import type { CellId } from "../base/ids.ts";
import { isJsonObject, type Json, type JsonObject, type JsonPath } from "../base/json.ts";
import { err, ok, type Result } from "../base/result.ts";
import { wellFormed } from "../base/well-formed.ts";
import { hidesLetters, isCellName, nameKey, toCellName, uniqueName } from "./cell-name.ts";
import { isWhole, type ShapeOf } from "../contract/kind-of.ts";
import type { KindShape } from "../contract/kind.ts";
import { renamedCells } from "./names-in-text.ts";
import { type Cell, type DashboardTile, liveCells, mostCells, type Notebook } from "./notebook.ts";
import type { Operation, Refusal, RefusalParams } from "./operation.ts";
import { byOrder, isOrderKey } from "./order-key.ts";
import { mostItems } from "./spec-length.ts";
import { completeSpec, isItemList, isStorable, setAtPath, toStorable, type ListItem } from "./spec-value.ts";
import { applySplice, cutsCharacter, documentText } from "./text-splice.ts";
import { words } from "./words.ts";

/** Longest text of one field, in UTF-16 units: one update of it still fits a frame of the sync protocol. */
export const longestText = 1_000_000;

const longestTitle = 1000;

export const emptyNotebook: Notebook = { title: "", cells: [], layout: { tiles: [] } };

type Answer = Result<Notebook, Refusal>;

/** The notebook after the operation, sharing with the one before all that did not change; or why it is refused. */
export function applyOperation(notebook: Notebook, operation: Operation, kindOf: ShapeOf): Answer {
  switch (operation.type) {
    case "add-cell":
      return addCell(notebook, operation, kindOf);
    case "duplicate-cell": {
      const source = findCell(notebook, operation.cell);
      if (!source) return refuse("cell-unknown", { cell: operation.cell });
      const { kind, spec, mode, specVersion } = source;
      return addCell(notebook, { ...operation, kind, spec, mode }, kindOf, specVersion);
    }
    case "rename-cell":
      return renameCell(notebook, operation.cell, operation.name, kindOf);
    case "restore-cell": {
      const cell = findCell(notebook, operation.cell);
      if (!cell) return refuse("cell-unknown", { cell: operation.cell });
      if (cell.deletedAt === null) return refuse("cell-not-in-bin", { name: cell.name || cell.id });
      return fullRefusal(notebook) ?? ok(withCell(notebook, { ...cell, deletedAt: null }));
    }
    case "delete-cell":
      return change(notebook, operation.cell, (cell) => ok({ ...cell, deletedAt: toStorable(operation.at) as number }));
    case "move-cell":
      if (!isOrderKey(operation.order)) return refuse("order-refused", { order: String(operation.order) });
      return change(notebook, operation.cell, (cell) => ok({ ...cell, order: operation.order }));
    case "set-mode":
      return change(notebook, operation.cell, (cell) => ok({ ...cell, mode: operation.mode }));
    case "set-spec":
      return changeSpec(notebook, operation.cell, kindOf, (spec, cell) =>
        setSpec(spec, cell, operation.path, operation.value, kindOf),
      );
    case "replace-spec":
      return changeSpec(notebook, operation.cell, kindOf, () =>
        isJsonObject(operation.spec) ? ok(operation.spec) : refuse("value-not-storable", { path: "" }),
      );
    case "edit-text":
      return editText(notebook, operation, kindOf);
    case "add-item":
    case "move-item":
    case "remove-item":
    case "set-item":
      return changeSpec(notebook, operation.cell, kindOf, (spec, cell) => changeList(spec, cell, operation, kindOf));
    case "set-title":
      return setTitle(notebook, documentText(String(operation.title)));
    case "set-layout":
      return setTiles(notebook, operation.tiles);
    case "set-tile":
      return setTiles(notebook, [...notebook.layout.tiles.filter((tile) => tile.cell !== operation.tile.cell), operation.tile]);
    case "remove-tile":
      return setTiles(
        notebook,
        notebook.layout.tiles.filter((tile) => tile.cell !== operation.cell),
      );
    default:
      return assertNever(operation);
  }
}

/** Applies operations one after the other; the first refusal refuses all. */
export function applyOperations(notebook: Notebook, operations: readonly Operation[], kindOf: ShapeOf): Answer {
  let state = notebook;
  for (const operation of operations) {
    const next = applyOperation(state, operation, kindOf);
    if (!next.ok) return next;
    state = next.value;
  }
  return ok(state);
}

const refuse = <Key extends keyof RefusalParams>(key: Key, params: RefusalParams[Key]) =>
  err({ reason: words.key(key), params } as Refusal);

export const findCell = (notebook: Notebook, id: CellId): Cell | null => notebook.cells.find((cell) => cell.id === id) ?? null;

const withCell = (notebook: Notebook, cell: Cell): Notebook => {
  const before = findCell(notebook, cell.id);
  const cells = before ? notebook.cells.map((other) => (other === before ? cell : other)) : [...notebook.cells, cell];
  return { ...notebook, cells: before?.order === cell.order ? cells : [...cells].sort(byOrder) };
};

/** A change of one cell that is not in the bin. */
function change(notebook: Notebook, id: CellId, to: (cell: Cell) => Result<Cell, Refusal>): Answer {
  const cell = findCell(notebook, id);
  if (!cell) return refuse("cell-unknown", { cell: id });
  if (cell.deletedAt !== null) return refuse("cell-in-bin", { name: cell.name || cell.id });
  const next = to(cell);
  return next.ok ? ok(withCell(notebook, next.value)) : next;
}

function changeSpec(
  notebook: Notebook,
  id: CellId,
  kindOf: ShapeOf,
  to: (spec: JsonObject, cell: Cell) => Result<JsonObject, Refusal>,
): Answer {
  return change(notebook, id, (cell) => {
    const next = to(cell.spec, cell);
    if (!next.ok) return next;
    const stored = listRefusal(next.value, cell.spec, kindOf(cell.kind)) ?? storedSpec(next.value, cell.kind, kindOf);
    return stored.ok ? ok({ ...cell, spec: stored.value }) : stored;
  });
}

/** A list that would grow beyond what is looked into; one that is longer already may shrink. */
function listRefusal(spec: JsonObject, before: JsonObject, kind: KindShape | null): Result<never, Refusal> | null {
  const lengthOf = (value: Json | undefined): number => (Array.isArray(value) ? value.length : 0);
  for (const field of kind?.listFields ?? []) {
    const count = lengthOf(spec[field]);
    if (count > Math.max(mostItems, lengthOf(before[field]))) return refuse("list-full", { field, count, most: mostItems });
  }
  return null;
}

/** A spec as the document keeps it: storable, with the fields its kind always has, keys in one order. */
function storedSpec(spec: JsonObject, kindName: string, kindOf: ShapeOf): Result<JsonObject, Refusal> {
  for (const [field, value] of Object.entries(spec)) {
    if (!isStorable(value) || field === "__proto__") return refuse("value-not-storable", { path: field });
  }
  // Each for itself, so that none has a level less because the spec around it is one.
  const kept = Object.entries(spec).flatMap(([field, value]) =>
    value === undefined ? [] : [[wellFormed(field), toStorable(value)] as const],
  );
  const complete = completeSpec(kindOf(kindName), Object.fromEntries(kept));
  for (const [field, value] of Object.entries(complete)) {
    if (typeof value === "string" && value.length > longestText) return refuse("text-too-long", { field, limit: longestText });
  }
  return ok(Object.fromEntries(Object.entries(complete).sort(([a], [b]) => (a < b ? -1 : 1))));
}

function nameRefusal(notebook: Notebook, name: string, self: CellId | null): Result<never, Refusal> | null {
  if (name === "") return null;
  const taken = notebook.cells.filter((cell) => cell.id !== self && cell.deletedAt === null).map((cell) => cell.name);
  if (!isCellName(name) || hidesLetters(name))
    return refuse("name-refused", { name, suggestion: uniqueName(toCellName(name), taken) });
  if (taken.some((other) => nameKey(other) === nameKey(name))) {
    return refuse("name-taken", { name, suggestion: uniqueName(name, taken) });
  }
  return null;
}

const fullRefusal = (notebook: Notebook): Result<never, Refusal> | null =>
  notebook.cells.length >= mostCells && liveCells(notebook) >= mostCells ? refuse("notebook-full", { most: mostCells }) : null;

/** Why a notebook may not become another one at once: it would have more cells than before, and too many. */
export function growthRefusal(before: Notebook, after: Notebook): Refusal | null {
  const full = refuse("notebook-full", { most: mostCells });
  return !full.ok && liveCells(after) > Math.max(mostCells, liveCells(before)) ? full.error : null;
}

function addCell(
  notebook: Notebook,
  cell: Omit<Extract<Operation, { type: "add-cell" }>, "type">,
  kindOf: ShapeOf,
  specVersion?: number,
): Answer {
  if (findCell(notebook, cell.id)) return refuse("cell-exists", { cell: cell.id });
  const kind = kindOf(cell.kind);
  if (!kind) return refuse("kind-unknown", { kind: cell.kind });
  const version = specVersion ?? (isWhole(kind) ? kind.specVersion : null);
  if (version === null) return refuse("kind-coming", { kind: cell.kind });
  if (!isOrderKey(cell.order)) return refuse("order-refused", { order: String(cell.order) });
  const full = fullRefusal(notebook);
  if (full) return full;
  const badName = nameRefusal(notebook, cell.name, null);
  if (badName) return badName;
  const spec = listRefusal(cell.spec, {}, kind) ?? storedSpec(cell.spec, cell.kind, kindOf);
  if (!spec.ok) return spec;
  return ok(
    withCell(notebook, {
      id: cell.id,
      kind: cell.kind,
      name: cell.name,
      aliases: [],
      spec: spec.value,
      specVersion: version,
      mode: cell.mode,
      order: cell.order,
      deletedAt: null,
    }),
  );
}

function renameCell(notebook: Notebook, id: CellId, name: string, kindOf: ShapeOf): Answer {
  const cell = findCell(notebook, id);
  const refusal = cell && cell.deletedAt === null ? nameRefusal(notebook, name, id) : null;
  if (refusal) return refusal;
  // Names in the text of a kind that is not here yet would not follow.
  const coming = name === "" ? null : notebook.cells.find((other) => hasUnreadText(other, kindOf));
  if (coming) return refuse("kind-coming", { kind: coming.kind });
  const followed = name === "" ? notebook : { ...notebook, cells: renamedCells(notebook, new Map([[id, name]]), kindOf) };
  return change(followed, id, (found) => ok({ ...found, name, aliases: aliasesAfter(cell ?? found, name) }));
}

const hasUnreadText = (cell: Cell, kindOf: ShapeOf): boolean => {
  const kind = kindOf(cell.kind);
  return kind !== null && !isWhole(kind) && kind.textFields.length > 0;
};

/** Former names, sorted, without the present one. */
export function aliasesAfter(cell: Pick<Cell, "name" | "aliases">, name: string): readonly string[] {
  const kept = new Set([...cell.aliases, cell.name].filter((alias) => alias !== "" && nameKey(alias) !== nameKey(name)));
  return [...kept].sort();
}

function setSpec(
  spec: JsonObject,
  cell: Cell,
  path: JsonPath,
  value: Json | undefined,
  kindOf: ShapeOf,
): Result<JsonObject, Refusal> {
  const shown = path.join(".");
  if (value !== undefined && !isStorable(value)) return refuse("value-not-storable", { path: shown });
  const kind = kindOf(cell.kind);
  const [field, step, ...rest] = path;
  const target: JsonPath = (() => {
    if (typeof field !== "string" || typeof step !== "string" || !kind?.listFields.includes(field)) return path;
    const items = spec[field];
    const index = isItemList(items) ? items.findIndex((item) => item.id === step) : -1;
    return index < 0 ? path : [field, index, ...rest];
  })();
  if (
    typeof field === "string" &&
    kind?.textFields.includes(field) &&
    (path.length > 1 || (value !== undefined && typeof value !== "string"))
  ) {
    return refuse("not-text", { field });
  }
  const next = setAtPath(spec, target, value);
  if (!next || !isJsonObject(next.value)) return refuse("path-missing", { path: shown });
  return ok(next.value);
}

function editText(notebook: Notebook, operation: Extract<Operation, { type: "edit-text" }>, kindOf: ShapeOf): Answer {
  const { field, splice } = operation;
  return change(notebook, operation.cell, (cell) => {
    const text = cell.spec[field];
    if (typeof text !== "string" || !kindOf(cell.kind)?.textFields.includes(field)) return refuse("not-text", { field });
    const end = splice.at + splice.remove;
    const whole = Number.isInteger(splice.at) && Number.isInteger(splice.remove) && typeof splice.insert === "string";
    if (
      !whole ||
      splice.at < 0 ||
      splice.remove < 0 ||
      end > text.length ||
      cutsCharacter(text, splice.at) ||
      cutsCharacter(text, end)
    ) {
      return refuse("splice-outside", { field, length: text.length });
    }
    const next = applySplice(text, { ...splice, insert: documentText(splice.insert) });
    if (next.length > longestText) return refuse("text-too-long", { field, limit: longestText });
    return ok({ ...cell, spec: { ...cell.spec, [field]: next } });
  });
}

function changeList(
  spec: JsonObject,
  cell: Cell,
  operation: Extract<Operation, { type: "add-item" | "move-item" | "remove-item" | "set-item" }>,
  kindOf: ShapeOf,
): Result<JsonObject, Refusal> {
  const { field } = operation;
  const items = spec[field];
  if (!kindOf(cell.kind)?.listFields.includes(field) || !isItemList(items)) return refuse("not-a-list", { field });
  const done = (next: readonly ListItem[]): Result<JsonObject, Refusal> => ok({ ...spec, [field]: next });
  const place = (list: readonly ListItem[], item: ListItem, before: string | null): Result<JsonObject, Refusal> => {
    const at = before === null ? list.length : list.findIndex((other) => other.id === before);
    if (at < 0) return refuse("item-unknown", { item: before ?? "" });
    return done([...list.slice(0, at), item, ...list.slice(at)]);
  };
  if (operation.type === "add-item") {
    if (!isItemList([operation.item])) return refuse("value-not-storable", { path: field });
    if (items.some((item) => item.id === operation.item.id)) return refuse("item-exists", { item: operation.item.id });
    return place(items, operation.item, operation.before);
  }
  const found = items.find((item) => item.id === operation.item);
  if (!found) return refuse("item-unknown", { item: operation.item });
  const others = items.filter((item) => item !== found);
  if (operation.type === "remove-item") return done(others);
  if (operation.type === "move-item") {
    return operation.before === operation.item ? ok(spec) : place(others, found, operation.before);
  }
  const path = operation.path.join(".");
  if (operation.value !== undefined && !isStorable(operation.value)) return refuse("value-not-storable", { path });
  const next =
    operation.path.length === 0 || operation.path[0] === "id" ? null : setAtPath(found, operation.path, operation.value);
  if (!next || !isJsonObject(next.value)) return refuse("path-missing", { path });
  const changed = next.value as ListItem;
  return done(items.map((item) => (item === found ? changed : item)));
}

/** Others read it, in lists and in their mail: what cannot be seen is left out. */
function setTitle(notebook: Notebook, written: string): Answer {
  const title = cleanName(written, longestTitle);
  return title === "" && written.trim() !== "" ? refuse("title-unseen", {}) : ok({ ...notebook, title });
}

function setTiles(notebook: Notebook, tiles: readonly DashboardTile[]): Answer {
  const known = new Set<string>(notebook.cells.map((cell) => cell.id));
  const byCell = new Map<CellId, DashboardTile>();
  for (const tile of tiles) {
    if (!known.has(tile.cell) || !isTileBox(tile)) return refuse("tile-refused", { cell: String(tile.cell) });
    const { cell, x, y, w, h } = tile;
    byCell.set(cell, { cell, x, y, w, h });
  }
  return ok({ ...notebook, layout: { tiles: [...byCell.values()].sort(byPlace) } });
}

/** Inside 12 columns, whole numbers, at least 1 x 1. */
export const isTileBox = (box: { readonly [key: string]: unknown } | DashboardTile): boolean => {
  const { x, y, w, h } = box as DashboardTile;
  return (
    [x, y, w, h].every((value) => Number.isInteger(value) && value >= 0 && value <= 100_000) && w >= 1 && h >= 1 && x + w <= 12
  );
};

/** Row by row, left to right, ties by cell: the order in which a reader meets the tiles. */
export const byPlace = (a: DashboardTile, b: DashboardTile): number =>
  a.y - b.y || a.x - b.x || (a.cell < b.cell ? -1 : a.cell > b.cell ? 1 : 0);
