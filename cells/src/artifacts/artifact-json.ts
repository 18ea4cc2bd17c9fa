// Artifacts as JSON: figures, reports and values travel inside events this way; tables and matrices are exported so.

import { invariant } from "../base/invariant.ts";
import { isJsonObject, type Json, type JsonObject } from "../base/json.ts";
import type { Artifact, Assay, Figure, Report, Table, Value } from "./artifact.ts";
import { featureIds, sampleIds, valueAt } from "./assay.ts";
import { cellJson } from "./table.ts";

/** A number; as text where JSON cannot hold it. */
const jsonNumber = (value: number): Json => (Number.isFinite(value) ? value : String(value));

/** A figure, report or value whole: what `artifactFromJson` reads. */
export function artifactToJson(artifact: Figure | Report | Value): Json {
  switch (artifact.type) {
    case "figure": {
      const { type, data, layout, alt, marks } = artifact;
      return { type, data, layout, alt, marks };
    }
    case "report":
      return { type: "report", report: artifact.report, body: artifact.body };
    case "value":
      return { type: "value", value: artifact.value };
  }
}

export function artifactFromJson(json: Json): Figure | Report | Value {
  invariant(isJsonObject(json), "an inline artifact is an object");
  switch (json["type"]) {
    case "figure":
      return {
        type: "figure",
        data: json["data"] as readonly JsonObject[],
        layout: json["layout"] as JsonObject,
        alt: String(json["alt"] ?? ""),
        marks: Number(json["marks"] ?? 0),
      };
    case "report":
      return { type: "report", report: String(json["report"]), body: json["body"] as JsonObject };
    case "value":
      return { type: "value", value: json["value"] ?? null };
    default:
      throw new TypeError("only figures, reports and values are inline");
  }
}

/** Whether an artifact is one of those that may travel as JSON. */
export const isInlineArtifact = (artifact: Artifact): artifact is Figure | Report | Value =>
  artifact.type === "figure" || artifact.type === "report" || artifact.type === "value";

/** A table for people's programs: {columns: [{name, type, semantic?, unit?}], rows: [[cell]]}. Infinities and NaN are text. */
export function tableToJson(table: Table): JsonObject {
  return {
    columns: table.columns.map((column) => ({
      name: column.name,
      type: column.type,
      ...(column.semantic === undefined ? {} : { semantic: column.semantic }),
      ...(column.unit === undefined ? {} : { unit: column.unit }),
    })),
    rows: Array.from({ length: table.rowCount }, (_, row) => table.columns.map((column) => cellJson(column, row))),
  };
}

/** A matrix: {features: table, samples: table, featureIds, sampleIds, values: [[number]] by feature}; a missing number is null. */
export function assayToJson(assay: Assay): JsonObject {
  return {
    scale: assay.scale,
    featureNoun: assay.featureNoun,
    featureIds: featureIds(assay),
    sampleIds: sampleIds(assay),
    features: tableToJson(assay.features),
    samples: tableToJson(assay.samples),
    values: Array.from({ length: assay.featureCount }, (_, feature) =>
      Array.from({ length: assay.sampleCount }, (_unused, sample) => {
        const value = valueAt(assay, feature, sample);
        return Number.isNaN(value) ? null : jsonNumber(value);
      }),
    ),
  };
}

/** Any artifact but a model as JSON: what `--export x=FILE.json` and a download write. */
export function exportJson(artifact: Table | Assay | Figure | Report | Value): Json {
  switch (artifact.type) {
    case "table":
      return tableToJson(artifact);
    case "assay":
      return assayToJson(artifact);
    case "figure":
      return { data: artifact.data, layout: artifact.layout };
    case "report":
      return artifact.body;
    case "value":
      return artifact.value;
  }
}
