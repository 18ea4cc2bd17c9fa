// Undo of one's own work in a document (O-5, O-6).

import * as Y from "yjs";
import type { CellId } from "../base/ids.ts";
import { type YMap, cellsOf, layoutOf, metaOf } from "./y-shape.ts";
import { type Created, createdMeta, specMapOf } from "./y-write.ts";

type UndoItem = Y.UndoManager["undoStack"][number];
interface Step {
  /** What the manager takes back or does again, beside what was created; null where there was nothing to take back. */
  readonly item: UndoItem | null;
  /** Of a step that had nothing to take back: what it was. */
  readonly idle: UndoItem | null;
  readonly cells: Set<CellId>;
  /** What it created: that is marked and not taken apart. */
  created: readonly Created[];
  /** The marks of a step that is taken back: the manager takes them off again. */
  readonly marks: UndoItem | null;
}

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
  const createdIn = (transaction: Y.Transaction): readonly Created[] =>
    transaction.origin === origin ? ((transaction.meta.get(createdMeta) as readonly Created[] | undefined) ?? []) : [];
  /** What the step that is being replayed created. */
  let kept: readonly Created[] = [];
  const beforeMarks = { by: "undo" };
  const manager = new Y.UndoManager([cells, layoutOf(doc), metaOf(doc)], {
    trackedOrigins: new Set([origin]),
    captureTransaction: (transaction) => {
      // What creates is a step of its own, however soon after another it is done.
      if (createdIn(transaction).length > 0) manager.stopCapturing();
      return true;
    },
    // Shared types stay, emptied of one's own: a colleague may have written into them.
    deleteFilter: (item) => !(item.content instanceof Y.ContentType) && !isWithin(item, kept),
  });
  let undoSteps: Step[] = [];
  let redoSteps: Step[] = [];
  let replaying = false;
  const listeners = new Set<() => void>();
  const tell = (): void => {
    for (const listener of listeners) listener();
  };

  const pathOf = (item: Y.Item | null): string[] => {
    const path: string[] = [];
    for (let at = item; at; at = (at.parent as Y.AbstractType<unknown>)._item) {
      if (at.parentSub !== null) path.unshift(at.parentSub);
      if (at.parent === cells) return path;
    }
    return [];
  };

  const isWithin = (item: Y.Item, created: readonly Created[]): boolean => {
    if (created.length === 0) return false;
    const [cell, part, field, id] = pathOf(item);
    return created.some((made) =>
      made.cell !== cell ? false : made.item === undefined || (part === "spec" && made.field === field && made.item === id),
    );
  };

  const touched = (types: ReadonlyMap<Y.AbstractType<Y.YEvent<Y.AbstractType<unknown>>>, unknown>): CellId[] => {
    const ids: CellId[] = [];
    for (const type of types.keys()) {
      const [cell] = pathOf(type._item);
      if (cell !== undefined) ids.push(cell as CellId);
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
      last?.item === event.stackItem ? last : { item: event.stackItem, idle: null, cells: new Set(), created: [], marks: null };
    if (step !== last) undoSteps.push(step);
    for (const id of touched(event.changedParentTypes)) step.cells.add(id);
    redoSteps = [];
    tell();
  };
  manager.on("stack-item-added", captured as never);
  manager.on("stack-item-updated", captured as never);

  const onTransaction = (transaction: Y.Transaction): void => {
    const created = createdIn(transaction);
    const step = undoSteps.at(-1);
    if (created.length === 0 || !step) return;
    step.created = created;
    manager.stopCapturing();
  };
  doc.on("afterTransaction", onTransaction);

  /** Does something with these stacks in the manager's hands, and answers what would take that back; null: nothing was done. */
  const alone = (stacks: { readonly undo?: UndoItem; readonly redo?: UndoItem }, act: () => void): UndoItem | null => {
    replaying = true;
    manager.undoStack = stacks.undo ? [stacks.undo] : [];
    manager.redoStack = stacks.redo ? [stacks.redo] : [];
    manager.stopCapturing();
    act();
    const made = (stacks.undo ? manager.redoStack : manager.undoStack).at(-1) ?? null;
    manager.stopCapturing();
    replaying = false;
    return made;
  };

  const madeAt = ({ cell, field, item }: Created): YMap | null => {
    const map = field === undefined ? cells.get(cell) : specMapOf(doc, cell)?.get(field);
    const found = item === undefined ? map : map instanceof Y.Map ? map.get(item) : null;
    return found instanceof Y.Map ? found : null;
  };

  /** Marks what was created as gone, as one's own work: only so does the manager know what it may write over later. */
  const mark = (created: readonly Created[]): UndoItem | null => {
    const items = created.flatMap((made) => (made.item === undefined ? [] : (madeAt(made) ?? [])));
    // The manager takes a value that only a mark had for a colleague's once it is gone: something stands before it.
    doc.transact(() => {
      for (const item of items) if (item.get("$gone") === undefined) item.set("$gone", false);
    }, beforeMarks);
    return alone({}, () =>
      doc.transact(() => {
        for (const item of items) item.set("$gone", true);
        for (const made of created) if (made.item === undefined) madeAt(made)?.set("deletedAt", now());
      }, manager),
    );
  };

  const take = (direction: "undo" | "redo"): readonly CellId[] | null => {
    const step = (direction === "undo" ? undoSteps : redoSteps).pop();
    if (!step) return null;
    const { item, marks, created } = step;
    const cellsOfStep = new Set([...step.cells, ...created.map(({ cell }) => cell)]);
    const note = (event: { readonly changedParentTypes: Map<never, unknown> }): void => {
      for (const id of touched(event.changedParentTypes)) cellsOfStep.add(id);
    };
    manager.on("stack-item-popped", note as never);
    kept = created;
    if (direction === "redo" && marks) alone({ undo: marks }, () => manager.undo());
    // One item alone: left to itself the manager goes on to the next when one has no effect.
    const made = item && alone({ [direction]: item }, () => manager[direction]());
    kept = [];
    manager.off("stack-item-popped", note as never);
    (direction === "undo" ? redoSteps : undoSteps).push({
      item: made ?? step.idle,
      idle: made ? null : item,
      cells: cellsOfStep,
      created,
      marks: direction === "undo" && created.length > 0 ? mark(created) : null,
    });
    const itemsOf = (steps: readonly Step[]): UndoItem[] => steps.flatMap((other) => other.item ?? []);
    manager.undoStack = itemsOf(undoSteps);
    manager.redoStack = itemsOf(redoSteps);
    tell();
    return [...cellsOfStep];
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
