// The order of a notebook's graph: inputs before what reads them, and which cells stand in a circle.

import type { CellId } from "../base/ids.ts";
import type { GraphCell } from "./notebook-graph.ts";
import type { Cell } from "./notebook.ts";

/** Topological, stable by place on the page. What is left stands in a cycle or behind one. */
export function sortCells(
  live: readonly Cell[],
  cells: ReadonlyMap<CellId, GraphCell>,
  dependents: ReadonlyMap<CellId, readonly CellId[]>,
): { readonly order: readonly CellId[]; readonly cyclic: ReadonlyMap<CellId, readonly CellId[]> } {
  const waiting = new Map<CellId, number>();
  for (const cell of live) {
    const sources = new Set((cells.get(cell.id)?.slots ?? []).map((slot) => slot.cell));
    waiting.set(cell.id, [...sources].filter((source) => cells.has(source)).length);
  }
  const order: CellId[] = [];
  const ready = live.filter((cell) => waiting.get(cell.id) === 0).map((cell) => cell.id);
  for (let index = 0; index < ready.length; index++) {
    const id = ready[index] as CellId;
    order.push(id);
    for (const dependent of dependents.get(id) ?? []) {
      const left = (waiting.get(dependent) ?? 0) - 1;
      waiting.set(dependent, left);
      if (left === 0) ready.push(dependent);
    }
  }
  const done = new Set(order);
  const rest = live.filter((cell) => !done.has(cell.id)).map((cell) => cell.id);
  return { order: [...order, ...rest], cyclic: rest.length === 0 ? new Map() : cyclesAmong(rest, cells) };
}

/** Cells that reach themselves, each with the members of its cycle (strongly connected components, Tarjan 1972, without recursion). */
function cyclesAmong(ids: readonly CellId[], cells: ReadonlyMap<CellId, GraphCell>): ReadonlyMap<CellId, readonly CellId[]> {
  const inside = new Set(ids);
  const sourcesOf = (id: CellId): CellId[] =>
    [...new Set((cells.get(id)?.slots ?? []).map((slot) => slot.cell))].filter((source) => inside.has(source));
  const index = new Map<CellId, number>();
  const low = new Map<CellId, number>();
  const open: CellId[] = [];
  const isOpen = new Set<CellId>();
  const found = new Map<CellId, readonly CellId[]>();
  for (const root of ids) {
    if (index.has(root)) continue;
    const work: { readonly id: CellId; readonly sources: CellId[]; at: number }[] = [];
    const enter = (id: CellId): void => {
      index.set(id, index.size);
      low.set(id, index.size - 1);
      open.push(id);
      isOpen.add(id);
      work.push({ id, sources: sourcesOf(id), at: 0 });
    };
    enter(root);
    while (work.length > 0) {
      const top = work[work.length - 1] as (typeof work)[number];
      const source = top.sources[top.at++];
      if (source !== undefined) {
        if (!index.has(source)) enter(source);
        else if (isOpen.has(source)) low.set(top.id, Math.min(low.get(top.id) ?? 0, index.get(source) ?? 0));
        continue;
      }
      work.pop();
      const parent = work.at(-1);
      if (parent) low.set(parent.id, Math.min(low.get(parent.id) ?? 0, low.get(top.id) ?? 0));
      if (low.get(top.id) !== index.get(top.id)) continue;
      const members = open.splice(open.indexOf(top.id));
      for (const member of members) isOpen.delete(member);
      const first = members[0] as CellId;
      if (members.length > 1 || sourcesOf(first).includes(first)) {
        const inOrder = ids.filter((id) => members.includes(id));
        for (const member of members) found.set(member, inOrder);
      }
    }
  }
  return found;
}
