// Which chart families fit a table, each drawn small of its first rows: what a family begins with (its `menu.begins`) is drawn by
// its own drawing; one that refuses says itself why it does not fit. Asked for where a family is chosen.

import { figureThumbnail, type ThumbnailMark } from "../../artifacts/figure-thumbnail.ts";
import type { ArtifactSummary, Column, Table } from "../../artifacts/artifact.ts";
import { booleanColumn, numberColumn, tableOf, textColumn } from "../../artifacts/table.ts";
import type { TableWindow } from "../../artifacts/table-window.ts";
import type { Failure } from "../../base/failure.ts";
import type { Json, JsonObject } from "../../base/json.ts";
import { isCellRef } from "../../base/refs.ts";
import { charts, type FamilyName } from "../../charts.ts";
import { seriesFields } from "../../contract/chart-fields.ts";
import { columnsAbove } from "../../contract/columns-above.ts";
import type { ExecuteContext } from "../../contract/execute.ts";
import { type Above, takenOf } from "../../contract/menu-entry.ts";
import { execute } from "./execute.ts";
import { type AnyOptions, chart, type ChartSpec, newOptions } from "./spec.ts";

/** Rows that a small picture is drawn of. */
export const rowsOfPictures = 300;

export interface Proposal {
  readonly family: FamilyName;
  /** What the spec is to say: the family with its settings, and what stands on its axes. */
  readonly fields: JsonObject;
  readonly marks: readonly ThumbnailMark[];
}
export interface Unfit {
  readonly family: FamilyName;
  readonly why: Failure;
}

/** What is seen of a table as a table of its own. */
export function tableOfWindow({ columns, rows }: Pick<TableWindow, "columns" | "rows">): Table {
  const made = columns.map(({ name, type, semantic, unit }, at): Column => {
    const of = rows.map((row) => row[at] ?? null);
    const more = {
      ...(semantic === undefined ? {} : { semantic: semantic as NonNullable<Column["semantic"]> }),
      ...(unit ? { unit } : {}),
    };
    if (type === "boolean") return booleanColumn(name, of as readonly (boolean | null)[], more);
    if (type === "text")
      return textColumn(
        name,
        of.map((value) => (value === null ? null : String(value))),
        more,
      );
    return numberColumn(
      name,
      of.map((value) => (value === null ? null : Number(value))),
      more,
    );
  });
  return tableOf(...made);
}

/**
 * Tries one family after the other and gives the thread back between them; a figure is drawn of what stands on the axes of `spec`
 * where the family can use that, else of what it begins with on such columns.
 */
export async function* proposalsFor(
  spec: ChartSpec,
  table: Table,
  summary: ArtifactSummary,
): AsyncGenerator<Proposal | Unfit, void, undefined> {
  const { from } = spec;
  if (!from) return;
  const above: Above = {
    ref: from,
    name: "",
    summary,
    type: "table",
    gene: null,
    ...columnsAbove(summary.columns ?? []),
  };
  const context = contextOf(table);
  for (const family of Object.keys(charts) as FamilyName[]) {
    await new Promise((next) => setTimeout(next, 0));
    yield await proposalOf(family, spec, above, context);
  }
}

async function proposalOf(family: FamilyName, spec: ChartSpec, above: Above, context: ExecuteContext): Promise<Proposal | Unfit> {
  const { menu } = charts[family].family as (typeof charts)["point"]["family"];
  const options = spec.chart.type === family ? spec.chart : newOptions(family);
  const { from: _from, ...begins } = takenOf(above, menu?.takes ?? ["table"]) ? (menu?.begins?.(above) ?? {}) : {};
  const { logs } = charts[family].family as (typeof charts)["point"]["family"];
  const drawnNow = {
    chart: options as Json,
    ...Object.fromEntries(seriesFields.map((field) => [field, spec[field] as Json])),
    ...Object.fromEntries(logs.map((log) => [log, spec[log]])),
  };
  const begun = { chart: newOptions(family) as Json, color: null, size: null, ...begins };
  const tried: JsonObject[] = spec.chart.type === family || standsAlike(spec, begins, above) ? [drawnNow, begun] : [begun];
  let why: Failure | null = null;
  for (const fields of tried) {
    const read = chart.schema.safeParse({ ...fields, from: spec.from as unknown as Json });
    if (!read.success) continue;
    const whole = read.data as ChartSpec;
    const drawn = await execute(whole, context);
    const figure = drawn.ok ? drawn.value["out"] : null;
    if (!drawn.ok) why = drawn.error;
    else if (figure?.type === "figure")
      return { family, fields: { ...fields, chart: whole.chart as AnyOptions as Json }, marks: figureThumbnail(figure) };
  }
  return { family, why: why as Failure };
}

/** Whether the axes of a chart hold what such a family begins with: numbers where it has numbers, groups where it has groups. */
function standsAlike(spec: ChartSpec, begins: JsonObject, { numberColumns }: Above): boolean {
  const sortOf = (name: Json | undefined): string | null =>
    typeof name !== "string" ? null : numberColumns.includes(name) ? "number" : "group";
  return (["x", "y"] as const).every((axis) => sortOf(spec[axis] as Json) === sortOf(begins[axis]));
}

/** Nothing but the table is there: names and numbers that parameters hold are not known. */
function contextOf(table: Table): ExecuteContext {
  const context: Pick<ExecuteContext, "input" | "named" | "valueOf" | "signal"> = {
    input: () => table,
    named: () => null,
    valueOf: (field) => (isCellRef(field) ? null : (field as Json)),
    signal: new AbortController().signal,
  };
  return context as ExecuteContext;
}
