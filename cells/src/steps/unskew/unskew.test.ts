// Powers of scikit-learn's PowerTransformer (standardize=False) on two data sets, fitted on the training; logarithms.

import { describe, expect, test } from "vitest";
import type { Assay } from "../../artifacts/artifact.ts";
import { assayOf, denseData } from "../../artifacts/assay.ts";
import { numberColumn, tableOf, textColumn } from "../../artifacts/table.ts";
import { scopeAlone } from "../../chains/chain-alone.ts";
import { runStep } from "../../chains/run-step.ts";
import { sentenceIn } from "../../messages/catalogue.ts";
import type { Sentence } from "../../messages/sentence.ts";
import { stepSchema } from "../../steps.ts";
import {
  answeredNumbers,
  answers,
  farthest,
  listedRows,
  referenceNames,
  referenceTable,
} from "../../testing/reference-tables.ts";
import { laterOn, stepOn } from "../../testing/step-on-table.ts";

const powersOf = ({ fitted }: { fitted?: { state: unknown } }) =>
  (fitted ? (fitted.state as { powers: { power: number }[] }).powers : []).map(({ power }) => power);

test.each(["wdbc", "golub"] as const)("Yeo-Johnson is scikit-learn's (%s)", async (set) => {
  const { table, kept } = await stepOn(referenceTable(set), { verb: "unskew", columns: [...referenceNames], by: "yeo-johnson" });
  expect(powersOf(kept)).toEqual(answeredNumbers(set, "yeo-johnson-lambdas").map((power) => expect.closeTo(power, 6)));
  expect(farthest(listedRows(table), answers[set]?.["yeo-johnson"] ?? [])).toBeLessThan(1e-6);
});
test("Box-Cox is scikit-learn's", async () => {
  const columns = ["a", "b", "d", "e", "f"];
  const { table, kept } = await stepOn(referenceTable("wdbc"), { verb: "unskew", columns, by: "box-cox" });
  expect(powersOf(kept)).toEqual(answeredNumbers("wdbc", "box-cox-lambdas").map((power) => expect.closeTo(power, 6)));
  expect(farthest(listedRows(table, columns), answers["wdbc"]?.["box-cox"] ?? [])).toBeLessThan(1e-6);
});
test("R's MASS::boxcox finds the same power", async () => {
  // R 4.2: maximum of the likelihood by optimise (tol = 1e-10); MASS::boxcox(trees$Volume ~ 1) on a grid of 1e-4: -0.0748
  const volume = [10.3, 10.3, 10.2, 16.4, 18.8, 19.7, 15.6, 18.2, 22.6, 19.9, 24.2, 21, 21.4, 21.3, 19.1, 22.2, 33.8, 27.4, 25.7, 24.9, 34.5, 31.7, 36.3, 38.3, 42.6, 55.4, 55.7, 58.3, 51.5, 51, 77]; // biome-ignore format: data
  const { kept } = await stepOn(tableOf(numberColumn("Volume", volume)), { verb: "unskew", columns: ["Volume"], by: "box-cox" });
  expect(powersOf(kept)[0]).toBeCloseTo(-0.0747660534, 5);
});
// scikit-learn#14959, #29595: values that differ became one.
test("a power that makes values (almost) equal is not taken, which is said", async () => {
  const small = [2003e-9, 1950e-9, 1997e-9, 2000e-9, 2009e-9];
  const on = tableOf(numberColumn("x", small));
  const { column, said } = await stepOn(on, { verb: "unskew", columns: ["x"], by: "box-cox" });
  expect(column("x")).toEqual(small);
  expect(said).toEqual([expect.stringMatching(/^Step 1: the power that suits x best is 26.9, and .* it stays as it is/)]);
});
test("powers of scipy.stats.yeojohnson and boxcox where other programs found none (scipy#10821)", async () => {
  const pays = [3251637.22, 620695.44, 11642969, 2223468.22, 85307500, 16494389.89, 917215.88, 11642969, 2145773.87, 4962000, 620695.44, 651234.5, 1907876.71, 4053297.88, 3251637.22, 3259103.08, 9547969, 20631286.23, 12807072.08, 2383819.84, 90114500, 17209575.46, 12852969, 2414609.99, 2170368.23]; // biome-ignore format: data
  const x = tableOf(numberColumn("x", pays));
  // SciPy 1.10.1
  for (const [by, power] of [
    ["yeo-johnson", -0.12834827],
    ["box-cox", -0.12834803],
  ] as const)
    expect(powersOf((await stepOn(x, { verb: "unskew", columns: ["x"], by })).kept)[0]).toBeCloseTo(power, 5);
});
test("logarithms of what has none are missing, and told", async () => {
  const { column, said } = await stepOn(tableOf(numberColumn("x", [8, 0, -1, null, 1e308])), {
    verb: "unskew",
    columns: ["x"],
    by: "log2",
  });
  expect(column("x")).toEqual([3, null, null, null, Math.log2(1e308)]);
  expect(said).toEqual([
    "Step 1: 2 values of x have no such number (log2) and are missing from here on. asinh and Yeo-Johnson take any number.",
  ]);
});
test("numbers of any size have a power", async () => {
  for (const unit of [1e-150, 1e100]) {
    const x = tableOf(
      numberColumn(
        "x",
        [1, 2, 4, 8, 16, 32].map((value) => value * unit),
      ),
    );
    expect(powersOf((await stepOn(x, { verb: "unskew", columns: ["x"], by: "box-cox" })).kept)[0]).toBeCloseTo(0, 5);
  }
});
test("Box-Cox of 0 is refused in the training, and missing in rows that come later", async () => {
  await expect(stepOn(tableOf(numberColumn("x", [0, 1])), { verb: "unskew", columns: ["x"], by: "box-cox" })).rejects.toThrow(
    "Step 1: x holds values of 0 or less, of which Box-Cox is not defined. Take Yeo-Johnson, which takes any number.",
  );
  const { kept } = await stepOn(tableOf(numberColumn("x", [1, 2, 9])), { verb: "unskew", columns: ["x"], by: "box-cox" });
  const later = await laterOn(kept, tableOf(numberColumn("x", [-1])));
  expect([later.column("x"), later.said.length]).toEqual([[null], 1]);
});
test("a column that does not vary stays as it is", async () => {
  const { column, said } = await stepOn(tableOf(numberColumn("x", [4, 4, null])), {
    verb: "unskew",
    columns: ["x"],
    by: "yeo-johnson",
  });
  expect([column("x"), said.length]).toEqual([[4, 4, null], 1]);
});

test("a power beyond what numbers hold is bounded, and what becomes too large is told", async () => {
  // The years of scipy#18389, where SciPy 1.10.1 finds 47.214 and values up to 1.9e154.
  const years = [2003, 1950, 1997, 2000, 2009, 2009, 1980, 1999, 2007, 1991];
  for (const by of ["box-cox", "yeo-johnson"]) {
    const { column, said } = await stepOn(tableOf(numberColumn("v", years)), { verb: "unskew", columns: ["v"], by });
    expect(column("v").every((value) => typeof value === "number" && Number.isFinite(value))).toBe(true);
    expect(said.join(" "), by).toMatch(/becomes? too large|become too large/);
  }
});

describe("every value of a matrix", () => {
  const of = (...data: number[]): Assay =>
    assayOf({
      values: { layout: "dense", data: Float32Array.from(data) },
      features: tableOf(textColumn("gene", ["a", "b"])),
      samples: tableOf(textColumn("sample", ["s", "t"])),
    });
  const done = async (matrix: Assay, by: string, said: Sentence[] = []) =>
    (await runStep(stepSchema.parse({ verb: "unskew", by }), matrix, scopeAlone(new AbortController().signal, said))) as Assay;
  test("asinh of any number; numpy.arcsinh([-5, 0, 1, 1e30])", async () => {
    const found = await done(of(-5, 0, 1, 1e30), "asinh");
    expect([...denseData(found)]).toEqual([...Float32Array.of(-2.3124383412727525, 0, 0.881373587019543, 69.77069997038276)]);
    expect(found.scale).toBe("unknown");
  });
  test("ln(1 + x) is a natural logarithm; what has none is missing and counted", async () => {
    const said: Sentence[] = [];
    const found = await done(of(0, 1, -1, -3), "log1p", said);
    expect(found.scale).toBe("ln");
    expect([...denseData(found)]).toEqual([...Float32Array.of(0, Math.LN2, Number.NaN, Number.NaN)]);
    expect(said.map((one) => sentenceIn(one, "en")).join(" ")).toMatch(/2 values have no such number/);
  });
  test("logarithms of logarithms, and powers, are refused", async () => {
    await expect(done({ ...of(1, 2, 3, 4), scale: "log2" }, "log10")).rejects.toThrow();
    await expect(done(of(1, 2, 3, 4), "box-cox")).rejects.toThrow();
  });
});
