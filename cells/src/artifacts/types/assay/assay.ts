// The code of matrices.

import { z } from "zod";
import type { MatrixValues } from "../../artifact.ts";
import type { ArtifactTypeOf } from "../../artifact-type.ts";
import { featureIds, sampleIds } from "../../assay.ts";
import { gridOfAssay } from "../../grid.ts";
import { identifies } from "../../semantics.ts";
import { columnsListed } from "../table/columns-listed.ts";
import { namesInTable } from "../table/names.ts";
import { bytesOfTable } from "../table/size.ts";
import { readAssay, writeAssay } from "./bytes.ts";
import { assayCard } from "./card.ts";
import { columnsOfAssay } from "./columns.ts";
import { compareAssays } from "./compare.ts";
import { digestOfAssay } from "./digest.ts";
import { assayToJson } from "./json.ts";
import { wideTable } from "./wide-table.ts";
import { windowOfAssay } from "./window.ts";
import { count, listedColumns } from "../../summary-parts.ts";

const bytesOfValues = (values: MatrixValues): number =>
  values.data.byteLength + (values.layout === "sparse" ? values.offsets.byteLength + values.featureIndex.byteLength : 0);

export const assay: ArtifactTypeOf<"assay"> = {
  card: assayCard,
  digest: digestOfAssay,
  write: writeAssay,
  read: readAssay,
  size: ({ values, layers = [], features, samples }) =>
    [values, ...layers.map((layer) => layer.values)].reduce((sum, each) => sum + bytesOfValues(each), 0) +
    bytesOfTable(features) +
    bytesOfTable(samples),
  summary: (artifact) => ({
    shape: [artifact.featureCount, artifact.sampleCount],
    columns: columnsListed(artifact.samples),
    detail: {
      scale: artifact.scale,
      featureNoun: artifact.featureNoun,
      ...(artifact.withoutEffectsOf ? { withoutEffectsOf: artifact.withoutEffectsOf } : {}),
      ...(artifact.layers ? { layers: artifact.layers.map(({ name }) => name) } : {}),
    },
  }),
  summaryShape: z.strictObject({
    shape: z.tuple([count, count]),
    columns: listedColumns,
    detail: z.strictObject({
      scale: z.string(),
      featureNoun: z.string(),
      withoutEffectsOf: z.array(z.string()).exactOptional(),
      layers: z.array(z.string()).exactOptional(),
    }),
  }),
  window: windowOfAssay,
  columns: columnsOfAssay,
  names: (artifact, what) => {
    if (what === "features") return featureIds(artifact);
    if (what === "samples") return sampleIds(artifact);
    return namesInTable(artifact.samples, what);
  },
  compare: compareAssays,
  exportJson: assayToJson,
  grid: gridOfAssay,
  asTable: wideTable,
  file: () => null,
  // The samples are the individuals, each a column of numbers.
  rowsDisclose: ({ samples }) => ({
    identifying: samples.columns.filter(identifies).map((column) => column.name),
    behind: { of: "individuals" },
  }),
  withoutRows: () => null,
  readersSee: () => null,
};
