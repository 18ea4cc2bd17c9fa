// Shapes of histograms whose cause is known.

import { expect, test } from "vitest";
import { normal } from "./distributions/normal.ts";
import { seededRandom } from "./seeded-random.ts";
import { shapeOfPValues } from "./shape-of-p-values.ts";

const random = seededRandom(5);
const draw = (n: number, p: (u: number) => number): number[] => {
  const counts = Array.from({ length: 40 }, () => 0);
  for (let at = 0; at < n; at++) {
    const place = Math.min(39, Math.floor(p(random()) * 40));
    counts[place] = (counts[place] as number) + 1;
  }
  return counts;
};
/** Two-sided p of a standard normal that was taken to spread `times` as much as it does. */
const spreadTaken = (times: number) => (u: number) => 2 * normal.tails(Math.abs(normal.quantile(u)) / times).upper;

test("nothing differs: uniform, whatever the number", () => {
  for (const n of [200, 1_000, 20_000])
    for (let round = 0; round < 20; round++) expect(shapeOfPValues(draw(n, (u) => u))).toBe("uniform");
});

test("a share of true differences is a peak at the left", () => {
  expect(shapeOfPValues(draw(10_000, (u) => (random() < 0.2 ? u ** 8 : u)))).toBe("differences");
});

test("an error that is too large is conservative, one that is too small looks like differences", () => {
  expect(shapeOfPValues(draw(20_000, spreadTaken(1.5)))).toBe("conservative");
  expect(shapeOfPValues(draw(20_000, spreadTaken(0.6)))).toBe("differences");
});

test("peaks at both ends, as one-sided tests of changes both ways have; and a hill", () => {
  expect(shapeOfPValues(draw(10_000, (u) => (random() < 0.3 ? (random() < 0.5 ? u ** 9 : 1 - u ** 9) : u)))).toBe("u-shaped");
  expect(shapeOfPValues(draw(10_000, (u) => (u + random()) / 2))).toBe("hill");
});

test("of few nothing is said", () => {
  expect(shapeOfPValues(draw(100, (u) => u))).toBeNull();
  expect(shapeOfPValues([10, 10])).toBeNull();
});
