// What the add menu offers and finds.

import { expect, test } from "vitest";
import type { CellId } from "@genomecraft/cells/base/ids.ts";
import { kindCards } from "@genomecraft/cells/kind-cards.ts";
import { kindOf, kinds } from "@genomecraft/cells/kinds.ts";
import { learners } from "@genomecraft/cells/learners.ts";
import { listedSteps } from "@genomecraft/cells/steps.ts";
import { type Above, menuGroups, type MenuEntry } from "@genomecraft/cells/contract/menu-entry.ts";
import {
  entriesWith,
  entryLine,
  entryTitle,
  kindsWithMore,
  offersOf,
  searchEntries,
  startOf,
  suggestionsFor,
} from "./add-entries.ts";

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
/** Once the kinds have come whose variants offer tasks. */
const addEntries = entriesWith(new Map(kindsWithMore.map((kind) => [kind, kindOf(kind) ?? expect.fail(kind)])));
const ids = (found: readonly { readonly id: string }[]): string[] => found.map((entry) => entry.id);

test("a task is found by its name, by what it does and by what others call it, in both languages", () => {
  expect(ids(searchEntries("box", "en", addEntries))[0]).toBe("box");
  expect(ids(searchEntries("scatter", "en", addEntries))).toContain("point");
  expect(ids(searchEntries("normalise", "en", addEntries))).toContain("log-cpm");
  expect(ids(searchEntries("ящики", "en", addEntries))).toContain("box");
  expect(ids(searchEntries("гистограмма", "ru", addEntries))[0]).toBe("histogram");
  expect(ids(searchEntries("volcano", "en", addEntries))).toEqual(["point", "contrast"]);
  expect(ids(searchEntries("differential", "en", addEntries))[0]).toBe("differential");
  expect(ids(searchEntries("z-score [", "en", addEntries))).toEqual([]);
  expect(ids(searchEntries("z-score", "en", addEntries))).toContain("transform");
  expect(ids(searchEntries("log-cpm", "en", addEntries))[0]).toBe("log-cpm");
});

test("every kind offers a task; tasks stand in the order of the groups, each once, with title and line in both languages", () => {
  expect(new Set(addEntries.map((entry) => entry.card.kind))).toEqual(new Set(Object.keys(kindCards)));
  expect(new Set(ids(addEntries)).size).toBe(addEntries.length);
  const groups = addEntries.map((entry) => menuGroups.indexOf(entry.group));
  expect(groups).toEqual([...groups].sort((a, b) => a - b));
  const explore = ["profile", "pca", "box", "point", "histogram", "heatmap", "violin"];
  expect(ids(addEntries.filter((entry) => entry.group === "explore")).filter((id) => explore.includes(id))).toEqual(explore);
  for (const locale of ["en", "ru"] as const)
    for (const entry of addEntries) expect(entryTitle(entry, locale) && entryLine(entry, locale), entry.id).not.toBe("");
});

test("Prepare is offered first on every table and matrix that is there, with its proposal opened", () => {
  const prepare = addEntries.filter(({ first }) => first);
  expect(ids(prepare)).toEqual(["prepare"]);
  for (const type of ["table", "assay"] as const) {
    const data = above({ type, summary: { type, shape: [41786, 22] } });
    expect(ids(suggestionsFor(data, addEntries))[0]).toBe("prepare");
    expect(prepare[0] && startOf(prepare[0], data, () => "")).toEqual({ from: { ref: "cell_counts" }, prepare: "explore" });
  }
  const control = { ref: "cell_gene" as CellId };
  for (const other of [
    above({}),
    above({ type: "model", summary: { type: "model", shape: [] } }),
    above({ type: "table", control, summary: { type: "table", shape: [3, 2] } }),
  ])
    expect(ids(suggestionsFor(other, addEntries))).not.toContain("prepare");
});

test("counts are filtered and brought to one scale first; then groups are shown", () => {
  const counts = above({ summary: { type: "assay", shape: [41786, 22], detail: { scale: "counts" } } });
  expect(ids(suggestionsFor(counts, addEntries))).toEqual(["prepare", "filter-features", "quality", "log-cpm"]);
  expect(ids(suggestionsFor(above({ gene: { ref: "cell_gene" as CellId } }), addEntries))[0]).toBe("box");
  expect(ids(suggestionsFor(null, addEntries))).toEqual(["load", "paste", "note"]);
});

test("below a parameter only what turns with it is offered first: no training under a gene, and nothing under a number", () => {
  const gene = { ref: "cell_gene" as CellId };
  const matrix = above({ summary: { type: "assay", shape: [41786, 22], detail: { scale: "log" } }, groupColumns: ["sex"] });
  expect(ids(suggestionsFor({ ...matrix, gene }, addEntries))).toContain("train");
  expect(ids(suggestionsFor({ ...matrix, gene, control: gene }, addEntries))).toEqual(["box"]);
  expect(ids(suggestionsFor({ ...matrix, gene, control: { ref: "cell_number" as CellId } }, addEntries))).toEqual([]);
});

test("of a matrix that is still loading nothing is offered first that is wrong for counts", () => {
  const [first] = ids(suggestionsFor(above({}), addEntries));
  expect(first).toBe("gene");
});

test("points are not offered after a table without numbers", () => {
  expect(ids(suggestionsFor(above({ type: "table" }), addEntries))).toEqual(["profile", "quality", "filter"]);
});

test("three tasks that fit are offered, whatever stands above", () => {
  const gene = { ref: "cell_gene" as CellId };
  const summary = { type: "assay", shape: [41786, 22], detail: { scale: "log2-cpm" } } as const;
  expect(ids(suggestionsFor(above({ summary }), addEntries))).toEqual(["prepare", "pca", "gene", "heatmap"]);
  expect(ids(suggestionsFor(above({ gene, summary }), addEntries))).toEqual(["prepare", "box", "pca", "train"]);
  expect(ids(suggestionsFor(above({ type: "table", numberColumns: ["age"] }), addEntries))).toEqual([
    "profile",
    "point",
    "quality",
  ]);
  expect(ids(suggestionsFor(above({ type: "table", numberColumns: ["PC1", "PC2"] }), addEntries))).toEqual([
    "point",
    "profile",
    "train",
  ]);
  expect(ids(suggestionsFor(above({ type: "model" }), addEntries))).toEqual(["predict", "note", "load"]);
  expect(ids(suggestionsFor(above({ type: "value" }), addEntries))).toEqual(["box", "point", "note"]);
  expect(ids(suggestionsFor(above({ type: "figure" }), addEntries))).toEqual(["note", "transform", "point"]);
  expect(ids(suggestionsFor(above({ type: "report" }), addEntries))).toEqual(["note", "transform", "point"]);
});

test("a table with a p value and a fold change suggests the volcano first", () => {
  const results = above({ type: "table", numberColumns: ["baseMean", "log2FoldChange", "pvalue", "padj"] });
  expect(ids(suggestionsFor(results, addEntries))[0]).toBe("point");
  const entry = addEntries.find(({ id }) => id === "point");
  expect(entry && [entryTitle(entry, "en", results), entryLine(entry, "en", results), entryTitle(entry, "en")]).toEqual([
    "Volcano",
    "Points: padj against log2FoldChange",
    "Points",
  ]);
  expect(entry && startOf(entry, results, () => "s1")).toEqual({
    from: { ref: "cell_counts" },
    chart: { type: "point", smallestAbove: true, leastX: 1, passY: 0.05 },
    x: "log2FoldChange",
    y: "padj",
    logY: true,
  });
});

test("a box chart after a picked gene draws that gene by the first group", () => {
  const box = addEntries.find((entry) => entry.id === "box");
  const spec = box && startOf(box, above({ groupColumns: ["sex", "time"], gene: { ref: "cell_gene" as CellId } }), () => "s1");
  expect(spec).toEqual({ from: { ref: "cell_counts" }, chart: { type: "box" }, y: { ref: "cell_gene" }, x: "sex", color: "sex" });
});

test("a task begins with what stands above where it takes that, else with the nearest matrix that it needs", () => {
  const byId = (id: string) => addEntries.find((entry) => entry.id === id) ?? expect.fail(id);
  const table = above({ type: "table", ref: { ref: "cell_samples" as CellId }, matrix: above({}) });
  expect(startOf(byId("profile"), table, () => "s1")).toEqual({ from: { ref: "cell_samples" } });
  expect(startOf(byId("log-cpm"), table, () => "s1")).toEqual({
    from: { ref: "cell_counts" },
    steps: [{ id: "s1", verb: "log-cpm" }],
  });
  expect(startOf(byId("note"), table, () => "s1")).toEqual({});
  expect(startOf(byId("profile"), above({ type: "model" }), () => "s1")).toEqual({});
});

test("a variant of a kind that has come offers a task in its own words, and is found by them", () => {
  const violin: MenuEntry = {
    id: "violin",
    group: "explore",
    order: 7,
    takes: ["table"],
    words: (locale) =>
      locale === "en"
        ? { title: "Violin by group", line: "The shape of a distribution", synonyms: "density" }
        : { title: "Скрипки по группам", line: "Форма распределения", synonyms: "плотность" },
  };
  const withViolin = entriesWith(new Map([["chart", { ...kinds.chart, variantEntries: [violin] }]]));
  const before = entriesWith(new Map());
  expect(withViolin.length).toBe(before.length + 1);
  expect(ids(withViolin.filter((entry) => entry.group === "explore")).at(-1)).toBe("violin");
  const [found] = searchEntries("density violin", "en", withViolin);
  expect(found && [entryTitle(found, "ru"), entryLine(found, "en"), found.card.kind]).toEqual([
    "Скрипки по группам",
    "The shape of a distribution",
    "chart",
  ]);
  expect(searchEntries("violin density", "en", before)).toEqual([]);
});

test("a family of charts offers itself when the charts have come, in its own words and both languages", () => {
  const entries = entriesWith(new Map([["chart", kinds.chart]]));
  expect(ids(searchEntries("violin", "en", entries))[0]).toBe("violin");
  expect(ids(searchEntries("скрипки", "ru", entries))[0]).toBe("violin");
  const violin = entries.find((entry) => entry.id === "violin");
  const spec = violin && startOf(violin, above({ type: "table", groupColumns: ["sex"], numberColumns: ["age"] }), () => "s1");
  expect(spec).toEqual({ from: { ref: "cell_counts" }, chart: { type: "violin" }, y: "age", x: "sex", color: "sex" });
});

test("the task of a kind is found by the titles of its variants once they have come, whatever they are called", () => {
  const transform = { ...kinds.transform, variantTitles: () => ["Inventing"] };
  expect(ids(searchEntries("inventing", "en", entriesWith(new Map([["transform", transform]]))))).toContain("transform");
  expect(searchEntries("inventing", "en", addEntries)).toEqual([]);
});

test("every step and every learner is found by its title, in both languages", () => {
  for (const locale of ["en", "ru"] as const) {
    for (const { step } of listedSteps)
      expect(searchEntries(step.words.say("title", {}, locale), locale, addEntries), step.name).not.toEqual([]);
    for (const { learner } of Object.values(learners))
      expect(ids(searchEntries(learner.words.say("title", {}, locale), locale, addEntries))).toContain("train");
  }
});

test("every chart family is found by what people call it, and all of them as charts", () => {
  for (const typed of ["bar", "bars", "mean", "average", "столбики"])
    expect(ids(searchEntries(typed, "en", addEntries)), typed).toContain("bar");
  for (const typed of ["bar", "bars"]) expect(ids(searchEntries(typed, "en", addEntries))[0]).toBe("bar");
  for (const typed of ["line", "lines"]) expect(ids(searchEntries(typed, "en", addEntries))[0], typed).toBe("line");
  const families = ["bar", "box", "heatmap", "histogram", "line", "point", "violin"];
  for (const typed of ["chart", "график"])
    expect(ids(searchEntries(typed, "en", addEntries)), typed).toEqual(expect.arrayContaining(families));
  const bar = addEntries.find((entry) => entry.id === "bar");
  const table = above({ type: "table", groupColumns: ["diet"], numberColumns: ["weight"] });
  expect(bar && startOf(bar, table, () => "s1")).toEqual({
    from: { ref: "cell_counts" },
    chart: { type: "bar", measure: "mean" },
    x: "diet",
    y: "weight",
    color: "diet",
  });
});

test("what fits stands above, and no second time in its group", () => {
  const first = suggestionsFor(null, addEntries);
  const offers = offersOf(first, addEntries);
  expect(offers.slice(0, 3).map(({ group, entry }) => [group, entry.id])).toEqual([
    ["fits", "load"],
    ["fits", "paste"],
    ["fits", "note"],
  ]);
  expect(ids(offers.map(({ entry }) => entry)).sort()).toEqual(ids(addEntries).sort());
});
