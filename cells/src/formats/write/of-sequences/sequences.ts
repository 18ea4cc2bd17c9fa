// Tables of sequences as FASTA, and of reads with their qualities as FASTQ. Titles are the id and the description; qualities
// stay the letters that they are, in the encoding that their column names.

import type { Column, Table, TextColumn } from "../../../artifacts/artifact.ts";
import { columnOf, isMissing } from "../../../artifacts/table.ts";
import type { Failure } from "../../../base/failure.ts";
import { err, ok, type Result } from "../../../base/result.ts";
import { lettersOf, type QualityEncoding, qualityEncodings } from "../../parts/sequences/qualities.ts";
import { writeFastq } from "../../parts/sequences/write-fastq.ts";
import { words } from "./words.ts";

/** Lines of a block: some ten milliseconds' work. */
const rowsOfBlock = 2_000;
/** Letters of a line: what NCBI writes. */
const width = 70;

const titles = { fasta: "FASTA", fastq: "FASTQ" } as const;
const textAt = (column: TextColumn, row: number): string => column.dictionary[column.codes[row] as number] ?? "";

interface Written {
  readonly id: Column | null;
  readonly description: Column | null;
  readonly sequence: TextColumn;
  readonly quality: TextColumn | null;
}

/** Fails with "export-sequences.none", "export-sequences.missing", "export-sequences.lengths". */
export function sequencesText(table: Table, format: "fasta" | "fastq"): Result<Generator<string>, Failure> {
  const meaning = (semantic: string): TextColumn | null =>
    table.columns.find((column): column is TextColumn => column.semantic === semantic && column.type === "text") ?? null;
  const sequence = meaning("sequence");
  const quality = meaning("quality");
  if (!sequence || (format === "fastq" && !quality)) return err(words.failure("none", { format: titles[format] }));
  const written: Written = { id: columnOf(table, "id"), description: columnOf(table, "description"), sequence, quality };
  for (let row = 0; row < table.rowCount; row++) {
    if (isMissing(sequence, row)) return err(words.failure("missing", { row: row + 1, format: titles[format] }));
    if (format === "fasta" || !quality) continue;
    const [bases, letters] = [textAt(sequence, row).length, isMissing(quality, row) ? 0 : textAt(quality, row).length];
    if (bases !== letters) return err(words.failure("lengths", { row: row + 1, bases, letters }));
  }
  return ok(lines(table, written, format));
}

function* lines(table: Table, written: Written, format: "fasta" | "fastq"): Generator<string> {
  const { sequence, quality } = written;
  const encoding = encodingOf(quality);
  for (let from = 0; from < table.rowCount; from += rowsOfBlock) {
    const rows = Array.from({ length: Math.min(rowsOfBlock, table.rowCount - from) }, (_, at) => from + at);
    if (format === "fasta") yield rows.map((row) => `>${titleOf(written, row)}\n${wrapped(textAt(sequence, row))}`).join("");
    else if (quality) {
      const reads = rows.map((row) => ({
        title: titleOf(written, row),
        sequence: textAt(sequence, row),
        quality: textAt(quality, row),
      }));
      yield writeFastq(reads, encoding, encoding).text;
    }
  }
}

/** As the unit of the column says it; letters of none that is named are written as they are. */
const encodingOf = (quality: TextColumn | null): QualityEncoding =>
  qualityEncodings.find((encoding) => lettersOf[encoding].unit === quality?.unit) ?? "sanger";

const titleOf = ({ id, description }: Written, row: number): string =>
  [cellOf(id, row) || String(row + 1), cellOf(description, row)].filter((part) => part !== "").join(" ");

/** A title is one line. */
const cellOf = (column: Column | null, row: number): string => {
  if (!column || isMissing(column, row)) return "";
  const text = column.type === "text" ? textAt(column, row) : String(column.values[row]);
  return text.replace(/\s+/g, " ").trim();
};

function wrapped(bases: string): string {
  let text = "";
  for (let at = 0; at < bases.length; at += width) text += `${bases.slice(at, at + width)}\n`;
  return text === "" ? "\n" : text;
}
