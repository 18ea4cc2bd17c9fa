// Kinds whose cells show rows: their main output is rows, and no picture stands beside it. Whoever may see results only sees
// none of them, released or not: rows are seen by the right to them, and such a cell is not released by itself.

import { artifactCards } from "./artifacts/artifact-cards.ts";
import type { ArtifactType } from "./artifacts/artifact.ts";
import { cardOf } from "./kind-cards.ts";

export function showsRows(kind: string): boolean {
  const outputs = (cardOf(kind)?.outputs ?? []).map(({ type }): readonly ArtifactType[] => [type].flat());
  const [main] = outputs;
  // A report that a load gives (a recipe) quotes rows.
  const isRows =
    (main?.some((type) => artifactCards[type].rights === "rows") ?? false) &&
    (main?.every((type) => artifactCards[type].rights === "rows" || type === "report") ?? false);
  return isRows && outputs.every((types) => !types.includes("figure"));
}
