// UMAP of the rows; new rows are placed among the neighbours that they have on the map.

import { err, ok } from "../../base/result.ts";
import type { EmbeddingWork } from "../../contract/embedding.ts";
import { placeNew } from "../../stats/embeddings/umap/place-new.ts";
import { umap } from "../../stats/embeddings/umap/umap.ts";
import { nearestNeighbours } from "../../stats/neighbours/nearest-neighbours.ts";
import { startOfMap } from "../parts/start-of-map.ts";
import type { UmapCardOptions } from "./card.ts";
import { words } from "./words.ts";

export const work: EmbeddingWork<UmapCardOptions> = {
  async place(task) {
    const { options, values, rows, width, pause } = task;
    const { neighbours, metric, seed, axes } = options;
    if (neighbours > rows) {
      const fix = { path: ["map", "neighbours"], value: rows };
      return err(words.failure("too-many-neighbours", { neighbours, rows }, { at: ["map", "neighbours"], fix }));
    }
    if (rows < 4) return err(words.failure("too-few-rows", { rows }, { at: ["from"] }));
    const near = await nearestNeighbours(values, rows, width, { count: neighbours - 1, metric, seed }, (share) =>
      pause(share / 3),
    );
    const found = await umap(near, rows, startOfMap(task, axes), options, (share) => pause((1 + 2 * share) / 3));
    return ok({ points: found.points, axes, facts: { start: found.start, neighboursExact: near.isExact } });
  },
  placeNew: (task) => placeNew(task),
  inR: ({ neighbours, metric, leastDistance, spread, axes, epochs, seed }) =>
    `set.seed(${seed}); uwot::umap(x, n_neighbors = ${neighbours}, metric = "${metric}", min_dist = ${leastDistance}, spread = ${spread}, n_components = ${axes}${epochs === null ? "" : `, n_epochs = ${epochs}`})`,
};
