// What lies between two states of a notebook, cell by cell, for people who look back. Pure.

import { canonicalJson } from "@genomecraft/cells/base/canonical-json.ts";
import type { Json, JsonObject } from "@genomecraft/cells/base/json.ts";

/** As much of a cell as is compared. */
export interface ComparedCell {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly spec: JsonObject;
  readonly deletedAt: number | null;
}

export interface ChangedField {
  readonly field: string;
  /** Absent: it was not there. */
  readonly before?: Json;
  readonly after?: Json;
}
/** `before` is the earlier state. */
export type CellChange<Cell extends ComparedCell> =
  | { readonly what: "added"; readonly cell: Cell }
  | { readonly what: "removed"; readonly cell: Cell }
  | { readonly what: "changed"; readonly cell: Cell; readonly before: Cell; readonly fields: readonly ChangedField[] };

const live = <Cell extends ComparedCell>(cells: readonly Cell[]): ReadonlyMap<string, Cell> =>
  new Map(cells.filter((cell) => cell.deletedAt === null).map((cell) => [cell.id, cell]));
const same = (a: Json | undefined, b: Json | undefined): boolean =>
  a === undefined || b === undefined ? a === b : canonicalJson(a) === canonicalJson(b);

/** In the order of the later state; what was taken away stands at the end. Cells that are alike are left out. */
export function compareNotebooks<Cell extends ComparedCell>(
  then: readonly Cell[],
  now: readonly Cell[],
): readonly CellChange<Cell>[] {
  const before = live(then);
  const after = live(now);
  const changes: CellChange<Cell>[] = [];
  for (const cell of after.values()) {
    const old = before.get(cell.id);
    if (!old) changes.push({ what: "added", cell });
    else {
      const fields = changedFields(old, cell);
      if (fields.length > 0) changes.push({ what: "changed", cell, before: old, fields });
    }
  }
  for (const cell of before.values()) if (!after.has(cell.id)) changes.push({ what: "removed", cell });
  return changes;
}

function changedFields(then: ComparedCell, now: ComparedCell): readonly ChangedField[] {
  const names = [...new Set([...Object.keys(then.spec), ...Object.keys(now.spec)])];
  return [
    ...(then.name === now.name ? [] : [{ field: "name", before: then.name, after: now.name }]),
    ...names
      .filter((field) => !same(then.spec[field], now.spec[field]))
      .map(
        (field): ChangedField => ({
          field,
          ...(then.spec[field] === undefined ? {} : { before: then.spec[field] }),
          ...(now.spec[field] === undefined ? {} : { after: now.spec[field] }),
        }),
      ),
  ];
}

export interface DiffLine {
  readonly text: string;
  readonly side: "both" | "before" | "after";
}
/** Beyond so many lines of either text the two stand one below the other. */
const mostLines = 400;

/** Two texts line by line: what both have, what only the earlier or the later one has. */
export function diffLines(then: string, now: string): readonly DiffLine[] {
  const a = then.split("\n");
  const b = now.split("\n");
  if (a.length > mostLines || b.length > mostLines)
    return [...a.map((text): DiffLine => ({ text, side: "before" })), ...b.map((text): DiffLine => ({ text, side: "after" }))];
  // Length of the longest common part of what is left from (i, j) on.
  const width = b.length + 1;
  const common = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      common[i * width + j] =
        a[i] === b[j]
          ? (common[(i + 1) * width + j + 1] as number) + 1
          : Math.max(common[(i + 1) * width + j] as number, common[i * width + j + 1] as number);
  const lines: DiffLine[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      lines.push({ text: a[i] as string, side: "both" });
      i++;
      j++;
    } else if (
      j >= b.length ||
      (i < a.length && (common[(i + 1) * width + j] as number) >= (common[i * width + j + 1] as number))
    )
      lines.push({ text: a[i++] as string, side: "before" });
    else lines.push({ text: b[j++] as string, side: "after" });
  }
  return lines;
}
