// Multidimensional scaling of the rows.

import { err, ok } from "../../base/result.ts";
import type { EmbeddingWork } from "../../contract/embedding.ts";
import { classicalScaling } from "../../stats/embeddings/mds/classical.ts";
import { stressScaling } from "../../stats/embeddings/mds/stress.ts";
import { rowDistances } from "../../stats/embeddings/row-distances.ts";
import type { MdsCardOptions } from "./card.ts";
import { words } from "./words.ts";

/** All distances are held at once, and gone through at each step: some tens of steps of nine million. */
const mostRows = 3_000;

export const work: EmbeddingWork<MdsCardOptions> = {
  async place({ options, values, rows, width, pause }) {
    const { model, distance, axes, iterations } = options;
    if (rows < 3) return err(words.failure("too-few-rows", { rows }, { at: ["from"] }));
    if (rows > mostRows) return err(words.failure("too-many-rows", { rows, most: mostRows }, { at: ["map"] }));
    const distances = await rowDistances(values, rows, width, distance, (share) => pause(share / 3));
    if (distances.every((each) => each === 0)) return err(words.failure("all-alike", { rows }, { at: ["from"] }));
    const found = classicalScaling(distances, rows, axes);
    await pause(0.5);
    const facts = { share: [...found.share], eigenvalues: [...found.eigenvalues] };
    if (model === "classical") return ok({ points: found.points, axes: found.axes, facts });
    const start = new Float64Array(rows * axes);
    for (let row = 0; row < rows; row++)
      for (let k = 0; k < found.axes; k++) start[row * axes + k] = found.points[row * found.axes + k] as number;
    const scaled = await stressScaling(distances, rows, start, { axes, byOrder: model === "order", iterations }, (share) =>
      pause(0.5 + share / 2),
    );
    return ok({ points: scaled.points, axes, facts: { stress: scaled.stress } });
  },
  inR: ({ model, distance, axes }) => {
    const distances =
      distance === "correlation"
        ? "as.dist(1 - cor(t(x)))"
        : distance === "cosine"
          ? "as.dist(1 - tcrossprod(x / sqrt(rowSums(x^2))))"
          : `dist(x${distance === "manhattan" ? ', "manhattan"' : ""})`;
    return model === "classical"
      ? `cmdscale(${distances}, k = ${axes})`
      : model === "order"
        ? `MASS::isoMDS(${distances}, k = ${axes})`
        : `smacof::mds(${distances}, ndim = ${axes})`;
  },
};
