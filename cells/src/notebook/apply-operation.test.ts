import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CellId } from "../base/ids.ts";
import { failureSentence } from "../messages/catalogue.ts";
import { applyOperation, applyOperations, emptyNotebook } from "./apply-operation.ts";
import { isCellName, nearestName, toCellName, uniqueName } from "./cell-name.ts";
import { kindOfForTests as kindOf } from "../testing/kinds-for-tests.ts";
import type { Notebook } from "./notebook.ts";
import type { Operation } from "./operation.ts";
import { isOrderKey, keyAt, keyBetween, keysBetween } from "./order-key.ts";

const id = (name: string): CellId => `cell_${name}` as CellId;
const add = (name: string, kind: string, spec: Extract<Operation, { type: "add-cell" }>["spec"] = {}): Operation => ({
  type: "add-cell",
  id: id(name),
  kind,
  name,
  spec,
  order: "V000",
  mode: "auto",
});

const start = ((): Notebook => {
  const made = applyOperations(
    emptyNotebook,
    [
      add("counts", "load"),
      add("kept", "transform", { steps: [{ id: "a", verb: "x" }] }),
      add("top", "query", { sql: "a🧬" }),
      add("gone", "load"),
      { type: "delete-cell", cell: id("gone"), at: 1 },
    ],
    kindOf,
  );
  if (!made.ok) throw new Error(made.error.reason);
  return made.value;
})();

it("a title is what one sees of it; one of which nothing is seen is refused, and so are names of cells with hidden letters (A-1d)", () => {
  const titled = (title: string): unknown => {
    const made = applyOperation(start, { type: "set-title", title }, kindOf);
    return made.ok ? made.value.title : made.error.reason;
  };
  expect(titled("\u202eStu\u200bdy\u0007 A")).toBe("Study A");
  expect(titled("x".repeat(1_200))).toBe("x".repeat(1_000));
  expect(titled("\u200b")).toBe("notebook.title-unseen");
  expect(titled("")).toBe("");
  const named = applyOperation(start, { type: "rename-cell", cell: id("top"), name: "to\u3164p" }, kindOf);
  expect(named).toMatchObject({ ok: false, error: { reason: "notebook.name-refused", params: { suggestion: "top" } } });
});

describe("an operation that cannot be done is refused with a sentence (O-2)", () => {
  const cases: readonly (readonly [string, Operation])[] = [
    ["notebook.cell-unknown", { type: "set-mode", cell: id("nobody"), mode: "off" }],
    ["notebook.cell-exists", add("counts", "load")],
    ["notebook.cell-in-bin", { type: "set-mode", cell: id("gone"), mode: "off" }],
    ["notebook.cell-not-in-bin", { type: "restore-cell", cell: id("top") }],
    ["notebook.kind-unknown", { ...add("v", "volcano") }],
    ["notebook.name-refused", { type: "rename-cell", cell: id("top"), name: "2 genes" }],
    ["notebook.name-taken", { type: "rename-cell", cell: id("top"), name: "COUNTS" }],
    ["notebook.order-refused", { type: "move-cell", cell: id("top"), order: "!" }],
    ["notebook.path-missing", { type: "set-spec", cell: id("kept"), path: ["steps", 4, "verb"], value: 1 }],
    ["notebook.path-missing", { type: "set-item", cell: id("kept"), field: "steps", item: "a", path: ["id"], value: "b" }],
    ["notebook.value-not-storable", { type: "set-spec", cell: id("counts"), path: ["file"], value: Number.NaN }],
    ["notebook.not-text", { type: "set-spec", cell: id("top"), path: ["sql"], value: 3 }],
    ["notebook.not-text", { type: "edit-text", cell: id("kept"), field: "steps", splice: { at: 0, remove: 0, insert: "" } }],
    [
      "notebook.splice-outside",
      { type: "edit-text", cell: id("top"), field: "sql", splice: { at: 2, remove: 0, insert: "cuts the helix" } },
    ],
    ["notebook.splice-outside", { type: "edit-text", cell: id("top"), field: "sql", splice: { at: 0, remove: 9, insert: "" } }],
    ["notebook.text-too-long", { type: "set-spec", cell: id("top"), path: ["sql"], value: "x".repeat(1_000_001) }],
    [
      "notebook.list-full",
      {
        type: "set-spec",
        cell: id("kept"),
        path: ["steps"],
        value: Array.from({ length: 1_001 }, (_, n) => ({ id: `s${n}`, verb: "head" })),
      },
    ],
    ["notebook.not-a-list", { type: "remove-item", cell: id("top"), field: "steps", item: "a" }],
    ["notebook.item-unknown", { type: "move-item", cell: id("kept"), field: "steps", item: "a", before: "zz" }],
    ["notebook.item-exists", { type: "add-item", cell: id("kept"), field: "steps", item: { id: "a" }, before: null }],
    ["notebook.tile-refused", { type: "set-tile", tile: { cell: id("top"), x: 8, y: 0, w: 6, h: 1 } }],
  ];
  it.each(cases)("%s", (reason, operation) => {
    const done = applyOperation(start, operation, kindOf);
    expect(done).toMatchObject({ ok: false, error: { reason } });
    if (done.ok) return;
    for (const locale of ["en", "ru"] as const) expect(failureSentence(done.error, locale)).not.toMatch(/^notebook\.|undefined/);
  });

  it("a list that is longer than a cell takes may shrink and change, and grows no more (L-4)", () => {
    const steps = Array.from({ length: 1_500 }, (_, n) => ({ id: `s${n}`, verb: "head" }));
    const cells = start.cells.map((cell) => (cell.id === id("kept") ? { ...cell, spec: { ...cell.spec, steps } } : cell));
    const long = { ...start, cells };
    const of = { cell: id("kept"), field: "steps" };
    expect(applyOperation(long, { type: "remove-item", ...of, item: "s3" }, kindOf).ok).toBe(true);
    expect(applyOperation(long, { type: "set-item", ...of, item: "s3", path: ["verb"], value: "tail" }, kindOf).ok).toBe(true);
    const more = { id: "more", verb: "head" };
    expect(applyOperation(long, { type: "add-item", ...of, item: more, before: null }, kindOf)).toMatchObject({
      ok: false,
      error: { reason: "notebook.list-full", params: { count: 1_501, most: 1_000 } },
    });
  });

  it("a cell that nobody touched stays the same object", () => {
    const done = applyOperation(start, { type: "set-mode", cell: id("top"), mode: "off" }, kindOf);
    expect(done.ok && done.value.cells.filter((cell, index) => cell === start.cells[index])).toHaveLength(3);
  });

  it("renaming a cell rewrites its name in the text of all cells, there alone; the old name still resolves (O-4)", () => {
    const text = "select * from kept join counts -- kept as it is, keptx too\nunion select * from KEPT";
    const before = applyOperation(start, add("both", "query", { sql: text }), kindOf);
    const after = before.ok
      ? applyOperation(before.value, { type: "rename-cell", cell: id("kept"), name: "filtered" }, kindOf)
      : before;
    if (!after.ok) throw new Error(after.error.reason);
    const found = (name: string) => after.value.cells.find((cell) => cell.id === id(name));
    expect(found("both")?.spec.sql).toBe(
      "select * from filtered join counts -- kept as it is, keptx too\nunion select * from filtered",
    );
    expect(found("kept")).toMatchObject({ name: "filtered", aliases: ["kept"] });
  });

  it("text keeps plain line ends and whole characters (O-3)", () => {
    const done = applyOperation(
      start,
      { type: "edit-text", cell: id("top"), field: "sql", splice: { at: 1, remove: 2, insert: "\r\n\ud800" } },
      kindOf,
    );
    expect(done.ok && done.value.cells.find((cell) => cell.name === "top")?.spec.sql).toBe("a\n\ufffd");
  });
});

describe("places (D-4)", () => {
  it("there is always a key between two, and a thousand at the end stay short", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 1, maxLength: 80 }), (places) => {
        const keys: { order: string }[] = [];
        for (const place of places) {
          const index = place % (keys.length + 1);
          const order = keyAt(keys, index);
          expect(isOrderKey(order)).toBe(true);
          keys.splice(index, 0, { order });
        }
        const all = keys.map((key) => key.order);
        expect(all).toEqual([...new Set(all)].sort());
      }),
      { numRuns: 200, seed: 1 },
    );
    expect(keysBetween(null, null, 1000).at(-1)).toHaveLength(4);
    let high = "V001";
    for (let index = 0; index < 200; index++) high = keyBetween("V000", high);
    expect(high > "V000" && high < "V001").toBe(true);
  });

  it("of two equal keys the next goes after both", () => {
    expect(keyAt([{ order: "V000" }, { order: "V000" }], 1) > "V000").toBe(true);
  });
});

describe("names (D-6)", () => {
  it("are letters of any script, digits and _", () => {
    expect(["counts_kept", "box_Xist", "ген_2", "数据", "_x"].every(isCellName)).toBe(true);
    expect(["", "2x", "a b", "a-b", "a.b", "x".repeat(65)].some(isCellName)).toBe(false);
    expect(toCellName(" genes by sex ")).toBe("genes_by_sex");
    expect(toCellName("2310009E13")).toBe("_2310009E13");
    expect(toCellName("!?")).toBe("");
  });

  it("are made unique ignoring case, and the nearest is found for one that is wrong", () => {
    expect(uniqueName("Kept", ["kept", "kept_2"])).toBe("Kept_3");
    expect(uniqueName("kept_2", ["kept_2"])).toBe("kept_3");
    expect(nearestName("conuts", ["kept", "counts"])).toBe("counts");
    expect(nearestName("xyz", ["counts"])).toBeNull();
  });
});
