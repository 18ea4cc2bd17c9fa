// What is said of cells whose data this reader does not get: that a lab keeps them back, or that the file is not here.

import { expect, test } from "vitest";
import type { CellId, ResultKey } from "@genomecraft/cells/base/ids.ts";
import type { JsonObject } from "@genomecraft/cells/base/json.ts";
import type { Cell } from "@genomecraft/cells/notebook/notebook.ts";
import type { CellSession, CellStatus } from "@genomecraft/cells/session/cell-status.ts";
import { type StateName, statusOf, waitedFor } from "./cell-state.ts";
import type { Derived } from "../desk/ui-state.ts";

const cellOf = (name: string, spec: JsonObject): Cell =>
  ({ id: `cell_${name}` as CellId, name, kind: "x", mode: "auto", spec }) as unknown as Cell;
const file = (name: string): JsonObject => ({ file: { digest: "d", name, size: 1 } });
const cells = [
  cellOf("sheet", file("sheet.csv")),
  cellOf("counts", file("counts.csv")),
  cellOf("kept", {}),
  cellOf("chart", {}),
  cellOf("alone", {}),
];
const [sheet, counts, kept, chart, alone] = cells as [Cell, Cell, Cell, Cell, Cell];
const reads = new Map([
  [kept.id, [sheet.id, counts.id]],
  [chart.id, [kept.id]],
]);
/** The sheet has a result; nothing else has. */
const derived = {
  graph: {
    cells: new Map(
      cells.map((cell) => [
        cell.id,
        { cell, kind: null, problem: null, missing: null, slots: (reads.get(cell.id) ?? []).map((id) => ({ cell: id })) },
      ]),
    ),
  },
  results: { of: (id: CellId) => (id === sheet.id ? {} : null) },
  late: new Map(),
} as unknown as Derived;
const said = (cell: Cell, labs: readonly string[]) =>
  statusOf(cell, { cell: cell.id, status: { state: "restricted", labs }, shown: null, key: null } satisfies CellSession, derived);

test("a file that is not among the notebook's is said where it is loaded; what reads it waits for that cell", () => {
  expect(said(counts, [])).toMatchObject({
    state: "invalid",
    failure: { reason: "server.file-not-granted", params: { name: "counts.csv" } },
  });
  for (const cell of [kept, chart]) expect(said(cell, [])).toEqual({ state: "blocked", by: counts.id });
});

test("data that a lab keeps back stay restricted, and so does what reads no file that is known here", () => {
  for (const cell of [counts, chart]) expect(said(cell, ["Weber Lab"])).toEqual({ state: "restricted", labs: ["Weber Lab"] });
  expect(said(alone, [])).toEqual({ state: "restricted", labs: [] });
});

test("S-8: an edit that the server has not answered leaves nothing up to date: neither its cell nor what reads it", () => {
  const fresh = { state: "fresh", key: "k" as ResultKey, reused: null } as const;
  const stateOf = (cell: Cell, status: CellStatus, late: Derived["late"]): CellStatus =>
    statusOf(cell, { cell: cell.id, status, shown: null, key: null }, { ...derived, late });
  const late = new Map([
    [kept.id, kept.id],
    [chart.id, kept.id],
  ]);
  expect(stateOf(kept, fresh, new Map())).toEqual(fresh);
  expect(stateOf(kept, fresh, late)).toEqual({ state: "stale", why: [] });
  expect(stateOf(chart, fresh, late)).toEqual({ state: "stale", why: [{ what: "input", cell: kept.id, from: null, to: null }] });
  expect(stateOf(sheet, fresh, late)).toEqual(fresh);
  expect(stateOf(chart, { state: "waiting", for: kept.id }, late)).toEqual({ state: "waiting", for: kept.id });
});

test("a cell that waits names what is not ready: nothing that is up to date by now", () => {
  const states = new Map<CellId, StateName>([
    [sheet.id, "fresh"],
    [counts.id, "running"],
    [kept.id, "waiting"],
  ]);
  const stateOf = (id: CellId): StateName | null => states.get(id) ?? null;
  expect(waitedFor(kept.id, counts.id, derived, stateOf)).toBe(counts.id);
  expect(waitedFor(kept.id, sheet.id, derived, stateOf)).toBe(counts.id);
  expect(waitedFor(chart.id, sheet.id, derived, stateOf)).toBe(kept.id);
  states.set(counts.id, "fresh");
  expect(waitedFor(kept.id, sheet.id, derived, stateOf)).toBeNull();
});
