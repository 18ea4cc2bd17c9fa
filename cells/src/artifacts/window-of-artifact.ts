// Rows of an artifact, sorted if wanted, as JSON: what a viewer scrolls through. Called by the server for browsers and by
// dashboards.

import type { Artifact } from "./artifact.ts";
import type { TableWindow, WindowOptions } from "./table-window.ts";
import { artifactTypeOf } from "./artifact-types.ts";

/** Clamped to what is there; a sort by a column that is not there is none. null for artifacts without rows. */
export const windowOfArtifact = (artifact: Artifact, options: WindowOptions): TableWindow | null =>
  artifactTypeOf(artifact).window(artifact, options);
