// Which chart families fit a table or a matrix, each drawn small of its first rows (of a matrix: of its first features and samples): what a family begins with (its `menu.begins`) is drawn by
// its own drawing; one that refuses says itself why it does not fit. Asked for where a family is chosen.

import { figureThumbnail, type ThumbnailMark } from "../../artifacts/figure-thumbnail.ts";
import type { ArtifactSummary, Assay, Column, Table } from "../../artifacts/artifact.ts";
import { assayOf, featureIds } from "../../artifacts/assay.ts";
import { booleanColumn, isMissing, numberColumn, tableOf, textColumn } from "../../artifacts/table.ts";
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
/** Features and samples of a matrix that it is drawn of. */
export const partOfPictures = { features: 200, samples: 120 } as const;

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

/** What is seen of a matrix (its values, whose first column is the features' ids, and its samples) as a matrix of its own. */
export function assayOfWindows(values: TableWindow, samples: TableWindow, { detail }: ArtifactSummary): Assay {
  const [ids, ...columns] = tableOfWindow(values).columns;
  const taken = Math.min(columns.length, samples.rows.length);
  const featureCount = values.rows.length;
  const data = new Float32Array(featureCount * taken);
  for (const [sample, column] of columns.slice(0, taken).entries())
    for (let feature = 0; feature < featureCount; feature++)
      data[feature * taken + sample] =
        column.type === "text" || isMissing(column, feature) ? Number.NaN : Number(column.values[feature]);
  return assayOf({
    values: { layout: "dense", data },
    features: tableOf(ids as Column),
    samples: tableOfWindow({ columns: samples.columns, rows: samples.rows.slice(0, taken) }),
    scale: String(detail?.["scale"] ?? "unknown") as Assay["scale"],
    featureNoun: String(detail?.["featureNoun"] ?? "feature"),
  });
}

/**
 * Tries one family after the other and gives the thread back between them; a figure is drawn of what stands on the axes of `spec`
 * where the family can use that, else of what it begins with on such columns.
 */
export async function* proposalsFor(
  spec: ChartSpec,
  data: Table | Assay,
  summary: ArtifactSummary,
): AsyncGenerator<Proposal | Unfit, void, undefined> {
  const { from } = spec;
  if (!from) return;
  const above: Above = {
    ref: from,
    name: "",
    summary,
    type: data.type,
    gene: null,
    ...columnsAbove(summary.columns ?? []),
  };
  const context = contextOf(data);
  for (const family of Object.keys(charts) as FamilyName[]) {
    await new Promise((next) => setTimeout(next, 0));
    yield await proposalOf(family, spec, above, { context, data });
  }
}

async function proposalOf(
  family: FamilyName,
  spec: ChartSpec,
  above: Above,
  { context, data }: { readonly context: ExecuteContext; readonly data: Table | Assay },
): Promise<Proposal | Unfit> {
  const { menu } = charts[family].family as (typeof charts)["point"]["family"];
  const options = spec.chart.type === family ? spec.chart : newOptions(family);
  const { from: _from, ...begins } = takenOf(above, menu?.takes ?? ["table", "assay"]) ? (menu?.begins?.(above) ?? {}) : {};
  const { logs } = charts[family].family as (typeof charts)["point"]["family"];
  const drawnNow = {
    chart: options as Json,
    ...Object.fromEntries(seriesFields.map((field) => [field, spec[field] as Json])),
    ...Object.fromEntries(logs.map((log) => [log, spec[log]])),
  };
  const begun = withFeature({ chart: newOptions(family) as Json, color: null, size: null, ...begins }, family, {
    chosen: spec.y,
    data,
  });
  const tried: JsonObject[] = spec.chart.type === family || standsAlike(spec, begins, above) ? [drawnNow, begun] : [begun];
  let why: Failure | null = null;
  for (const fields of tried) {
    const read = chart.schema.safeParse({ ...fields, from: spec.from as Json });
    if (!read.success) continue;
    const whole = read.data as ChartSpec;
    const drawn = await execute(drawable(whole, data), context);
    const figure = drawn.ok ? drawn.value["out"] : null;
    if (!drawn.ok) why = drawn.error;
    else if (figure?.type === "figure")
      return {
        family,
        fields: { ...fields, y: whole.y as Json, chart: whole.chart as AnyOptions as Json },
        marks: figureThumbnail(figure),
      };
  }
  return { family, why: why as Failure };
}

/** Of a matrix a family that draws one feature keeps the one that was chosen, or begins with the first. */
function withFeature(
  fields: JsonObject,
  family: FamilyName,
  { chosen, data }: { readonly chosen: ChartSpec["y"]; readonly data: Table | Assay },
): JsonObject {
  const needsFeature = charts[family].family.uses.some(({ field, needed }) => field === "y" && needed === true);
  if (data.type === "table" || !needsFeature || typeof fields["y"] === "string") return fields;
  return { ...fields, y: (chosen as Json) ?? featureIds(data)[0] ?? null };
}

/** A feature that is not among the first is drawn by the first one, whose picture is of the same sort. */
function drawable(spec: ChartSpec, data: Table | Assay): ChartSpec {
  if (data.type === "table") return spec;
  const names = new Set([...featureIds(data), ...data.samples.columns.map(({ name }) => name)]);
  const known = (name: ChartSpec["y"]): ChartSpec["y"] =>
    name !== null && (typeof name !== "string" || !names.has(name)) ? (featureIds(data)[0] ?? null) : name;
  return { ...spec, x: known(spec.x), y: known(spec.y), color: known(spec.color), size: known(spec.size) };
}

/** Whether the axes of a chart hold what such a family begins with: numbers where it has numbers, groups where it has groups. */
function standsAlike(spec: ChartSpec, begins: JsonObject, { numberColumns }: Above): boolean {
  const sortOf = (name: Json | undefined): string | null =>
    typeof name !== "string" ? null : numberColumns.includes(name) ? "number" : "group";
  return (["x", "y"] as const).every((axis) => sortOf(spec[axis] as Json) === sortOf(begins[axis]));
}

/** Nothing but the data is there: names and numbers that parameters hold are not known. */
function contextOf(data: Table | Assay): ExecuteContext {
  const context: Pick<ExecuteContext, "input" | "named" | "valueOf" | "signal"> = {
    input: () => data,
    named: () => null,
    valueOf: (field) => (isCellRef(field) ? null : (field as Json)),
    signal: new AbortController().signal,
  };
  return context as ExecuteContext;
}
