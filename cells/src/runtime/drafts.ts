// Text that is being typed: a cell that runs by itself waits for a pause, unless somebody asks for it.

import type { GraphCell } from "../notebook/notebook-graph.ts";
import type { CellNode } from "./cell-node.ts";

/** Only text changed in a cell that runs by itself and costs something: wait for a pause in the typing. */
export function isTyping(before: GraphCell, after: GraphCell): boolean {
  const kind = after.kind;
  if (!kind || kind.place === "inline" || kind.textFields.length === 0 || after.cell.mode !== "auto") return false;
  if (before.cell.kind !== after.cell.kind || before.cell.mode !== after.cell.mode) return false;
  return kind.textFields.some((field) => before.spec[field] !== after.spec[field]);
}

/** The cell reads so when `pause` milliseconds have passed without another letter; `rested` is called then. */
export function holdDraft(node: CellNode, graph: GraphCell, pause: number, rested: () => void): void {
  dropDraft(node);
  node.draft = { timer: setTimeout(rested, pause), graph };
}

export function dropDraft(node: CellNode): void {
  if (node.draft) clearTimeout(node.draft.timer);
  node.draft = null;
}

/** The cell reads as it was typed from now on; false when nothing was held. */
export function takeDraft(node: CellNode): boolean {
  const held = node.draft;
  dropDraft(node);
  if (!held) return false;
  node.graph = held.graph;
  return true;
}
