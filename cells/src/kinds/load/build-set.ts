// The reference build that is set for a file whose format knows none: it stands with the columns that hold chromosomes.

import type { Artifact, Column, Table } from "../../artifacts/artifact.ts";

const inTable = (table: Table, build: string): Table =>
  table.columns.some(isBare)
    ? { ...table, columns: table.columns.map((column): Column => (isBare(column) ? { ...column, build } : column)) }
    : table;
const isBare = ({ semantic, build }: Column): boolean => semantic === "chromosome" && build === undefined;

/** Of a table its columns, of a matrix those of its features. */
export function withBuildSet(artifact: Artifact, build: string | null): Artifact {
  if (build === null) return artifact;
  if (artifact.type === "table") return inTable(artifact, build);
  return artifact.type === "assay" ? { ...artifact, features: inTable(artifact.features, build) } : artifact;
}
