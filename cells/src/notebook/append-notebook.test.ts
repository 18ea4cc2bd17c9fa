import { describe, expect, it } from "vitest";
import type { CellId } from "../base/ids.ts";
import { kindOf } from "../kinds.ts";
import { appendedNotebook } from "./append-notebook.ts";
import { applyOperation, applyOperations, emptyNotebook, growthRefusal } from "./apply-operation.ts";
import { freeName } from "./cell-name.ts";
import type { Notebook } from "./notebook.ts";
import type { Operation } from "./operation.ts";
import { keysBetween } from "./order-key.ts";

const id = (name: string): CellId => `cell_${name}` as CellId;
type Added = Omit<Extract<Operation, { type: "add-cell" }>, "type" | "mode" | "order">;
function notebookOf(cells: readonly Added[]): Notebook {
  const orders = keysBetween(null, null, cells.length);
  const made = applyOperations(
    emptyNotebook,
    cells.map((cell, at): Operation => ({ type: "add-cell", mode: "auto", order: orders[at] as string, ...cell })),
    kindOf,
  );
  if (!made.ok) throw new Error(made.error.reason);
  return made.value;
}
const query = (name: string, sql: string): Added => ({ id: id(name), kind: "query", name, spec: { sql } });
const note = (name: string, text: string): Added => ({ id: id(name), kind: "note", name: "", spec: { text } });
const append = (before: Notebook, added: Notebook): Notebook => {
  let count = 0;
  return appendedNotebook(before, added, { kindOf, newId: () => id(`new${++count}`) });
};

describe("a notebook behind another one", () => {
  it("has names and ids that are free, and what names or points to them follows", () => {
    const before = notebookOf([query("a", "select 1"), query("b", "select * from a")]);
    const added = notebookOf([
      query("a", "select 2"),
      query("A_2", "select * from a join A a2 using (x) -- a"),
      { id: id("t"), kind: "transform", name: "t", spec: { from: { ref: id("a"), port: "out" }, steps: [] } },
      note("n", "{{a.rows}} and {{A_2.rows}}, [[a]], {{b.rows}}"),
    ]);
    const { cells } = append(before, added);
    expect(cells.map((cell) => [cell.id, cell.name])).toEqual([
      [id("a"), "a"],
      [id("b"), "b"],
      [id("new1"), "a_3"],
      [id("A_2"), "A_2"],
      [id("t"), "t"],
      [id("n"), ""],
    ]);
    expect(cells[3]?.spec).toEqual({ sql: "select * from a_3 join a_3 a2 using (x) -- a" });
    expect(cells[4]?.spec["from"]).toEqual({ ref: id("new1"), port: "out" });
    expect(cells[5]?.spec).toEqual({ text: "{{a_3.rows}} and {{A_2.rows}}, [[a_3]], {{b.rows}}" });
    const orders = cells.map(({ order }) => order);
    expect([...orders].sort()).toEqual(orders);
    expect(cells.every(({ aliases }) => aliases.length === 0)).toBe(true);
  });

  it("is told what renaming one after the other tells", () => {
    const added = notebookOf([query("p", "select 1"), query("p_2", "select * from p"), query("q", "select * from p_2, p")]);
    let renamed = added;
    for (const [cell, name] of [
      ["p", "p_3"],
      ["p_2", "p_4"],
      ["q", "q_2"],
    ] as const) {
      const next = applyOperation(renamed, { type: "rename-cell", cell: id(cell), name }, kindOf);
      if (!next.ok) throw new Error(next.error.reason);
      renamed = next.value;
    }
    const behind = append(added, added).cells.slice(3);
    expect(behind.map(({ name, spec }) => [name, spec])).toEqual(renamed.cells.map(({ name, spec }) => [name, spec]));
  });

  it("of as many cells as one may have, each with a name that is taken, is made in the time that reading them takes", () => {
    const all = notebookOf([]);
    const cells = Array.from({ length: 2000 }, (_, at) => ({
      ...(notebookOf([query(`p_${at}`, at === 0 ? "select 1" : `select * from p_${at - 1}`)])
        .cells[0] as Notebook["cells"][number]),
    }));
    const many = { ...all, cells };
    const began = performance.now();
    const made = append(many, many).cells;
    expect(performance.now() - began).toBeLessThan(1_500);
    expect(made.length).toBe(4000);
    expect([made[2000]?.name, made[3999]?.name, made[3999]?.spec]).toEqual(["p_2000", "p_3999", { sql: "select * from p_3998" }]);
  });
});

it("free names of one stem are looked for from where the last one was", () => {
  const keys = new Set(["p"]);
  const tried = new Map<string, number>();
  for (const name of ["p_2", "p_3", "p_4"]) {
    expect(freeName("p", keys, tried)).toBe(name);
    keys.add(name);
  }
  expect(tried.get("p")).toBe(4);
});

it("a notebook does not grow beyond 2,000 cells at once either; one that is beyond may become as long as it is (L-4)", () => {
  const of = (count: number): Notebook => {
    const [cell] = notebookOf([query("p", "select 1")]).cells;
    return { ...emptyNotebook, cells: Array.from({ length: count }, () => cell as Notebook["cells"][number]) };
  };
  const full = { reason: "notebook.notebook-full", params: { most: 2000 } };
  expect(growthRefusal(emptyNotebook, of(2000))).toBeNull();
  expect(growthRefusal(emptyNotebook, of(2001))).toEqual(full);
  expect(growthRefusal(of(2100), of(2100))).toBeNull();
  expect(growthRefusal(of(2100), of(2101))).toEqual(full);
});
