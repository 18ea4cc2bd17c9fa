// Groups rows by a tree of merges.

import { inShares } from "../../base/turns.ts";
import { err, ok } from "../../base/result.ts";
import type { ClusterWork } from "../../contract/cluster-method.ts";
import { cutTree } from "../../stats/clusters/cut-tree.ts";
import { distancesInPieces } from "../../stats/clusters/distances.ts";
import { hclustInPieces } from "../../stats/clusters/hclust.ts";
import { differentRows } from "../parts/different-rows.ts";
import { numbersTried } from "../parts/numbers-tried.ts";
import { words } from "../words.ts";
import type { Options } from "./card.ts";

const inR = { ward: "ward.D2", "ward-d": "ward.D" } as const;

export const work: ClusterWork<Options> = {
  async begin({ options, points, most, pause }) {
    const { values, rows, width } = points;
    const different = options.k === null ? null : differentRows(points);
    if (options.k !== null && different !== null && options.k > different)
      return err(
        words.failure(
          "too-many",
          { k: options.k, n: different },
          { at: ["method", "k"], fix: { path: ["method", "k"], value: null } },
        ),
      );
    await pause(0);
    const list = Array.from({ length: rows }, (_, row) => values.subarray(row * width, (row + 1) * width));
    const away = await inShares(distancesInPieces(list, options.distance), (share) => pause(0.7 * share));
    const tree = await inShares(hclustInPieces(rows, away, options.linkage), (share) => pause(0.7 + 0.3 * share));
    await pause(1);
    return ok({
      candidates: numbersTried(points, most),
      usual: null,
      tree,
      at: async (k) => ({ labels: cutTree(tree, { groups: k }) ?? new Int32Array(rows) }),
    });
  },
  inR({ distance, linkage }, { value }) {
    const isLength = distance === "euclidean" || distance === "manhattan";
    const away = isLength ? `dist(x, "${distance}")` : `as.dist(1 - cor(t(x), method = "${distance}"))`;
    const method = linkage === "ward" || linkage === "ward-d" ? inR[linkage] : linkage;
    return [`cutree(hclust(${away}, "${method}"), k = ${value})`];
  },
};
