// A doubt that a step mends is gone by one click: what the cell reads goes through that step, and nobody else's cell changes.

import { expect, test } from "vitest";
import { rawValues, stepAgainst } from "@genomecraft/cells/artifacts/raw-values.ts";
import { words as rawWords } from "@genomecraft/cells/artifacts/raw-values/words.ts";
import { assayOf } from "@genomecraft/cells/artifacts/assay.ts";
import { tableOf, textColumn } from "@genomecraft/cells/artifacts/table.ts";
import type { JsonObject } from "@genomecraft/cells/base/json.ts";
import { kindOf, kinds } from "@genomecraft/cells/kinds.ts";
import { cellOf, idOf, notebookOf } from "@genomecraft/cells/testing/notebook-of.ts";
import { applyOperation } from "@genomecraft/cells/notebook/apply-operation.ts";
import { dependencyGraph } from "@genomecraft/cells/notebook/dependency-graph.ts";
import type { Cell, Notebook } from "@genomecraft/cells/notebook/notebook.ts";
import type { Operation } from "@genomecraft/cells/notebook/operation.ts";
import { keyAt } from "@genomecraft/cells/notebook/order-key.ts";
import { cellWith, stepAfter, stepBefore } from "./step-before.ts";

const counts = cellOf("counts", "load");
const logged = (name: string, steps: readonly JsonObject[] = [{ id: "a", verb: "log-cpm" }], more: Partial<Cell> = {}) =>
  cellOf(name, "transform", { from: { ref: idOf("counts") }, steps: [...steps] }, more);
const pca = cellOf("pca", "reduce", { from: { ref: idOf("counts") } });
const logCpm = { verb: "log-cpm" };

function after(of: Notebook, field = "from", step: JsonObject = logCpm): Notebook {
  const { cells } = of;
  const found = stepBefore(cells, cells.find(({ name }) => name === "pca") as Cell, field, step, "transform");
  if (!found) throw new Error("nothing was offered");
  const added = idOf("new");
  const operations: readonly Operation[] =
    found.by === "wiring"
      ? [found.operation]
      : [
          {
            type: "add-cell",
            id: added,
            kind: "transform",
            name: "new",
            spec: kinds.transform.withSteps?.(found.from, [{ id: "s1", ...step }]) as JsonObject,
            order: keyAt(cells, found.after === null ? 0 : cells.findIndex(({ id: each }) => each === found.after) + 1),
            mode: "auto",
          },
          found.rewired(added),
        ];
  return operations.reduce((now, operation) => {
    const next = applyOperation(now, operation, kindOf);
    if (!next.ok) throw new Error(next.error.reason);
    return next.value;
  }, of);
}
const chain = (of: Notebook, name: string): readonly (string | undefined)[] => {
  const { cells } = dependencyGraph(of, kindOf);
  const found = [...cells.values()].find((each) => each.cell.name === name);
  const [slot] = found?.slots ?? [];
  return slot ? [name, ...chain(of, cells.get(slot.cell)?.cell.name ?? "")] : [name];
};
const inOrder = (of: Notebook): readonly string[] =>
  [...of.cells].sort((a, b) => (a.order < b.order ? -1 : 1)).map(({ name }) => name);

test("S-7: a new step stands right above the cell, reads what the cell read, and the cell reads the step", () => {
  const note = cellOf("note", "note", { text: "x" });
  const before = notebookOf(counts, note, pca);
  const now = after(before);
  expect(inOrder(now)).toEqual(["counts", "note", "new", "pca"]);
  expect(chain(now, "pca")).toEqual(["pca", "new", "counts"]);
  expect([...dependencyGraph(now, kindOf).cells.values()].find(({ cell: { name } }) => name === "new")?.problem).toBeNull();
  // The other cells are as they were.
  expect(now.cells.filter(({ name }) => name === "counts" || name === "note")).toEqual(before.cells.slice(0, 2));
});

test("the step of the topmost cell stands at the top", () => {
  expect(inOrder(after(notebookOf(pca, counts)))).toEqual(["new", "pca", "counts"]);
});

test("where a cell does that one step to the same data already, it is read, and none is added", () => {
  const now = after(notebookOf(counts, logged("log"), pca));
  expect(inOrder(now)).toEqual(["counts", "log", "pca"]);
  expect(chain(now, "pca")).toEqual(["pca", "log", "counts"]);
});

test.each([
  [
    "does more",
    [
      logged("log", [
        { id: "a", verb: "log-cpm" },
        { id: "b", verb: "z-score" },
      ]),
    ],
  ],
  ["does another step", [logged("log", [{ id: "a", verb: "log" }])]],
  ["passes its step over", [logged("log", [{ id: "a", verb: "log-cpm", off: true }])]],
  ["is switched off", [logged("log", undefined, { mode: "off" })]],
  [
    "reads other data",
    [
      cellOf("other", "load"),
      cellOf("log", "transform", { from: { ref: idOf("other") }, steps: [{ id: "a", verb: "log-cpm" }] }),
    ],
  ],
  [
    "reads another output of the same cell",
    [cellOf("log", "transform", { from: { ref: idOf("counts"), port: "reading" }, steps: [{ id: "a", verb: "log-cpm" }] })],
  ],
])("a cell that %s does not count: a new one is added", (_what, others) => {
  expect(chain(after(notebookOf(counts, ...others, pca)), "pca")).toEqual(["pca", "new", "counts"]);
});

test("a field that reads nothing has no step before it", () => {
  const bare = cellOf("pca", "reduce");
  expect(stepBefore([counts, bare], bare, "from", logCpm, "transform")).toBeNull();
});

test("each doubt about the scale of a matrix names a step, and the cell that does it is valid", () => {
  for (const key of ["counts", "linear"] as const) {
    const step = stepAgainst(rawWords.sentence(key)) ?? expect.fail(key);
    expect(
      kinds.transform.schema.safeParse(kinds.transform.withSteps?.({ ref: idOf("counts") }, [{ id: "s1", ...step }])).success,
    ).toBe(true);
  }
  const values = { layout: "dense" as const, data: Float32Array.of(0, 4711) };
  const matrix = { values, features: tableOf(textColumn("gene", ["Xist"])), samples: tableOf(textColumn("sample", ["a", "b"])) };
  expect([rawValues(assayOf({ ...matrix, scale: "counts" })), rawValues(assayOf({ ...matrix, scale: "log2-cpm" }))]).toEqual([
    "counts",
    null,
  ]);
});

test("what a finding offers is added once: to the chain that mends others, so and not otherwise", () => {
  const rename = { verb: "rename-chromosomes", to: "plain" };
  const cells = (...more: readonly Cell[]) => notebookOf(counts, ...more).cells;
  const from = { ref: idOf("counts") };
  expect(stepAfter(cells(logged("log")), from, rename, "transform")).toBeNull();
  const done = logged("renamed", [{ id: "a", ...rename }]);
  expect(stepAfter(cells(done), from, rename, "transform")).toEqual({ by: "there", cell: done.id });
  const joined = { by: "joining", cell: done.id, at: 1 };
  expect(stepAfter(cells(done), from, { ...rename, to: "chr" }, "transform")).toEqual(joined);
  expect(stepAfter(cells(done), from, { verb: "distinct" }, "transform")).toEqual(joined);
  expect(stepAfter(cells(logged("off", [{ id: "a", ...rename }], { mode: "off" })), from, rename, "transform")).toBeNull();
  const sort = { verb: "sort", by: [{ column: "chromosome" }, { column: "start" }] };
  const sorted = (...names: readonly string[]) =>
    logged("sorted", [{ id: "a", verb: "sort", by: names.map((column) => ({ column, descending: false })) }]);
  expect(stepAfter(cells(sorted("chromosome", "start")), from, sort, "transform")).toMatchObject({ by: "there" });
  expect(stepAfter(cells(sorted("start")), from, sort, "transform")).toMatchObject({ by: "joining" });
});

test("what is asked already, just so and not switched off, is gone to instead of asked again", () => {
  const asks = { by: "groups", factor: "time", of: ["Day8"], against: ["Day0"], within: [], less: [] };
  const spec = { from: { ref: idOf("model"), port: "fit" }, contrasts: [{ asks }] };
  const day8 = cellOf("day8", "contrast", { ...spec, contrasts: [{ name: "", asks }], alpha: 0.1 });
  expect(cellWith([counts, day8], "contrast", spec)).toBe(day8.id);
  expect(cellWith([counts, { ...day8, mode: "off" }], "contrast", spec)).toBeNull();
  expect(cellWith([counts, day8], "contrast", { ...spec, contrasts: [{ asks: { ...asks, of: ["Day4"] } }] })).toBeNull();
});
