// Documents that no GenomeCraft wrote: reading is total, and what can be mended is mended by ordinary operations.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import type { CellId } from "../base/ids.ts";
import { dependencyGraph } from "./dependency-graph.ts";
import { kindOfForTests as kindOf } from "../testing/kinds-for-tests.ts";
import { parseNotebookFile, printNotebookFile } from "./notebook-file.ts";
import type { Operation } from "./operation.ts";
import { tooDeepText } from "./spec-value.ts";
import { newNotebookDoc } from "./y-shape.ts";
import { readNotebook } from "./y-read.ts";
import { writeOperation } from "../testing/write-operation.ts";
import { textOf } from "./y-write.ts";

const a = "cell_a" as CellId;

const fillings: readonly (() => unknown)[] = [
  () => undefined,
  () => null,
  () => 0,
  () => Number.NaN,
  () => -0,
  () => 10n,
  () => true,
  () => "text",
  () => "note",
  () => "transform",
  () => "query",
  () => "\ud800",
  () => [],
  () => [{ id: "x" }, { id: "x" }, 3, null],
  () => ({}),
  () => ({ ref: "cell_a" }),
  () => ({ ref: 3, deep: [[[[{}]]]] }),
  () => new Uint8Array(4),
  () => new Y.Text("typed"),
  () => new Y.Array<unknown>(),
  () => new Y.XmlElement("p"),
  () => new Y.Doc(),
  () => new Y.Map<unknown>(),
  () => {
    const map = new Y.Map<unknown>();
    map.set(
      "s1",
      new Y.Map<unknown>([
        ["verb", 3],
        ["$order", "V000"],
      ]),
    );
    map.set("s2", new Y.Text("x"));
    map.set("", new Y.Map<unknown>([["$order", "V000"]]));
    map.set("s3", new Y.Map<unknown>([["$order", 7]]));
    return map;
  },
];
const fields = ["kind", "name", "aliases", "spec", "specVersion", "mode", "order", "deletedAt"];
const filling = fc.nat(fillings.length - 1);

/** A cell with some fields right and some of any type. */
const garbage = fc.record({
  whole: fc.option(filling, { nil: null, freq: 4 }),
  kind: fc.constantFrom("note", "transform", "query", "load", "parameter", "unheard"),
  fields: fc.array(fc.tuple(fc.constantFrom(...fields), filling), { maxLength: 5 }),
  spec: fc.array(fc.tuple(fc.constantFrom("text", "sql", "steps", "from", "file", "control", "x", "__proto__"), filling), {
    maxLength: 4,
  }),
});

const everyOperation: readonly Operation[] = [
  { type: "set-title", title: "t" },
  { type: "restore-cell", cell: a },
  { type: "rename-cell", cell: a, name: "mended" },
  { type: "set-mode", cell: a, mode: "auto" },
  { type: "move-cell", cell: a, order: "V000" },
  { type: "edit-text", cell: a, field: "text", splice: { at: 0, remove: 0, insert: "x" } },
  { type: "edit-text", cell: a, field: "sql", splice: { at: 0, remove: 0, insert: "x" } },
  { type: "add-item", cell: a, field: "steps", item: { id: "new", verb: "v" }, before: null },
  { type: "set-spec", cell: a, path: ["steps"], value: [{ id: "one", verb: "v" }] },
  { type: "set-spec", cell: a, path: ["sql"], value: "select 1" },
  { type: "replace-spec", cell: a, spec: {} },
  { type: "duplicate-cell", cell: a, id: "cell_copy" as CellId, name: "", order: "V000" },
  { type: "delete-cell", cell: a, at: 1 },
];

describe("a document that holds anything", () => {
  it("is read as a notebook, drawn as a graph, printed as a file and worked on, without an exception (D-1)", () => {
    fc.assert(
      fc.property(fc.array(garbage, { minLength: 1, maxLength: 4 }), filling, filling, (cells, title, tile) => {
        const doc = newNotebookDoc();
        doc.transact(() => {
          doc.getMap("meta").set("title", fillings[title]?.());
          doc.getMap("layout").set("cell_a", fillings[tile]?.());
          cells.forEach((draft, index) => {
            const id = index === 0 ? a : `cell_${index}`;
            const map = new Y.Map<unknown>();
            doc.getMap("cells").set(id, draft.whole === null ? map : fillings[draft.whole]?.());
            if (draft.whole !== null) return;
            map.set("kind", draft.kind);
            map.set("name", index === 0 ? "a" : "b");
            const spec = new Y.Map<unknown>();
            map.set("spec", spec);
            for (const [field, value] of draft.spec) spec.set(field, fillings[value]?.());
            for (const [field, value] of draft.fields) map.set(field, fillings[value]?.());
          });
        });
        const notebook = readNotebook(doc, kindOf);
        expect(dependencyGraph(notebook, kindOf).order).toHaveLength(
          notebook.cells.filter((cell) => cell.deletedAt === null).length,
        );
        parseNotebookFile(printNotebookFile(notebook, kindOf), kindOf);
        for (const operation of everyOperation) writeOperation(doc, operation, kindOf, "me");
        const copy = newNotebookDoc();
        Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
        expect(readNotebook(copy, kindOf)).toEqual(readNotebook(doc, kindOf));
      }),
      { numRuns: Number(process.env.GENOMECRAFT_RUNS ?? 300), seed: 11 },
    );
  });

  it("a cell of nonsense is there, invalid, and mended by writing its spec anew (D-1, D-2)", () => {
    const doc = newNotebookDoc();
    const map = new Y.Map<unknown>([
      ["kind", "query"],
      ["name", "q"],
      ["spec", "rubbish"],
      ["mode", 9],
      ["order", { x: 1 }],
    ]);
    doc.getMap("cells").set(a, map);
    expect(readNotebook(doc, kindOf).cells[0]).toMatchObject({ kind: "query", mode: "manual", order: "", spec: { sql: "" } });
    expect(writeOperation(doc, { type: "replace-spec", cell: a, spec: { sql: "select 1" } }, kindOf, "me").ok).toBe(true);
    expect(textOf(doc, a, "sql")?.toString()).toBe("select 1");
  });

  it("texts of nine megabytes and specs nested two thousand deep are read", () => {
    const doc = newNotebookDoc();
    const long = "ACGT".repeat(2_250_000);
    const spec = new Y.Map<unknown>([
      ["sql", new Y.Text(long)],
      ["x", long],
    ]);
    doc.getMap("cells").set(
      a,
      new Y.Map<unknown>([
        ["kind", "query"],
        ["name", long],
        ["spec", spec],
      ]),
    );
    let deep: unknown = 1;
    for (let level = 0; level < 2_000; level++) deep = [deep];
    doc.getMap("cells").set(
      "cell_deep",
      new Y.Map<unknown>([
        ["kind", "load"],
        ["name", "deep"],
        ["spec", new Y.Map<unknown>([["file", deep]])],
      ]),
    );
    const notebook = readNotebook(doc, kindOf);
    expect(notebook.cells[0]?.spec.sql).toHaveLength(long.length);
    expect(dependencyGraph(notebook, kindOf).cells.get(a)?.problem?.reason).toBe("notebook.name-refused");
    const refused = writeOperation(
      doc,
      { type: "edit-text", cell: a, field: "sql", splice: { at: 0, remove: 0, insert: "A" } },
      kindOf,
      "me",
    );
    expect(refused).toMatchObject({ ok: false, error: { reason: "notebook.text-too-long" } });
  });
});

describe("what was left out because it nests too deep", () => {
  it("is a problem of its cell, at its place: a value, one inside another, a field of an item, the whole spec (D-1)", () => {
    const said = (spec: unknown) => {
      const doc = newNotebookDoc();
      const cell = new Y.Map<unknown>([
        ["kind", "transform"],
        ["order", "V000"],
        ["spec", spec],
      ]);
      doc.getMap("cells").set(a, cell);
      return dependencyGraph(readNotebook(doc, kindOf), kindOf).cells.get(a)?.problem;
    };
    const item = new Y.Map<unknown>([
      ["$order", "V000"],
      ["verb", tooDeepText],
    ]);
    for (const [spec, at] of [
      [new Y.Map([["from", tooDeepText]]), ["from"]],
      [new Y.Map([["from", { ref: [1, tooDeepText] }]]), ["from", "ref", 1]],
      [new Y.Map([["steps", new Y.Map([["s1", item]])]]), ["steps", 0, "verb"]],
      [tooDeepText, ["spec"]],
    ] as const) {
      expect(said(spec)).toMatchObject({ reason: "notebook.value-too-deep", at });
    }
  });
  it("shared types in shared types are read as deep as values are", () => {
    const doc = newNotebookDoc();
    let inner = new Y.Map<unknown>();
    const outer = inner;
    for (let level = 0; level < 500; level++) {
      const next = new Y.Map<unknown>();
      inner.set("x", next);
      inner = next;
    }
    doc.getMap("cells").set(
      a,
      new Y.Map<unknown>([
        ["kind", "note"],
        ["spec", new Y.Map([["deep", outer]])],
      ]),
    );
    const [cell] = readNotebook(doc, kindOf).cells;
    expect(JSON.stringify(cell?.spec["deep"]).match(/"x":/g)).toHaveLength(64);
  });
});
