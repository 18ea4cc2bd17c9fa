// A summary of many numbers is what sorting them all would say, and the commonest texts are those of a full count.

import { expect, test } from "vitest";
import { seededRandom } from "../stats/seeded-random.ts";
import { quantileOfSorted } from "../stats/quantiles.ts";
import { columnSummary, numberSummary } from "./column-summary.ts";
import { textColumn } from "./table.ts";

test.each([
  ["different ones", 0],
  ["few different ones", 1],
  ["infinite ones among them", 2],
  ["half of them infinite", 3],
  ["all the same", 4],
])("of many numbers: %s", (_title, kind) => {
  const random = seededRandom(kind + 1);
  const values = Float64Array.from({ length: 60_000 }, (_, row) => {
    if (kind === 4) return 7;
    if ((kind === 2 && row % 100 === 0) || (kind === 3 && row % 2 === 0)) return row % 4 === 0 ? Infinity : -Infinity;
    return kind === 1 ? Math.floor(random() * 9) - 4 : (random() - 0.3) * 1e3;
  });
  const sorted = values.toSorted();
  const finite = sorted.filter(Number.isFinite);
  const found = numberSummary(values.slice(), 20);
  const quantile = (share: number): number => {
    const at = quantileOfSorted(sorted, share);
    return Number.isFinite(at) ? at : quantileOfSorted(finite, share);
  };
  expect(found.distinct).toBe(new Set(values).size);
  expect(found.infinite?.below ?? 0).toBe(values.filter((value) => value === -Infinity).length);
  expect(found.infinite?.above ?? 0).toBe(values.filter((value) => value === Infinity).length);
  expect(found.histogram).toMatchObject({
    min: finite[0],
    max: finite.at(-1),
    q1: quantile(0.25),
    median: quantile(0.5),
    q3: quantile(0.75),
  });
  expect(found.histogram?.counts.reduce((sum, count) => sum + count, 0)).toBe(finite.length);
  expect(found.histogram?.mean).toBeCloseTo(finite.reduce((sum, value) => sum + value, 0) / finite.length, 9);
  expect(found.histogram?.zeros).toBe(finite.filter((value) => value === 0).length);
});

test("the commonest texts, equal ones by their letters, also where a dictionary holds one twice", () => {
  const column = textColumn("t", [...Array.from({ length: 500 }, (_, row) => `x${row}`), "b", "b", "a", "a", "c"]);
  expect(columnSummary(column, { top: 4 }).top).toEqual([
    { value: "a", count: 2 },
    { value: "b", count: 2 },
    { value: "c", count: 1 },
    { value: "x0", count: 1 },
  ]);
  const twins = { ...column, codes: Int32Array.of(0, 1, 2, 1), dictionary: ["u", "v", "u"] };
  expect(columnSummary(twins)).toMatchObject({
    distinct: 2,
    top: [
      { value: "u", count: 2 },
      { value: "v", count: 2 },
    ],
  });
});
