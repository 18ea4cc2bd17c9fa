// Transcripts of UCSC: genePred with its extensions and bins, and refFlat, which has the gene's name in front.

import type { FileHead, Read } from "../../../contract/format.ts";
import { buildInRemarks } from "./build-of-rows.ts";
import { headRows, shareOf } from "./head-rows.ts";
import { chromosomeColumn, endColumn, type LaidColumn, startColumn, strandColumn, textCells, wholeCells } from "./laid-out.ts";
import { headOf, kindOfBedLine, readPlaces } from "./read-places.ts";

export interface GenePredShape {
  readonly format: "refflat" | "genepred";
  readonly separator: "tab" | "blanks";
  /** What stands before the name of the transcript. */
  readonly first: "gene" | "bin" | null;
  /** Behind the exons stand a score and a second name. */
  readonly isExtended: boolean;
}

const known = new WeakMap<FileHead, GenePredShape | null>();

export function genePredShape(head: FileHead): GenePredShape | null {
  let found = known.get(head);
  if (found === undefined) {
    found = head.text === null ? null : shape(head);
    known.set(head, found);
  }
  return found;
}

function shape(head: FileHead): GenePredShape | null {
  const { rows, separator } = headRows(head);
  for (const at of [0, 1]) {
    if (shareOf(rows, (row) => isTranscript(row, at)) < 0.8) continue;
    const isExtended = shareOf(rows, (row) => /^-?\d+$/.test(row[at + 10] ?? "")) > 0.8;
    if (at === 0) return { format: "genepred", separator, first: null, isExtended };
    const isBin = shareOf(rows, (row) => /^\d+$/.test(row[0] ?? "")) === 1;
    return { format: isBin ? "genepred" : "refflat", separator, first: isBin ? "bin" : "gene", isExtended };
  }
  return null;
}

const list = /^(?:\d+,)*\d*$/;
const isTranscript = (row: readonly string[], at: number): boolean =>
  row.length >= at + 10 &&
  /^[+-]$/.test(row[at + 2] ?? "") &&
  row.slice(at + 3, at + 8).every((cell) => /^\d+$/.test(cell)) &&
  list.test(row[at + 8] ?? "x") &&
  list.test(row[at + 9] ?? "x");

const transcript: readonly LaidColumn[] = [
  textCells("name", { semantic: "identifier" }),
  chromosomeColumn(),
  strandColumn(),
  startColumn(0),
  endColumn(),
  wholeCells("cds_start"),
  wholeCells("cds_end"),
  wholeCells("exon_count", { semantic: "count" }),
  textCells("exon_starts"),
  textCells("exon_ends"),
];
/** genePredExt. */
const extended: readonly LaidColumn[] = [
  wholeCells("score", { semantic: "score" }),
  textCells("gene", { semantic: "gene" }),
  textCells("cds_start_status"),
  textCells("cds_end_status"),
  textCells("exon_frames"),
];
const before = { gene: [textCells("gene", { semantic: "gene" })], bin: [wholeCells("bin")] } as const;

export const readGenePred =
  (format: string): Read =>
  async (task) => {
    const found = genePredShape(await headOf(task));
    const first = found?.first ?? null;
    const columns = [...(first === null ? [] : before[first]), ...transcript, ...(found?.isExtended ? extended : [])];
    return readPlaces(task, {
      format,
      columns,
      least: transcript.length + (first === null ? 0 : 1),
      separator: found?.separator ?? "tab",
      further: "columns",
      kindOf: kindOfBedLine,
      buildSaid: buildInRemarks,
    });
  };
