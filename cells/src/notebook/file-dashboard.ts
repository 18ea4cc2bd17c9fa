// Reads the dashboard of a notebook's file form: where each tile lies. Called by notebook-file.ts.

import type { CellId } from "../base/ids.ts";
import { isJsonObject, type Json } from "../base/json.ts";
import { byPlace, isTileBox } from "./apply-operation.ts";
import { nameKey } from "./cell-name.ts";
import { fileProblem, type FileBlock, type FileProblem } from "./file-blocks.ts";
import type { DashboardTile } from "./notebook.ts";
import { parseYamlBody } from "./yaml-body.ts";

type Fence = Extract<FileBlock, { type: "fence" }>;

export function readTiles(
  block: Fence,
  find: (name: string) => CellId | null,
  { known, said }: { readonly known: ReadonlySet<CellId>; readonly said: ReadonlySet<string> },
  problems: FileProblem[],
): readonly DashboardTile[] {
  const body = parseYamlBody(block.body, block.line + 1);
  problems.push(...body.problems);
  if (body.problems.length > 0) return [];
  if (!Array.isArray(body.value)) {
    problems.push(fileProblem(block.line, "file-dashboard"));
    return [];
  }
  const tiles: DashboardTile[] = [];
  (body.value as readonly Json[]).forEach((item, index) => {
    const line = body.lineOf([index]);
    const tile = isJsonObject(item) ? item : {};
    const extra = Object.keys(tile).find((key) => !["cell", "x", "y", "w", "h"].includes(key));
    const name = String(tile.cell ?? "");
    const cell = name.startsWith("@") ? (name.slice(1) as CellId) : find(name);
    if (extra !== undefined) problems.push(fileProblem(line, "file-tile-key", { key: extra }));
    else if (cell === null || !known.has(cell)) {
      if (!said.has(nameKey(name))) problems.push(fileProblem(line, "file-ref-unknown", { name }));
    } else if (!isTileBox(tile) || tiles.some((other) => other.cell === cell))
      problems.push(fileProblem(line, "file-tile-place", { name }));
    else tiles.push({ cell, x: tile.x as number, y: tile.y as number, w: tile.w as number, h: tile.h as number });
  });
  return tiles.sort(byPlace);
}
