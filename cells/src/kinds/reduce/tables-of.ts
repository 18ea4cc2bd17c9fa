// Components as tables: the scores beside what is known of the rows, and the loadings.

import { doublesBy } from "../../base/filled-arrays.ts";
import type { Assay, Column, Table } from "../../artifacts/artifact.ts";
import { annotationOf } from "../../learn/data-of-artifact.ts";
import { overAllRows, textOf } from "../../learn/output-columns.ts";
import type { PrincipalComponents } from "../../learn/principal-components.ts";

export interface Reduced {
  readonly source: Assay | Table;
  /** Names of those that have loadings. */
  readonly features: readonly string[];
  /** Row of the source behind each row of the scores, and how many the source has. */
  readonly kept: Int32Array;
  readonly rows: number;
}

export function tablesOf(
  found: PrincipalComponents,
  { source, features, kept, rows }: Reduced,
): { readonly out: Table; readonly loadings: Table } {
  const count = found.variance.length;
  const width = features.length;
  const numbers = (values: (row: number) => number, length: number, name: string, unit?: string): Column => ({
    name,
    type: "float64",
    semantic: "number",
    ...(unit === undefined ? {} : { unit }),
    valid: null,
    values: doublesBy(length, values),
  });
  // Rows that are left out keep their place, without scores.
  const annotation = annotationOf(source).columns;
  const scoreNames = Array.from({ length: count }, (_, k) => `PC${k + 1}`);
  const scores: Column[] = scoreNames.map((name, k) =>
    overAllRows(
      numbers(
        (row) => found.scores[row * count + k] as number,
        kept.length,
        name,
        `${((found.share[k] as number) * 100).toFixed(1)} %`,
      ),
      kept,
      rows,
    ),
  );
  // Of a table only what is not a measured feature goes along: text and flags.
  const beside =
    source.type === "assay" ? annotation : annotation.filter((column) => column.type === "text" || column.type === "boolean");
  return {
    out: {
      type: "table",
      rowCount: rows,
      columns: [...beside.filter((column) => !scoreNames.includes(column.name)), ...scores],
    },
    loadings: {
      type: "table",
      rowCount: width,
      columns: [
        textOf(source.type === "assay" ? source.featureNoun : "feature", features),
        ...scoreNames.map((name, k) => numbers((f) => found.loadings[k * width + f] as number, width, name)),
      ],
    },
  };
}
