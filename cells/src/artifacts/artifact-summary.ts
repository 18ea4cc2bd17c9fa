// What travels with a digest: a line for the outline and the columns for a form, never rows. Small figures, reports and
// values travel whole.

import type { Artifact, ArtifactSummary, Column, Table } from "./artifact.ts";
import { assertNever } from "../base/invariant.ts";
import { naturalOrder } from "../base/natural-order.ts";
import type { Json } from "../base/json.ts";

/** Above this many columns a summary lists the first ones only. */
const listedColumns = 400;
export const inlineLimit = 64 * 1024;

const columnsOf = (table: Table): NonNullable<ArtifactSummary["columns"]> =>
  table.columns.slice(0, listedColumns).map((column: Column) => ({
    name: column.name,
    type: column.type,
    ...(column.semantic ? { semantic: column.semantic } : {}),
    ...levelsOf(column, table.rowCount),
  }));

/** Groups beyond these are not told apart by colour. Values that hardly repeat are names, and stay with their rows. */
const mostLevels = 24;
const nobodysGroups: ReadonlySet<string | undefined> = new Set([
  "identifier",
  "sample",
  "gene",
  "genotype",
  "allele",
  "position",
]);

function levelsOf(column: Column, rowCount: number): { readonly levels?: readonly string[] } {
  if (nobodysGroups.has(column.semantic) || (column.type !== "text" && column.type !== "int32")) return {};
  const found = new Set<string | number>();
  for (let row = 0; row < rowCount; row++) {
    if (column.valid && column.valid[row] === 0) continue;
    found.add(column.type === "text" ? (column.codes[row] as number) : (column.values[row] as number));
    // Codes of one text may be several; a little more than the most is enough to know.
    if (found.size > mostLevels || found.size * 2 > rowCount) return {};
  }
  const levels = [...found].map((value) => (column.type === "text" ? (column.dictionary[value as number] ?? "") : String(value)));
  const named = [...new Set(levels)].filter((level) => level !== "").sort(naturalOrder);
  return named.length > 0 ? { levels: named } : {};
}

export function summaryOf(artifact: Artifact): ArtifactSummary {
  switch (artifact.type) {
    case "table":
      return { type: "table", shape: [artifact.rowCount, artifact.columns.length], columns: columnsOf(artifact) };
    case "assay":
      return {
        type: "assay",
        shape: [artifact.featureCount, artifact.sampleCount],
        columns: columnsOf(artifact.samples),
        detail: { scale: artifact.scale, featureNoun: artifact.featureNoun },
      };
    case "model":
      return {
        type: "model",
        shape: [artifact.card.features.length],
        detail: { algorithm: artifact.card.algorithm, target: artifact.card.target, classes: artifact.card.classes },
      };
    case "figure":
      return { type: "figure", shape: [artifact.marks], detail: { alt: artifact.alt } };
    case "report":
      return { type: "report", shape: [], detail: { report: artifact.report } };
    case "value": {
      const small = JSON.stringify(artifact.value).length <= inlineLimit;
      return { type: "value", shape: [], ...(small ? { detail: { value: artifact.value } } : {}) };
    }
    default:
      return assertNever(artifact);
  }
}

/** The artifact itself as JSON when it is a figure, report or value of at most 64 KB. */
export function inlineOf(artifact: Artifact): Json | undefined {
  if (artifact.type !== "figure" && artifact.type !== "report" && artifact.type !== "value") return undefined;
  const json = artifact as unknown as Json;
  return JSON.stringify(json).length <= inlineLimit ? json : undefined;
}
