// The names of one kind in an artifact: "features", "samples", "columns", or "column:NAME" for the texts of a column.

import type { Artifact } from "./artifact.ts";
import { artifactTypeOf } from "./artifact-types.ts";

/** Null when it has none of them. */
export const namesOf = (artifact: Artifact, what: string): readonly string[] | null =>
  artifactTypeOf(artifact).names(artifact, what);
