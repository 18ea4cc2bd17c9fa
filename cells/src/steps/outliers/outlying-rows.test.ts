// Rows that are far in several columns together from a place: distances and cut-offs are R's (testing/reference/steps/outliers-placed.R).

import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { columnOf, numberColumn, tableOf, textColumn } from "../../artifacts/table.ts";
import { referenceNames, referenceTable } from "../../testing/reference-tables.ts";
import { laterOn, stepOn, valuesOf } from "../../testing/step-on-table.ts";

interface Answer {
  readonly mcd: readonly number[];
  readonly k: number;
  readonly score: readonly number[];
  readonly orthogonal: readonly number[];
  readonly cutoffs: readonly [number, number];
}
const answers: { readonly [set: string]: Answer } = JSON.parse(
  readFileSync(path.resolve(import.meta.dirname, "../../testing/reference/steps/outliers-placed.json"), "utf8"),
);
const columns = [...referenceNames];
const options = (more: object) => ({ verb: "outliers", columns, ...more });

describe.each(["wdbc", "golub"] as const)("%s", (set) => {
  const answer = answers[set] as Answer;
  const whole = referenceTable(set, false);
  const unparted = { ...whole, columns: whole.columns.filter(({ name }) => name !== "part") };

  test("robust distances of all rows from the bulk of the training rows are robustbase's", async () => {
    const { column, kept, said } = await stepOn(whole, options({ rule: { by: "mcd" } }));
    const found = column("outlier_mcd");
    const isSame = found.every((far, row) => Math.abs(Number(far) - (answer.mcd[row] ?? 0)) < 1e-6 * Math.max(1, Number(far)));
    expect(isSame).toBe(true);
    const beyond = Math.sqrt(14.4493753);
    expect(column("outlier")).toEqual(answer.mcd.map((far) => far > beyond));
    expect(kept.freezes).toBe("fitted");
    expect(said.at(-1)).toMatch(/rows?: a, b, c, … beyond the 0.975 quantile of robust distances/);
    const later = await laterOn(kept, unparted);
    expect(later.column("outlier_mcd")).toEqual(found);
    const first = column("outlier").indexOf(true);
    expect(column("outlier_reason")[first]).toBe(`mcd ${Number(Number(found[first]).toPrecision(3))} > 3.8`);
    expect(column("outlier_reason")[column("outlier").indexOf(false)]).toBe(null);
  });

  test("score and orthogonal distances and their cut-offs are rrcov's", async () => {
    const { column, said } = await stepOn(unparted, options({ rule: { by: "components" } }));
    for (const [row, score] of answer.score.entries()) {
      expect(column("outlier_score_distance")[row]).toBeCloseTo(score, 9);
      expect(column("outlier_orthogonal_distance")[row]).toBeCloseTo(answer.orthogonal[row] ?? 0, 9);
    }
    const [out, off] = answer.cutoffs;
    expect(column("outlier")).toEqual(answer.score.map((score, row) => score > out || (answer.orthogonal[row] ?? 0) > off));
    expect(said[0]).toMatch(new RegExp(`${answer.k} components? of 6`));
  });
});

const spread = Array.from({ length: 40 }, (_, at) => Math.sin(at * 12.9898) * 10);
const other = Array.from({ length: 40 }, (_, at) => Math.cos(at * 78.233) * 10);
const some = tableOf(
  textColumn(
    "lab",
    spread.map((_, at) => (at < 38 ? "a" : "b")),
  ),
  numberColumn(
    "x",
    spread.map((value, at) => (at === 7 ? 90 : at === 9 ? null : value)),
    { closed: true },
  ),
  numberColumn("y", other),
  numberColumn(
    "x + y",
    spread.map((value, at) => value + (other[at] ?? 0)),
  ),
  numberColumn("flat", Array(40).fill(3)),
);

test("kept rows are only counted, dropped ones counted and gone; a row with a gap is not judged; reasons close as columns do (T-10)", async () => {
  for (const rule of [{ by: "mcd" }, { by: "components", components: 1 }]) {
    const step = { verb: "outliers", columns: ["x", "y"], rule };
    const kept = await stepOn(some, { ...step, action: "keep" });
    expect(kept.table).toEqual(some);
    expect(kept.said.at(-1)).toMatch(/of 39 rows: x, y .* Kept\.$/);
    const flagged = await stepOn(some, step);
    expect(flagged.column("outlier").slice(7, 10)).toEqual([true, false, null]);
    expect(columnOf(flagged.table, "outlier_reason")?.closed).toBe(true);
    const dropped = await stepOn(some, { ...step, action: "drop" });
    expect(dropped.column("x")).not.toContain(90);
    await expect(stepOn(some, { ...step, action: "missing" })).rejects.toThrow(/keep or drop/i);
  }
});
test("a column that follows from others, or is all the same, is named; too few rows, too", async () => {
  const mcd = (names: string[], table = some) => stepOn(table, { verb: "outliers", columns: names, rule: { by: "mcd" } });
  await expect(mcd(["x", "y", "x + y"])).rejects.toThrow(/x \+ y follows from the columns before it/);
  await expect(mcd(["x", "flat"])).rejects.toThrow(/flat has one value in half of the rows/);
  const few = tableOf(numberColumn("x", [1, 2, 4]), numberColumn("y", [3, 1, 2]));
  await expect(mcd(["x", "y"], few)).rejects.toThrow(/3 rows without gaps are too few .* 2 columns: it takes 5/);
  await expect(mcd(["x"], tableOf(numberColumn("x", [1, Infinity])))).rejects.toThrow(/infinite/);
  await expect(mcd(["x"], tableOf(numberColumn("x", [null, null])))).rejects.toThrow(/0 rows/);
  const pca = (names: string[], table = some) => stepOn(table, { verb: "outliers", columns: names, rule: { by: "components" } });
  await expect(pca(["flat"])).rejects.toThrow(/flat/);
  expect((await pca(["x", "flat"])).said.join()).toMatch(/hold all of the variance/);
  await expect(pca(["x"], tableOf(numberColumn("x", [1, 2])))).rejects.toThrow(/2 rows/);
  const large = tableOf(
    numberColumn(
      "x",
      spread.map((value) => value * 1e150),
    ),
    numberColumn("y", other),
  );
  for (const by of ["mcd", "components"])
    expect((await stepOn(large, { verb: "outliers", columns: ["x", "y"], rule: { by } })).column("outlier")).not.toContain(null);
});
test("within groups each has a place of its own; those that are too small are told and not judged", async () => {
  for (const by of ["mcd", "components"]) {
    const { column, said, kept } = await stepOn(some, { verb: "outliers", columns: ["x", "y"], rule: { by }, group: "lab" });
    expect(column("outlier").slice(-2)).toEqual([null, null]);
    expect(said.join()).toMatch(/1 group of 2 has too few rows/);
    const later = await laterOn(
      kept,
      tableOf(textColumn("lab", ["a", "z"]), numberColumn("x", [500, 500]), numberColumn("y", [1, 1])),
    );
    expect(valuesOf(later.table, "outlier")).toEqual([true, null]);
    expect(later.said.join()).toMatch(/1 row is in no group of lab/);
  }
});
test("reasons of two steps stand one after the other", async () => {
  const first = await stepOn(some, { verb: "outliers", columns: ["x"], rule: { by: "mad" } });
  const { column, table } = await stepOn(first.table, { verb: "outliers", columns: ["y"], rule: { by: "iqr", beyond: 0.2 } });
  expect(String(column("outlier_reason")[7])).toMatch(/^x: mad [\d.]+ > 3.5/);
  expect(table.columns.at(-1)?.name).toBe("outlier_reason");
  expect(column("outlier_reason").some((said) => /^y: iqr -[\d.]+ < -0.2$/.test(String(said)))).toBe(true);
});

// scikit-learn#27839: 0.1034 and 0.1069 beside ten times 0.1 have factors of 3e7.
test("more equal rows than neighbours are said, and one of each is judged as its neighbours are", async () => {
  const values = [...Array<number>(10).fill(0.1), ...Array.from({ length: 30 }, (_, at) => 0.1 + (0.1 * at) / 29), 27, 64];
  const lof = (of: readonly number[]) =>
    stepOn(tableOf(numberColumn("x", of)), { verb: "outliers", columns: ["x"], rule: { by: "lof", neighbours: 5 } });
  const few = await lof(values);
  expect(few.said[0]).toBe(
    "Step 1: 11 rows are equal in these columns, and 5 neighbours count: nothing is as dense as they are, and rows near them get huge factors without being far. Keep one of equal rows in a step before (Drop repeated rows), or take many more neighbours.",
  );
  expect(few.column("outlier").filter(Boolean)).toHaveLength(4);
  const once = [...new Set(values)];
  const each = await lof(once);
  expect(each.said.some((said) => said.includes("are equal"))).toBe(false);
  expect(each.column("outlier").flatMap((is, row) => (is === true ? [once[row]] : []))).toEqual([27, 64]);
});

describe("whatever the numbers are, each rule answers or says why not", () => {
  const rules = [
    ...["mad", "iqr", "z", "esd", "mcd", "components", "lof", "forest"].map((by) => ({ by })),
    { by: "seasonal", time: "time", period: 4 },
  ];
  const n = 30;
  const of = (at: (row: number) => number | null) => Array.from({ length: n }, (_, row) => at(row));
  const odd: { readonly [what: string]: (row: number) => number | null } = {
    "all missing": () => null,
    "one value": (row) => (row === 3 ? 5 : null),
    constant: () => 7,
    "two values": (row) => row % 2,
    "all the same but one": (row) => (row === 4 ? 1e9 : 0),
    "as large as numbers go": (row) => (row % 2 ? 1.7e308 : -1.7e308) * (1 - row / 100),
    "as small as they go": (row) => row * 5e-324,
    "far from 0": (row) => 1e15 + row,
    infinite: (row) => (row === 2 ? Number.POSITIVE_INFINITY : row),
  };
  test.each(Object.keys(odd))("%s", async (what) => {
    const table = tableOf(
      numberColumn(
        "time",
        of((row) => row),
      ),
      numberColumn("a b_outlier'\"🧬", of(odd[what] ?? (() => null))),
      numberColumn(
        "y",
        of((row) => Math.sin(row * 7.1)),
      ),
    );
    for (const rule of rules) {
      const names = ["a b_outlier'\"🧬", "y"];
      const found = await stepOn(table, { verb: "outliers", columns: names, rule }).catch((error: Error) => error.message);
      if (typeof found === "string") expect(found).toMatch(/^[^{}]*\p{L}[^{}]*\.$/u);
      else {
        expect(found.table.rowCount).toBe(n);
        for (const { name } of found.table.columns)
          for (const value of found.column(name))
            expect(value === null || typeof value !== "number" || !Number.isNaN(value)).toBe(true);
      }
    }
  });
});
test("the local outlier factor is the same in any unit, and of a row alone there is none, which is told", async () => {
  const places = [0, 1, 2.5, 3, 4.2, 30];
  const factorsIn = async (unit: number): Promise<readonly unknown[]> => {
    const table = tableOf(
      numberColumn(
        "x",
        places.map((place) => place * unit),
      ),
    );
    return (await stepOn(table, { verb: "outliers", columns: ["x"], rule: { by: "lof", neighbours: 2 } })).column("outlier_lof");
  };
  // scikit-learn 1.2.1: -LocalOutlierFactor(2).fit(x).negative_outlier_factor_
  const wanted = [
    1.240740740722908, 1.240740740722908, 0.7593750000130078, 1.1443167305132014, 0.9901620370372233, 17.35344827478435,
  ];
  for (const unit of [1, 2 ** -40, 2 ** -900, 2 ** 1000])
    for (const [at, factor] of (await factorsIn(unit)).entries()) expect(factor).toBeCloseTo(wanted[at] as number, 6);
  const { said } = await stepOn(tableOf(numberColumn("x", [1])), { verb: "outliers", columns: ["x"], rule: { by: "lof" } });
  expect(said).toEqual(["Step 1: 1 row has no others to be compared with, and is not judged."]);
});
