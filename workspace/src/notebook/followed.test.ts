// What was suggested and done is not suggested again.

import { expect, test } from "vitest";
import type { JsonObject } from "@genomecraft/cells/base/json.ts";
import type { Above } from "@genomecraft/cells/contract/menu-entry.ts";
import { kindOf } from "@genomecraft/cells/kinds.ts";
import type { Cell } from "@genomecraft/cells/notebook/notebook.ts";
import { cellOf, idOf, notebookOf } from "@genomecraft/cells/testing/notebook-of.ts";
import { entriesWith, kindsWithMore, suggestionsFor } from "./add-entries.ts";
import { isFollowed } from "./followed.ts";

const entries = entriesWith(new Map(kindsWithMore.map((kind) => [kind, kindOf(kind) ?? expect.fail(kind)])));
const summary = { type: "assay", shape: [41786, 22], detail: { scale: "counts" } } as const;
const above = (name: string, scale = "counts"): Above => ({
  ref: { ref: idOf(name) },
  name,
  summary: { ...summary, detail: { scale } },
  type: "assay",
  groupColumns: [],
  numberColumns: [],
  gene: null,
});
const offered = (at: Above | null, ...cells: Cell[]): readonly string[] =>
  suggestionsFor(at, entries, (entry) => isFollowed(entry, at, notebookOf(...cells).cells)).map(({ id }) => id);
const counts = cellOf("counts", "load");
const step = (name: string, from: string, verb: string, more: JsonObject = {}, cell: Partial<Cell> = {}) =>
  cellOf(name, "transform", { from: { ref: idOf(from) }, steps: [{ id: "a", verb, ...more }] }, cell);

test("S-7: genes that were filtered are not to be filtered again, neither of the same counts nor of what is left of them", () => {
  const kept = step("kept", "counts", "filter-features", { atLeast: 10, inSamples: 3 });
  expect(offered(above("counts"), counts)).toEqual(["prepare", "filter-features", "quality", "log-cpm"]);
  expect(offered(above("counts"), counts, kept)).not.toContain("filter-features");
  expect(offered(above("kept"), counts, kept)).not.toContain("filter-features");
  expect(offered(above("kept"), counts, kept)).toContain("log-cpm");
});

test("what is prepared is not offered to be prepared again, nor is what Quality says of it", () => {
  const opened = cellOf("check", "quality", { from: { ref: idOf("counts") }, prepare: "explore" });
  const folded = cellOf("check", "quality", { from: { ref: idOf("counts") } });
  expect(offered(above("counts"), counts, opened)).not.toContain("prepare");
  expect(offered(above("counts"), counts, folded)).toContain("prepare");
  expect(offered({ ...above("check"), type: "table", summary: { type: "table", shape: [22, 9] } }, counts, folded)).not.toContain(
    "prepare",
  );
});

test("the next steps are remembered through a whole chain, whatever stands between", () => {
  const kept = step("kept", "counts", "filter-features");
  const sorted = step("sorted", "kept", "select-features", { features: ["Xist"] });
  expect(offered(above("sorted"), counts, kept, sorted)).not.toContain("filter-features");
});

test("components of the same matrix are drawn once; of another they are offered", () => {
  const pca = cellOf("pca", "reduce", { from: { ref: idOf("log") } });
  const log = step("log", "counts", "log-cpm");
  expect(offered(above("log", "log2-cpm"), counts, log)).toContain("pca");
  expect(offered(above("log", "log2-cpm"), counts, log, pca)).not.toContain("pca");
  expect(offered(above("other", "log2-cpm"), counts, log, pca)).toContain("pca");
});

test("a step that is passed over, a cell that is off, and a step of other data are not done", () => {
  const first = (...cells: Cell[]) => offered(above("counts"), counts, ...cells)[1];
  expect(first(step("kept", "counts", "filter-features", {}, { mode: "off" }))).toBe("filter-features");
  expect(first(step("kept", "others", "filter-features"))).toBe("filter-features");
  expect(first(step("kept", "counts", "filter-features", { off: true }))).toBe("filter-features");
  const both = cellOf("both", "transform", {
    from: { ref: idOf("counts") },
    steps: [
      { id: "a", verb: "filter-features" },
      { id: "b", verb: "log-cpm" },
    ],
  });
  expect(first(both)).not.toMatch(/filter-features|log-cpm/u);
  const passed = step("kept", "counts", "filter-features", { off: true });
  expect(offered(above("kept"), counts, passed)[1]).toBe("filter-features");
});

test("what begins with nothing above it is offered whenever it fits", () => {
  expect(offered(null, counts, cellOf("note", "note"))).toEqual(["load", "paste", "note"]);
});
