// Columns far from 0, and in very different units, give what they give beside 0 and in one unit. Expected values: Newton's
// method on the penalised likelihood to a step of 1e-14, and numpy's svd (numpy 1.24), on the same doubles.

import { expect, test } from "vitest";
import type { DesignMatrix } from "../contract/design-matrix.ts";
import { numberColumn, tableOf } from "../artifacts/table.ts";
import { trainLearner } from "../testing/train-learner.ts";
import { learningData } from "./data-of-artifact.ts";
import { principalComponents } from "./principal-components.ts";

const rows = 200;
/** ((37 i + 101 f + i^2 (f + 3)) mod 97) / 10: row i, feature f of six. */
const measured = (i: number, f: number): number => ((i * 37 + f * 101 + i * i * (f + 3)) % 97) / 10;
const classes = Int32Array.from({ length: rows }, (_, i) => {
  const is = measured(i, 0) + measured(i, 1) - measured(i, 2) > 4.8 ? 1 : 0;
  return i % 9 === 0 ? 1 - is : is;
});
/** As a cell gets them: out of a table. */
function matrixOf(valueAt: (row: number, feature: number) => number): DesignMatrix {
  const columns = Array.from({ length: 6 }, (_, f) =>
    numberColumn(
      `f${f}`,
      Array.from({ length: rows }, (__, row) => valueAt(row, f)),
    ),
  );
  const data = learningData(tableOf(...columns), { features: null, except: [], needs: [], selects: 0 });
  if (!data.ok) throw new Error(data.error.reason);
  return data.value.matrix;
}

test.each([0, 1e6, 1e8])("a logistic regression of columns around %d answers what it answers around 0", async (offset) => {
  const matrix = matrixOf((row, f) => measured(row, f) + offset);
  const found = (await trainLearner({ type: "logistic" }, matrix, classes, 2)).predict(matrix);
  [0.1411404474, 0.3983288421, 0.9914881002, 0.2486154963].forEach((value, row) =>
    expect(Math.abs((found[row * 2 + 1] as number) - value)).toBeLessThan(2e-7),
  );
});

test("without standardising, columns in units from 1e-4 to 1000 reach the optimum", async () => {
  const units = [1, 1000, 0.01, 1e-4, 50, 0.3];
  const matrix = matrixOf((row, f) => measured(row, f) * (units[f] as number));
  const model = await trainLearner({ type: "logistic", standardise: false }, matrix, classes, 2);
  const found = model.predict(matrix);
  expect(model.notes).toEqual([]);
  for (const [row, value] of [
    [0, 0.0625714137550133],
    [1, 0.4340712374243651],
    [2, 0.8435893185200561],
    [3, 0.3995845548073702],
    [50, 0.268833508791486],
  ] as const)
    expect(Math.abs((found[row * 2 + 1] as number) - value)).toBeLessThan(1e-6);
});

test.each([1e6, 1e8])("components of columns around %d are those of columns around 0", (offset) => {
  const { values } = matrixOf((row, f) => measured(row, f) + offset);
  const found = principalComponents(values, rows, 6, { components: 6, scale: false });
  [0.2170752042, 0.1973888901, 0.1755400212, 0.1476024439, 0.139410731, 0.1229827097].forEach((value, k) =>
    expect(Math.abs((found.share[k] as number) - value)).toBeLessThan(1e-9),
  );
  expect(found.variance[0]).toBeCloseTo(10.1406603126, 7);
  const scores = [0, 1, 2].map((row) => found.scores[row * 6] as number);
  [-7.98461158, -0.88112933, 2.23249557].forEach((value, row) =>
    expect(Math.abs((scores[row] as number) - value)).toBeLessThan(1e-7),
  );
});

test("what is too large for its square is refused with its column", () => {
  const table = tableOf(numberColumn("dose", [1, 2, 1e200]));
  const found = learningData(table, { features: null, except: [], needs: [], selects: 0 });
  expect(found.ok ? "" : [found.error.reason, found.error.params["column"]]).toEqual(["learn.feature-huge", "dose"]);
});
