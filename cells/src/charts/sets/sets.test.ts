// Overlaps of lists: each member is counted in one part alone.

import { expect, test } from "vitest";
import { booleanColumn, cellString, columnOf, numberColumn, tableOf, textColumn } from "../../artifacts/table.ts";
import type { Table } from "../../artifacts/artifact.ts";
import type { JsonObject } from "../../base/json.ts";
import { chartRefused, drawChart } from "../../testing/draw-chart.ts";
import { numbersOf } from "../parts/plot-array.ts";
import { sets } from "./chart.ts";

const genes = ["Xist", "Actb", "Tp53", "Myc", "Egfr", "Gapdh"];
const flags = tableOf(
  textColumn("gene", genes, { semantic: "gene" }),
  booleanColumn("a", [true, true, true, false, false, false]),
  booleanColumn("b", [true, false, true, true, false, null]),
  numberColumn("c", [1, 0, 0, 1, 0, 0]),
  numberColumn("size", [1, 2, 3, 4, 5, 6]),
);
const long = tableOf(
  textColumn("gene", ["Xist", "Actb", "Xist", "Myc", "Xist", "Myc", "Myc"], { semantic: "gene" }),
  textColumn("contrast", ["d4", "d4", "d8", "d8", "d9", "d9", "d9"], { semantic: "category" }),
  numberColumn("padj", [0.01, 0.2, 0.03, 0.04, 0.001, null, 0.01]),
  numberColumn("change", [1, 1, -1, 1, 2, 1, -3]),
);
const drawn = (of: Table, more: JsonObject, own: JsonObject = {}) => drawChart(of, { ...more, chart: { type: "sets", ...own } });
const rowsOf = (table: Table, names: readonly string[]) =>
  Array.from({ length: table.rowCount }, (_, row) =>
    names.map((name) => {
      const column = columnOf(table, name);
      return column ? cellString(column, row) : "";
    }),
  );

test("columns of yes and no, and of 0 and 1, are lists; a Venn diagram of three", async () => {
  const { out, data, notes } = await drawn(flags, { labels: true });
  expect(rowsOf(data, ["lists", "n", "gene"])).toEqual([
    ["", "2", "Egfr, Gapdh"],
    ["a", "1", "Actb"],
    ["a & b", "1", "Tp53"],
    ["b & c", "1", "Myc"],
    ["a & b & c", "1", "Xist"],
  ]);
  const numbers = (out.layout["annotations"] as JsonObject[]).filter(({ meta }) => meta === "part").map(({ text }) => text);
  expect(numbers).toEqual(["1", "0", "1", "0", "0", "1", "1"]);
  expect(notes).toEqual(["chart-sets.note-gaps", "chart-sets.note-none", "chart-sets.note-parts-own", "chart-sets.note-areas"]);
  expect(out.alt).toMatch(/^Overlap of 3 lists: a 3, b 3, c 2\. Parts: a 1, a & b 1/);
});

test("rows that name their list, where y is small enough, parted by a sign; an UpSet plot of more than three", async () => {
  const { out, data, notes } = await drawn(long, { x: "contrast", y: "padj", color: "change" });
  expect(rowsOf(data, ["lists", "n"])).toEqual([
    ["", "1"],
    ["d8 ↑ & d9 ↓", "1"],
    ["d4 ↑ & d8 ↓ & d9 ↑", "1"],
  ]);
  expect([...numbersOf(out.data[0]?.["y"] as JsonObject)]).toEqual([1, 1]);
  expect((out.layout["yaxis2"] as JsonObject)["ticktext"]).toEqual(["d4 ↑ (1)", "d8 ↓ (1)", "d8 ↑ (1)", "d9 ↑ (1)", "d9 ↓ (1)"]);
  expect(notes).toContain("chart.note-missing");
  expect(JSON.stringify(out)).not.toContain("Xist");
});

test("members are named on hover with labels on alone, up to a number", async () => {
  const { out } = await drawn(flags, { labels: true }, { shows: "upset" });
  expect(out.data[0]).toMatchObject({ hovertext: expect.arrayContaining(["a<br>n = 1<br>Actb"]) });
  expect((await drawn(flags, {}, { shows: "upset" })).out.data[0]).not.toHaveProperty("hovertext");
});

test("rows of one label are one member, with names drawn or not", async () => {
  const patients = tableOf(
    textColumn("mutation", ["m1", "m2", "m3", "m4"], { semantic: "identifier" }),
    textColumn("gene", ["FLT3", "NPM1", "FLT3", "FLT3"]),
    textColumn("patient", ["p1", "p1", "p2", "p2"]),
  );
  for (const labels of [false, true]) {
    const { data, notes } = await drawn(patients, { x: "gene", label: "patient", labels });
    expect(rowsOf(data, ["lists", "n"])).toEqual([
      ["FLT3", "1"],
      ["FLT3 & NPM1", "1"],
    ]);
    expect(notes).toContain("chart-sets.note-repeated");
  }
});

test("of many parts the largest are drawn and all are in the data", async () => {
  const { out, data, notes } = await drawn(flags, {}, { shows: "upset", parts: 2 });
  expect([out.marks, data.rowCount]).toEqual([2, 5]);
  expect(notes).toContain("chart-sets.note-parts");
});

test("bad columns, a single list and a Venn diagram of four are sentences", async () => {
  const of = async (table: Table, more: JsonObject, own: JsonObject = {}) =>
    (await chartRefused(table, { ...more, chart: { type: "sets", ...own } })).reason;
  expect(await of(flags, {}, { columns: ["a", "size"] })).toBe("chart-sets.not-flags");
  expect(await of(flags, {}, { columns: ["a"] })).toBe("chart-sets.one-list");
  expect(await of(tableOf(numberColumn("v", [4, 5])), {})).toBe("chart-sets.no-flags");
  expect(await of(tableOf(textColumn("contrast", ["a", "b"], { semantic: "category" })), { x: "contrast" })).toBe(
    "chart-sets.no-members",
  );
  expect(await of(long, { x: "contrast", color: "gene" })).toBe("chart-sets.no-sign");
  expect(await chartRefused(long, { x: "contrast", color: "change", chart: { type: "sets", shows: "venn" } })).toMatchObject({
    reason: "chart-sets.venn-of-many",
    fix: { value: "upset" },
  });
});

test("below a table of several contrasts it begins with the lists of each, higher and lower apart", () => {
  const above = {
    ref: { ref: "cell_a" as never },
    name: "contrasts",
    type: "table" as const,
    groupColumns: ["contrast"],
    numberColumns: ["baseMean", "log2FoldChange", "pvalue", "padj"],
    gene: null,
    summary: { type: "table" as const, shape: [9, 6], columns: [{ name: "contrast", type: "text" as const }] },
  };
  expect(sets.menu?.begins?.(above)).toEqual({ x: "contrast", y: "padj", color: "log2FoldChange", labels: true });
  expect([sets.menu?.fits?.(above), sets.menu?.fits?.({ ...above, summary: null })]).toEqual([3, 0]);
});
