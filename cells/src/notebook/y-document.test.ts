import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import type { CellId } from "../base/ids.ts";
import { applyOperations, emptyNotebook } from "./apply-operation.ts";
import { kindOfForTests as kindOf } from "../testing/kinds-for-tests.ts";
import type { Notebook } from "./notebook.ts";
import type { Operation } from "./operation.ts";
import { keyBetween } from "./order-key.ts";
import { newNotebookDoc } from "./y-shape.ts";
import { observeNotebook, readNotebook } from "./y-read.ts";
import { writeOperation } from "../testing/write-operation.ts";
import { seedNotebook, textOf, writeOperations } from "./y-write.ts";
import { newNotebookUndo } from "./y-undo.ts";

const id = (name: string): CellId => `cell_${name}` as CellId;
const add = (
  name: string,
  kind: string,
  spec: Extract<Operation, { type: "add-cell" }>["spec"] = {},
  order = keyBetween(null, null),
): Operation => ({
  type: "add-cell",
  id: id(name),
  kind,
  name: kind === "note" ? "" : name,
  spec,
  order,
  mode: "auto",
});
const cellOf = (notebook: Notebook, name: string) => {
  const cell = notebook.cells.find((found) => found.id === id(name));
  if (!cell) throw new Error(`no ${name}`);
  return cell;
};
const write = (doc: Y.Doc, operation: Operation, origin: unknown = "me"): void => {
  const done = writeOperation(doc, operation, kindOf, origin);
  if (!done.ok) throw new Error(done.error.reason);
};
const sync = (...docs: Y.Doc[]): void => {
  for (const from of docs)
    for (const to of docs) if (from !== to) Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)), "sync");
};

const start: readonly Operation[] = [
  add("counts", "load"),
  add("kept", "transform", {
    from: { ref: "cell_counts" },
    steps: [
      { id: "a", verb: "filter" },
      { id: "b", verb: "sort", order: "desc" },
    ],
  }),
  add("top", "query", { sql: "select * from kept join counts" }),
  { type: "rename-cell", cell: id("kept"), name: "filtered" },
  { type: "edit-text", cell: id("top"), field: "sql", splice: { at: 0, remove: 6, insert: "SELECT 🧬" } },
  { type: "add-item", cell: id("kept"), field: "steps", item: { id: "c", verb: "derive" }, before: "b" },
  { type: "set-item", cell: id("kept"), field: "steps", item: "a", path: ["column"], value: "gene" },
  { type: "move-item", cell: id("kept"), field: "steps", item: "b", before: "a" },
  { type: "set-spec", cell: id("kept"), path: ["steps", "c", "off"], value: true },
  { type: "remove-item", cell: id("kept"), field: "steps", item: "a" },
  { type: "set-tile", tile: { cell: id("top"), x: 0, y: 0, w: 6, h: 4 } },
  { type: "set-title", title: "Influenza" },
  { type: "duplicate-cell", cell: id("kept"), id: id("copy"), name: "copy", order: keyBetween(null, null) },
  { type: "delete-cell", cell: id("counts"), at: 5 },
];

describe("a notebook kept as a shared document", () => {
  it("says after each operation what the reducer says (O-1)", () => {
    const doc = newNotebookDoc();
    let notebook = emptyNotebook;
    for (const operation of start) {
      const next = applyOperations(notebook, [operation], kindOf);
      if (!next.ok) throw new Error(next.error.reason);
      notebook = next.value;
      write(doc, operation);
      expect(readNotebook(doc, kindOf)).toEqual(notebook);
    }
    expect(cellOf(notebook, "top").spec.sql).toBe("SELECT 🧬 * from filtered join counts");
    expect(cellOf(notebook, "kept").aliases).toEqual(["kept"]);
    const seeded = newNotebookDoc();
    seedNotebook(seeded, notebook, kindOf);
    expect(readNotebook(seeded, kindOf)).toEqual(notebook);
    const copy = newNotebookDoc();
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
    expect(readNotebook(copy, kindOf)).toEqual(notebook);
  });

  it("does several operations as one change, or none of them (O-6)", () => {
    const doc = newNotebookDoc();
    let updates = 0;
    doc.on("update", () => updates++);
    expect(writeOperations(doc, start, kindOf, "me")).toEqual({ ok: true, value: undefined });
    expect(updates).toBe(1);
    const before = readNotebook(doc, kindOf);
    const refused = writeOperations(
      doc,
      [
        { type: "set-title", title: "x" },
        { type: "restore-cell", cell: id("top") },
      ],
      kindOf,
      "me",
    );
    expect(refused).toMatchObject({ ok: false, error: { reason: "notebook.cell-not-in-bin" } });
    expect(readNotebook(doc, kindOf)).toBe(before);
  });

  it("reads again only the cells that changed", () => {
    const doc = newNotebookDoc();
    writeOperations(doc, start, kindOf, "me");
    const seen: { ids: string[]; origin: unknown }[] = [];
    const stop = observeNotebook(doc, kindOf, (_notebook, ids, origin) => seen.push({ ids: [...ids], origin }));
    const before = readNotebook(doc, kindOf);
    textOf(doc, id("top"), "sql")?.insert(0, "-- note\n");
    const after = readNotebook(doc, kindOf);
    expect(cellOf(after, "copy")).toBe(cellOf(before, "copy"));
    expect(cellOf(after, "top").spec.sql).toContain("-- note");
    stop();
    write(doc, { type: "set-title", title: "x" });
    expect(seen).toEqual([{ ids: ["cell_top"], origin: null }]);
  });
});

describe("two people change one cell at once", () => {
  it("texts merge letter by letter, items of a list field by field, of any other value one stands (D-5)", () => {
    const ann = newNotebookDoc();
    write(ann, add("top", "query", { sql: "select 1", rows: 5 }), "server");
    write(
      ann,
      add("kept", "transform", {
        steps: [
          { id: "a", verb: "filter" },
          { id: "b", verb: "sort" },
        ],
      }),
      "server",
    );
    write(ann, add("knob", "parameter", { control: { type: "number", min: 1 } }), "server");
    const ben = newNotebookDoc();
    sync(ann, ben);
    write(ann, { type: "edit-text", cell: id("top"), field: "sql", splice: { at: 8, remove: 0, insert: " from a" } });
    write(ben, { type: "edit-text", cell: id("top"), field: "sql", splice: { at: 0, remove: 0, insert: "-- b\n" } });
    write(ann, { type: "set-item", cell: id("kept"), field: "steps", item: "a", path: ["column"], value: "padj" });
    write(ben, { type: "set-item", cell: id("kept"), field: "steps", item: "a", path: ["off"], value: true });
    write(ann, { type: "set-spec", cell: id("top"), path: ["rows"], value: 7 });
    write(ben, { type: "set-spec", cell: id("top"), path: ["rows"], value: 9 });
    write(ann, { type: "set-spec", cell: id("knob"), path: ["control", "min"], value: 3 });
    write(ben, { type: "set-spec", cell: id("knob"), path: ["control"], value: { type: "column" } });
    sync(ann, ben);
    const [hers, his] = [readNotebook(ann, kindOf), readNotebook(ben, kindOf)];
    expect(hers).toEqual(his);
    expect(cellOf(hers, "top").spec.sql).toBe("-- b\nselect 1 from a");
    expect([7, 9]).toContain(cellOf(hers, "top").spec.rows);
    expect(cellOf(hers, "kept").spec.steps).toMatchObject([{ id: "a", verb: "filter", column: "padj", off: true }, { id: "b" }]);
    // Choice and options are one field: never the choice of one with the options of the other.
    expect([{ type: "number", min: 3 }, { type: "column" }]).toContainEqual(cellOf(hers, "knob").spec.control);
  });
});

describe("undo", () => {
  it("takes back one's own edits only, step by step, and says where (O-5)", () => {
    const ann = newNotebookDoc();
    const ben = newNotebookDoc();
    write(ann, add("top", "query", { sql: "select 1" }), "server");
    sync(ann, ben);
    const undo = newNotebookUndo(ann, "ann");
    write(ann, { type: "edit-text", cell: id("top"), field: "sql", splice: { at: 8, remove: 0, insert: " from a" } }, "ann");
    textOf(ben, id("top"), "sql")?.insert(0, "-- by Ben\n");
    sync(ann, ben);
    undo.endStep();
    write(ann, { type: "set-mode", cell: id("top"), mode: "off" }, "ann");
    expect(undo.undo()).toEqual(["cell_top"]);
    expect(cellOf(readNotebook(ann, kindOf), "top").mode).toBe("auto");
    expect(undo.undo()).toEqual(["cell_top"]);
    expect(undo.undo()).toBeNull();
    expect(cellOf(readNotebook(ann, kindOf), "top").spec.sql).toBe("-- by Ben\nselect 1");
    undo.redo();
    undo.redo();
    expect(cellOf(readNotebook(ann, kindOf), "top")).toMatchObject({ mode: "off", spec: { sql: "-- by Ben\nselect 1 from a" } });
  });

  it("puts a cell that one created into the bin, with what a colleague wrote in it", () => {
    const ann = newNotebookDoc();
    const ben = newNotebookDoc();
    const undo = newNotebookUndo(ann, "ann", () => 7);
    write(ann, add("n", "note", { text: "Hello" }), "ann");
    sync(ann, ben);
    textOf(ben, id("n"), "text")?.insert(5, " from Ben");
    sync(ann, ben);
    expect(undo.undo()).toEqual(["cell_n"]);
    expect(cellOf(readNotebook(ann, kindOf), "n")).toMatchObject({ deletedAt: 7, spec: { text: "Hello from Ben" } });
    undo.redo();
    sync(ann, ben);
    expect(cellOf(readNotebook(ben, kindOf), "n")).toMatchObject({ deletedAt: null, spec: { text: "Hello from Ben" } });
  });
});

it("a name that stands very often is followed in one piece of each text, and what a colleague types meanwhile stays (O-4)", () => {
  const mine = newNotebookDoc();
  const many = `Of kept: ${"{{kept.rows}} and ".repeat(400)}done`;
  seedNotebook(mine, emptyNotebook, kindOf, "me");
  for (const operation of [add("kept", "load"), add("one", "note", { text: many }), add("two", "note", { text: `${many} 🧬` })])
    write(mine, operation);
  const hers = newNotebookDoc();
  sync(mine, hers);
  const before = Y.encodeStateAsUpdate(mine).length;
  const rename: Operation = { type: "rename-cell", cell: id("kept"), name: "filtered" };
  const expected = applyOperations(readNotebook(mine, kindOf), [rename], kindOf);
  write(mine, rename);
  expect(readNotebook(mine, kindOf)).toEqual(expected.ok && expected.value);
  expect(cellOf(readNotebook(mine, kindOf), "two").spec["text"]).toBe(`Of kept: ${"{{filtered.rows}} and ".repeat(400)}done 🧬`);
  const typed = many.length + 3;
  write(hers, { type: "edit-text", cell: id("two"), field: "text", splice: { at: 0, remove: 0, insert: "Hers. " } });
  write(hers, { type: "edit-text", cell: id("two"), field: "text", splice: { at: typed + 6, remove: 0, insert: "!" } });
  sync(mine, hers);
  expect(readNotebook(hers, kindOf)).toEqual(readNotebook(mine, kindOf));
  expect(cellOf(readNotebook(mine, kindOf), "two").spec["text"]).toBe(
    `Hers. Of kept: ${"{{filtered.rows}} and ".repeat(400)}done 🧬!`,
  );
  // Eight hundred places would be as many records, and as much again for what they cut.
  expect(Y.encodeStateAsUpdate(mine).length).toBeLessThan(2 * before);
});
