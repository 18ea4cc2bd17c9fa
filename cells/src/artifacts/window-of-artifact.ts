// Rows of an artifact, sorted if wanted, as JSON: what a viewer scrolls through. Called by the server for browsers and by
// dashboards.

import type { Artifact } from "./artifact.ts";
import type { TableWindow, WindowOptions } from "./table-window.ts";
import { artifactTypeOf } from "./artifact-types.ts";

/** Clamped to what is there; who asks for an order asks first whether there is its column (columnsOfWindow). null for artifacts without rows. */
export const windowOfArtifact = (artifact: Artifact, options: WindowOptions): TableWindow | null =>
  artifactTypeOf(artifact).window(artifact, options);

/** Names of all its columns, by each of which it can be sorted. */
export const columnsOfWindow = (artifact: Artifact, part: WindowOptions["part"]): readonly string[] =>
  windowOfArtifact(artifact, { part, offset: 0, limit: 0 })?.columns.map(({ name }) => name) ?? [];
