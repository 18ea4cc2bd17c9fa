// Outliers of columns: numbers of R 4.2 on two data sets (testing/reference/steps/outliers.R), bounds taken of the training.

import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { booleanColumn, columnOf, integerColumn, numberColumn, tableOf, textColumn } from "../../artifacts/table.ts";
import { farthest, listedRows, referenceNames, referenceTable } from "../../testing/reference-tables.ts";
import { laterOn, stepOn } from "../../testing/step-on-table.ts";

const answers: { readonly [set: string]: { readonly [what: string]: (number | null)[][] } } = JSON.parse(
  readFileSync(path.resolve(import.meta.dirname, "../../testing/reference/steps/outliers.json"), "utf8"),
);
const joint: { readonly [set: string]: { readonly [what: string]: number[] } } = JSON.parse(
  readFileSync(path.resolve(import.meta.dirname, "../../testing/reference/steps/outliers-joint.json"), "utf8"),
);
const columns = [...referenceNames];

describe.each(["wdbc", "golub"] as const)("%s", (set) => {
  test.each(["mad", "iqr", "z"] as const)("distances by %s are R's, of all rows and within groups", async (by) => {
    for (const group of ["", "group"]) {
      const { table } = await stepOn(referenceTable(set), { verb: "outliers", columns, rule: { by }, group });
      const found = listedRows(
        table,
        columns.map((name) => `${name}_${by}`),
      );
      expect(farthest(found, answers[set]?.[group === "" ? by : `${by}-group`] ?? [])).toBeLessThan(1e-9);
    }
  });

  test("Rosner's test finds the rows that it finds in R", async () => {
    const { column } = await stepOn(referenceTable(set), { verb: "outliers", columns, rule: { by: "esd" } });
    for (const [at, name] of columns.entries()) {
      const [deviates = [], , rows = []] = answers[set]?.[`esd-${at + 1}`] ?? [];
      expect(column(`${name}_outlier`).flatMap((is, row) => (is === true ? [row] : []))).toEqual(
        rows.toSorted((a, b) => Number(a) - Number(b)),
      );
      for (const [nth, row] of rows.entries())
        expect(column(`${name}_esd`)[row as number]).toBeCloseTo(deviates[nth] as number, 9);
    }
  });
});

describe.each(["wdbc", "golub"] as const)("%s, columns together", (set) => {
  test("local outlier factors are scikit-learn's", async () => {
    const { column } = await stepOn(referenceTable(set, false), { verb: "outliers", columns, rule: { by: "lof" } });
    for (const [row, wanted] of (joint[set]?.["lof-20"] ?? []).entries()) {
      expect(column("outlier_lof")[row]).toBeCloseTo(wanted, 9);
      expect(column("outlier")[row]).toBe(wanted > 1.5);
    }
  });
});

const some = tableOf(
  textColumn("lab", ["a", "a", "a", "a", "b", "b", "b", "b", null, "c"]),
  numberColumn("x", [1, 2, 3, 100, 101, 102, 103, 1, 5, 7], { unit: "mm" }),
  integerColumn("n", [1, 2, 2, 3, 3, 4, 4, 5, 90, null], { semantic: "count" }),
);
const options = (more: object) => ({ verb: "outliers", ...more });

test("what is far is flagged beside its column, counted, and said by which rule", async () => {
  const { table, column, said } = await stepOn(some, options({ columns: ["n"] }));
  expect(table.columns.map(({ name }) => name)).toEqual(["lab", "x", "n", "n_outlier", "n_mad", "outlier_reason"]);
  expect(column("n_outlier")).toEqual([false, false, false, false, false, false, false, false, true, null]);
  expect(column("n_mad")[8]).toBeCloseTo(87 / 1.4826, 12);
  expect(said).toEqual(["Step 1: 1 of 9 rows: n beyond 3.5 MAD from the median. Flagged."]);
});
test("set missing, drawn in to the bound, dropped; other columns stay as they are", async () => {
  const missing = await stepOn(some, options({ columns: ["n"], action: "missing" }));
  expect(missing.column("n")).toEqual([1, 2, 2, 3, 3, 4, 4, 5, null, null]);
  expect(columnOf(missing.table, "n")?.semantic).toBe("count");
  const drawn = await stepOn(some, options({ columns: ["n"], rule: { by: "iqr" }, action: "winsorise" }));
  // quantile(n, c(.25, .75)) is 2 and 4.
  expect(drawn.column("n")).toEqual([1, 2, 2, 3, 3, 4, 4, 5, 7, null]);
  expect(columnOf(drawn.table, "n")).not.toHaveProperty("semantic");
  const dropped = await stepOn(some, options({ columns: ["n"], action: "drop" }));
  expect(dropped.table.rowCount).toBe(9);
  expect(dropped.said.at(-1)).toBe("Step 1: 1 of 10 rows is dropped.");
  for (const { table, column } of [missing, drawn]) {
    expect(table.columns[1]).toBe(some.columns[1]);
    expect(column("lab")).toHaveLength(10);
  }
});
test("within groups each has bounds of its own, and rows in none are counted", async () => {
  const { column, said } = await stepOn(some, options({ columns: ["x"], group: "lab", action: "winsorise" }));
  const spread = 1.4826;
  expect(column("x")[3]).toBeCloseTo(2.5 + 3.5 * spread, 12);
  expect(column("x")[7]).toBeCloseTo(101.5 - 3.5 * spread, 12);
  expect(column("x").slice(8)).toEqual([5, 7]);
  expect(columnOf((await stepOn(some, options({ columns: ["x"], group: "lab", action: "winsorise" }))).table, "x")?.unit).toBe(
    "mm",
  );
  expect(said).toEqual([
    "Step 1: in 1 of 3 groups too many values of x are equal for a spread, or there is one alone: none of its values can be judged.",
    "Step 1: 2 values of x are in no group of lab that has bounds, and are not judged.",
    "Step 1: 2 of 8 rows: x beyond 3.5 MAD from the median. Drawn in to the bound.",
  ]);
});
test("Rosner's test draws in to what is farthest and no outlier", async () => {
  const { column } = await stepOn(some, options({ columns: ["n"], rule: { by: "esd" }, action: "winsorise" }));
  expect(column("n")[8]).toBe(5);
});

const parted = tableOf(
  textColumn("part", ["train", "train", "train", "train", "test"], { semantic: "split" }),
  numberColumn("x", [1, 2, 3, 4, 1000]),
);
test("bounds are those of the training, and hold for rows that come later", async () => {
  const { column, kept, said } = await stepOn(parted, options({ columns: ["x"], action: "drop" }));
  expect(column("x")).toEqual([1, 2, 3, 4]);
  expect(said.at(-1)).toMatch(/1 of the dropped rows is not of the training \(part\)/);
  expect(kept.fitted).toMatchObject({ rows: 4, of: 5, keeps: "statistics" });
  const later = await laterOn(kept, tableOf(numberColumn("x", [2.5, -50, null])));
  expect(later.column("x")).toEqual([2.5, null]);
});
test("groups that come later and had no bounds are not judged; names of groups are values", async () => {
  const { kept } = await stepOn(some, options({ columns: ["x"], group: "lab" }));
  expect(kept.fitted?.keeps).toBe("values");
  const later = await laterOn(kept, tableOf(textColumn("lab", ["a", "z"]), numberColumn("x", [50, 50])));
  expect(later.column("x_outlier")).toEqual([true, null]);
  expect(later.said[0]).toMatch(/1 value of x is in no group of lab/);
});
test("Rosner's test is not carried over, and says that it looks at all parts", async () => {
  const { kept, said } = await stepOn(parted, options({ columns: ["x"], rule: { by: "esd" } }));
  expect(kept.freezes).toBe("whole");
  expect(kept).not.toHaveProperty("fitted");
  expect(said.join()).toMatch(/depends on all rows, those of the test too/);
  expect(said.join()).toMatch(/fewer than 25 values/);
  await expect(laterOn(kept, parted)).rejects.toThrow(/no form for new rows|whole|depends/);
});

test("all missing, all equal and one row: nothing is judged, and it is said why", async () => {
  const odd = tableOf(numberColumn("none", [null, null]), numberColumn("flat", [3, 3]));
  for (const by of ["mad", "iqr", "z", "esd"]) {
    const { column, said } = await stepOn(odd, options({ columns: ["none", "flat"], rule: { by } }));
    expect(column("flat_outlier")).toEqual([null, null]);
    expect(column("none_outlier")).toEqual([null, null]);
    expect(said.length).toBeGreaterThan(0);
    const one = await stepOn(tableOf(numberColumn("x", [5])), options({ columns: ["x"], rule: { by }, action: "drop" }));
    expect(one.table.rowCount).toBe(1);
    expect(one.said).toHaveLength(1);
  }
});
test("half of the values equal: MAD and quartiles are nothing, z is something", async () => {
  const table = tableOf(numberColumn("x", [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 9]));
  for (const by of ["mad", "iqr"])
    expect((await stepOn(table, options({ columns: ["x"], rule: { by } }))).said[0]).toMatch(/equal/);
  expect((await stepOn(table, options({ columns: ["x"], rule: { by: "z" } }))).column("x_outlier").at(-1)).toBe(true);
});
test("so few values that none can be so far by z are told", async () => {
  const { said } = await stepOn(tableOf(numberColumn("x", [1, 2, 1e6])), options({ columns: ["x"], rule: { by: "z" } }));
  expect(said[0]).toMatch(/so few values/);
});
test("texts, yes and no, infinite values, unknown groups and names that are taken are refused in words", async () => {
  await expect(stepOn(some, options({ columns: ["lab"] }))).rejects.toThrow(/lab holds text/);
  await expect(stepOn(some, options({}))).rejects.toThrow(/columns/);
  await expect(stepOn(some, options({ columns: ["x"], group: "labs" }))).rejects.toThrow(/no column labs/);
  await expect(stepOn(tableOf(booleanColumn("b", [true, false])), options({ columns: ["b"] }))).rejects.toThrow(/yes and no/);
  await expect(stepOn(tableOf(numberColumn("x", [1, Infinity])), options({ columns: ["x"] }))).rejects.toThrow(/infinite/);
  const taken = tableOf(numberColumn("x", [1, 2]), numberColumn("x_outlier", [1, 2]));
  await expect(stepOn(taken, options({ columns: ["x"] }))).rejects.toThrow(/x_outlier/);
  const ids = Array.from({ length: 1001 }, (_, at) => at);
  const many = tableOf(numberColumn("id", ids), numberColumn("x", ids));
  await expect(stepOn(many, options({ columns: ["x"], group: "id" }))).rejects.toThrow(/at most 1.000 can/);
});

test("of columns together rows are flagged at the end or dropped; gaps are told, and columns of very different spread", async () => {
  const wide = tableOf(
    textColumn("lab", ["a", "a", "a", "a", "a", "a", "b", "b"]),
    numberColumn("x", [1, 2, 3, 2, 1, 90, null, 2]),
    numberColumn("y", [1000, 3000, 2000, 1000, 2000, 99000, 1, 2]),
  );
  for (const by of ["lof", "forest"]) {
    const rule = by === "lof" ? { by, neighbours: 3 } : { by, beyond: 0.6 };
    const flagged = await stepOn(wide, options({ columns: ["x", "y"], rule }));
    expect(flagged.table.columns.map(({ name }) => name)).toEqual([
      "lab",
      "x",
      "y",
      "outlier",
      `outlier_${by}`,
      "outlier_reason",
    ]);
    expect(flagged.column("outlier").slice(5, 7)).toEqual([true, null]);
    expect(flagged.said.join("\n")).toMatch(/1 row has a missing value/);
    expect(/varies .* times/.test(flagged.said.join())).toBe(by === "lof");
    const dropped = await stepOn(wide, options({ columns: ["x", "y"], rule, action: "drop" }));
    expect(dropped.column("x")).not.toContain(90);
    expect(dropped.column("x")).toContain(null);
    const within = await stepOn(wide, options({ columns: ["x", "y"], rule, group: "lab" }));
    expect(within.column("outlier")[7]).toBe(null);
    for (const action of ["missing", "winsorise"])
      await expect(stepOn(wide, options({ columns: ["x", "y"], rule, action }))).rejects.toThrow(/keep or drop/);
    const one = tableOf(numberColumn("x", [1]));
    expect((await stepOn(one, options({ columns: ["x"], rule }))).column("outlier")).toEqual([null]);
  }
  const long = tableOf(numberColumn("x", new Float64Array(20_001)));
  await expect(stepOn(long, options({ columns: ["x"], rule: { by: "lof" } }))).rejects.toThrow(/isolation forest/);
});
test("what rounding alone made of equal numbers is no outlier", async () => {
  const table = tableOf(numberColumn("x", [...new Array<number>(99).fill(0.3), 0.1 + 0.2]));
  const { column, said } = await stepOn(table, { verb: "outliers", columns: ["x"], rule: { by: "z" } });
  expect([column("x_outlier").at(-1), said.length]).toEqual([null, 1]);
});
test("quartiles further apart than a double holds are refused in words", async () => {
  const table = tableOf(numberColumn("x", [1e308, 1e308, -1e308, -1e308]));
  const step = { verb: "outliers", columns: ["x"], rule: { by: "iqr" } };
  await expect(stepOn(table, step)).rejects.toThrow(/its numbers are so large/);
});
test("a column that was never filled in is one of missing numbers, and called so", async () => {
  const { said } = await stepOn(tableOf(textColumn("x", [null, null])), { verb: "outliers", columns: ["x"] });
  expect(said).toEqual(["Step 1: x has no value in the rows that the bounds are taken of: none of it can be judged."]);
});
