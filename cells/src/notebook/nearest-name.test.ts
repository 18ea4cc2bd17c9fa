// The nearest name is that of a plain search over all of them, and is found without comparing letter by letter where that is needless.

import fc from "fast-check";
import { expect, test } from "vitest";
import { nearestAmong, nearestName } from "./cell-name.ts";

/** Optimal string alignment, as it is written down. */
function distance(a: string, b: string): number {
  const d = Array.from({ length: a.length + 1 }, (_, i) => Array.from({ length: b.length + 1 }, (_x, j) => (i === 0 ? j : i)));
  const at = (i: number, j: number): number => d[i]?.[j] ?? 0;
  for (let i = 1; i <= a.length; i++)
    for (let j = 1; j <= b.length; j++) {
      let value = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) value = Math.min(value, at(i - 2, j - 2) + 1);
      (d[i] as number[])[j] = value;
    }
  return at(a.length, b.length);
}
function plainly(wanted: string, names: readonly string[]): string | null {
  const fit = names
    .map((name) => ({
      name,
      off: distance(wanted, name),
      most: Math.max(1, Math.floor(Math.max(wanted.length, name.length) / 3)),
    }))
    .filter(({ off, most }) => off <= most);
  return fit.toSorted((a, b) => a.off - b.off)[0]?.name ?? null;
}

test("is the first of those that are fewest edits away, as a plain search finds it", () => {
  const name = fc.string({ unit: fc.constantFrom("a", "b", "c", "_", "1"), minLength: 1, maxLength: 9 });
  fc.assert(
    fc.property(name, fc.array(name, { maxLength: 12 }), (wanted, names) => {
      expect(nearestName(wanted, names)).toBe(plainly(wanted, names));
    }),
    { numRuns: 2_000 },
  );
});

test("is never the name that is left out, and not sought among other letters", () => {
  const near = nearestAmong(["counts", "count", "kept"]);
  expect([near("coutns"), near("coutns", "Counts"), near("zzzz")]).toEqual(["counts", "count", null]);
});
