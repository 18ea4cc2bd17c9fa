// The range over a column holds its values.

import { expect, test } from "vitest";
import { toDigits } from "./to-digits.ts";

test.each([
  [1.114, 1.11, 1.12],
  [1234.5, 1230, 1240],
  [-1234.5, -1240, -1230],
  [0.000_123_45, 0.000_123, 0.000_124],
  [999.9, 999, 1000],
  [5, 5, 5],
  [0, 0, 0],
])("%s lies between its two ends of three digits", (value, down, up) => {
  expect([toDigits(value, 3, "down"), toDigits(value, 3, "up")]).toEqual([down, up]);
});
