// Tables of sequences as FASTA, and of reads with their qualities as FASTQ. Titles are the id and the description; qualities
// stay the letters that they are, in the encoding that their column names.

import type { Column, Table, TextColumn } from "../../../artifacts/artifact.ts";
import { columnOf, isMissing } from "../../../artifacts/table.ts";
import type { Failure } from "../../../base/failure.ts";
import { err, ok, type Result } from "../../../base/result.ts";
import { lettersOf, type QualityEncoding, qualityEncodings } from "../../parts/sequences/qualities.ts";
import { type Read, writeFastq } from "../../parts/sequences/write-fastq.ts";
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
  /** Which of a pair it is. */
  readonly mate: string | null;
}

/** Fails with "export-sequences.none", "export-sequences.missing", "export-sequences.lengths". */
export function sequencesText(table: Table, format: "fasta" | "fastq"): Result<Generator<string>, Failure> {
  const written = writtenIn(table);
  const [first] = written;
  if (!first || (format === "fastq" && !first.quality)) return err(words.failure("none", { format: titles[format] }));
  for (const { sequence, quality } of written)
    for (let row = 0; row < table.rowCount; row++) {
      if (isMissing(sequence, row)) return err(words.failure("missing", { row: row + 1, format: titles[format] }));
      if (format === "fasta" || !quality) continue;
      const [bases, letters] = [textAt(sequence, row).length, isMissing(quality, row) ? 0 : textAt(quality, row).length];
      if (bases !== letters) return err(words.failure("lengths", { row: row + 1, bases, letters }));
    }
  return ok(lines(table, written, format));
}

/** One of each row; of pairs of reads both mates, one behind the other. */
function writtenIn(table: Table): readonly Written[] {
  const id = columnOf(table, "id");
  const named = (name: string, semantic: string): TextColumn | null => {
    const column = columnOf(table, name);
    return column?.type === "text" && column.semantic === semantic ? column : null;
  };
  const mates = ["1", "2"].flatMap((mate): Written[] => {
    const sequence = named(`sequence_${mate}`, "sequence");
    const quality = named(`quality_${mate}`, "quality");
    return sequence && quality ? [{ id, description: columnOf(table, `description_${mate}`), sequence, quality, mate }] : [];
  });
  if (mates.length === 2) return mates;
  const meaning = (semantic: string): TextColumn | null =>
    table.columns.find((column): column is TextColumn => column.semantic === semantic && column.type === "text") ?? null;
  const sequence = meaning("sequence");
  return sequence ? [{ id, description: columnOf(table, "description"), sequence, quality: meaning("quality"), mate: null }] : [];
}

function* lines(table: Table, written: readonly Written[], format: "fasta" | "fastq"): Generator<string> {
  const encoding = encodingOf(written[0]?.quality ?? null);
  for (let from = 0; from < table.rowCount; from += rowsOfBlock) {
    const rows = Array.from({ length: Math.min(rowsOfBlock, table.rowCount - from) }, (_, at) => from + at);
    const records = rows.flatMap((row) => written.map((of) => ({ of, row })));
    if (format === "fasta")
      yield records.map(({ of, row }) => `>${titleOf(of, row)}\n${wrapped(textAt(of.sequence, row))}`).join("");
    else yield writeFastq(readsOf(records), encoding, encoding).text;
  }
}

function* readsOf(records: readonly { readonly of: Written; readonly row: number }[]): Generator<Read> {
  for (const { of, row } of records)
    if (of.quality) yield { title: titleOf(of, row), sequence: textAt(of.sequence, row), quality: textAt(of.quality, row) };
}

/** As the unit of the column says it; letters of none that is named are written as they are. */
const encodingOf = (quality: TextColumn | null): QualityEncoding =>
  qualityEncodings.find((encoding) => lettersOf[encoding].unit === quality?.unit) ?? "sanger";

function titleOf({ id, description, mate }: Written, row: number): string {
  const said = cellOf(description, row);
  // What its sequencer wrote of the mate ("1:N:0") is not said twice.
  const own = mate === null || said.startsWith(`${mate}:`) ? "" : `/${mate}`;
  return [`${cellOf(id, row) || String(row + 1)}${own}`, said].filter((part) => part !== "").join(" ");
}

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
