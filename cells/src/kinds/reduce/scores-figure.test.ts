// What the plot of components shows.

import { expect, test } from "vitest";
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
  expect(figure?.layout["xaxis"]).toEqual({ title: { text: "PC1, 45.1 %" } });
  expect(JSON.stringify(scoresFigure(scores, null, "ru")?.data[0]?.["meta"])).toContain("plain");
});

test("one component is no plot; a column that tells all apart is no factor", () => {
  const one = { columns: scores.columns.slice(0, 5), rows: scores.rows.map((row) => row.slice(0, 5)) };
  expect(scoresFigure(one, null, "en")).toBeNull();
  expect(factorsOf({ columns: [{ name: "id", type: "text" }], rows: [["a"], ["b"]] })).toEqual([]);
});
