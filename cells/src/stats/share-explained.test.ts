// R squared and p of one column, as R's lm has them.

import { expect, test } from "vitest";
import { explainedByGroups, explainedByNumbers } from "./share-explained.ts";

const y = [2.1, 3.4, 1.9, 5.6, 4.8, 6.1, 7.7, 6.9];

// R 4.2.2: y <- c(2.1, 3.4, 1.9, 5.6, 4.8, 6.1, 7.7, 6.9); s <- summary(lm(y ~ c(1:7, 9))); s$r.squared; anova(lm(...))$P
test("of numbers", () => {
  const { share, p, n } = explainedByNumbers([1, 2, 3, 4, 5, 6, 7, 9], y);
  expect(share).toBeCloseTo(0.7717935636133805843, 12);
  expect(p).toBeCloseTo(0.0040836145553730828, 12);
  expect(n).toBe(8);
});

// summary(lm(y ~ factor(c("a", "a", "a", "b", "b", "b", "c", "c"))))
test("of groups, rows without one left out", () => {
  const of = Int32Array.of(0, 0, 0, 1, 1, 1, 2, 2);
  const found = explainedByGroups(of, 3, y);
  expect(found.share).toBeCloseTo(0.9235976175054926296, 12);
  expect(found.p).toBeCloseTo(0.0016134936257844144, 12);
  const some = explainedByGroups(Int32Array.of(0, 0, 0, 1, 1, 1, -1, -1), 3, y);
  expect(some.share).toBeCloseTo(0.8632336078390494549, 12);
  expect(some.p).toBeCloseTo(0.0073612640711343122, 12);
  expect(some.n).toBe(6);
});

test("of one group, of a group a row, and of what does not vary nothing is told", () => {
  expect(explainedByGroups(new Int32Array(8), 1, y).share).toBeNaN();
  expect(explainedByGroups(Int32Array.of(0, 1, 2, 3, 4, 5, 6, 7), 8, y).p).toBeNaN();
  expect(explainedByNumbers(y, [1, 1, 1, 1, 1, 1, 1, 1]).share).toBeNaN();
});
