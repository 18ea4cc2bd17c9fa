// What steps take of their data they take of the rows of the training, and carry over as it is: numbers of scikit-learn 1.2.1
// (SimpleImputer, StandardScaler fitted on x[part == "train"], then transform(x)) and of NumPy.

import { describe, expect, test } from "vitest";
import type { Artifact, Assay, Table } from "../../artifacts/artifact.ts";
import { assayOf, denseData, featureIds } from "../../artifacts/assay.ts";
import { cellJson, columnOf, numberColumn, tableOf, textColumn } from "../../artifacts/table.ts";
import type { CellId } from "../../base/ids.ts";
import type { Json, JsonObject } from "../../base/json.ts";
import { isCellRef } from "../../base/refs.ts";
import { fittedChainOf } from "../../contract/fitted-chain.ts";
import type { ExecuteContext } from "../../contract/execute.ts";
import { failureSentence, sentenceIn } from "../../messages/catalogue.ts";
import { sentencesIn } from "../../messages/sentence.ts";
import { execute } from "./execute.ts";
import { transform } from "./spec.ts";

const from = { ref: "cell_data" as CellId };
const fittedRef = { ref: "cell_clean", port: "fitted" };
async function run(data: Artifact, steps: readonly JsonObject[], others: { readonly [cell: string]: Artifact } = {}) {
  const input = (ref: { ref: string }): Artifact => (ref.ref === from.ref ? data : (others[ref.ref] as Artifact));
  const context: Partial<ExecuteContext> = {
    input,
    valueOf: (field: unknown): Json => {
      const found = isCellRef(field) ? input(field) : null;
      return found ? (found.type === "value" ? found.value : null) : (field as Json);
    },
    progress: () => undefined,
    log: () => undefined,
    signal: new AbortController().signal,
  };
  const spec = transform.schema.parse({ from, steps: steps.map((step, at) => ({ id: `s${at}`, ...step })) });
  const result = await execute(spec, context as ExecuteContext);
  if (!result.ok) return failureSentence(result.error, "en");
  const { out, fitted, steps: report } = result.value;
  return { out: out as Table, matrix: out as Assay, fitted: fitted as Artifact, report };
}
async function answered(...given: Parameters<typeof run>) {
  const answer = await run(...given);
  if (typeof answer === "string") throw new Error(answer);
  return answer;
}
const values = (table: Table, name: string): readonly Json[] => {
  const column = columnOf(table, name);
  return column ? Array.from({ length: table.rowCount }, (_, row) => cellJson(column, row)) : [];
};

const patients = tableOf(
  textColumn("part", ["train", "train", "test", "train", "test"], { semantic: "split" }),
  numberColumn("age", [40, null, 90, 44, null]),
);
const fillAge = { verb: "fill-missing", columns: ["age"], fill: { by: "mean" } };

describe("a column of parts (T-1)", () => {
  test("a mean is that of the training; rows of the test are filled with it", async () => {
    const { out, fitted, report } = await answered(patients, [fillAge]);
    expect(report).toMatchObject({ body: { steps: [{ fittedOn: { rows: 3, of: 5, split: "part" } }] } });
    // SimpleImputer(strategy="mean").fit(x[:2] + x[3]).transform(x): statistics_ 42.0
    expect(values(out, "age")).toEqual([40, 42, 90, 44, 42]);
    expect(fittedChainOf(fitted)?.steps[0]).toEqual({
      verb: "fill-missing",
      version: 3,
      options: { verb: "fill-missing", columns: ["age"], fill: { by: "mean" } },
      freezes: "fitted",
      fitted: { state: { fills: [{ column: "age", value: 42 }] }, keeps: "statistics", rows: 3, of: 5, split: "part" },
    });
  });

  test("without one it is that of all rows", async () => {
    const { out } = await answered(tableOf(...patients.columns.slice(1)), [fillAge]);
    expect(values(out, "age")).toEqual([40, 58, 90, 44, 58]);
  });

  test("in which no row is one of the training it is refused", async () => {
    const parts = tableOf(textColumn("part", ["test", "valid"], { semantic: "split" }), numberColumn("age", [1, null]));
    expect(await run(parts, [fillAge])).toMatch(/no row of part says “train”/);
  });

  test("a step that takes nothing of the data needs no row of the training, and tells of none", async () => {
    const parts = tableOf(textColumn("part", ["test", "test"], { semantic: "split" }), numberColumn("age", [1, null]));
    const { out, report } = await answered(parts, [{ ...fillAge, fill: { by: "value", value: 7 } }]);
    expect(values(out, "age")).toEqual([1, 7]);
    expect(report).not.toMatchObject({ body: { steps: [{ fittedOn: {} }] } });
  });

  test("a step by which a row depends on all of them says that those of the test are among them", async () => {
    const { report } = await answered(patients, [{ verb: "rank", column: "age" }]);
    const body = report?.type === "report" ? report.body : {};
    const [first] = body["steps"] as readonly JsonObject[];
    expect(sentencesIn(first?.["doubts"]).map((doubt) => sentenceIn(doubt, "en"))).toContainEqual(
      expect.stringContaining("those of part that are no training among them"),
    );
  });

  test("scaling of a matrix takes mean and deviation of the samples of the training", async () => {
    const matrix = assayOf({
      values: { layout: "dense", data: Float32Array.of(1, 2, 3, 10, 5, 5, 5, 9) },
      features: tableOf(textColumn("gene", ["a", "b"])),
      samples: tableOf(
        textColumn("sample", ["s1", "s2", "s3", "s4"]),
        textColumn("part", ["train", "train", "train", "test"], { semantic: "split" }),
      ),
      scale: "log2",
      featureNoun: "gene",
    });
    const { matrix: scaled } = await answered(matrix, [{ verb: "z-score" }]);
    // (x - 2) / 1; a feature that does not vary in the training has no z-score.
    expect([...denseData(scaled)]).toEqual([-1, 0, 1, 8, 0, 0, 0, 0]);
  });
});

describe("the steps of another cell (T-1)", () => {
  const later = tableOf(numberColumn("age", [null, 10, null]));

  test("are done with what they took there, and nothing is taken of these rows", async () => {
    const { fitted } = await answered(patients, [fillAge]);
    const { out } = await answered(later, [{ verb: "recipe", from: fittedRef }], { cell_clean: fitted });
    expect(values(out, "age")).toEqual([42, 10, 42]);
  });

  test("keep the values of parameters as they were", async () => {
    const steps = [{ verb: "filter", where: { all: [{ column: "age", is: ">", value: { ref: "cell_least" } }] } }];
    const { fitted } = await answered(patients, steps, { cell_least: { type: "value", value: 42 } });
    const { out } = await answered(tableOf(numberColumn("age", [43, 41])), [{ verb: "recipe", from: fittedRef }], {
      cell_clean: fitted,
    });
    expect(values(out, "age")).toEqual([43]);
  });

  test("find the features that were kept, in their order, whatever others a matrix has", async () => {
    const counts = (genes: readonly string[], data: readonly number[]): Assay =>
      assayOf({
        values: { layout: "dense", data: Float32Array.from(data) },
        features: tableOf(textColumn("gene", genes)),
        samples: tableOf(textColumn("sample", ["s1", "s2"])),
        scale: "counts",
        featureNoun: "gene",
      });
    const steps = [{ verb: "filter-features", rule: { by: "count", min: 10, samples: 2 } }];
    const { fitted } = await answered(counts(["a", "b", "c"], [20, 30, 1, 1, 12, 14]), steps);
    const { matrix } = await answered(counts(["c", "x", "a"], [0, 0, 99, 99, 1, 2]), [{ verb: "recipe", from: fittedRef }], {
      cell_clean: fitted,
    });
    expect(featureIds(matrix)).toEqual(["a", "c"]);
    expect([...denseData(matrix)]).toEqual([1, 2, 0, 0]);
    expect(await run(counts(["a", "x"], [1, 2, 3, 4]), [{ verb: "recipe", from: fittedRef }], { cell_clean: fitted })).toMatch(
      /^Step 1, within the recipe: .*1 of the 2 .* not in the data: c\./,
    );
  });

  test.each([
    ["a column that is gone", tableOf(numberColumn("weight", [1])), /^Step 1, within the recipe: Step 1: there is no column age/],
    ["a column of another type", tableOf(textColumn("age", ["old", null])), /^Step 1, within the recipe: Step 1: .*age/],
  ])("%s is refused", async (_title, data, says) => {
    const { fitted } = await answered(patients, [fillAge]);
    expect(await run(data, [{ verb: "recipe", from: fittedRef }], { cell_clean: fitted })).toMatch(says);
  });

  test("values of another scale or another unit are refused", async () => {
    const matrix = (scale: Assay["scale"]): Assay =>
      assayOf({
        values: { layout: "dense", data: Float32Array.of(1, 2, 3, 10) },
        features: tableOf(textColumn("gene", ["a", "b"])),
        samples: tableOf(textColumn("sample", ["s1", "s2"])),
        scale,
        featureNoun: "gene",
      });
    const { fitted } = await answered(matrix("log2"), [{ verb: "z-score" }]);
    const recipe = [{ verb: "recipe", from: fittedRef }];
    expect(await run(matrix("counts"), recipe, { cell_clean: fitted })).toMatch(/fitted on values of the scale “log2”/);
    const { report } = await answered(matrix("unknown"), recipe, { cell_clean: fitted });
    expect(JSON.stringify(report)).toContain("other-scale-perhaps");
    const ages = (unit: string) => tableOf(numberColumn("age", [40, null], { unit }));
    const { fitted: years } = await answered(ages("years"), [fillAge]);
    expect(await run(ages("months"), recipe, { cell_clean: years })).toMatch(/age was in years .* and is in months/);
  });

  test("that depend on which other rows there are have no form for new ones", async () => {
    const { fitted } = await answered(patients, [fillAge, { verb: "rank", column: "age" }]);
    expect(await run(later, [{ verb: "recipe", from: fittedRef }], { cell_clean: fitted })).toMatch(
      /step 2 of the recipe, Rank.*has no form for new data/,
    );
  });

  test("of another release say so, and a state that cannot be read is refused", async () => {
    const { fitted } = await answered(patients, [fillAge]);
    const chain = fittedChainOf(fitted);
    const changed = (step: object): Artifact => ({
      type: "report",
      report: "fitted-chain",
      body: { ...chain, steps: [{ ...chain?.steps[0], ...step }] } as JsonObject,
    });
    const older = await answered(later, [{ verb: "recipe", from: fittedRef }], { cell_clean: changed({ version: 1 }) });
    const body = older.report?.type === "report" ? older.report.body : {};
    const [first] = body["steps"] as readonly JsonObject[];
    expect(sentencesIn(first?.["doubts"]).map((doubt) => sentenceIn(doubt, "en"))).toEqual([
      expect.stringContaining("was fitted by another release"),
    ]);
    const broken = changed({ fitted: { state: { means: [1] }, keeps: "statistics", rows: 1, of: 1 } });
    expect(await run(later, [{ verb: "recipe", from: fittedRef }], { cell_clean: broken })).toMatch(/kept by another release/);
  });

  test("are not those of a table", async () => {
    expect(await run(later, [{ verb: "recipe", from: { ref: "cell_clean" } }], { cell_clean: patients })).toMatch(
      /what is chosen holds no steps/,
    );
  });
});
