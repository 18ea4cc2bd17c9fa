// Which columns of a table, or of a matrix's samples, one begins with: those that group, those that are numbers, best first.

import type { ArtifactSummary } from "../artifacts/artifact.ts";
import { meaningOf } from "../artifacts/semantics.ts";
import type { Above } from "./menu-entry.ts";

type Columns = NonNullable<ArtifactSummary["columns"]>;

const score = (name: string): number =>
  /^(sex|treatment|condition|group|infection|diagnosis|type|time|lab)$/i.test(name) ? 0 : 1;

/** PC1, PC2: what a reduction was asked for goes before columns of the samples such as a number of the mouse. */
const isComponent = (name: string): boolean => /^(PC|UMAP|tSNE)_?\d+$/i.test(name);

export const columnsAbove = (columns: Columns): Pick<Above, "groupColumns" | "numberColumns"> => ({
  groupColumns: columns
    .filter(
      (column) =>
        column.semantic === "category" ||
        column.semantic === "lab" ||
        column.semantic === "group" ||
        column.semantic === "sex" ||
        (column.type === "text" && meaningOf(column.semantic).groups) ||
        column.type === "boolean",
    )
    .map((column) => column.name)
    .sort((a, b) => score(a) - score(b)),
  numberColumns: columns
    .filter((column) => column.type === "float64" || column.type === "int32")
    .map((column) => column.name)
    .sort((a, b) => Number(isComponent(b)) - Number(isComponent(a))),
});
