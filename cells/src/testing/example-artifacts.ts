// A small artifact of every type and a report of every name, for tests that go through the lists: what is added to a list
// and not here does not compile. The rows hold `secretSample`, by which a test sees whether rows came out.

import { artifactTypeNames } from "../artifacts/artifact-cards.ts";
import type { ArtifactOf } from "../artifacts/artifact-type.ts";
import type { Artifact, ArtifactType } from "../artifacts/artifact.ts";
import { assayOf } from "../artifacts/assay.ts";
import { numberColumn, tableOf, textColumn } from "../artifacts/table.ts";
import type { JsonObject } from "../base/json.ts";
import type { Kind } from "../contract/kind.ts";
import type { ReportName } from "../reports.ts";

export const secretSample = "PATIENT-0017";

const samples = tableOf(
  textColumn("sample", [secretSample, "PATIENT-0018"], { semantic: "sample" }),
  numberColumn("age", [41, 52]),
);

export const exampleArtifacts: { readonly [T in ArtifactType]: ArtifactOf<T> } = {
  table: samples,
  assay: assayOf({
    values: { layout: "dense", data: Float32Array.of(1, 2, Number.NaN, 4) },
    features: tableOf(textColumn("gene", ["Xist", "Tsix"], { semantic: "gene" })),
    samples,
    scale: "counts",
    featureNoun: "gene",
  }),
  model: {
    type: "model",
    onnx: Uint8Array.of(8, 1, 18, 2),
    card: {
      task: "classification",
      algorithm: "logistic regression",
      inputName: "features",
      features: [{ name: "Xist" }],
      target: "sex",
      classes: ["f", "m"],
      labelOutput: "label",
      probabilityOutput: "probabilities",
      seed: null,
      trainedOn: { rows: 2, source: "assay" },
      metrics: {},
    },
  },
  figure: {
    type: "figure",
    data: [{ type: "scatter", mode: "markers", x: [1, 2, 3], y: [4, 6, 5] }],
    layout: { xaxis: {}, yaxis: {} },
    alt: "Three points",
    marks: 3,
  },
  report: { type: "report", report: "no-such-report", body: { rows: 2 } },
  value: { type: "value", value: 3 },
};

const column: JsonObject = { name: "age", type: "float64", missing: 0, distinct: 2 };

/** Bodies as executors make them. */
export const exampleReports: { readonly [R in ReportName]: JsonObject } = {
  profile: { type: "table", shape: [2, 2], columns: [column], more: 0 },
  steps: {
    steps: [{ step: 1, verb: "filter", in: { type: "table", rows: 9, columns: 2 }, out: { type: "table", rows: 2, columns: 2 } }],
  },
  components: { method: "pca", rows: 2, features: 2, scaled: false, dropped: 0, variance: [2, 1], share: [0.7, 0.3] },
  "cross-validation": {
    target: "sex",
    classes: ["f", "m"],
    rows: 2,
    nPerClass: [1, 1],
    pooled: { nPerClass: [1, 1] },
    folds: [{ name: "1" }],
    labs: [],
  },
  inspection: {
    file: "f.csv",
    format: "csv",
    confidence: 1,
    compression: "none",
    why: [],
    alternatives: [],
    artifact: "table",
    shape: [2, 2],
    samplesIn: null,
    sheets: [],
    columns: [{ name: "sample", type: "text", semantic: "sample", missing: 0, distinct: 2 }],
    issues: [],
    preview: { columns: ["sample"], rows: [[secretSample]] },
  },
  "file-keys": { header: ["sample"], columns: [{ name: "sample", values: [secretSample] }], rows: 2 },
};

/** What a port may give: one artifact for each of its types; a report is the one that the kind says something of. */
export function examplesOfPort(kind: Kind, port: string): readonly Artifact[] {
  const types = kind.outputs.find(({ name }) => name === port)?.type ?? [];
  return [types].flat().map((type: ArtifactType): Artifact => {
    if (type !== "report") return exampleArtifacts[type];
    const reports = Object.entries(exampleReports).map(([report, body]): Artifact => ({ type: "report", report, body }));
    const own = reports.find(
      (artifact) =>
        kind.discloses({
          spec: kind.schema.parse(kind.empty),
          port,
          artifact,
          columns: null,
          valueOf: () => null,
        }) !== null,
    );
    return own ?? exampleArtifacts.report;
  });
}

export const allExamples: readonly Artifact[] = artifactTypeNames.map((type) => exampleArtifacts[type]);
