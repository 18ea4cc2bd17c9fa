// Numbers sorted in pieces are sorted as in one go, and a summary in pieces is the summary.

import { expect, test } from "vitest";
import { numberColumn, tableOf, textColumn } from "../artifacts/table.ts";
import { allPieces, featureSummary, featureSummaryInPieces, sortedInPieces } from "./feature-summary.ts";

test.each([0, 1, 5, 1 << 17, (1 << 17) + 1, 3 * (1 << 17) + 17, 500_000])("%i numbers", (n) => {
  const values = Float64Array.from({ length: n }, (_, at) => ((at * 7919) % 104_729) / 8 - 5_000);
  if (n > 5) values.set([Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0.5], 2);
  const expected = values.slice().sort();
  let pieces = 0;
  const work = sortedInPieces(values);
  for (;;) {
    const { done, value } = work.next();
    if (done) {
      expect(value).toEqual(expected);
      break;
    }
    pieces += 1;
  }
  expect(pieces > 0).toBe(n > 1 << 17);
});

test("between two pieces of a large summary lies no column as a whole", () => {
  const n = 400_000;
  const table = tableOf(
    textColumn(
      "id",
      Array.from({ length: n }, (_, at) => `p${at}`),
    ),
    numberColumn(
      "x",
      Array.from({ length: n }, (_, at) => (at * 31) % 1_009),
    ),
  );
  expect(allPieces(featureSummaryInPieces(table, { entity: "id" }))).toEqual(featureSummary(table, { entity: "id" }));
  expect([...featureSummaryInPieces(table, { entity: "id" })].length).toBeGreaterThan(8);
});
