// Rows placed on the axes of another reduction: features are found by name, less the mean and divided by the unit that they had there.

import { featureIds, valueAt } from "../../artifacts/assay.ts";
import type { Artifact, Assay, Table } from "../../artifacts/artifact.ts";
import { columnOf } from "../../artifacts/table.ts";
import type { Failure } from "../../base/failure.ts";
import type { Json, JsonObject } from "../../base/json.ts";
import { err, ok, type Result } from "../../base/result.ts";
import { bodyOf } from "../../contract/report.ts";
import type { ExecuteContext, Outputs } from "../../contract/execute.ts";
import { embeddingOf, embeddingSchema, loadWork } from "../../embeddings.ts";
import { sentenceIn } from "../../messages/catalogue.ts";
import type { Sentence } from "../../messages/sentence.ts";
import { fittedAxesReport, type FittedAxesBody } from "../../reports/fitted-axes/report.ts";
import { doublesOfText } from "../../base/doubles-as-text.ts";
import { type Axes, axesOf } from "./axes-body.ts";
import { sharing } from "../../contract/sharing.ts";
import { reduceDefaults, type ReduceSpec } from "./spec.ts";
import { type MapPlaces, tablesOf } from "./tables-of.ts";
import { words } from "./words.ts";

/** With fewer of the features than this share of them places would be guesses. */
const leastShared = 0.5;
const mostNamed = 5;

export async function ontoAxes(
  spec: ReduceSpec,
  source: Assay | Table,
  given: Artifact,
  context: ExecuteContext,
): Promise<Result<Outputs, Failure>> {
  if (spec.map.type !== "none")
    return err(words.failure("axes-and-map", {}, { at: ["map"], fix: { path: ["map"], value: { type: "none" } } }));
  const own = settingOfAxes(spec);
  if (own)
    return err(
      words.failure(
        "axes-own-setting",
        { setting: own.field },
        { at: [own.field], fix: { path: [own.field], value: own.usual } },
      ),
    );
  const body = given.type === "report" ? bodyOf(fittedAxesReport, given as unknown as JsonObject) : null;
  if (!body) return err(words.failure("axes-unread", {}, { at: ["onto"] }));
  const axes = axesOf(body);
  const scale = source.type === "assay" ? (source.scale ?? null) : null;
  if (axes.scale !== null && scale !== null && axes.scale !== scale)
    return err(words.failure("axes-other-scale", { theirs: axes.scale, mine: scale }, { at: ["from"] }));
  const shared = sharedFeatures(axes, source);
  if (!shared.ok) return shared;
  const { rows: all, valueOf, missing } = shared.value;
  const { kept, partly, without } = rowsPlaced(axes, all, valueOf, missing.length);
  const rows = kept.length;
  if (rows === 0) return err(words.failure("axes-no-rows", { rows: all }, { at: ["from"] }));
  const asked = Math.min(spec.components, axes.share.length);
  const doubts: Sentence[] = [words.sentence("placed", { rows, of: axes.rows })];
  if (missing.length > 0) doubts.push(missingTold(axes, missing));
  if (without > 0) doubts.push(words.sentence("placed-without", { n: without }));
  if (partly > 0) doubts.push(words.sentence("placed-partly", { n: partly }));
  // Ten are asked for by nobody: it is what a new cell begins with.
  if (spec.components > axes.share.length && spec.components !== reduceDefaults().components)
    doubts.push(words.sentence("axes-fewer", { there: axes.share.length, asked: spec.components }));
  const scores = placed(axes, kept, valueOf);
  const map = await onMap(body, scores, rows, axes.share.length, context);
  if (body.map && !map) doubts.push(words.sentence("axes-no-new", { map: titleOf(body.map.options) }));
  for (const doubt of doubts) context.log(sentenceIn(doubt, "en"));
  return ok({
    ...tablesOf(firstOf(axes, scores, rows, asked), { source, features: axes.features, kept, rows: all }, map),
    report: {
      type: "report",
      report: "components",
      body: {
        method: "pca",
        rows,
        features: axes.features.length,
        scaled: false,
        dropped: without,
        onto: { rows: axes.rows, missing: missing.length },
        doubts: doubts.map((doubt) => ({ ...doubt })),
        variance: [],
        share: [...axes.share.slice(0, asked)],
      },
    },
    axes: { type: "report", report: "fitted-axes", body: body as unknown as JsonObject },
  });
}

/** A setting that was given and is the axes' own: it would do nothing here. */
function settingOfAxes(spec: ReduceSpec): { readonly field: string; readonly usual: Json } | null {
  const usual = reduceDefaults();
  const fields = ["scale", "topFeatures", "solver", "genotypes"] as const;
  const field = fields.find((each) => spec[each] !== usual[each]);
  return field === undefined ? null : { field, usual: usual[field] };
}

interface Shared {
  readonly rows: number;
  /** NaN: missing. */
  valueOf(row: number, feature: number): number;
  /** Features of the axes that these data do not have. */
  readonly missing: readonly number[];
}

function sharedFeatures({ features }: Axes, source: Assay | Table): Result<Shared, Failure> {
  const missing: number[] = [];
  let valueOf: Shared["valueOf"];
  let mine: readonly string[];
  if (source.type === "assay") {
    mine = featureIds(source);
    const place = new Map(mine.map((name, at) => [name, at]));
    const at = features.map((name) => place.get(name) ?? -1);
    at.forEach((where, f) => where < 0 && missing.push(f));
    valueOf = (row, f) => {
      const where = at[f] as number;
      return where < 0 ? Number.NaN : valueAt(source, where, row);
    };
  } else {
    mine = source.columns.map(({ name }) => name);
    const columns = features.map((name) => {
      const column = columnOf(source, name);
      return column && (column.type === "float64" || column.type === "int32") ? column : null;
    });
    columns.forEach((column, f) => column === null && missing.push(f));
    valueOf = (row, f) => {
      const column = columns[f];
      return !column || (column.valid !== null && column.valid[row] === 0) ? Number.NaN : (column.values[row] as number);
    };
  }
  const of = features.length;
  const n = of - missing.length;
  const few = (names: readonly string[]): readonly string[] => names.slice(0, 3);
  if (n === 0) return err(words.failure("axes-none-shared", { of, names: few(features), mine: few(mine) }, { at: ["from"] }));
  if (n < leastShared * of) return err(words.failure("axes-few-shared", { n, of }, { at: ["from"] }));
  return ok({ rows: source.type === "assay" ? source.sampleCount : source.rowCount, valueOf, missing });
}

function missingTold({ features, loadings }: Axes, missing: readonly number[]): Sentence {
  let weight = 0;
  for (const f of missing) weight += (loadings[f] as number) ** 2;
  const names = missing.slice(0, mostNamed).map((f) => features[f] as string);
  const more = missing.length > names.length ? " …" : "";
  return words.sentence("placed-missing", {
    n: missing.length,
    of: features.length,
    share: (weight * 100).toFixed(1),
    names,
    more,
  });
}

interface RowsPlaced {
  readonly kept: Int32Array;
  /** How many of them miss some value, and how many rows miss too many to have a place. */
  readonly partly: number;
  readonly without: number;
}

function rowsPlaced({ features }: Axes, rows: number, valueOf: Shared["valueOf"], absent: number): RowsPlaced {
  const kept: number[] = [];
  let partly = 0;
  for (let row = 0; row < rows; row++) {
    let there = 0;
    for (let f = 0; f < features.length; f++) if (Number.isFinite(valueOf(row, f))) there++;
    if (there === 0 || there < leastShared * features.length) continue;
    kept.push(row);
    if (there < features.length - absent) partly++;
  }
  return { kept: Int32Array.from(kept), partly, without: rows - kept.length };
}

/** kept rows x components; what is missing is at its mean. */
function placed({ features, centre, unit, loadings, share }: Axes, kept: Int32Array, valueOf: Shared["valueOf"]): Float64Array {
  const [width, count] = [features.length, share.length];
  const scores = new Float64Array(kept.length * count);
  for (const [row, of] of kept.entries())
    for (let f = 0; f < width; f++) {
      const value = (valueOf(of, f) - (centre[f] as number)) / (unit[f] as number);
      if (!Number.isFinite(value)) continue;
      for (let k = 0; k < count; k++)
        scores[row * count + k] = (scores[row * count + k] as number) + value * (loadings[k * width + f] as number);
    }
  return scores;
}

/** Null where the axes have no map, or one on which new rows have no place. */
async function onMap(
  { map }: FittedAxesBody,
  scores: Float64Array,
  more: number,
  count: number,
  context: ExecuteContext,
): Promise<MapPlaces | null> {
  const options = map && embeddingSchema.safeParse(map.options);
  if (!map || !options?.success || options.data.of !== "components" || map.width !== count) return null;
  const { placeNew } = await loadWork(options.data);
  if (!placeNew) return null;
  const known = doublesOfText(map.values);
  const points = await placeNew({
    options: options.data,
    known,
    places: doublesOfText(map.places),
    axes: map.axes,
    values: scores,
    more,
    width: map.width,
    pause: sharing(context, words.sentence("progress-map", { map: titleOf(map.options) })),
  });
  return { axisName: embeddingOf(options.data).axisName, points, axes: map.axes };
}

function titleOf(options: { readonly type: string }): Json {
  const parsed = embeddingSchema.safeParse(options);
  return parsed.success ? { key: embeddingOf(parsed.data).words.key("title"), params: {} } : options.type;
}

/** The first components alone. */
function firstOf(
  { loadings, share, features }: Axes,
  scores: Float64Array,
  rows: number,
  count: number,
): Parameters<typeof tablesOf>[0] {
  const all = share.length;
  const kept = new Float64Array(rows * count);
  for (let row = 0; row < rows; row++) for (let k = 0; k < count; k++) kept[row * count + k] = scores[row * all + k] as number;
  return { scores: kept, loadings: loadings.slice(0, count * features.length), share: share.slice(0, count) };
}
