// A control that picks a gene, added below a chart of the same matrix that draws one: the chart follows it, and the control
// stands above its chart, with the gene that the chart showed. Pure.

import { artifactCardOf } from "@genomecraft/cells/artifacts/artifact-cards.ts";
import type { ArtifactSummary } from "@genomecraft/cells/artifacts/artifact.ts";
import type { CellId } from "@genomecraft/cells/base/ids.ts";
import { isCellRef } from "@genomecraft/cells/base/refs.ts";
import type { JsonObject } from "@genomecraft/cells/base/json.ts";
import type { Kind } from "@genomecraft/cells/contract/kind.ts";
import { cardOf } from "@genomecraft/cells/kind-cards.ts";
import type { Cell } from "@genomecraft/cells/notebook/notebook.ts";

export interface Wire {
  /** The chart, and its field that the control turns. */
  readonly cell: CellId;
  readonly field: string;
  /** What the chart showed; null: nothing yet. */
  readonly value: string | null;
  /** Where the control goes: after this cell, null at the top. */
  readonly after: CellId | null;
}

export function wireToChart(
  cells: readonly Cell[],
  after: CellId | null,
  spec: JsonObject,
  summaryOf: (cell: CellId) => ArtifactSummary | null,
  kindOf: (kind: string) => Kind | null,
): Wire | null {
  const at = cells.findIndex((cell) => cell.id === after);
  const chart = cells[at];
  const turned = chart && cardOf(chart.kind)?.turnedBy;
  if (!chart || !turned) return null;
  const [from, reads] = [spec["from"], chart.spec[turned.from]];
  if (!isCellRef(from) || !isCellRef(reads) || from.ref !== reads.ref) return null;
  const summary = summaryOf(from.ref);
  const kind = kindOf(chart.kind);
  const read = kind?.schema.safeParse(chart.spec);
  if (!read?.success || !kind?.isTurned?.(read.data, summary?.type ?? null)) return null;
  const shown = chart.spec[turned.field] ?? null;
  // A column of the samples is no gene.
  if (shown !== null && (typeof shown !== "string" || !summary || isColumn(summary, shown))) return null;
  return { cell: chart.id, field: turned.field, value: shown, after: cells[at - 1]?.id ?? null };
}

const isColumn = (summary: ArtifactSummary, name: string): boolean =>
  artifactCardOf(summary).hasColumns && (summary.columns ?? []).some((column) => column.name === name);
