// Long work is left between its pieces, ends where the run is cancelled, and parts no equal rows.

import { expect, test } from "vitest";
import type { PointRows } from "../../contract/cluster-method.ts";
import { distancesOf } from "../../stats/clusters/distances.ts";
import { hclust } from "../../stats/clusters/hclust.ts";
import { seededRandom } from "../../stats/seeded-random.ts";
import { differentRows } from "../parts/different-rows.ts";
import { hierarchical, type Options } from "./card.ts";
import { work } from "./work.ts";

const random = seededRandom(8);
/** `digits`: of the values, so that many distances are equal. */
function pointsOf(rows: number, width: number, digits?: number): PointRows {
  const value = (): number => (digits === undefined ? random() : Number(random().toFixed(digits)));
  return { values: Float64Array.from({ length: rows * width }, value), rows, width };
}
const listed = ({ values, rows, width }: PointRows): Float64Array[] =>
  Array.from({ length: rows }, (_, row) => values.subarray(row * width, (row + 1) * width));
const begin = (points: PointRows, more: object, pause: (share: number) => void = () => undefined) =>
  work.begin({
    options: hierarchical.schema.parse({ type: "hierarchical", ...more }) as Options,
    points,
    seed: 1,
    most: 10,
    pause,
  });

test.each([
  // By the program in WebAssembly, by a loop, by ranks, and with a search of all pairs where a choice is left.
  [pointsOf(160, 90), "euclidean"],
  [pointsOf(160, 90), "spearman"],
  [pointsOf(60, 4), "manhattan"],
  [pointsOf(60, 2, 1), "euclidean"],
] as const)("it may be left between any two pieces, and answers the same", async (points, distance) => {
  const shares: number[] = [];
  const begun = await begin(points, { distance }, (share) => void shares.push(share));
  const tree = begun.ok ? begun.value.tree : null;
  expect(tree).toEqual(hclust(points.rows, distancesOf(listed(points), distance), "ward"));
  // In the distances, and in each merge.
  expect(shares.filter((share) => share < 0.7).length).toBeGreaterThan(2);
  expect(shares.filter((share) => share >= 0.7).length).toBeGreaterThan(points.rows);
  expect(Math.max(...shares)).toBeLessThanOrEqual(1);
});

test("a cancelled run ends within the distances, and within the merges", async () => {
  for (const last of [0.2, 0.9]) {
    const stop = (share: number): void => {
      if (share > last) throw new Error("cancelled");
    };
    await expect(begin(pointsOf(160, 90), {}, stop)).rejects.toThrow("cancelled");
  }
});

test("equal rows are not parted: more clusters than different rows are refused", async () => {
  const points: PointRows = { values: Float64Array.of(0, 1, -0, 1, 5, 5, 5, 5), rows: 4, width: 2 };
  expect(differentRows(points)).toBe(2);
  const refused = await begin(points, { k: 4 });
  expect(refused).toMatchObject({
    ok: false,
    error: { reason: "clustering.too-many", params: { k: 4, n: 2 }, fix: { path: ["method", "k"], value: null } },
  });
  const begun = await begin(points, { k: 2 });
  expect(begun.ok && [...(await begun.value.at(2)).labels]).toEqual([0, 0, 1, 1]);
});
