// What was made of other settings than stand beside it is found, also behind a control and a note that are computed here.

import { expect, test } from "vitest";
import type { CellId } from "@genomecraft/cells/base/ids.ts";
import type { JsonObject } from "@genomecraft/cells/base/json.ts";
import { emptyNotebook } from "@genomecraft/cells/notebook/apply-operation.ts";
import type { Cell, Notebook } from "@genomecraft/cells/notebook/notebook.ts";
import { lateCells, newUnanswered } from "./unanswered.ts";

const id = (name: string): CellId => `cell_${name}` as CellId;
const cellOf = (name: string, kind: string, spec: JsonObject): Cell => ({
  id: id(name),
  name,
  kind,
  spec,
  mode: "auto",
  order: name,
  deletedAt: null,
  aliases: [],
  specVersion: 1,
});
const filterOf = (min: number): JsonObject => ({
  from: { ref: id("counts") },
  steps: [{ id: "a", on: true, op: "filter-features", min, samples: 3 }],
});
const notebookOf = (...cells: readonly Cell[]): Notebook => ({ ...emptyNotebook, cells });
const now = (min: number): Notebook =>
  notebookOf(cellOf("counts", "load", {}), cellOf("kept", "transform", filterOf(min)), cellOf("other", "load", {}));

test("an edit is unanswered until the server tells of its cell, or until it is taken back", () => {
  const unanswered = newUnanswered();
  unanswered.changed(now(10), now(10));
  expect([...unanswered.cells.get()]).toEqual([]);
  unanswered.changed(now(10), now(50));
  unanswered.changed(now(50), now(100));
  expect([...unanswered.cells.get()]).toEqual([id("kept")]);
  unanswered.answered([id("other")]);
  expect([...unanswered.cells.get()]).toEqual([id("kept")]);
  unanswered.changed(now(100), now(10));
  expect([...unanswered.cells.get()]).toEqual([]);
  unanswered.changed(now(10), now(100));
  unanswered.answered([id("kept")]);
  expect([...unanswered.cells.get()]).toEqual([]);
  unanswered.changed(now(100), now(10));
  expect([...unanswered.cells.get()]).toEqual([id("kept")]);
  unanswered.answered(null);
  expect([...unanswered.cells.get()]).toEqual([]);
});

test("late is what was edited and what reads it; a control follows at once, and what reads the control is late", () => {
  const late = (...edited: readonly string[]) => {
    const cellsOf = (place: string, reads: { readonly [name: string]: readonly string[] }) =>
      Object.entries(reads).map(
        ([name, slots]) => [id(name), { kind: { place }, slots: slots.map((slot) => ({ cell: id(slot) })) }] as const,
      );
    const cells = new Map([
      ...cellsOf("warm", { chart: ["kept"], by: ["counts", "cut"], kept: ["counts"], counts: [] }),
      ...cellsOf("inline", { cut: [], said: ["cut"], note: ["kept"] }),
    ]);
    return Object.fromEntries(lateCells({ cells }, new Set(edited.map(id))));
  };
  expect(late()).toEqual({});
  expect(late("kept")).toEqual({ cell_kept: id("kept"), cell_chart: id("kept"), cell_note: id("kept") });
  expect(late("cut")).toEqual({ cell_by: id("cut") });
  expect(late("note")).toEqual({});
});
