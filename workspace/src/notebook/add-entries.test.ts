// What the add menu offers and finds.

import { expect, test } from "vitest";
import type { CellId } from "@genomecraft/cells/base/ids.ts";
import { addEntries, type Above, searchEntries, suggestionsFor } from "./add-entries.ts";

const all = (): boolean => true;
const above = (part: Partial<Above>): Above => ({
  ref: { ref: "cell_counts" as CellId },
  name: "counts",
  summary: null,
  type: "assay",
  groupColumns: [],
  numberColumns: [],
  gene: null,
  ...part,
});
const ids = (found: readonly { readonly id: string }[]): string[] => found.map((entry) => entry.id);

test("a task is found by its name, by what it does and by what others call it, in both languages", () => {
  expect(ids(searchEntries("box", "en", all))[0]).toBe("box");
  expect(ids(searchEntries("scatter", "en", all))).toContain("points");
  expect(ids(searchEntries("normalise", "en", all))).toContain("log-cpm");
  expect(ids(searchEntries("ящики", "en", all))).toContain("box");
  expect(ids(searchEntries("гистограмма", "ru", all))[0]).toBe("histogram");
  expect(searchEntries("volcano", "en", all)).toEqual([]);
});

test("only tasks whose kind this release has are offered", () => {
  expect(ids(searchEntries("", "en", (kind) => kind !== "query"))).not.toContain("sql");
});

test("counts are filtered and brought to one scale first; then groups are shown", () => {
  const counts = above({ summary: { type: "assay", shape: [41786, 22], detail: { scale: "counts" } } });
  expect(ids(suggestionsFor(counts, all))).toEqual(["low-genes", "log-cpm", "pca"]);
  expect(ids(suggestionsFor(above({ gene: { ref: "cell_gene" as CellId } }), all))[0]).toBe("box");
  expect(ids(suggestionsFor(null, all))[0]).toBe("load");
});

test("a box chart after a picked gene draws that gene by the first group", () => {
  const box = addEntries.find((entry) => entry.id === "box");
  const spec = box?.spec(above({ groupColumns: ["sex", "time"], gene: { ref: "cell_gene" as CellId } }), () => "s1");
  expect(spec).toEqual({ from: { ref: "cell_counts" }, chart: { type: "box" }, y: { ref: "cell_gene" }, x: "sex", color: "sex" });
});

test("a family of charts offers itself, in its own words and both languages", () => {
  expect(ids(searchEntries("violin", "en", all))[0]).toBe("violin");
  expect(ids(searchEntries("скрипки", "ru", all))[0]).toBe("violin");
  const violin = addEntries.find((entry) => entry.id === "violin");
  const spec = violin?.spec(above({ type: "table", groupColumns: ["sex"], numberColumns: ["age"] }), () => "s1");
  expect(spec).toEqual({ from: { ref: "cell_counts" }, chart: { type: "violin" }, y: "age", x: "sex", color: "sex" });
});
