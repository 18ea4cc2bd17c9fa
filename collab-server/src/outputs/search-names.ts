// Names that a person may mean while she types: prefix first, then anywhere inside, case ignored. An accent is the same
// letter whether it was written as one sign or as two.

import type { Artifact } from "@genomecraft/cells/artifacts/artifact.ts";
import { featureIds, sampleIds } from "@genomecraft/cells/artifacts/assay.ts";
import { columnOf } from "@genomecraft/cells/artifacts/table.ts";

/** The names of one kind in an artifact, or null when it has none of them. */
export function namesOf(artifact: Artifact, what: string): readonly string[] | null {
  if (artifact.type === "assay") {
    if (what === "features") return featureIds(artifact);
    if (what === "samples") return sampleIds(artifact);
  }
  const table = artifact.type === "assay" ? artifact.samples : artifact.type === "table" ? artifact : null;
  if (!table) return null;
  if (what === "columns") return table.columns.map((column) => column.name);
  if (!what.startsWith("column:")) return null;
  const column = columnOf(table, what.slice("column:".length));
  return column?.type === "text" ? column.dictionary : null;
}

const searched = (text: string): string => text.normalize("NFC").toLowerCase();

export function searchNames(names: readonly string[], text: string, limit: number): string[] {
  const wanted = searched(text.trim());
  if (wanted === "") return names.slice(0, limit);
  const exact: string[] = [];
  const start: string[] = [];
  const inside: string[] = [];
  for (const name of names) {
    const lower = searched(name);
    if (lower === wanted) exact.push(name);
    else if (lower.startsWith(wanted)) start.push(name);
    else if (inside.length < limit && lower.includes(wanted)) inside.push(name);
  }
  start.sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
  return [...exact, ...start, ...inside].slice(0, limit);
}
