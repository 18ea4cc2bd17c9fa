// Groups rows by where they are dense.

import { ok } from "../../base/result.ts";
import type { ClusterWork } from "../../contract/cluster-method.ts";
import { bendOf, dbscan } from "../../stats/clusters/dbscan.ts";
import { nearestNeighbours } from "../../stats/neighbours/nearest-neighbours.ts";
import type { Options } from "./card.ts";

/** Around the bend. */
const shares = [0.5, 0.65, 0.8, 1, 1.25, 1.5, 2] as const;

export const work: ClusterWork<Options> = {
  async begin({ options, points, seed, pause }) {
    const { values, rows, width } = points;
    const { least } = options;
    const found = await nearestNeighbours(values, rows, width, { count: least - 1, metric: "euclidean", seed }, pause);
    const last = Float64Array.from({ length: rows }, (_, row) => found.distances[(row + 1) * found.count - 1] ?? 0);
    const bend = bendOf(last) || Number.MIN_VALUE;
    return ok({
      candidates: shares.map((share) => Number((bend * share).toPrecision(4))),
      usual: Number(bend.toPrecision(4)),
      at: async (eps) => ({ labels: await dbscan(points, { eps, least }, pause) }),
    });
  },
  inR: ({ least }, { value }) => ["library(dbscan)", `dbscan(x, eps = ${value}, minPts = ${least})$cluster`],
};
