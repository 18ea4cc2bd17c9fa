// Balancing by its definition: rows of the training alone, made rows on segments between near rows of one class (recomputed here by
// looking at all pairs), nothing of rows that come later.

import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import type { Assay, Table } from "../../artifacts/artifact.ts";
import { assayOf, denseData, sampleIds } from "../../artifacts/assay.ts";
import { booleanColumn, integerColumn, numberColumn, tableOf, textColumn } from "../../artifacts/table.ts";
import type { Json, JsonObject } from "../../base/json.ts";
import { doStep } from "../../chains/run-step.ts";
import { scopeAlone } from "../../chains/chain-alone.ts";
import { seededRandom } from "../../stats/seeded-random.ts";
import { nearestRows, penaltyOf } from "../../stats/smote.ts";
import { stepSchema } from "../../steps.ts";
import { laterOn, stepOn, valuesOf } from "../../testing/step-on-table.ts";

const random = seededRandom(5);
const rows = Array.from({ length: 60 }, (_, row) => row);
const grade = rows.map((row) => (row % 5 === 0 ? "rare" : row % 7 === 3 ? "some" : "often"));
const part = rows.map((row) => (row < 45 ? "train" : "test"));
const x = rows.map(() => random() * 4);
const y = rows.map(() => random() * 4);
const table = tableOf(
  textColumn(
    "patient",
    rows.map((row) => `p${row % 20}`),
    { semantic: "patient" },
  ),
  textColumn("part", part, { semantic: "split" }),
  textColumn("grade", grade),
  numberColumn("x", x),
  numberColumn("y", y),
  integerColumn(
    "visits",
    rows.map((row) => row % 3),
  ),
  textColumn(
    "lab",
    rows.map((row) => `l${row % 2}`),
    { semantic: "lab" },
  ),
);
const count = (of: readonly Json[], name: string, parts: readonly Json[]): number =>
  of.filter((value, row) => value === name && parts[row] === "train").length;
const inTraining = (found: Table) => {
  const [grades, parts] = [valuesOf(found, "grade"), valuesOf(found, "part")];
  return ["often", "rare", "some"].map((name) => count(grades, name, parts));
};

describe("rows taken again, or left out", () => {
  test("classes of the training are equally frequent, and those of the test stay as they are", async () => {
    expect(inTraining(table)).toEqual([31, 9, 5]);
    const { table: found, said } = await stepOn(table, { verb: "balance", column: "grade" });
    expect(inTraining(found)).toEqual([31, 31, 31]);
    expect(found.rowCount).toBe(15 + 93);
    for (const name of ["x", "grade", "part"]) expect(valuesOf(found, name).slice(0, 60)).toEqual(valuesOf(table, name));
    expect(valuesOf(found, "made").map(Number)).toEqual(Array.from({ length: 108 }, (_, row) => (row < 60 ? 0 : 1)));
    expect(said).toEqual(["Step 1: of the training 48 rows were added and 0 left out."]);
  });
  test("a row that is taken again is still its patient's, whole", async () => {
    const { table: found } = await stepOn(table, { verb: "balance", column: "grade" });
    const line = (of: Table, row: number) =>
      ["patient", "grade", "x", "y", "visits", "lab"].map((name) => valuesOf(of, name)[row]);
    const known = new Set(rows.map((row) => JSON.stringify(line(table, row))));
    for (let row = 60; row < 108; row++) expect(known).toContain(JSON.stringify(line(found, row)));
  });
  test("larger classes lose rows, and a share leaves them more", async () => {
    const { table: found } = await stepOn(table, { verb: "balance", column: "grade", how: { by: "undersample" } });
    expect(inTraining(found)).toEqual([5, 5, 5]);
    expect(found.columns.map(({ name }) => name)).not.toContain("made");
    const half = await stepOn(table, { verb: "balance", column: "grade", how: { by: "undersample" }, share: 0.5 });
    expect(inTraining(half.table)).toEqual([10, 9, 5]);
    const less = await stepOn(table, { verb: "balance", column: "grade", share: 0.5 });
    expect(inTraining(less.table)).toEqual([31, 16, 16]);
  });
  test("equal seeds do the same, another seed something else", async () => {
    const of = async (seed: number) => valuesOf((await stepOn(table, { verb: "balance", column: "grade", seed })).table, "x");
    expect(await of(1)).toEqual(await of(1));
    expect(await of(1)).not.toEqual(await of(2));
  });
  test("later rows are as they were, and get no mark", async () => {
    const { kept } = await stepOn(table, { verb: "balance", column: "grade" });
    expect(kept).toMatchObject({ freezes: "training" });
    expect((await laterOn(kept, table)).table.columns).toEqual(table.columns);
  });
});

const smote = (more: JsonObject = {}): JsonObject => ({
  verb: "balance",
  column: "grade",
  how: { by: "smote", columns: ["x", "y"], neighbours: 3, ...more },
});
describe("SMOTE", () => {
  test("each made row lies between a row and one of its three nearest of the class in the training", async () => {
    const { table: found } = await stepOn(table, smote());
    expect(inTraining(found)).toEqual([31, 31, 31]);
    const [fx, fy, grades] = ["x", "y", "grade"].map((name) => valuesOf(found, name));
    for (let row = 60; row < found.rowCount; row++) {
      const own = rows.filter((other) => grade[other] === grades?.[row] && part[other] === "train");
      const [px, py] = [Number(fx?.[row]), Number(fy?.[row])];
      const isBetween = own.some((base) => {
        const far = (other: number) => ((x[base] ?? 0) - (x[other] ?? 0)) ** 2 + ((y[base] ?? 0) - (y[other] ?? 0)) ** 2;
        const near = own.filter((other) => other !== base).sort((a, b) => far(a) - far(b));
        return near.slice(0, 3).some((other) => {
          const [dx, dy] = [(x[other] ?? 0) - (x[base] ?? 0), (y[other] ?? 0) - (y[base] ?? 0)];
          const gap = (px - (x[base] ?? 0)) / dx;
          return gap >= 0 && gap <= 1 && Math.abs((y[base] ?? 0) + gap * dy - py) < 1e-9;
        });
      });
      expect(isBetween, `row ${row}`).toBe(true);
    }
  });
  test("a made row stands for nobody: names are missing, and what is no number is of most of the nearest", async () => {
    const { table: found } = await stepOn(table, smote());
    expect(
      valuesOf(found, "patient")
        .slice(60)
        .every((name) => name === null),
    ).toBe(true);
    expect(new Set(valuesOf(found, "lab").slice(60))).toEqual(new Set(["l0", "l1"]));
    expect(new Set(valuesOf(found, "part").slice(60))).toEqual(new Set(["train"]));
    expect(valuesOf(found, "visits").slice(0, 60)).toEqual(valuesOf(table, "visits"));
  });
  test("comes after filling and scaling: gaps are refused, unlike scales said", async () => {
    const holes = tableOf(
      ...table.columns,
      numberColumn(
        "z",
        x.map((value, row) => (row === 5 ? null : value * 1e4)),
      ),
    );
    await expect(stepOn(holes, smote({ columns: ["x", "z"] }))).rejects.toThrow(
      "Step 1: z misses a value in 1 row of the training, and rows are made between whole ones. Fill what is missing in a step before.",
    );
    const wide = tableOf(
      ...table.columns,
      numberColumn(
        "z",
        x.map((value) => value * 1e4),
      ),
    );
    expect((await stepOn(wide, smote({ columns: ["x", "z"] }))).said.join(" ")).toMatch(/z spreads 10.?000 times as widely as x/);
  });
  // imbalanced-learn#154: a tree tells made rows by grades that are not whole.
  test("fractions in columns of whole numbers are said, and are none where the columns are named", async () => {
    const one = tableOf(
      ...table.columns,
      integerColumn(
        "lab_l0",
        rows.map((row) => row % 2),
      ),
    );
    expect((await stepOn(one, smote({ columns: [] }))).said.join(" ")).toContain(
      "2 columns of whole numbers hold fractions (visits, lab_l0)",
    );
    const named = await stepOn(one, smote());
    expect(named.said.join(" ")).not.toContain("fractions");
    expect(new Set(named.column("lab_l0"))).toEqual(new Set([0, 1]));
  });
  test("a class of one row, and more neighbours than rows", async () => {
    const one = tableOf(numberColumn("x", [1, 2, 3]), textColumn("g", ["a", "a", "b"]));
    await expect(stepOn(one, { verb: "balance", column: "g", how: { by: "smote" } })).rejects.toThrow(/b has a single row/);
    const two = tableOf(numberColumn("x", [1, 2, 3, 4, 5]), textColumn("g", ["a", "a", "a", "b", "b"]));
    const { said, column } = await stepOn(two, { verb: "balance", column: "g", how: { by: "smote" } });
    expect(said.join(" ")).toMatch(/fewer rows than neighbours/);
    expect(column("x")[5]).toBeGreaterThanOrEqual(4);
    expect(column("x")[5]).toBeLessThanOrEqual(5);
  });
});

interface Oracle {
  readonly numbers: readonly (readonly number[])[];
  readonly categories: readonly (readonly string[])[];
  readonly grade: readonly string[];
  readonly median: number;
  readonly paper: readonly (readonly number[])[];
  readonly plain: readonly (readonly number[])[];
  readonly half: readonly (readonly number[])[];
  readonly imblearn: readonly (readonly number[])[];
}
const oracle = JSON.parse(readFileSync(path.join(import.meta.dirname, "oracle.json"), "utf8")) as Oracle;

describe("SMOTE-NC (Chawla et al. 2002, section 6.1)", () => {
  const own = oracle.grade.flatMap((name, row) => (name === "rare" ? [row] : []));
  const values = Float64Array.from(own.flatMap((row) => oracle.numbers[row] ?? []));
  const codes = Int32Array.from(own.flatMap((row) => oracle.categories[row] ?? []).map((text) => text.charCodeAt(0)));
  const nearest = (penalty: number) =>
    own.map((_, row) => nearestRows(values, 3, penalty === 0 ? null : { codes, width: 2, penalty }, row, 5));
  const sets = (of: readonly (readonly number[])[]) => of.map((rows) => rows.toSorted((a, b) => a - b));

  test("a category that differs counts as the median of the deviations, as in the paper", () => {
    const penalty = penaltyOf(values, 3);
    expect(Math.sqrt(penalty)).toBeCloseTo(oracle.median, 12);
    expect(nearest(penalty)).toEqual(oracle.paper);
    expect(nearest(0)).toEqual(oracle.plain);
    expect(sets(oracle.paper)).not.toEqual(sets(oracle.plain));
    // imbalanced-learn 0.10 adds half of its square; else it has the same nearest rows.
    expect(sets(nearest(penalty / 2))).toEqual(sets(oracle.imblearn));
  });
  test("the example of the paper: of (1, 2, 3, A, B, C) and (4, 6, 5, A, D, E) two categories differ", () => {
    const two = Float64Array.of(1, 2, 3, 4, 6, 5);
    expect(penaltyOf(two, 3)).toBe(1.5 ** 2);
    const three = Float64Array.of(1, 2, 3, 4, 6, 5, 1, 2, 3 + Math.sqrt(9 + 16 + 4 + 2 * 2.25) - 1e-9);
    const near = { codes: Int32Array.of(0, 0, 0, 0, 1, 1, 0, 0, 0), width: 3, penalty: 2.25 };
    expect(nearestRows(three, 3, near, 0, 1)).toEqual([2]);
    expect(nearestRows(three, 3, { ...near, penalty: 2.25 - 1e-8 }, 0, 1)).toEqual([1]);
  });
  const mixed = tableOf(
    ...["x", "y", "z"].map((name, f) =>
      numberColumn(
        name,
        oracle.numbers.map((row) => row[f] ?? null),
      ),
    ),
    textColumn(
      "colour",
      oracle.categories.map((row) => row[0] ?? null),
    ),
    booleanColumn(
      "smokes",
      oracle.categories.map((row) => row[1] === "yes"),
    ),
    textColumn("grade", oracle.grade),
  );
  const nc = (more: JsonObject = {}): JsonObject => ({ verb: "balance", column: "grade", how: { by: "smote-nc", ...more } });
  test("a made row lies between a row and one of its nearest by both, and has the categories of most of the nearest", async () => {
    const { table: found, said } = await stepOn(mixed, nc());
    expect(found.rowCount).toBe(132);
    const [colour, x] = [valuesOf(found, "colour"), valuesOf(found, "x").map(Number)];
    const most = (near: readonly number[]) => {
      const counts = near.map(
        (row) => near.filter((other) => oracle.categories[other]?.[0] === oracle.categories[row]?.[0]).length,
      );
      return oracle.categories[near[counts.indexOf(Math.max(...counts))] ?? 0]?.[0];
    };
    for (let row = 90; row < 132; row++) {
      const isSo = oracle.paper.some((near, base) => {
        const lies = near.some((other) => {
          const [a, b] = [Number(oracle.numbers[base]?.[0]), Number(oracle.numbers[other]?.[0])];
          return Math.min(a, b) <= Number(x[row]) && Number(x[row]) <= Math.max(a, b);
        });
        return lies && most(near) === colour[row];
      });
      expect(isSo, `row ${row}`).toBe(true);
    }
    expect(said.at(-1)).toBe("Step 1: of the training 42 rows were added and 0 left out.");
  });
  test("is refused or said where there is nothing to count", async () => {
    await expect(stepOn(mixed, nc({ columns: ["x"], categories: ["x"] }))).rejects.toThrow(
      /x stands among the numbers and among/,
    );
    await expect(stepOn(mixed, nc({ categories: ["grade"] }))).rejects.toThrow(/grade is the column of the classes/);
    const bare = tableOf(numberColumn("x", [1, 2, 3, 4, 5]), textColumn("grade", ["a", "a", "a", "b", "b"]));
    await expect(stepOn(bare, nc())).rejects.toThrow(/no column of categories is left/);
    const flat = tableOf(
      ...bare.columns.slice(1),
      numberColumn("x", [1, 1, 1, 2, 2]),
      textColumn("c", ["u", "v", "u", "v", null]),
    );
    expect((await stepOn(flat, nc())).said.join(" ")).toMatch(/counts as nothing there/);
    expect((await stepOn(mixed, { ...nc(), how: { by: "smote" } })).said.join(" ")).toMatch(
      /colour, smokes say nothing of which rows are near/,
    );
  });
});

describe("of a matrix", () => {
  const matrix: Assay = assayOf({
    values: { layout: "dense", data: Float32Array.of(0, 1, 2, 10, 12, 0, 0, 0, 1, 1) },
    features: tableOf(textColumn("gene", ["g1", "g2"])),
    samples: tableOf(textColumn("sample", ["s1", "s2", "s3", "made 1", "s5"]), textColumn("group", ["a", "a", "a", "b", "b"])),
    scale: "log2",
    featureNoun: "gene",
  });
  const done = async (options: JsonObject) =>
    (
      await doStep(
        stepSchema.parse({ verb: "balance", column: "group", ...options }),
        matrix,
        scopeAlone(new AbortController().signal),
      )
    ).data as Assay;
  test("samples are made with names of their own, and values of both features between", async () => {
    const found = await done({ how: { by: "smote" } });
    expect(sampleIds(found)).toEqual(["s1", "s2", "s3", "made 1", "s5", "made 2"]);
    const data = denseData(found);
    expect(data[5]).toBeGreaterThanOrEqual(10);
    expect(data[5]).toBeLessThanOrEqual(12);
    expect(data[11]).toBe(1);
  });
  test("samples are taken again, or left out", async () => {
    expect(sampleIds(await done({}))).toHaveLength(6);
    expect(sampleIds(await done({ how: { by: "undersample" } }))).toHaveLength(4);
  });
});

describe("nasty data", () => {
  test.each<[string, Table, JsonObject, RegExp]>([
    ["one class", tableOf(textColumn("g", ["a", "a"])), {}, /one class in the training, a/],
    ["no class", tableOf(textColumn("g", [null, null])), {}, /no value in the training/],
    ["no rows", tableOf(textColumn("g", [])), {}, /no value in the training/],
    [
      "names for classes",
      tableOf(
        textColumn(
          "g",
          rows.map((row) => `n${row}`),
        ),
      ),
      {},
      /60 classes in 60 rows/,
    ],
    ["no numbers", tableOf(textColumn("g", ["a", "a", "b"])), { how: { by: "smote" } }, /no column of numbers/],
    [
      "an infinity",
      tableOf(textColumn("g", ["a", "a", "b", "b", "a"]), numberColumn("x", [1, 2, 3, Number.POSITIVE_INFINITY, 5])),
      { how: { by: "smote" } },
      /infinite/,
    ],
    [
      "no training",
      tableOf(textColumn("g", ["a", "b"]), textColumn("p", ["test", "test"], { semantic: "split" })),
      {},
      /no row/i,
    ],
    [
      "a mark that is taken",
      tableOf(textColumn("g", ["a", "a", "b"]), textColumn("made", ["x", "y", "z"])),
      {},
      /two columns called made/,
    ],
  ])("%s is refused in words", async (_what, data, more, says) => {
    await expect(stepOn(data, { verb: "balance", column: "g", ...more })).rejects.toThrow(says);
  });
  test("1e308 on both sides stays between", async () => {
    const huge = tableOf(textColumn("g", ["a", "a", "a", "b", "b"]), numberColumn("x", [1, 2, 3, -1e308, 1e308]));
    const { column } = await stepOn(huge, { verb: "balance", column: "g", how: { by: "smote" } });
    expect(Number.isFinite(column("x")[5])).toBe(true);
  });
  test("rows without a class stay, and a mark of before is kept", async () => {
    const before = tableOf(
      textColumn("g", ["a", "a", "a", "b", null]),
      booleanColumn("made", [false, true, false, false, false], { semantic: "made" }),
    );
    const { column } = await stepOn(before, { verb: "balance", column: "g" });
    expect(column("made")).toEqual([false, true, false, false, false, true, true]);
  });
});
