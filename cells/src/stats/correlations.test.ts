// Correlations of several lists are those of R's cor(use = "pairwise.complete.obs") (correlations.R), to 1e-12.

import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { correlationMethods, correlations } from "./correlations.ts";

interface OfR {
  readonly lists: readonly (readonly (number | null)[])[];
  readonly pearson: readonly number[];
  readonly spearman: readonly number[];
  readonly n: readonly number[];
}
const ofR = JSON.parse(readFileSync(path.join(import.meta.dirname, "correlations.json"), "utf8")) as {
  readonly whole: OfR;
  readonly gaps: OfR;
};

test.each((["whole", "gaps"] as const).flatMap((of) => correlationMethods.map((method) => [of, method] as const)))(
  "of lists %s, by %s",
  (of, method) => {
    const { lists, n, ...answers } = ofR[of];
    const found = correlations(
      lists.map((values) => Float64Array.from(values, (value) => value ?? Number.NaN)),
      method,
    );
    answers[method].forEach((r, at) => expect(Math.abs((found.r[at] as number) - r)).toBeLessThan(1e-12));
    expect([...found.n]).toEqual([...n]);
  },
);

test("of what does not vary, and of what has nothing in common, none is known", () => {
  const gap = Number.NaN;
  const { r, n } = correlations(
    [
      [1, 1, 1, gap],
      [gap, gap, gap, 3],
      [1, 2, 4, 3],
    ],
    "pearson",
  );
  expect([...r]).toEqual([gap, gap, gap, gap, gap, gap, gap, gap, 1]);
  expect([...n]).toEqual([3, 0, 3, 0, 1, 1, 3, 1, 4]);
});
