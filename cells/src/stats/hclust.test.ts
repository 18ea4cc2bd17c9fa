// Values of R 4.2.2: set.seed(7); m <- matrix(round(rnorm(60), 3), 12); m[3, 2] <- NA; m[9, 5] <- NA; hclust(dist(m), linkage).

import { expect, test } from "vitest";
import { euclideanDistances, hclust, type Linkage } from "./hclust.ts";
import { seededRandom } from "./seeded-random.ts";

const rows = [
  [2.287, 2.281, 1.273, 0.998, 0.101],
  [-1.197, 0.324, 0.184, -1.105, 0.931],
  [-0.694, Number.NaN, 0.752, -0.142, -0.263],
  [-0.412, 0.468, 0.592, 0.315, -0.008],
  [-0.971, -0.894, -0.983, 1.219, 0.367],
  [-0.947, -0.307, -0.276, -0.699, 1.707],
  [0.748, -0.005, -0.871, -0.285, 0.724],
  [-0.117, 0.988, 0.719, -1.312, 0.481],
  [0.153, 0.84, 0.111, -0.391, Number.NaN],
  [2.19, 0.705, -0.078, -0.402, 0.318],
  [0.357, 1.306, -0.42, 1.351, 0.166],
  [2.717, -1.388, -0.562, 0.591, -0.9],
];

const ofR: { readonly [linkage in Linkage]: ReturnType<typeof hclust> } = {
  complete: {
    order: [4, 1, 5, 2, 3, 7, 8, 10, 6, 9, 0, 11],
    height: [
      0.688293178813, 1.19969704509, 1.28097082324, 1.80549273053, 1.84142281945, 2.57680567758, 2.63328065348, 3.59466924765,
      3.99972361545, 4.26395778591, 5.08962886663,
    ],
    merge: [
      [-3, -4],
      [-2, -6],
      [-8, -9],
      [1, 3],
      [-7, -10],
      [2, 4],
      [-11, 5],
      [6, 7],
      [-5, 8],
      [-1, -12],
      [9, 10],
    ],
  },
  average: {
    order: [11, 0, 4, 1, 5, 2, 3, 7, 8, 10, 6, 9],
    height: [
      0.688293178813, 1.19969704509, 1.28097082324, 1.52793229659, 1.84142281945, 2.02474785062, 2.44168065935, 2.63653867949,
      2.93113013264, 3.80556017867, 4.03684451794,
    ],
    merge: [
      [-3, -4],
      [-2, -6],
      [-8, -9],
      [1, 3],
      [-7, -10],
      [2, 4],
      [-11, 5],
      [6, 7],
      [-5, 8],
      [-1, 9],
      [-12, 10],
    ],
  },
  ward: {
    order: [4, 1, 5, 2, 3, 7, 8, 11, 0, 10, 6, 9],
    height: [
      0.688293178813, 1.19969704509, 1.28097082324, 1.84142281945, 1.92792810853, 2.62063745426, 2.88635861761, 3.39794531053,
      3.50799026487, 3.92389992227, 6.03427367386,
    ],
    merge: [
      [-3, -4],
      [-2, -6],
      [-8, -9],
      [-7, -10],
      [1, 3],
      [-11, 4],
      [2, 5],
      [-1, 6],
      [-5, 7],
      [-12, 8],
      [9, 10],
    ],
  },
};

test.each(Object.keys(ofR) as Linkage[])("clusters by %s linkage, missing values among them, as R's hclust", (linkage) => {
  const found = hclust(rows.length, euclideanDistances(rows), linkage);
  expect(found.order).toEqual(ofR[linkage].order);
  expect(found.merge).toEqual(ofR[linkage].merge);
  found.height.forEach((height, at) => expect(height).toBeCloseTo(ofR[linkage].height[at] as number, 10));
});

test("nothing, one thing and equal things are clusters, too; rows without a common value are the farthest apart", () => {
  expect(hclust(0, new Float64Array(0), "complete")).toEqual({ merge: [], height: [], order: [] });
  expect(hclust(1, new Float64Array(0), "ward")).toEqual({ merge: [], height: [], order: [0] });
  const equal = hclust(4, euclideanDistances([[1], [1], [1], [1]]), "average");
  expect(equal.height).toEqual([0, 0, 0]);
  expect([...equal.order].sort()).toEqual([0, 1, 2, 3]);
  expect(
    [
      ...euclideanDistances([
        [1, Number.NaN],
        [Number.NaN, 1],
        [4, 1],
      ]),
    ].map((distance) => distance.toFixed(12)),
  ).toEqual(["4.242640687119", "4.242640687119", "0.000000000000"]);
});

test("every leaf stands once, and heights ascend, whatever the size", () => {
  const random = seededRandom(3);
  const many = Array.from({ length: 300 }, () => Array.from({ length: 6 }, () => random()));
  for (const linkage of ["complete", "average", "ward"] as const) {
    const { order, height } = hclust(300, euclideanDistances(many), linkage);
    expect(new Set(order).size).toBe(300);
    expect([...height].sort((a, b) => a - b)).toEqual(height);
  }
});
