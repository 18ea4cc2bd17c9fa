import { describe, expect, it } from "vitest";
import type { CellId } from "../base/ids.ts";
import type { JsonObject } from "../base/json.ts";
import type { Kind } from "../contract/kind.ts";
import { failureSentence } from "../messages/catalogue.ts";
import { applyOperation, emptyNotebook } from "./apply-operation.ts";
import { dependencyGraph } from "./dependency-graph.ts";
import { mendingOperation } from "./mending-operation.ts";
import { kindOfForTests as kindOf } from "../testing/kinds-for-tests.ts";
import { migrateNotebook } from "./migrations.ts";
import type { Cell, Notebook } from "./notebook.ts";
import { keysBetween } from "./order-key.ts";

const id = (name: string): CellId => `cell_${name}` as CellId;
const cell = (name: string, kind: string, spec: JsonObject = {}, more: Partial<Cell> = {}): Cell => ({
  id: id(name),
  kind,
  name,
  aliases: [],
  spec,
  specVersion: kind === "parameter" ? 3 : 1,
  mode: "auto",
  order: "",
  deletedAt: null,
  ...more,
});
const notebook = (...cells: Cell[]): Notebook => {
  const orders = keysBetween(null, null, cells.length);
  return { ...emptyNotebook, cells: cells.map((found, index) => ({ ...found, order: orders[index] as string })) };
};
const problemsOf = (of: Notebook): { readonly [name: string]: string | undefined } =>
  Object.fromEntries(
    [...dependencyGraph(of, kindOf).cells.values()]
      .filter((found) => found.problem)
      .map((found) => [found.cell.name, found.problem?.reason]),
  );

describe("the graph of a notebook", () => {
  it("finds inputs in forms and in text without running anything, names ignoring case and former names too (D-6, G-1)", () => {
    const graph = dependencyGraph(
      notebook(
        cell("top", "query", { sql: "select * from KEPT join old.steps" }),
        cell(
          "kept",
          "transform",
          { from: { ref: "cell_counts" }, limit: { ref: "cell_least", port: "out" } },
          { aliases: ["old"] },
        ),
        cell("least", "parameter", { control: { type: "number" } }),
        cell("counts", "load"),
      ),
      kindOf,
    );
    expect(graph.cells.get(id("top"))?.slots).toEqual([
      { name: "i0", cell: "cell_kept", port: "out" },
      { name: "i1", cell: "cell_kept", port: "steps" },
    ]);
    expect(graph.cells.get(id("kept"))?.slots).toEqual([
      { name: "i0", cell: "cell_counts", port: "out", field: "from" },
      { name: "i1", cell: "cell_least", port: "out", field: "limit" },
    ]);
    expect(graph.order).toEqual(["cell_least", "cell_counts", "cell_kept", "cell_top"]);
    expect(graph.dependents.get(id("kept"))).toEqual(["cell_top"]);
    expect(graph.cells.get(id("counts"))).toMatchObject({ problem: null, missing: "file" });
  });

  it("an unknown name is a problem of its cell, with the nearest name to mend it (G-2)", () => {
    const broken = notebook(cell("kept", "transform"), cell("top", "query", { sql: "select * from ketp join Ketp" }));
    const top = dependencyGraph(broken, kindOf).cells.get(id("top"));
    expect(top?.problem).toMatchObject({ reason: "notebook.name-unknown-near", at: ["sql"], span: { start: 14, end: 18 } });
    expect(failureSentence(top?.problem as never, "en")).toBe("There is no cell called ketp. Do you mean kept?");
    const mended = applyOperation(broken, mendingOperation(top?.cell as Cell, top?.problem as never) as never, kindOf);
    expect(mended.ok && mended.value.cells[1]?.spec.sql).toBe("select * from kept join kept");
    expect(mended.ok && problemsOf(mended.value)).toEqual({});
    expect(problemsOf(notebook(cell("top", "query", { sql: "select * from xyzzy" })))).toEqual({ top: "notebook.name-unknown" });
  });

  it("names the members of a cycle, and nobody else (G-3)", () => {
    const graph = dependencyGraph(
      notebook(
        cell("a", "transform", { from: { ref: "cell_c" } }),
        cell("b", "query", { sql: "select 1 from a" }),
        cell("c", "transform", { from: { ref: "cell_b" } }),
        cell("after", "query", { sql: "select 1 from c" }),
        cell("self", "query", { sql: "select 1 from self" }),
      ),
      kindOf,
    );
    expect(graph.cells.get(id("b"))?.problem).toMatchObject({ reason: "notebook.cycle", params: { members: ["a", "b", "c"] } });
    expect(graph.cells.get(id("self"))?.problem?.params.members).toEqual(["self"]);
    expect(graph.cells.get(id("after"))?.problem).toBeNull();
    expect(graph.order).toHaveLength(5);
  });

  it("of two cells with one name the later one is to be renamed, and text that says the name is ambiguous (G-3)", () => {
    const twice = notebook(
      cell("kept", "transform"),
      cell("Kept", "transform", {}, { id: id("two") }),
      cell("top", "query", { sql: "select 1 from kept" }),
    );
    expect(problemsOf(twice)).toEqual({ Kept: "notebook.name-taken", top: "notebook.name-ambiguous" });
    const two = dependencyGraph(twice, kindOf).cells.get(id("two"));
    const mended = applyOperation(twice, mendingOperation(two?.cell as Cell, two?.problem as never) as never, kindOf);
    expect(mended.ok && problemsOf(mended.value)).toEqual({});
  });

  it("an input in the bin can be restored with one click", () => {
    const binned = notebook(
      cell("counts", "load", {}, { deletedAt: 1 }),
      cell("kept", "transform", { from: { ref: "cell_counts" } }),
      cell("top", "query", { sql: "select 1 from counts" }),
    );
    expect(problemsOf(binned)).toEqual({ kept: "notebook.input-in-bin", top: "notebook.input-in-bin" });
    const kept = dependencyGraph(binned, kindOf).cells.get(id("kept"));
    expect(mendingOperation(kept?.cell as Cell, kept?.problem as never)).toEqual({ type: "restore-cell", cell: "cell_counts" });
  });

  it("says what is wrong with a spec, and where", () => {
    const bad = (spec: JsonObject, kind = "load", more: Partial<Cell> = {}) =>
      dependencyGraph(notebook(cell("x", kind, spec, more)), kindOf).cells.get(id("x"))?.problem;
    expect(bad({ header: "yes" })).toMatchObject({
      reason: "notebook.spec-type-wrong",
      at: ["header"],
      params: { field: "header", found: '"yes"' },
    });
    expect(bad({ colour: 1 })).toMatchObject({ reason: "notebook.spec-key-unknown", at: ["colour"] });
    expect(bad({ steps: [{ id: "a", verb: "x", colum: "y" }] }, "transform")).toMatchObject({
      at: ["steps", 0, "colum"],
      params: { field: "steps.1" },
    });
    expect(bad({ control: { type: "dial" } }, "parameter")).toMatchObject({
      reason: "notebook.spec-not-one-of",
      params: { allowed: ["number", "column"] },
    });
    expect(bad({ file: 3 })).toMatchObject({ reason: "notebook.spec-type-wrong", at: ["file"] });
    expect(bad({}, "volcano")).toMatchObject({ reason: "notebook.kind-unknown" });
    expect(bad({}, "load", { specVersion: 9 })).toMatchObject({ reason: "notebook.spec-newer" });
    expect(bad({ from: { ref: "cell_nowhere" } }, "transform")).toMatchObject({
      reason: "notebook.input-gone",
      fix: { path: ["from"], value: null },
    });
    expect(bad({ sql: "select 1 from x.nowhere" }, "query")).toMatchObject({
      reason: "runtime.port-missing",
      params: { available: ["out"] },
    });
  });

  it("an input of the wrong type, and a text that has no result, are said before anything runs", () => {
    const graph = problemsOf(
      notebook(
        cell("least", "parameter", { control: { type: "number" } }),
        cell("words", "note", { text: "x" }),
        cell("kept", "transform", { from: { ref: "cell_least" } }),
        cell("other", "transform", { from: { ref: "cell_words" } }),
      ),
    );
    expect(graph).toEqual({ kept: "runtime.type-refused", other: "notebook.no-output" });
  });

  it("brings specs of older releases to the present shape, step by step (D-8)", () => {
    const old = notebook(cell("p", "parameter", { type: "number", value: 4, caption: "Reads" }, { specVersion: 1 }));
    const graph = dependencyGraph(old, kindOf).cells.get(id("p"));
    expect(graph).toMatchObject({ problem: null, spec: { control: { type: "number" }, value: 4, label: "Reads" } });
    const migrated = migrateNotebook(old, kindOf);
    expect(migrated.cells[0]).toMatchObject({ specVersion: 3, spec: { control: { type: "number" }, value: 4, label: "Reads" } });
    expect(migrateNotebook(migrated, kindOf)).toBe(migrated);
  });

  it("analyses only what changed: answers of other cells stay the same objects", () => {
    const cells = Array.from({ length: 1000 }, (_, index) =>
      cell(`c${index}`, "query", { sql: index === 0 ? "select 1" : `select 1 from c${index - 1}` }),
    );
    const before = notebook(...cells);
    const first = dependencyGraph(before, kindOf);
    expect(first.order).toHaveLength(1000);
    const changed = {
      ...before,
      cells: before.cells.map((found, index) => (index === 500 ? { ...found, spec: { sql: "select 2 from c499" } } : found)),
    };
    const second = dependencyGraph(changed, kindOf);
    const same = [...second.cells].filter(([key, value]) => first.cells.get(key) === value);
    expect(same).toHaveLength(999);
  });
});

describe("what is too much of a cell", () => {
  const steps = (count: number): JsonObject => ({
    from: null,
    steps: Array.from({ length: count }, (_, at) => ({ id: `s${at}`, verb: "head" })),
  });
  it("is not looked into, and its cell says so: items of a list, letters of code (L-4)", () => {
    const sql = (length: number): JsonObject => ({ sql: `select '${"x".repeat(length - 9)}'` });
    const graph = dependencyGraph(
      notebook(
        cell("few", "transform", steps(1000)),
        cell("many", "transform", steps(1001)),
        cell("short", "query", sql(262_144)),
        cell("long", "query", sql(262_145)),
        cell("prose", "note", { text: "x".repeat(500_000) }),
      ),
      kindOf,
    );
    const told = [...graph.cells.values()].flatMap(({ cell: { name }, problem }) => (problem ? [[name, problem]] : []));
    expect(told).toMatchObject([
      ["many", { reason: "notebook.list-long", params: { field: "steps", count: 1001, most: 1000 }, at: ["steps"] }],
      ["long", { reason: "notebook.code-long", params: { field: "sql", count: 262_145, most: 262_144 }, at: ["sql"] }],
    ]);
    expect(graph.cells.get(id("many"))?.cell.spec["steps"]).toHaveLength(1001);
  });

  it("is a cell behind 2,000 others: no operation adds one, and one that is there is kept and says so (L-4)", () => {
    const all = notebook(...Array.from({ length: 2001 }, (_, at) => cell(`c${at}`, "load")));
    expect(problemsOf(all)).toEqual({ c2000: "notebook.cell-beyond" });
    expect(dependencyGraph(all, kindOf).cells.size).toBe(2001);
    const { id: _id, aliases: _aliases, specVersion: _version, deletedAt: _deleted, ...rest } = cell("more", "load");
    const add = { ...rest, type: "add-cell", id: id("more"), order: keysBetween(null, null, 1)[0] as string } as const;
    const without = (cells: readonly Cell[]): Notebook => ({ ...all, cells });
    const refused = applyOperation(without(all.cells.slice(0, 2000)), add, kindOf);
    expect(refused).toMatchObject({ ok: false, error: { reason: "notebook.notebook-full", params: { most: 2000 } } });
    expect(applyOperation(without(all.cells.slice(0, 1999)), add, kindOf).ok).toBe(true);
    const binned = all.cells.slice(0, 2000).map((found, at) => (at === 0 ? { ...found, deletedAt: 1 } : found));
    expect(applyOperation(without(binned), add, kindOf).ok).toBe(true);
    const restored = applyOperation(
      without([...binned, all.cells[2000] as Cell]),
      { type: "restore-cell", cell: id("c0") },
      kindOf,
    );
    expect(restored).toMatchObject({ ok: false, error: { reason: "notebook.notebook-full" } });
  });

  it("are names in its texts, of one cell and of all: it says so, and the others go on (L-4)", () => {
    const naming = (count: number, name = "a"): JsonObject => ({ text: `{{${name}.rows}}`.repeat(count) });
    const seven = Array.from({ length: 7 }, (_, at) => cell(`n${at}`, "note", naming(7_900)));
    const all = notebook(
      cell("a", "load"),
      cell("most", "note", naming(10_000)),
      cell("many", "note", naming(10_001)),
      ...seven,
      cell("last", "note", naming(10)),
    );
    const graph = dependencyGraph(all, kindOf);
    const told = [...graph.cells.values()].flatMap(({ cell: { name }, problem }) => (problem ? [[name, problem]] : []));
    const beyond = { reason: "notebook.names-beyond", params: { most: 50_000 } };
    expect(told).toMatchObject([
      ["many", { reason: "notebook.names-many", params: { field: "text", most: 10_000 }, at: ["text"] }],
      ["n5", beyond],
      ["n6", beyond],
    ]);
    expect(graph.cells.get(id("last"))?.slots).toHaveLength(1);
    const renamed = applyOperation(all, { type: "rename-cell", cell: id("a"), name: "b" }, kindOf);
    const textOf = (name: string): unknown =>
      renamed.ok && renamed.value.cells.find((found) => found.name === name)?.spec["text"];
    expect(textOf("most")).toBe("{{b.rows}}".repeat(10_000));
    expect(textOf("many")).toBe("{{a.rows}}".repeat(10_001));
  });

  it("twice as many names in a text are twice the work (L-4)", () => {
    const looks = (count: number): number => {
      let looked = 0;
      const references = Array.from({ length: count }, (_, at) => ({
        field: "text",
        get name() {
          looked++;
          return `g${at}`;
        },
        start: 0,
        end: 1,
      }));
      const kind = { ...(kindOf("note") as Kind), textReferences: () => references };
      const others = references.map((_, at) => cell(`g${at}`, "load"));
      const all = notebook(...others, cell("names", "note", { text: "x" }));
      const graph = dependencyGraph(all, (name) => (name === "note" ? kind : kindOf(name)));
      expect(graph.cells.get(id("names"))?.slots).toHaveLength(count);
      return looked;
    };
    expect(looks(400)).toBeLessThanOrEqual(2 * looks(200));
  });

  it("names near to an unknown one are told to the first hundred cells that have one (L-4)", () => {
    const asking = Array.from({ length: 102 }, (_, at) => cell(`c${at}`, "query", { sql: "select * from coutns" }));
    const problems = Object.values(problemsOf(notebook(cell("counts", "load"), ...asking)));
    expect(problems.slice(0, 100)).toEqual(Array.from({ length: 100 }, () => "notebook.name-unknown-near"));
    expect(problems.slice(100)).toEqual(["notebook.name-unknown", "notebook.name-unknown"]);
  });
});
