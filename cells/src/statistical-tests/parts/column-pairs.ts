// Each two columns of a table of counts, tested by themselves.

import type { PairAnswer } from "../../contract/statistical-test.ts";

type Tested = Pick<PairAnswer, "statistic" | "df" | "p" | "logP">;

/** Pairs without an answer are left out. */
export function columnPairs(
  counts: readonly (readonly number[])[],
  test: (counts: readonly (readonly number[])[]) => Tested | null,
): readonly PairAnswer[] {
  const columns = [...(counts[0] ?? []).keys()];
  const size = (column: number): number => counts.reduce((sum, row) => sum + (row[column] ?? 0), 0);
  return columns.flatMap((first) =>
    columns.slice(first + 1).flatMap((second) => {
      const two = counts.map((row) => [row[first] ?? 0, row[second] ?? 0]).filter(([one = 0, other = 0]) => one + other > 0);
      const found = test(two);
      return found ? [{ first, second, sizes: [size(first), size(second)] as const, ...found }] : [];
    }),
  );
}
