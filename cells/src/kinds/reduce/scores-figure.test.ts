// What the plot of components shows.

import { expect, test } from "vitest";
import { numberColumn, tableOf, textColumn } from "../../artifacts/table.ts";
import { disclosureOf } from "../../disclosure-of.ts";
import { forReaders } from "./for-readers.ts";
import { factorsOf, nameColumnOf, scoresFigure } from "./scores-figure.ts";

const scores = {
  columns: [
    { name: "sample", type: "text", semantic: "sample" },
    { name: "batch", type: "text" },
    { name: "sex", type: "text", semantic: "category" },
    { name: "mouse", type: "int32" },
    { name: "PC1", type: "float64", unit: "45.1 %" },
    { name: "PC2", type: "float64", unit: "12.0 %" },
  ],
  rows: [
    ["GSM1", "b1", "Male", 1, 1.5, -2],
    ["GSM2", "b1", "Female", 2, -1.5, 2],
    ["GSM3", "b2", "Female", 3, 0.5, 1],
  ],
} as const;

test("points are coloured by the first factor and named by what tells the samples apart", () => {
  expect(factorsOf(scores)).toEqual(["sex", "batch"]);
  expect(nameColumnOf(scores)).toBe("sample");
  const figure = scoresFigure(scores, "sex", "en");
  expect(figure?.data.map((trace) => [trace["name"], trace["text"], trace["x"]])).toEqual([
    ["Female", ["GSM2", "GSM3"], [-1.5, 0.5]],
    ["Male", ["GSM1"], [1.5]],
  ]);
  expect(scoresFigure(scores, "sex", "en", false)?.data.every((trace) => trace["text"] === undefined)).toBe(true);
  expect(figure?.layout["xaxis"]).toEqual({ title: { text: "PC1, 45.1 %" } });
  expect(scoresFigure(scores, "sex", "ru")?.layout["xaxis"]).toEqual({ title: { text: "PC1, 45,1 %" } });
  expect(JSON.stringify(scoresFigure(scores, null, "ru")?.data[0]?.["meta"])).toContain("plain");
});

test("one component is no plot; a column that tells all apart is no factor", () => {
  const one = { columns: scores.columns.slice(0, 5), rows: scores.rows.map((row) => row.slice(0, 5)) };
  expect(scoresFigure(one, null, "en")).toBeNull();
  expect(factorsOf({ columns: [{ name: "id", type: "text" }], rows: [["a"], ["b"]] })).toEqual([]);
});

test("readers get the plot that the notebook shows, with names only where labels were chosen; one component stays a table", () => {
  const table = tableOf(
    textColumn("sample", ["GSM1", "GSM2", "GSM3", "GSM4"], { semantic: "sample" }),
    // A donor with two samples would be found by it.
    textColumn("donor", ["d1", "d1", "d2", "d2"], { semantic: "identifier" }),
    textColumn("sex", ["m", "m", "f", "f"], { semantic: "category" }),
    numberColumn("PC1", [1, 2, 3, null]),
    numberColumn("PC2", [4, 5, 6, null]),
  );
  const readers = { spec: {}, nameOf: () => null, elsewhere: "" };
  const bare = forReaders(table, { ...readers, labels: false });
  expect(bare.type === "figure" && bare.data.map(({ name, text }) => [name, text])).toEqual([
    ["f", undefined],
    ["m", undefined],
  ]);
  expect(JSON.stringify(bare)).not.toMatch(/GSM|d1/u);
  expect(JSON.stringify(forReaders(table, { ...readers, labels: true }))).toContain("GSM1");
  const asked = { spec: { from: { ref: "cell_a" } }, port: "out", columns: null, valueOf: () => undefined };
  expect(disclosureOf("reduce", { ...asked, artifact: bare })).toEqual({ identifying: [], behind: { of: "individuals" } });
  const one = { ...table, columns: table.columns.slice(0, 4) };
  expect(forReaders(one, { ...readers, labels: false })).toBe(one);
});
