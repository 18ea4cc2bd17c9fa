// How many numbers differ from the one that at least half of them are.

import { expect, test } from "vitest";
import { besidesCommonest } from "./besides-commonest.ts";

test.each([
  ["a flag of one", [0, 0, 0, 1, 0], 1],
  ["two halves", [0, 1, 1, 0], 2],
  ["one half and different ones", [7, 1, 7, 2, 7, 3], 3],
  ["no such number", [1, 2, 3, 4, 5], 5],
  ["a third", [1, 1, 2, 2, 3, 3], 6],
  ["missing ones among them", [0, Number.NaN, 0, 1, Number.NaN], 1],
  ["all alike", [3, 3, 3], 0],
  ["none", [], 0],
])("%s", (_, values, n) => expect(besidesCommonest(values)).toBe(n));

test("as by counting, of many orders", () => {
  let state = 7;
  for (let round = 0; round < 300; round++) {
    const values = Array.from({ length: 1 + (round % 17) }, () => (state = (16_807 * state) % 2_147_483_647) % (2 + (round % 3)));
    const most = Math.max(...values.map((one) => values.filter((other) => other === one).length));
    expect(besidesCommonest(values)).toBe(2 * most >= values.length ? values.length - most : values.length);
  }
});
