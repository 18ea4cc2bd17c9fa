// Groups rows by a tree of merges.

import { err, ok } from "../../base/result.ts";
import type { ClusterWork } from "../../contract/cluster-method.ts";
import { cutTree } from "../../stats/clusters/cut-tree.ts";
import { distancesOf } from "../../stats/clusters/distances.ts";
import { hclust } from "../../stats/clusters/hclust.ts";
import { numbersTried } from "../parts/numbers-tried.ts";
import { words } from "../words.ts";
import type { Options } from "./card.ts";

const inR = { ward: "ward.D2", "ward-d": "ward.D" } as const;

export const work: ClusterWork<Options> = {
  async begin({ options, points, most, pause }) {
    const { values, rows, width } = points;
    if (options.k !== null && options.k > rows)
      return err(
        words.failure(
          "too-many",
          { k: options.k, n: rows },
          { at: ["method", "k"], fix: { path: ["method", "k"], value: null } },
        ),
      );
    await pause(0);
    const list = Array.from({ length: rows }, (_, row) => values.subarray(row * width, (row + 1) * width));
    const away = distancesOf(list, options.distance);
    await pause(0.5);
    const tree = hclust(rows, away, options.linkage);
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
