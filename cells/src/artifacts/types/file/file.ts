// The code of files that stay files: what is known of one without reading it. Its rows are those of its contigs; its
// records are read by the kinds that are made for it, by range.

import { z } from "zod";
import { digestOfJson } from "../../../base/digest.ts";
import type { JsonObject } from "../../../base/json.ts";
import type { IndexedFile } from "../../artifact.ts";
import type { ArtifactTypeOf } from "../../artifact-type.ts";
import { columnSummary } from "../../column-summary.ts";
import { compareJson } from "../../comparer.ts";
import { manifest } from "../../content-hash.ts";
import { gridOfTable } from "../../grid.ts";
import { count, listedColumns } from "../../summary-parts.ts";
import { readTable, type TableHead, writeTable } from "../table/bytes.ts";
import { columnsListed } from "../table/columns-listed.ts";
import { compareTables } from "../table/compare.ts";
import { digestOfTable } from "../table/digest.ts";
import { tableToJson } from "../table/json.ts";
import { namesInTable } from "../table/names.ts";
import { bytesOfTable } from "../table/size.ts";
import { windowOfTable } from "../table/window.ts";
import { fileCard } from "./card.ts";

/** All but its contigs. The name under which its bytes were uploaded is no part of its content. */
const toldOf = ({ format, file, part, index, header, samples, build, facts }: IndexedFile): JsonObject => ({
  format,
  bytes: file.digest,
  part,
  index,
  header,
  samples,
  build,
  facts,
});

export const file: ArtifactTypeOf<"file"> = {
  card: fileCard,
  digest: (artifact, newHasher) =>
    manifest("file", {}, [
      ["told", digestOfJson(toldOf(artifact))],
      ["contigs", digestOfTable(artifact.contigs, newHasher)],
    ]),
  write: (artifact, put) => ({
    type: "file",
    file: artifact.file,
    told: toldOf(artifact),
    contigs: writeTable(artifact.contigs, put),
  }),
  read: (head, get) => {
    const told = head["told"] as Pick<IndexedFile, "format" | "part" | "index" | "header" | "samples" | "build" | "facts">;
    const { format, part, index, header, samples, build, facts } = told;
    const contigs = readTable(head["contigs"] as TableHead, get);
    return {
      type: "file",
      format,
      file: head["file"] as IndexedFile["file"],
      part,
      index,
      header,
      contigs,
      samples,
      build,
      facts,
    };
  },
  size: (artifact) => 4096 + artifact.header.length * 2 + bytesOfTable(artifact.contigs),
  summary: ({ format, contigs, build, index, samples, facts, file: { size } }) => ({
    shape: [contigs.rowCount],
    columns: columnsListed(contigs),
    // What finds its places may stand in the file itself.
    detail: { format, build, indexed: index !== null || facts["indexed"] === true, samples: samples.length, bytes: size },
  }),
  summaryShape: z.strictObject({
    shape: z.tuple([count]),
    columns: listedColumns,
    detail: z.strictObject({
      format: z.string(),
      build: z.string().nullable(),
      indexed: z.boolean(),
      samples: count,
      // Of what was made before it was told it is not known.
      bytes: count.exactOptional(),
    }),
  }),
  window: (artifact, options) => windowOfTable(artifact.contigs, options),
  columns: (artifact, _part, options) => artifact.contigs.columns.map((column) => columnSummary(column, options)),
  names: (artifact, what) => (what === "samples" ? artifact.samples : namesInTable(artifact.contigs, what)),
  compare: (again, recorded, comparer) => {
    compareJson(toldOf(again), toldOf(recorded), "file", comparer);
    compareTables(again.contigs, recorded.contigs, "contigs.", comparer);
  },
  exportJson: (artifact) => ({ ...toldOf(artifact), name: artifact.file.name, contigs: tableToJson(artifact.contigs) }),
  grid: ({ contigs }) => gridOfTable(contigs),
  asTable: ({ contigs }) => contigs,
  file: () => null,
  rowsDisclose: () => ({ identifying: [], behind: { of: "individuals" } }),
  withoutRows: () => null,
  readersSee: () => null,
};
