// Saerens, Latinne and Decaestecker 2002, equation 2.4, by hand.

import { expect, test } from "vitest";
import { sharesBefore, withShares } from "./shares-before.ts";

test("probabilities of equally frequent classes, given back for one in ten (T-4)", () => {
  const before = Int32Array.from({ length: 10 }, (_, row) => (row === 0 ? 0 : 1));
  const after = Int32Array.from({ length: 18 }, (_, row) => row % 2);
  const factors = sharesBefore(before, after, 2);
  expect([...factors]).toEqual([0.1 / 0.5, 0.9 / 0.5]);
  // Of 0.5 the share itself; of 0.9: 0.09 / (0.09 + 0.09).
  const [half, , , , most] = withShares(Float64Array.of(0.5, 0.5, 0, 1, 0.9, 0.1), factors);
  expect(half).toBeCloseTo(0.1, 12);
  expect(most).toBeCloseTo(0.5, 12);
});
test("a class that is in neither changes nothing, and no share of anything stays what it was", () => {
  expect([...sharesBefore(Int32Array.of(0), Int32Array.of(0), 2)]).toEqual([1, 1]);
  expect([...withShares(Float64Array.of(0, 0), Float64Array.of(1, 1))]).toEqual([0, 0]);
});
