// The columns of an artifact at a glance.

import type { Artifact } from "./artifact.ts";
import type { SummaryOptions } from "./column-summary.ts";
import type { ColumnSummary, TablePart } from "./table-window.ts";
import { artifactTypeOf } from "./artifact-types.ts";

/** Of every column of a table, or of a part of a matrix: its values sample by sample, or one of its tables. Null for what has none. */
export const columnSummaries = (
  artifact: Artifact,
  part: TablePart = "values",
  options: SummaryOptions = {},
): readonly ColumnSummary[] | null => artifactTypeOf(artifact).columns(artifact, part, options);
