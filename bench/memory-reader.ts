// One way through one file in a process of its own: prints the peak of resident memory and what the answer itself takes, both in
// megabytes, and how many rows or findings there were. Started by memory.bench.ts.

import process from "node:process";
import type { Artifact, Column, IndexedFile, MatrixValues, Table } from "@genomecraft/cells/artifacts/artifact.ts";
import { tableOf } from "@genomecraft/cells/artifacts/table.ts";
import { checkFile } from "@genomecraft/cells/files/check-file.ts";
import { readFile } from "@genomecraft/cells/files/read-file.ts";
import { places } from "@genomecraft/cells/formats/bam/places.ts";
import { qualitySummary } from "@genomecraft/cells/formats/parts/sequences/quality-summary.ts";
import { inflateOnNode } from "@genomecraft/kernel/engines/inflate-on-node.ts";
import { fileSource } from "./file-source.ts";

const [way = "", file = ""] = process.argv.slice(2);

/** Of a text: its letters, and what a string and its place in a dictionary take beside them. */
const besideLetters = 40;
function bytesOfColumn(column: Column): number {
  const valid = column.valid?.byteLength ?? 0;
  if (column.type !== "text") return valid + column.values.byteLength;
  return column.dictionary.reduce((sum, text) => sum + text.length + besideLetters, valid + column.codes.byteLength);
}
const bytesOfTable = (table: Table): number => table.columns.reduce((sum, column) => sum + bytesOfColumn(column), 0);
const bytesOfValues = (values: MatrixValues): number =>
  values.data.byteLength + (values.layout === "sparse" ? values.offsets.byteLength + values.featureIndex.byteLength : 0);

function answerOf(artifact: Artifact): { readonly bytes: number; readonly rows: number } {
  if (artifact.type === "table") return { bytes: bytesOfTable(artifact), rows: artifact.rowCount };
  if (artifact.type !== "assay") throw new TypeError(`${artifact.type} is no answer of a reading`);
  const layers = (artifact.layers ?? []).reduce((sum, { values }) => sum + bytesOfValues(values), 0);
  const tables = bytesOfTable(artifact.features) + bytesOfTable(artifact.samples);
  return { bytes: bytesOfValues(artifact.values) + layers + tables, rows: artifact.featureCount };
}

const source = await fileSource(file);
const ways: { readonly [way: string]: () => Promise<{ readonly bytes: number; readonly rows: number }> } = {
  read: async () => {
    const { content } = await readFile(source, file, { inflate: inflateOnNode });
    if (content.shape === "matrix") throw new TypeError("no file of this bench is a plain matrix");
    return answerOf(content.shape === "table" ? content.table : content.artifact);
  },
  check: async () => {
    const { errors, warnings } = await checkFile(source, file, { inflate: inflateOnNode });
    return { bytes: 0, rows: errors + warnings };
  },
  summary: async () => ({ bytes: 0, rows: (await qualitySummary(source.stream())).reads }),
  covered: async () => {
    const artifact: IndexedFile = {
      type: "file",
      format: "bam",
      file: { digest: "", name: "reads.bam", size: source.size },
      part: null,
      index: null,
      header: "",
      contigs: tableOf(),
      samples: [],
      build: null,
      facts: {},
    };
    let rows = 0;
    const by = { needsTags: false, record: () => rows++ >= 0, covers: () => undefined };
    const bytes = { file: source, index: null, inflate: inflateOnNode };
    await places.covered?.({ artifact, bytes, place: null, by, minQuality: 0, withoutFlags: 0 });
    return { bytes: 0, rows };
  },
};
const { bytes, rows } = await (ways[way] as () => Promise<{ readonly bytes: number; readonly rows: number }>)();
console.log(process.resourceUsage().maxRSS / 1024, bytes / 2 ** 20, rows);
process.exit(0);
