// What a grid shows of an artifact. Numbers of summaries are R's: summary(), sd(), quantile().

import { describe, expect, test } from "vitest";
import { assayOf } from "./assay.ts";
import { columnSummaries } from "./column-summaries.ts";
import { columnSummary } from "./column-summary.ts";
import { booleanColumn, integerColumn, numberColumn, tableOf, textColumn } from "./table.ts";
import { namesOf } from "./names-of-artifact.ts";
import { rowOrder } from "./row-order.ts";
import { searchNames } from "./search-names.ts";
import { columnsOfWindow, windowOfArtifact } from "./window-of-artifact.ts";

const table = tableOf(
  textColumn("day", ["Day10", "Day2", null, "day1", "Day2"]),
  numberColumn("__proto__", [1.5, null, Number.NaN, -2, Number.POSITIVE_INFINITY], { unit: "counts" }),
  integerColumn("Größe 😀", [5, 4, 3, 2, 1], { semantic: "count" }),
  booleanColumn("constructor", [true, null, false, true, true]),
);
const matrix = assayOf({
  values: { layout: "dense", data: Float32Array.of(1, 2, Number.NaN, 4, 0, 6) },
  features: tableOf(textColumn("gene", ["Xist", "Tsix", "Ddx3y"])),
  samples: tableOf(textColumn("sample", ["s1", "s2"]), textColumn("sex", ["F", "M"])),
});

describe("windows", () => {
  test("a rectangle of a table, clamped to what is there", () => {
    expect(windowOfArtifact(table, { offset: 3, limit: 10, columns: { offset: 1, limit: 2 } })).toEqual({
      columns: [
        { name: "__proto__", type: "float64", unit: "counts" },
        { name: "Größe 😀", type: "int32", semantic: "count" },
      ],
      rows: [
        [-2, 2],
        ["Infinity", 1],
      ],
      offset: 3,
      total: 5,
    });
    expect(windowOfArtifact(table, { offset: 99, limit: 10 })?.rows).toEqual([]);
    expect(windowOfArtifact({ type: "value", value: 1 }, { offset: 0, limit: 1 })).toBeNull();
  });
  test("sorted naturally, missing cells last either way", () => {
    const days = (descending: boolean) =>
      windowOfArtifact(table, {
        offset: 0,
        limit: 5,
        columns: { offset: 0, limit: 1 },
        sort: { column: "day", descending },
      })?.rows.flat();
    expect(days(false)).toEqual(["day1", "Day2", "Day2", "Day10", null]);
    expect(days(true)).toEqual(["Day10", "Day2", "Day2", "day1", null]);
    expect([...rowOrder(table.columns[1] as never, false)]).toEqual([3, 0, 4, 1, 2]);
  });
  test("each can be sorted by every column it has, of a matrix also by each sample", () => {
    expect(columnsOfWindow(table, undefined)).toContain("day");
    expect(columnsOfWindow(matrix, undefined)).toEqual(["gene", "s1", "s2"]);
    expect(columnsOfWindow(matrix, "samples")).toEqual(["sample", "sex"]);
  });
  test("of a matrix: features down, samples across, and its two tables", () => {
    expect(windowOfArtifact(matrix, { offset: 0, limit: 2, sort: { column: "s2", descending: true } })).toMatchObject({
      columns: [{ name: "gene" }, { name: "s1" }, { name: "s2" }],
      rows: [
        ["Ddx3y", 0, 6],
        ["Tsix", null, 4],
      ],
      total: 3,
    });
    expect(windowOfArtifact(matrix, { part: "samples", offset: 0, limit: 9 })?.rows).toEqual([
      ["s1", "F"],
      ["s2", "M"],
    ]);
  });
  test("names that match: the same, then those that begin so, then those that hold it", () => {
    const names = ["Xist", "xis", "Tsxist", "Xistos", "Trp53"];
    const many = tableOf(textColumn("gene", names));
    expect(searchNames(namesOf(many, "column:gene") ?? [], "XIST", 9)).toEqual(["Xist", "Xistos", "Tsxist"]);
    expect(searchNames(namesOf(matrix, "samples") ?? [], "", 1)).toEqual(["s1"]);
  });
});

describe("summaries", () => {
  test("of numbers: R's quartiles and standard deviation, bins that hold every value", () => {
    const found = columnSummary(numberColumn("x", [2, 4, 4, 5, 7, 9, 0, null, 11, 12]), { bins: 4 });
    expect(found).toMatchObject({
      missing: 1,
      distinct: 8,
      histogram: { min: 0, max: 12, median: 5, q1: 4, q3: 9, zeros: 1, mean: 6 },
    });
    expect(found.histogram?.sd).toBeCloseTo(4.062019, 6);
    expect(found.histogram?.counts).toEqual([2, 3, 1, 3]);
  });
  test("of texts and truth values: the most frequent", () => {
    expect(columnSummary(table.columns[0] as never)).toMatchObject({
      missing: 1,
      distinct: 3,
      top: [{ value: "Day2", count: 2 }, {}, {}],
    });
    expect(columnSummary(table.columns[3] as never)).toMatchObject({
      top: [
        { value: "true", count: 3 },
        { value: "false", count: 1 },
      ],
    });
  });
  test("of nothing, of one value, of infinities", () => {
    expect(columnSummary(numberColumn("x", []))).toEqual({ name: "x", type: "float64", missing: 0, distinct: 0 });
    // R 4.2.2: hist(c(0, .1, .2, .3, .7, 1), seq(0, 1, .1), right = FALSE)$counts
    const tenths = columnSummary(numberColumn("x", [0, 0.1, 0.2, 0.3, 0.7, 1]), { bins: 10 }).histogram;
    expect(tenths?.counts).toEqual([1, 1, 1, 1, 0, 0, 0, 1, 0, 1]);
    expect(columnSummary(numberColumn("x", [3, 3])).histogram).toMatchObject({ counts: [2], sd: 0, median: 3 });
    expect(columnSummary(numberColumn("x", [Number.NaN, Number.NEGATIVE_INFINITY])).histogram).toBeUndefined();
  });
  test("of a matrix: its samples, a missing number counted", () => {
    expect(columnSummaries(matrix)).toMatchObject([
      { name: "s1", missing: 1, histogram: { max: 1 } },
      { name: "s2", missing: 0, histogram: { max: 6 } },
    ]);
  });
});
