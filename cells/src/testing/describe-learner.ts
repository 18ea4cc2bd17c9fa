// The contract that every learner keeps, as a test suite, run for each line of learners.ts. That its ONNX file answers what
// the model in memory answers is tested where there is a runtime (kernel/src/engines/models-agree.test.ts). For tests only.

import { describe, expect, test } from "vitest";
import { z } from "zod";
import type { JsonObject } from "../base/json.ts";
import type { DesignMatrix } from "../contract/design-matrix.ts";
import type { LearnerLine } from "../contract/learner.ts";
import { withoutDefaults } from "../contract/without-defaults.ts";
import { crossValidate, rowsOfMatrix } from "../learn/cross-validate.ts";
import { stratifiedFolds } from "../learn/folds.ts";
import { classificationMetrics } from "../learn/metrics.ts";
import { fitterOf, trainLearner } from "./train-learner.ts";
import { seededRandom, shuffle } from "../stats/seeded-random.ts";

const rows = 160;
const width = 5;

/** Three features that tell the classes apart, noise, and one that never varies. */
function dataFor(classCount: number): { readonly matrix: DesignMatrix; readonly classes: Int32Array } {
  const random = seededRandom(21);
  const classes = Int32Array.from({ length: rows }, (_, row) => row % classCount);
  const values = Float64Array.from({ length: rows * width }, (_, at) => {
    const [row, f] = [Math.floor(at / width), at % width];
    if (f === 4) return 3.3;
    const told = f < 3 ? 1.6 * ((row % classCount) - f) : 0;
    return random() + random() + random() - 1.5 + told;
  });
  return { matrix: { rows, features: ["a", "b", "c", "noise", "constant"], values }, classes };
}

export function describeLearner(line: LearnerLine): void {
  const { learner } = line;
  const type = learner.name;
  const accuracyOf = async (matrix: DesignMatrix, classes: Int32Array, classCount: number): Promise<number> => {
    const found = await crossValidate(rowsOfMatrix(matrix), classes, stratifiedFolds(classes, classCount, 5, 1), {
      fit: await fitterOf({ type }),
      classCount,
      positive: 1,
      topFeatures: null,
      onFold: async () => {},
    });
    return classificationMetrics(found.pooled).accuracy ?? 0;
  };

  describe(`the learner ${type} keeps the contract`, () => {
    test("its settings are strict, whole by default, and say what they are", () => {
      const options = learner.schema.parse({ type }) as JsonObject;
      expect(options["type"]).toBe(type);
      expect(withoutDefaults(learner.schema, options)).toEqual({ type });
      expect(learner.schema.safeParse({ type, noSuchSetting: 1 }).success).toBe(false);
      const { properties } = z.toJSONSchema(learner.schema, { io: "input" }) as { properties: { [name: string]: JsonObject } };
      for (const [name, field] of Object.entries(properties)) {
        expect(field["title"], name).toBeTruthy();
        expect(field["description"], name).toBeTruthy();
      }
    });

    test.each(["en", "ru"] as const)("it says what it is, what it does and what counts as important (%s)", (locale) => {
      const { type: _type, ...settings } = learner.schema.parse({ type }) as JsonObject;
      const params = { ...settings, target: "sex", from: "counts", how: "in folds" };
      for (const key of ["title", "does", "importance"] as const) {
        const said = learner.words.say(key, params, locale);
        expect(said).not.toMatch(/undefined|\{|\}|\[object/);
        expect(said).not.toBe(learner.words.key(key));
      }
      expect(learner.words.say("does", params, locale)).toMatch(/sex.*counts.*in folds/);
    });

    test("its form is there", async () => {
      expect(typeof (await line.Form()).Form).toBe("function");
    });

    test.each([2, 3])("it learns what tells %d classes apart, and nothing where labels are permuted", async (classCount) => {
      const { matrix, classes } = dataFor(classCount);
      expect(await accuracyOf(matrix, classes, classCount)).toBeGreaterThan(0.85);
      const permuted = Int32Array.from(shuffle([...classes], seededRandom(4)));
      const chance = await accuracyOf(matrix, permuted, classCount);
      // Four standard errors around chance.
      expect(Math.abs(chance - 1 / classCount)).toBeLessThan(4 * Math.sqrt((1 - 1 / classCount) / classCount / rows));
    });

    test("probabilities sum to 1, of one row and of none, and a constant feature counts for nothing", async () => {
      const { matrix, classes } = dataFor(3);
      const model = await trainLearner({ type }, matrix, classes, 3);
      expect([model.classCount, model.features]).toEqual([3, matrix.features]);
      for (const count of [0, 1, rows]) {
        const asked = { ...matrix, rows: count, values: matrix.values.slice(0, count * width) };
        const found = model.predict(asked);
        expect(found).toHaveLength(count * 3);
        for (let row = 0; row < count; row += 1) {
          const shares = found.subarray(row * 3, row * 3 + 3);
          expect(Math.abs(shares.reduce((sum, share) => sum + share, 0) - 1)).toBeLessThan(1e-6);
          expect(Math.min(...shares)).toBeGreaterThanOrEqual(0);
        }
      }
      const importance = model.importance();
      expect(importance).toHaveLength(width);
      expect(importance.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
      expect(importance[4]).toBe(0);
      expect(Math.min(...importance)).toBeGreaterThanOrEqual(0);
    });

    test("features that never vary give a model that answers the shares of the classes", async () => {
      const constant: DesignMatrix = { rows: 4, features: ["a"], values: new Float64Array(4).fill(7.7) };
      const model = await trainLearner({ type }, constant, Int32Array.of(0, 1, 1, 1), 2);
      const found = model.predict({ ...constant, rows: 1, values: constant.values.slice(0, 1) });
      // A forest draws its rows, so that its shares are those of what it drew.
      expect(Math.abs((found[1] as number) - 0.75)).toBeLessThan(learner.isRandom ? 0.1 : 1e-4);
      expect(model.importance().every((share) => share === 0)).toBe(true);
    });

    test("rows of a class that counts three times are as three rows", async () => {
      const constant: DesignMatrix = { rows: 8, features: ["a"], values: new Float64Array(8).fill(7.7) };
      const classes = Int32Array.of(0, 0, 1, 1, 1, 1, 1, 1);
      const model = await trainLearner({ type }, constant, classes, 2, 1, Float64Array.of(3, 1));
      const found = model.predict({ ...constant, rows: 1, values: constant.values.slice(0, 1) });
      expect(Math.abs((found[1] as number) - 0.5)).toBeLessThan(learner.isRandom ? 0.1 : 1e-4);
    });

    test("equal seeds give equal files; another seed gives another one only if it draws at random", async () => {
      const { matrix, classes } = dataFor(2);
      const fileOf = async (seed: number) => (await trainLearner({ type }, matrix, classes, 2, seed)).toOnnx(["no", "yes"]);
      const first = await fileOf(1);
      expect(await fileOf(1)).toEqual(first);
      if (learner.isRandom) expect(await fileOf(2)).not.toEqual(first);
      else expect(await fileOf(2)).toEqual(first);
    });
  });
}
