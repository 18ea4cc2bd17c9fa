// Reads as the rows of a table, gathered as they come.

import { numberColumn } from "../../artifacts/table.ts";
import type { FastqRecord } from "../parts/sequences/fastq-records.ts";
import type { Alphabet } from "../parts/sequences/letters.ts";
import { lettersOf, type QualityEncoding } from "../parts/sequences/qualities.ts";
import { SequenceRows, type SequenceTable, TextRows } from "../parts/sequences/sequence-rows.ts";

export class ReadRows {
  /** Bytes that they had in the file. */
  size = 0;
  private readonly rows = new SequenceRows();
  private readonly qualities = new TextRows();
  /** Of the letters of each. */
  private readonly means: number[] = [];

  get count(): number {
    return this.rows.count;
  }
  /** Where a read begins. */
  lineOf(row: number): number {
    return this.rows.lineOf(row);
  }

  /** `nameEnd`: where the name ends that it shares with its mate. */
  add(
    { bytes, sequenceStart, qualityStart, length, titleStart, titleEnd, line }: FastqRecord,
    nameEnd: number | null = null,
  ): void {
    let sum = 0;
    for (let at = 0; at < length; at++) sum += bytes[qualityStart + at] as number;
    this.rows.addTitle(bytes, titleStart, titleEnd, nameEnd ?? titleEnd);
    this.rows.addSequence(bytes, sequenceStart, sequenceStart + length, line);
    this.qualities.add(bytes, qualityStart, qualityStart + length);
    this.means.push(length === 0 ? Number.NaN : sum / length);
    this.size += titleEnd - titleStart + 2 * length + 5;
  }

  finish(alphabet: Alphabet | "auto", encoding: QualityEncoding): SequenceTable {
    const { offset, unit, isSolexa } = lettersOf[encoding];
    return this.rows.finish(alphabet, [
      { ...this.qualities.column("quality", "quality", (row) => this.lineOf(row)), unit },
      numberColumn(
        "mean_quality",
        this.means.map((mean) => mean - offset),
        { semantic: "number", unit: isSolexa ? "Solexa" : "Phred" },
      ),
    ]);
  }
}
