// What an inline kind sees, made from artifacts: lets a worker run `executeInline` of a note or parameter as a step of a
// plan and get the same answer as a browser, which has summaries only.

import type { Artifact, ArtifactSummary, Column, Table } from "../artifacts/artifact.ts";
import type { Digest } from "../base/ids.ts";
import type { OutputRef } from "../session/cell-status.ts";
import type { ExecuteContext, InlineContext } from "./kind.ts";

export function inlineContext(context: Pick<ExecuteContext, "input" | "named" | "valueOf">): InlineContext {
  return {
    output: (ref) => outputOf(context.input(ref)),
    named: (name, port) => {
      const artifact = context.named(name, port);
      return artifact ? outputOf(artifact) : null;
    },
    valueOf: (field) => context.valueOf(field),
  };
}

/** The digest is left empty: an inline kind's answer never depends on it. */
const outputOf = (artifact: Artifact): OutputRef => ({
  digest: "" as Digest,
  summary: summaryOf(artifact),
  ...(artifact.type === "value" ? { inline: { type: "value", value: artifact.value } } : {}),
});

const columnsOf = (table: Table) =>
  table.columns.map((column): { name: string; type: Column["type"] } => ({ name: column.name, type: column.type }));

function summaryOf(artifact: Artifact): ArtifactSummary {
  switch (artifact.type) {
    case "table":
      return { type: "table", shape: [artifact.rowCount, artifact.columns.length], columns: columnsOf(artifact) };
    case "assay":
      return { type: "assay", shape: [artifact.featureCount, artifact.sampleCount], columns: columnsOf(artifact.samples) };
    case "model":
      return { type: "model", shape: [artifact.card.features.length] };
    case "figure":
      return { type: "figure", shape: [artifact.marks] };
    case "report":
    case "value":
      return { type: artifact.type, shape: [] };
  }
}
