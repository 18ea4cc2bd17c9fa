// t-SNE of the rows, from their principal components.

import { err, ok } from "../../base/result.ts";
import type { EmbeddingWork } from "../../contract/embedding.ts";
import { likenessOf, symmetricLikeness } from "../../stats/embeddings/tsne/likeness.ts";
import { tsne } from "../../stats/embeddings/tsne/tsne.ts";
import { nearestNeighbours } from "../../stats/neighbours/nearest-neighbours.ts";
import { startOfMap } from "../parts/start-of-map.ts";
import type { TsneCardOptions } from "./card.ts";
import { words } from "./words.ts";

/** Up to here every pair is looked at by itself. */
const eachUpTo = 1_000;

export const work: EmbeddingWork<TsneCardOptions> = {
  async place(task) {
    const { options, values, rows, width, pause } = task;
    const { perplexity, axes, iterations } = options;
    if (rows < 5) return err(words.failure("too-few-rows", { rows }, { at: ["from"] }));
    if (3 * perplexity > rows - 1) {
      const most = Math.max(1, Math.floor((rows - 1) / 3));
      const fix = { path: ["map", "perplexity"], value: most };
      return err(words.failure("perplexity-too-large", { perplexity, rows, most }, { at: ["map", "perplexity"], fix }));
    }
    const theta = options.theta ?? (rows <= eachUpTo ? 0 : 0.5);
    // With every pair by itself all others are neighbours; else those that matter at this perplexity.
    const count = theta === 0 ? rows - 1 : Math.min(rows - 1, Math.floor(3 * perplexity));
    const near = await nearestNeighbours(values, rows, width, { count, metric: "euclidean" }, (share) => pause(share / 4));
    const likeness = symmetricLikeness(near.indices, likenessOf(near.distances, rows, count, perplexity), rows);
    const found = await tsne(likeness, startOfMap(task, axes), { axes, iterations, theta }, (share) =>
      pause((1 + 3 * share) / 4),
    );
    return ok({ points: found.points, axes, facts: { theta, divergence: found.divergence, neighboursExact: near.isExact } });
  },
  inR: ({ perplexity, axes, iterations }, { theta }) =>
    `Rtsne::Rtsne(x, dims = ${axes}, perplexity = ${perplexity}, theta = ${String(theta ?? 0.5)}, max_iter = ${iterations}, pca = FALSE)$Y`,
};
