// Groups rows around means.

import { err, ok } from "../../base/result.ts";
import type { ClusterWork } from "../../contract/cluster-method.ts";
import { kMeans } from "../../stats/clusters/k-means.ts";
import { differentRows } from "../parts/different-rows.ts";
import { numbersTried } from "../parts/numbers-tried.ts";
import { words } from "../words.ts";
import type { Options } from "./card.ts";

export const work: ClusterWork<Options> = {
  async begin({ options, points, seed, most, pause }) {
    const different = options.k === null ? null : differentRows(points);
    if (options.k !== null && different !== null && options.k > different)
      return err(
        words.failure(
          "too-many",
          { k: options.k, n: different },
          { at: ["method", "k"], fix: { path: ["method", "k"], value: null } },
        ),
      );
    return ok({
      candidates: numbersTried(points, most),
      usual: null,
      at: async (k) => ({ labels: (await kMeans(points, { k, starts: options.starts, seed }, pause)).labels }),
    });
  },
  inR: ({ starts }, { value, seed }) => [`set.seed(${seed})`, `kmeans(x, ${value}, nstart = ${starts}, iter.max = 300)$cluster`],
};
