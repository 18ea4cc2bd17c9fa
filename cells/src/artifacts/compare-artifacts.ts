// How far two artifacts are apart: equal text and shape is asked for, numbers are compared within a kind's tolerance.
// Used by verify; the digests have already been found to differ.

import type { Artifact } from "./artifact.ts";
import { Comparer, type Comparison } from "./comparer.ts";
import { artifactTypeOf } from "./artifact-types.ts";

export type { Comparison } from "./comparer.ts";

export function compareArtifacts(
  again: Artifact,
  recorded: Artifact,
  tolerance: { readonly atol: number; readonly rtol: number },
): Comparison {
  const comparer = new Comparer(tolerance);
  if (again.type === recorded.type) artifactTypeOf(again).compare(again, recorded, comparer);
  else comparer.other("type");
  return comparer.result();
}
