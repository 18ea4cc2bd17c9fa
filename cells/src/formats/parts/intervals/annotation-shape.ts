// Which of the formats of nine columns the first rows of a text are: GFF3 (key=value), GTF (key "value" with a gene or transcript),
// GFF 2.

import type { FileHead } from "../../../contract/format.ts";
import { headRows, shareOf, wholeLines } from "./head-rows.ts";

export interface AnnotationShape {
  readonly format: "gff3" | "gtf" | "gff2";
  /** By a directive in the first line. */
  readonly version: string | null;
}

const known = new WeakMap<FileHead, AnnotationShape | null>();

export function annotationShape(head: FileHead): AnnotationShape | null {
  let found = known.get(head);
  if (found === undefined) {
    found = head.text === null ? null : shape(head);
    known.set(head, found);
  }
  return found;
}

function shape(head: FileHead): AnnotationShape | null {
  const first = wholeLines(head).find((line) => line.trim() !== "") ?? "";
  const version = /^##\s*gff-version\s+(\d[\d.]*)/i.exec(first)?.[1] ?? null;
  const { rows: all, separator } = headRows(head);
  const sequences = all.findIndex(([name = ""]) => name.startsWith(">"));
  const rows = all.slice(0, sequences < 0 ? 100 : Math.min(100, sequences));
  // A text may speak of the directive.
  if (
    version?.startsWith("3") &&
    (rows.length === 0 || (separator === "tab" && shareOf(rows, (row) => row.length >= 8 && row.length <= 10) > 0.3))
  )
    return { format: "gff3", version };
  const isRow = (row: readonly string[]): boolean =>
    row.length === 9 &&
    /^\d+$/.test(row[3] ?? "") &&
    /^\d+$/.test(row[4] ?? "") &&
    /^[+.?-]$/.test(row[6] ?? "") &&
    /^[012.]$/.test(row[7] ?? "");
  if (shareOf(rows, isRow) < 0.8) return null;
  const attributes = (is: RegExp): number => shareOf(rows, (row) => is.test(row[8] ?? ""));
  if (attributes(/(?:gene_id|transcript_id) "?/) > 0.5 && attributes(/^[^=;]+=[^;]/) < 0.5) return { format: "gtf", version };
  if (version !== null) return { format: "gff2", version };
  if (attributes(/^\s*[^\s=;"]+=/) > 0.5 || attributes(/^\.$/) === 1) return { format: "gff3", version };
  return attributes(/^\s*[\w.]+ +("|\S)/) > 0.5 ? { format: "gff2", version } : null;
}
