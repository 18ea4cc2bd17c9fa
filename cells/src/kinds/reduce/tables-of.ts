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

/** A map beside the components: what its axes are called before their number, and places, rows x axes. */
export interface MapPlaces {
  readonly axisName: string;
  readonly points: Float64Array;
  readonly axes: number;
}

export function tablesOf(
  found: Pick<PrincipalComponents, "scores" | "loadings" | "share">,
  { source, features, kept, rows }: Reduced,
  map: MapPlaces | null = null,
): { readonly out: Table; readonly loadings: Table } {
  const count = found.share.length;
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
  const places = Array.from({ length: map?.axes ?? 0 }, (_, k) =>
    overAllRows(
      numbers((row) => map?.points[row * map.axes + k] as number, kept.length, `${map?.axisName ?? ""}${k + 1}`),
      kept,
      rows,
    ),
  );
  const made = new Set([...scoreNames, ...places.map(({ name }) => name)]);
  // Of a table only what is not a measured feature goes along: text and flags.
  const beside =
    source.type === "assay" ? annotation : annotation.filter((column) => column.type === "text" || column.type === "boolean");
  return {
    out: {
      type: "table",
      rowCount: rows,
      columns: [...beside.filter((column) => !made.has(column.name)), ...places, ...scores],
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
