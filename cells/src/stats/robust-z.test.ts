// R 4.2.2: x <- c(1, 2, 4, 8, 16, NA); (x - median(x, na.rm = TRUE)) / mad(x, na.rm = TRUE)

import { expect, test } from "vitest";
import { robustZ } from "./robust-z.ts";

test("distances from the median in median absolute deviations, as R's mad()", () => {
  const { z, median, spread } = robustZ([1, 2, 4, 8, 16, Number.NaN]);
  expect(median).toBe(4);
  expect(spread).toBeCloseTo(4.4478, 12);
  expect([...z].map((value) => value.toFixed(9))).toEqual(
    [-0.6744907594765952, -0.4496605063177301, 0, 0.8993210126354602, 2.697963037906381, Number.NaN].map((value) =>
      value.toFixed(9),
    ),
  );
});

test("where more than half are equal no distance of the others is told", () => {
  expect([...robustZ([3, 3, 3, 5]).z]).toEqual([0, 0, 0, Number.NaN]);
  expect([...robustZ([]).z]).toEqual([]);
});
