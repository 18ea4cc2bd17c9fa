// What a new chart begins with, of what stands above it.

import type { JsonObject } from "../../base/json.ts";
import type { Above } from "../../contract/menu-entry.ts";

/** The first two numbers against each other, coloured by the first group. */
export const xy = (above: Above | null): JsonObject => {
  // Components are made to be seen against each other.
  const of = above?.reduced ?? above;
  const [x, y] = of?.numberColumns ?? [];
  const [color] = of?.groupColumns ?? [];
  return {
    ...(above?.reduced ? { from: above.reduced.ref } : {}),
    ...(x ? { x } : {}),
    ...(y ? { y } : {}),
    ...(color ? { color } : {}),
  };
};
/** The picked gene, or the first number, by the first group. */
export const grouped = (above: Above | null): JsonObject => {
  const [x] = above?.groupColumns ?? [];
  const y = above?.type === "assay" ? above.gene : (above?.numberColumns[0] ?? null);
  return { ...(y ? { y: y } : {}), ...(x ? { x, color: x } : {}) };
};
