// Rings around the points of rows that a column flags as outliers. Which column: of whole rows, or of a column that is drawn; none
// that tells individuals apart, for a ring tells as much as it.

import type { Column } from "../../artifacts/artifact.ts";
import { identifies } from "../../artifacts/semantics.ts";
import { isMissing } from "../../artifacts/table.ts";
import { isJsonObject, type Json, type JsonObject } from "../../base/json.ts";
import type { Prepared } from "../../contract/chart-drawing.ts";
import type { ChartOptions } from "../../contract/chart-fields.ts";
import { f8, numbersOf } from "./plot-array.ts";
import { words } from "./words.ts";

const ending = "_outlier";

/** Of each row 1 where a flag says so; null where there is no flag of what is drawn. */
export function flaggedRows(columns: readonly Column[], rows: number, drawn: readonly string[]): Uint8Array | null {
  const names = new Set(columns.map(({ name }) => name));
  const flags = columns.filter((column) => {
    if (column.type !== "boolean" || column.semantic !== "outlier" || identifies(column)) return false;
    const of = column.name.endsWith(ending) ? column.name.slice(0, -ending.length) : null;
    return of === null || !names.has(of) || drawn.includes(of);
  });
  if (flags.length === 0) return null;
  const flagged = new Uint8Array(rows);
  for (const flag of flags)
    for (let row = 0; row < rows; row++)
      if (flag.type === "boolean" && flag.values[row] === 1 && !isMissing(flag, row)) flagged[row] = 1;
  return flagged;
}

/** Whether a row is to be marked; null: none is. Where colours say it already, rings say nothing more. */
export function marksOutliers<Options extends ChartOptions & { readonly markOutliers: boolean }>({
  spec,
  source,
  x,
  y,
  color,
}: Prepared<Options>): ((row: number) => boolean) | null {
  if (!spec.chart.markOutliers || color?.semantic === "outlier") return null;
  const flagged = source.flagged([x, y].flatMap((series) => (series ? [series.name] : [])));
  return flagged?.includes(1) ? (row) => flagged[row] === 1 : null;
}

/** Places of marked points, taken out of what is drawn as it is drawn: points of groups stand beside each other. */
export class Rings {
  private readonly x: (number | string)[] = [];
  private readonly y: (number | string)[] = [];
  private readonly sizes: number[] = [];

  add(x: number | string, y: number | string, size?: number): void {
    this.x.push(x);
    this.y.push(y);
    if (size !== undefined) this.sizes.push(size);
  }

  /** One trace with its line in the legend; none where no point is marked. */
  traces(): JsonObject[] {
    const n = this.x.length;
    if (n === 0) return [];
    return [
      {
        type: "scatter",
        mode: "markers",
        name: words.say("outliers", { n }, "en"),
        x: plotted(this.x),
        y: plotted(this.y),
        hoverinfo: "skip",
        ...(this.sizes.length === n ? { marker: { size: f8(this.sizes.map((size) => size + 6)) } } : {}),
        showlegend: true,
        meta: { role: "outlier", part: "outliers", word: { ...words.sentence("outliers", { n }) } },
      },
    ];
  }
}

const plotted = (values: readonly (number | string)[]): Json =>
  values.every((value) => typeof value === "number") ? f8(values) : [...values];

/** The values of an axis as a trace has them. */
export function valuesOnAxis(drawn: Json): readonly (number | string)[] {
  if (Array.isArray(drawn)) return drawn.map((value: Json) => (typeof value === "number" ? value : String(value ?? "")));
  return isJsonObject(drawn) ? [...numbersOf(drawn)] : [];
}
