import { isDeepStrictEqual } from "node:util";
import { describe, expect, it } from "vitest";
import type * as Y from "yjs";
import type { CellId } from "../base/ids.ts";
import type { Json, JsonObject } from "../base/json.ts";
import { kindOfForTests as kindOf } from "../testing/kinds-for-tests.ts";
import { seededRandom } from "../stats/seeded-random.ts";
import type { Cell, Notebook } from "./notebook.ts";
import type { Operation } from "./operation.ts";
import { keyAt } from "./order-key.ts";
import { isItemList } from "./spec-value.ts";
import { newNotebookUndo, type NotebookUndo } from "./y-undo.ts";
import { newNotebookDoc } from "./y-shape.ts";
import { readNotebook } from "./y-read.ts";
import { writeOperations } from "./y-write.ts";

const id = (name: string): CellId => `cell_${name}` as CellId;
const add = (name: string, kind: string, spec: JsonObject, order: string): Operation => ({
  type: "add-cell",
  id: id(name),
  kind,
  name,
  spec,
  order,
  mode: "auto",
});
const set = (name: string, field: string, value: Json): Operation => ({
  type: "set-spec",
  cell: id(name),
  path: [field],
  value,
});

/** As a page does it: what was done at once is one step. */
function doStep(doc: Y.Doc, undo: NotebookUndo, operations: readonly Operation[]): boolean {
  undo.endStep();
  const done = writeOperations(doc, operations, kindOf, "me");
  undo.endStep();
  return done.ok;
}

/** What a person sees: the cells that are not in the bin, the title and the dashboard's tiles of those cells. */
const seen = (doc: Y.Doc): object => {
  const { cells, title, layout } = readNotebook(doc, kindOf);
  const live = cells.filter((cell) => cell.deletedAt === null);
  const here = new Set(live.map((cell) => cell.id));
  return { title, cells: live, tiles: layout.tiles.filter((tile) => here.has(tile.cell)) };
};

function opened(): { readonly doc: Y.Doc; readonly undo: NotebookUndo } {
  const doc = newNotebookDoc();
  let clock = 1;
  return { doc, undo: newNotebookUndo(doc, "me", () => clock++) };
}

/** As `toEqual`, which is slow: it is asked when they differ. */
function expectSame(doc: Y.Doc, expected: object | undefined, where: () => string): void {
  const found = seen(doc);
  if (!isDeepStrictEqual(found, expected)) expect(found, where()).toEqual(expected);
}

/** Takes back all steps and does all again, twice: each undo is one step further back, each redo one further on. */
function expectThereAndBack(doc: Y.Doc, undo: NotebookUndo, states: readonly object[], where: string): void {
  for (const round of [1, 2]) {
    for (let step = states.length - 2; step >= 0; step--) {
      if (undo.undo() === null) expect.fail(`${where}, round ${round}: no step to take back to ${step}`);
      expectSame(doc, states[step], () => `${where}, round ${round}: undone to ${step}`);
    }
    expect(undo.canUndo()).toBe(false);
    for (let step = 1; step < states.length; step++) {
      if (undo.redo() === null) expect.fail(`${where}, round ${round}: no step to do again to ${step}`);
      expectSame(doc, states[step], () => `${where}, round ${round}: done again to ${step}`);
    }
    expect(undo.canRedo()).toBe(false);
  }
}

/** Something that one of the page's acts does, as one step: often sensible, sometimes refused. */
function anyStep(notebook: Notebook, random: () => number, serial: number): readonly Operation[] {
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
  const live = notebook.cells.filter((cell) => cell.deletedAt === null);
  const order = keyAt(notebook.cells, Math.floor(random() * (notebook.cells.length + 1)));
  const added = (kind: string, spec: JsonObject): Operation => add(`c${serial}`, kind, spec, order);
  const ref = { ref: id(`c${serial}`) };
  if (live.length === 0) return [added("parameter", { control: { type: "number" }, value: serial })];
  const cell: Cell = pick(live);
  const steps = isItemList(cell.spec["steps"]) ? cell.spec["steps"] : [];
  const item = steps.length > 0 ? pick(steps).id : "none";
  return pick<() => readonly Operation[]>([
    () => [added("parameter", { control: { type: "number" }, value: serial })],
    () => [added("transform", { from: { ref: cell.id }, steps: [{ id: "a", verb: "filter" }] })],
    () => [added("query", { sql: `select * from ${cell.name}` })],
    // A cell with the wiring of another, as a control that is put above its chart.
    () => [
      added("parameter", { value: (cell.spec["rows"] ?? null) as Json }),
      { type: "set-spec", cell: cell.id, path: ["rows"], value: ref },
    ],
    () => [
      added("parameter", { value: 1 }),
      { type: "set-spec", cell: cell.id, path: ["rows"], value: ref },
      { type: "set-spec", cell: id(`c${serial}`), path: ["value"], value: 2 },
    ],
    () => [{ type: "set-spec", cell: cell.id, path: ["rows"], value: random() < 0.3 ? undefined : serial }],
    () => [{ type: "set-spec", cell: cell.id, path: ["rows"], value: random() < 0.3 ? undefined : serial }],
    () => [{ type: "rename-cell", cell: cell.id, name: `n${serial % 9}` }],
    () => [{ type: "move-cell", cell: cell.id, order }],
    () => [{ type: "set-mode", cell: cell.id, mode: pick(["auto", "manual", "off"] as const) }],
    () => [{ type: "delete-cell", cell: cell.id, at: 1_000 + serial }],
    () => [{ type: "restore-cell", cell: pick(notebook.cells).id }],
    () => [{ type: "duplicate-cell", cell: cell.id, id: id(`c${serial}`), name: `d${serial}`, order }],
    () => [{ type: "add-item", cell: cell.id, field: "steps", item: { id: `i${serial % 5}`, verb: "sort" }, before: null }],
    () => [{ type: "remove-item", cell: cell.id, field: "steps", item }],
    () => [{ type: "move-item", cell: cell.id, field: "steps", item, before: steps[0]?.id ?? null }],
    () => [{ type: "set-item", cell: cell.id, field: "steps", item, path: ["column"], value: serial }],
    () => [{ type: "set-title", title: `t${serial}` }],
    () => [{ type: "set-tile", tile: { cell: cell.id, x: 0, y: serial, w: 6, h: 2 } }],
    () => [{ type: "remove-tile", cell: cell.id }],
    () => [{ type: "edit-text", cell: cell.id, field: "sql", splice: { at: 0, remove: 0, insert: `-- ${serial}\n` } }],
  ])();
}

describe("undo goes back, redo forward, one step at a time (O-5, O-6)", () => {
  it("a chart, a control wired to it, the choice in it and a second chart come and go in their order", () => {
    const { doc, undo } = opened();
    writeOperations(doc, [add("log", "transform", {}, "V000")], kindOf, "server");
    const states = [seen(doc)];
    for (const step of [
      [add("heat", "query", { y: "Actb" }, "W000")],
      [add("gene", "parameter", { value: null }, "V800"), set("heat", "y", { ref: id("gene") })],
      [set("gene", "value", "Xist")],
      [add("box", "query", { y: { ref: id("gene") } }, "X000")],
    ]) {
      expect(doStep(doc, undo, step)).toBe(true);
      states.push(seen(doc));
    }
    expectThereAndBack(doc, undo, states, "heatmap, gene, Xist, box");
  });

  it("a cell that one made, put into the bin and brought back follows its steps", () => {
    const { doc, undo } = opened();
    const states = [seen(doc)];
    for (const step of [
      add("a", "parameter", { value: 1 }, "V000"),
      { type: "delete-cell", cell: id("a"), at: 5 },
      { type: "restore-cell", cell: id("a") },
      { type: "delete-cell", cell: id("a"), at: 6 },
    ] satisfies readonly Operation[]) {
      doStep(doc, undo, [step]);
      states.push(seen(doc));
    }
    expectThereAndBack(doc, undo, states, "made and binned");
  });

  it("what is done after an undo stands in the place of what was taken back", () => {
    const { doc, undo } = opened();
    doStep(doc, undo, [add("a", "parameter", { value: 1 }, "V000")]);
    doStep(doc, undo, [set("a", "value", 2)]);
    undo.undo();
    undo.undo();
    doStep(doc, undo, [add("b", "parameter", { value: 3 }, "V000")]);
    expect(undo.canRedo()).toBe(false);
    expectThereAndBack(doc, undo, [{ title: "", cells: [], tiles: [] }, seen(doc)], "another way");
  });

  it("what a colleague chose meanwhile stays where a cell with its wiring is taken back and done again", () => {
    const { doc, undo } = opened();
    writeOperations(doc, [add("heat", "query", { y: "Actb" }, "V000")], kindOf, "server");
    doStep(doc, undo, [add("gene", "parameter", { value: null }, "V800"), set("heat", "y", { ref: id("gene") })]);
    writeOperations(doc, [set("heat", "y", "Xist")], kindOf, "ben");
    const heat = (): unknown => readNotebook(doc, kindOf).cells.find((cell) => cell.id === id("heat"))?.spec["y"];
    const gone = (): boolean => readNotebook(doc, kindOf).cells.find((cell) => cell.id === id("gene"))?.deletedAt !== null;
    expect(undo.undo()).toContain(id("gene"));
    expect([heat(), gone()]).toEqual(["Xist", true]);
    undo.redo();
    expect([heat(), gone()]).toEqual(["Xist", false]);
  });

  it("200 sequences of what a page does are walked back and forth through the same states", () => {
    for (let seed = 1; seed <= 200; seed++) {
      const random = seededRandom(seed);
      const { doc, undo } = opened();
      const states = [seen(doc)];
      for (let serial = 1; serial <= 18; serial++) {
        const before = readNotebook(doc, kindOf);
        if (states.length > 2 && random() < 0.1) {
          undo.undo();
          states.pop();
          expectSame(doc, states.at(-1), () => `seed ${seed}, step ${serial}`);
          continue;
        }
        if (!doStep(doc, undo, anyStep(before, random, serial)) || readNotebook(doc, kindOf) === before) continue;
        states.push(seen(doc));
      }
      while (undo.canRedo()) {
        undo.redo();
        states.push(seen(doc));
      }
      expectThereAndBack(doc, undo, states, `seed ${seed}`);
      undo.destroy();
    }
  }, 120_000);
});
