// The one click that mends what is wrong with a cell. Offered by the strip above its output.

import type { Failure } from "../base/failure.ts";
import type { CellId } from "../base/ids.ts";
import type { Cell } from "./notebook.ts";
import type { Operation } from "./operation.ts";
import { words } from "./words.ts";

/** Other operations that would mend it as well: each has a click of its own. */
export const otherMendings = (cell: Cell, { otherFixes = [] }: Failure): readonly Operation[] =>
  otherFixes.map(({ path, value }) => ({ type: "set-spec", cell: cell.id, path, value }));

/** The operation that mends a problem with one click, or null where a person has to choose. */
export function mendingOperation(cell: Cell, problem: Failure): Operation | null {
  if (problem.fix) return { type: "set-spec", cell: cell.id, path: problem.fix.path, value: problem.fix.value };
  const { suggestion, cell: other } = problem.params;
  if (
    (problem.reason === words.key("name-taken") || problem.reason === words.key("name-refused")) &&
    typeof suggestion === "string"
  ) {
    return { type: "rename-cell", cell: cell.id, name: suggestion };
  }
  if (problem.reason === words.key("input-in-bin") && typeof other === "string")
    return { type: "restore-cell", cell: other as CellId };
  return null;
}
