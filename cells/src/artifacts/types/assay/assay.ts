// The code of matrices.

import { z } from "zod";
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

export const assay: ArtifactTypeOf<"assay"> = {
  card: assayCard,
  digest: digestOfAssay,
  write: writeAssay,
  read: readAssay,
  size: ({ values, features, samples }) => {
    const held =
      values.layout === "dense"
        ? values.data.byteLength
        : values.data.byteLength + values.offsets.byteLength + values.featureIndex.byteLength;
    return held + bytesOfTable(features) + bytesOfTable(samples);
  },
  summary: (artifact) => ({
    shape: [artifact.featureCount, artifact.sampleCount],
    columns: columnsListed(artifact.samples),
    detail: { scale: artifact.scale, featureNoun: artifact.featureNoun },
  }),
  summaryShape: z.strictObject({
    shape: z.tuple([count, count]),
    columns: listedColumns,
    detail: z.strictObject({ scale: z.string(), featureNoun: z.string() }),
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
