// Undo of one's own work in a document (O-5, O-6).

import * as Y from "yjs";
import type { CellId } from "../base/ids.ts";
import { cellsOf, layoutOf, metaOf } from "./y-shape.ts";
import { type Created, createdMeta, specMapOf } from "./y-write.ts";

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
