// Where a map begins: at the first principal components, and where there are fewer than it has axes, at nothing along the others.

import type { EmbeddingTask } from "../../contract/embedding.ts";

/** rows x axes, row-major. */
export const startOfMap = (
  { components, count, rows }: Pick<EmbeddingTask, "components" | "count" | "rows">,
  axes: number,
): Float64Array => {
  const out = new Float64Array(rows * axes);
  for (let row = 0; row < rows; row++)
    for (let k = 0; k < Math.min(axes, count); k++) out[row * axes + k] = components[row * count + k] as number;
  return out;
};
