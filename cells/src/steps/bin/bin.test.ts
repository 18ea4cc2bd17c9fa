// Intervals: edges of scikit-learn's KBinsDiscretizer and of its trees on two data sets, fitted on the training.

import { describe, expect, test } from "vitest";
import { numberColumn, tableOf, textColumn } from "../../artifacts/table.ts";
import { answers, listedRows, malignant, referenceNames, referenceTable } from "../../testing/reference-tables.ts";
import { laterOn, stepOn } from "../../testing/step-on-table.ts";

const edgesOf = (kept: { fitted?: { state: unknown } }): readonly number[][] =>
  kept.fitted ? (kept.fitted.state as { columns: { edges: number[] }[] }).columns.map(({ edges }) => edges) : [];

describe.each(["wdbc", "golub"] as const)("%s", (set) => {
  test.each([
    ["width", "bins-uniform"],
    ["quantile", "bins-quantile"],
  ])("%s", async (by, answer) => {
    const step = { verb: "bin", columns: [...referenceNames], how: { by, count: 5 }, label: "number" };
    const { table, kept } = await stepOn(referenceTable(set, false), step);
    const wanted = answers[set]?.[answer] ?? [];
    edgesOf(kept).forEach((edges, at) =>
      edges.forEach((edge, nth) => expect(edge).toBeCloseTo(wanted[at]?.[nth + 1] as number, 9)),
    );
    expect(listedRows(table)).toEqual(answers[set]?.[`${answer}-codes`]);
  });
  test("a tree for a class and for a number", async () => {
    const whole = referenceTable(set, false);
    const classes = Array.from({ length: whole.rowCount }, (_, row) => (set === "wdbc" ? malignant[row] === true : row % 5 < 2));
    const table = { ...whole, columns: [...whole.columns, textColumn("class", classes.map(String))] };
    for (const [target, answer] of [
      ["class", "tree-class"],
      ["f", "tree-number"],
    ] as const) {
      const how = { by: "tree", target, leaves: 4, least: 5 };
      const { kept } = await stepOn(table, { verb: "bin", columns: ["a", "b", "c"], how });
      edgesOf(kept).forEach((edges, at) => {
        const wanted = answers[set]?.[answer]?.[at] ?? [];
        expect(edges).toHaveLength(wanted.length);
        // scikit-learn has its columns in single precision.
        edges.forEach((edge, nth) => expect(edge / (wanted[nth] as number)).toBeCloseTo(1, 6));
      });
    }
  });
});

const ages = tableOf(numberColumn("age", [3, 18, 64.9, 65, null, -2]));
test("given edges: an interval holds its left edge, and every number has one", async () => {
  const { column } = await stepOn(ages, { verb: "bin", columns: ["age"], how: { by: "edges", edges: [18, 65] } });
  expect(column("age")).toEqual(["< 18", "[18, 65)", "[18, 65)", "≥ 65", null, "< 18"]);
});
// As users of scikit-learn met it (#19433, #15112): quantiles that fall on the least or the largest value parted nothing.
test.each([
  ["mostly zeros", [0, 0, 0, 0, 0, 0, 0, 0, 1, 2], 3, [0, 0, 0, 0, 0, 0, 0, 0, 1, 1]],
  ["a median that is the least value", [20, 80, 0, 0, 10, 0, 0], 2, [1, 1, 0, 0, 1, 0, 0]],
  ["mostly the largest", [1, 2, 2, 2, 2, 2, 2, 2, 2, 0], 3, [0, 1, 1, 1, 1, 1, 1, 1, 1, 0]],
  ["two values", [0, 0, 1, 1], 3, [0, 0, 1, 1]],
  ["one zero more than half", [0, 0, 0, 0, 0, 0, 3, 4, 5, 6], 4, [0, 0, 0, 0, 0, 0, 1, 2, 2, 2]],
])("%s: what many rows have is an interval, and the others are parted", async (_title, values, count, wanted) => {
  const step = { verb: "bin", columns: ["x"], how: { by: "quantile", count }, label: "number" };
  const { column, said } = await stepOn(tableOf(numberColumn("x", values)), step);
  expect(column("x")).toEqual(wanted);
  expect(said.every((sentence) => sentence.includes("too many of its values are equal"))).toBe(true);
});
test("equal values make fewer intervals, which is told; none are one interval", async () => {
  const equal = tableOf(numberColumn("x", [1, 1, 1, 1, 1, 1, 2, 3]));
  expect((await stepOn(equal, { verb: "bin", columns: ["x"], how: { by: "quantile", count: 4 } })).said).toEqual([
    "Step 1: x is parted into 2 intervals and not into 4: too many of its values are equal.",
  ]);
  const flat = await stepOn(tableOf(numberColumn("x", [5, 5, null])), { verb: "bin", columns: ["x"] });
  expect([flat.column("x"), flat.said.length]).toEqual([["all", "all", null], 1]);
});
test("what comes later falls into the same intervals, beyond them into the outermost", async () => {
  const { kept } = await stepOn(tableOf(numberColumn("x", [0, 10])), {
    verb: "bin",
    columns: ["x"],
    how: { by: "width", count: 2 },
  });
  expect((await laterOn(kept, tableOf(numberColumn("x", [-100, 100])))).column("x")).toEqual(["< 5", "≥ 5"]);
});
test("edges that do not ascend, no edges, and a target that is parted itself are refused", async () => {
  const on = (how: object) => stepOn(ages, { verb: "bin", columns: ["age"], how: { ...how } });
  await expect(on({ by: "edges", edges: [65, 18] })).rejects.toThrow(
    "Step 1: the edges 65, 18 do not ascend. Write each once, the least first.",
  );
  await expect(on({ by: "edges" })).rejects.toThrow(/edges/);
  await expect(on({ by: "tree", target: "age" })).rejects.toThrow(/the target itself/);
  await expect(on({ by: "tree" })).rejects.toThrow(/target/);
});
test("ends further apart than a double holds are parted all the same", async () => {
  const table = tableOf(numberColumn("x", [-1.5e308, 0, 1.5e308]));
  const { column } = await stepOn(table, { verb: "bin", columns: ["x"], how: { by: "width", count: 3 }, label: "number" });
  expect(column("x")).toEqual([0, 1, 2]);
});
