// What operations that come together may cost whoever does them at once (SPEC, O-7): a server does them on the thread on
// which everybody waits. One operation alone is always done.

import type { JsonObject } from "../base/json.ts";
import type { Cell, Notebook } from "./notebook.ts";
import type { Operation, Refusal } from "./operation.ts";
import { words } from "./words.ts";

/** Cells that are looked at: each operation looks at all, a rename at all names in their texts, too. */
const mostLooks = 2_000_000;
const looksOfRename = 8;
/** Letters of settings that are changed, each time anew. Where a name is followed each is looked at as part of a name. */
const mostLetters = 50_000_000;
const lettersOfRename = 50;
/** Letters that are added: copies of cells, texts that follow a name. */
const mostWritten = 8 * 2 ** 20;

/** Both take what an operation costs, and answer why it is too much together with those before it. */
export interface BatchBudget {
  begin(operation: Operation, before: Notebook): Refusal | null;
  end(operation: Operation, before: Notebook, after: Notebook): Refusal | null;
}

export function newBatchBudget(): BatchBudget {
  let done = 0;
  let looks = 0;
  let letters = 0;
  let written = 0;
  /** Letters that came since the last rename: nobody knows yet what they name. */
  let unread = 0;
  const refusal = (): Refusal | null =>
    done > 0 && (looks > mostLooks || letters > mostLetters || written > mostWritten)
      ? { reason: words.key("batch-large"), params: { done } }
      : null;
  return {
    begin: (operation, before) => {
      looks += looksOf(operation, before);
      if (operation.type === "rename-cell") {
        letters += unread * lettersOfRename;
        unread = 0;
      }
      return refusal();
    },
    end: (operation, before, after) => {
      for (const { spec } of changedCells(before, after)) {
        const size = lettersOf(spec);
        letters += size;
        unread += size;
        if (writes.has(operation.type)) written += size;
      }
      const refused = refusal();
      done++;
      return refused;
    },
  };
}

/** What comes of these is not what their writer sent. */
const writes: ReadonlySet<Operation["type"]> = new Set(["add-cell", "duplicate-cell", "rename-cell"]);

function looksOf(operation: Operation, { cells }: Notebook): number {
  if (operation.type !== "rename-cell") return cells.length;
  return cells.length * looksOfRename + (cells.find(({ id }) => id === operation.cell)?.aliases.length ?? 0);
}

/** Cells whose settings are others than before. */
function changedCells(before: Notebook, after: Notebook): readonly Cell[] {
  if (before.cells === after.cells) return [];
  const specs = new Set(before.cells.map(({ spec }) => spec));
  return after.cells.filter((cell, at) => before.cells[at]?.spec !== cell.spec && !specs.has(cell.spec));
}

const sizes = new WeakMap<JsonObject, number>();
function lettersOf(spec: JsonObject): number {
  let size = sizes.get(spec);
  if (size === undefined) {
    size = JSON.stringify(spec).length;
    sizes.set(spec, size);
  }
  return size;
}
