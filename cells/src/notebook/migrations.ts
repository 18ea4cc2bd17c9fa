// Specs of older releases brought to the present shape: numbered, contiguous steps that each kind declares. Pure. The
// server writes the outcome once, when it opens the document; readers of older documents apply the same steps as they read.

import type { JsonObject } from "../base/json.ts";
import type { Kind } from "../contract/kind.ts";
import { completeSpec } from "./spec-value.ts";
import type { KindOf } from "../contract/kind-of.ts";
import type { Cell, Notebook } from "./notebook.ts";

/** A spec of `from` in the shape of the kind's specVersion; as it is when it is of this release or a newer one. */
export function migrateSpec(kind: Kind, spec: JsonObject, from: number): JsonObject {
  let migrated = spec;
  for (let version = Math.max(1, from); version < kind.specVersion; version++) {
    const step = kind.migrations?.[version - 1];
    if (step) migrated = step.migrate(migrated);
  }
  return migrated === spec ? spec : completeSpec(kind, migrated);
}

function migrateCell(cell: Cell, kindOf: KindOf): Cell {
  const kind = kindOf(cell.kind);
  if (!kind || cell.specVersion >= kind.specVersion) return cell;
  try {
    return { ...cell, spec: migrateSpec(kind, cell.spec, cell.specVersion), specVersion: kind.specVersion };
  } catch {
    // A spec too broken to migrate stays as it is, for a person to mend; the graph says what is wrong with it.
    return cell;
  }
}

/** The notebook with all specs in their present shape; the same object when nothing was old. */
export function migrateNotebook(notebook: Notebook, kindOf: KindOf): Notebook {
  const cells = notebook.cells.map((cell) => migrateCell(cell, kindOf));
  return cells.every((cell, index) => cell === notebook.cells[index]) ? notebook : { ...notebook, cells };
}
