// Each group against the rest as R's wilcox.test (against-rest.R), whether zeros are given or left out.

import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { GroupAgainstRest } from "./group-against-rest.ts";

type Answer = { readonly [measure in "auc" | "p" | "meanIn" | "meanOut" | "shareIn" | "shareOut"]: number | null };
const { group, features, answers } = JSON.parse(readFileSync(path.join(import.meta.dirname, "against-rest.json"), "utf8")) as {
  readonly group: readonly number[];
  readonly features: readonly (readonly (number | null)[])[];
  readonly answers: readonly (readonly Answer[])[];
};

test.each([true, false])("AUC, p value, means and shares; zeros given: %s", (hasZeros) => {
  const against = new GroupAgainstRest({ groupOf: Int32Array.from(group), groups: 3 });
  features.forEach((given, feature) => {
    const values = given.map((value) => value ?? Number.NaN);
    const samples = [...values.keys()].filter((sample) => hasZeros || values[sample] !== 0);
    const found = against.ask({ samples, values: samples.map((sample) => values[sample] as number), count: samples.length });
    answers[feature]?.forEach((expected, at) => {
      for (const [measure, value] of Object.entries(expected)) {
        const own = found[measure as keyof Answer][at] as number;
        // Of one value alone R has no p value.
        if (value === null) expect(own, `${feature} ${measure}`).toBeNaN();
        else
          expect(Math.abs(own - value), `${feature} ${measure}`).toBeLessThanOrEqual(
            1e-10 * Math.max(1e-12, Math.abs(value)) + 1e-13,
          );
      }
    });
  });
});

test("samples of no group count for nobody, and levels are means of what they are asked of", () => {
  const against = new GroupAgainstRest({ groupOf: Int32Array.of(0, 0, 1, 1, -1), groups: 2 }, { levelOf: Math.expm1 });
  const found = against.ask({ samples: [0, 2, 4], values: [1, 2, 50], count: 3 });
  expect(found.meanIn[0]).toBeCloseTo(Math.expm1(1) / 2, 12);
  expect(found.meanOut[0]).toBeCloseTo(Math.expm1(2) / 2, 12);
  expect(found.auc[0]).toBe(0.375);
});
