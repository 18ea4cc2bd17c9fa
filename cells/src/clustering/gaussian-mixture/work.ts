// Groups rows by a mixture of Gaussians.

import { err, ok } from "../../base/result.ts";
import type { ClusterWork } from "../../contract/cluster-method.ts";
import { gaussianMixture } from "../../stats/clusters/gaussian-mixture.ts";
import { differentRows } from "../parts/different-rows.ts";
import { numbersTried } from "../parts/numbers-tried.ts";
import { words } from "../words.ts";
import type { Options } from "./card.ts";

/** As mclust names the same forms. */
const inR = { full: "VVV", tied: "EEE", diag: "VVI", spherical: "VII" } as const;

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
      async at(k) {
        const { spread, starts } = options;
        const { labels, likely, bic, isConverged } = await gaussianMixture(
          points,
          { k, spread, starts, seed, floor: floorOf(points) },
          pause,
        );
        return {
          labels,
          criterion: bic,
          likely: Float64Array.from(labels, (label, row) => likely[row * k + label] as number),
          facts: { bic, converged: isConverged ? 1 : 0 },
        };
      },
    });
  },
  inR: ({ spread }, { value }) => ["library(mclust)", `Mclust(x, G = ${value}, modelNames = "${inR[spread]}")$classification`],
};

/** A millionth of the mean variance of the columns. */
function floorOf({
  values,
  rows,
  width,
}: {
  readonly values: Float64Array;
  readonly rows: number;
  readonly width: number;
}): number {
  let sum = 0;
  for (let f = 0; f < width; f++) {
    let mean = 0;
    for (let at = f; at < values.length; at += width) mean += (values[at] as number) / rows;
    for (let at = f; at < values.length; at += width) sum += ((values[at] as number) - mean) ** 2 / rows;
  }
  return Math.max(1e-6 * (sum / width), Number.MIN_VALUE);
}
