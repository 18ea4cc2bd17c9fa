// What a reduction answers, once its components are found: the map that is asked for, tables, the report, and the axes for other rows.

import type { Assay, Table } from "../../artifacts/artifact.ts";
import type { Failure } from "../../base/failure.ts";
import type { JsonObject } from "../../base/json.ts";
import { ok, type Result } from "../../base/result.ts";
import type { ExecuteContext, Outputs } from "../../contract/execute.ts";
import { embeddingOf } from "../../embeddings.ts";
import { annotationOf } from "../../learn/data-of-artifact.ts";
import type { PrincipalComponents } from "../../learn/principal-components.ts";
import { sentenceIn } from "../../messages/catalogue.ts";
import type { Sentence } from "../../messages/sentence.ts";
import { associationsOf, batchesThatDrive } from "./associations.ts";
import { axesBody } from "./axes-body.ts";
import { drawMap } from "./draw-map.ts";
import { inR } from "./in-r.ts";
import type { ReduceSpec } from "./spec.ts";
import { tablesOf } from "./tables-of.ts";
import { words } from "./words.ts";

export interface Finishing {
  readonly spec: ReduceSpec;
  readonly source: Assay | Table;
  readonly found: PrincipalComponents & { readonly centre: Float64Array; readonly unit: Float64Array };
  readonly features: readonly string[];
  /** Row of the source behind each row of the scores, and how many the source has. */
  readonly kept: Int32Array;
  readonly rows: number;
  /** What the components were found of, rows x features, where a map is drawn of it. */
  values(): Float64Array;
  readonly doubts: readonly Sentence[];
  /** What the report says beside. */
  readonly more: JsonObject;
  readonly context: ExecuteContext;
}

export async function finish({
  spec,
  source,
  found,
  features,
  kept,
  rows,
  values,
  doubts,
  more,
  context,
}: Finishing): Promise<Result<Outputs, Failure>> {
  const counted = kept.length;
  const count = found.share.length;
  const drawn =
    spec.map.type === "none"
      ? null
      : await drawMap(
          {
            options: spec.map,
            rows: counted,
            components: found.scores,
            count,
            features: spec.map.of === "features" ? values() : new Float64Array(0),
          },
          context,
        );
  if (drawn && !drawn.ok) return drawn;
  const map = drawn?.value ?? null;
  const sheet = annotationOf(source);
  // Of a table its own numbers are what the components are made of.
  const associations = source.type === "assay" ? associationsOf(sheet, { scores: found.scores, components: count, kept }) : [];
  const said = [
    ...batchesThatDrive(sheet, associations, [...found.share]),
    ...(more["solver"] === "randomised" ? [words.sentence("randomised")] : []),
    ...(map?.doubts ?? []),
  ];
  for (const doubt of said) context.log(sentenceIn(doubt, "en"));
  const axes = {
    rows: counted,
    noun: source.type === "assay" ? source.featureNoun : "feature",
    scale: source.type === "assay" ? (source.scale ?? null) : null,
    features,
    centre: found.centre,
    unit: found.unit,
    loadings: found.loadings,
    share: found.share,
  };
  return ok({
    ...tablesOf(
      found,
      { source, features, kept, rows },
      map && { axisName: embeddingOf(map.options).axisName, points: map.points, axes: map.axes },
    ),
    report: {
      type: "report",
      report: "components",
      body: {
        method: "pca",
        rows: counted,
        features: features.length,
        inR: [
          ...inR({
            top: source.type === "assay" && features.length < source.featureCount ? spec.topFeatures : 0,
            scaled: spec.scale,
            byFrequency: more["genotypes"] === "by-frequency",
            columns: associations.map(({ column }) => column),
          }),
        ],
        ...more,
        ...(map
          ? {
              map: {
                options: map.options as JsonObject,
                facts: map.facts,
                trust: map.trust,
                neighbours: map.neighbours,
                inR: map.inR,
              },
            }
          : {}),
        doubts: [...doubts, ...said].map((doubt) => ({ ...doubt })),
        variance: [...found.variance],
        share: [...found.share],
        associations: associations.map((each) => ({ ...each, share: [...each.share], p: [...each.p] })),
      },
    },
    axes: { type: "report", report: "fitted-axes", body: axesBody(axes, map) as JsonObject },
  });
}
