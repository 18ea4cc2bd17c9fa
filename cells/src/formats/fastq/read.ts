// FASTQ as a table of its reads. Qualities stay the letters that they are, so that the file can be written again; their means
// are in the scale of their encoding, which is found from the whole range of letters and said. Nothing is converted.

import { FailureError } from "../../base/failure.ts";
import type { FileContent, Issue, Read } from "../../contract/format.ts";
import { numberColumn } from "../../artifacts/table.ts";
import { shown } from "../parts/sequences/each-line.ts";
import { type FastqRecord, lineOfLetter, readFastq } from "../parts/sequences/fastq-records.ts";
import { gap, kindOfByte } from "../parts/sequences/letters.ts";
import { guessQualities, leastLetter, lettersOf, mostLetter, type QualityEncoding } from "../parts/sequences/qualities.ts";
import { SequenceRows, TextRows } from "../parts/sequences/sequence-rows.ts";
import { words } from "../parts/sequences/words.ts";
import { words as loadWords } from "../parts/words.ts";

/** Unpacked bytes of which a table is made; larger files are summed up as they stream by (parts/sequences/quality-summary.ts). */
const mostBytes = 1 << 26;
/** Enough to see what reads are like. */
const firstReads = 100_000;

export const read: Read = async (task): Promise<FileContent> => {
  const { records, alphabet, qualities: set } = task.settings;
  const rows = new SequenceRows();
  const qualities = new TextRows();
  const means: number[] = [];
  let least = mostLetter + 1;
  let most = 0;
  let size = 0;
  const lowest = set === "auto" ? leastLetter : lettersOf[set].least;
  const isWhole = await readFastq(
    task.open(),
    (record) => {
      const { bytes, sequenceStart, qualityStart, length, titleStart, titleEnd, line } = record;
      let sum = 0;
      for (let at = 0; at < length; at++) {
        const kind = kindOfByte[bytes[sequenceStart + at] as number] as number;
        if (kind === 0 || kind > gap) refuseLetter(record, at);
        const quality = bytes[qualityStart + at] as number;
        if (quality < lowest || quality > mostLetter) refuseQuality(record, at, set);
        if (quality < least) least = quality;
        if (quality > most) most = quality;
        sum += quality;
      }
      rows.addTitle(bytes, titleStart, titleEnd);
      rows.addSequence(bytes, sequenceStart, sequenceStart + length, line);
      qualities.add(bytes, qualityStart, qualityStart + length);
      means.push(length === 0 ? Number.NaN : sum / length);
      size += titleEnd - titleStart + 2 * length + 5;
      if (rows.count === records) return true;
      if (size > mostBytes && records === null) {
        const fix = { path: ["records"], value: firstReads };
        throw new FailureError(words.failure("reads-many", { mb: mostBytes >> 20 }, { fix }));
      }
      return false;
    },
    { signal: task.signal, bytesWanted: task.bytesWanted },
  );
  if (rows.count === 0) throw new FailureError(loadWords.failure("empty"));
  const found = guessQualities(least, most);
  const encoding = set === "auto" ? found.encoding : set;
  const { offset, unit, title, isSolexa } = lettersOf[encoding];
  const lineOf = (row: number): number => rows.lineOf(row);
  const { table, issues } = rows.finish(alphabet, [
    { ...qualities.column("quality", "quality", lineOf), unit },
    numberColumn(
      "mean_quality",
      means.map((mean) => mean - offset),
      { semantic: "number", unit: isSolexa ? "Solexa" : "Phred" },
    ),
  ]);
  const range = { least: String.fromCharCode(least), most: String.fromCharCode(most) };
  const isOpen = set === "auto" && found.other !== null && most > 0;
  const isCut = !isWhole && rows.count !== records;
  return {
    content: { shape: "whole", artifact: table },
    header: null,
    issues: [...(isOpen ? [guessed(encoding, found.other, range)] : []), ...issues],
    said: [
      ...(most > 0 ? [words.sentence("qualities-read", { encoding: title, ...range })] : []),
      ...(records !== null && rows.count === records ? [words.sentence("first-records", { count: rows.count })] : []),
    ],
    turnedIntoDates: [],
    lineOf,
    whole: !isCut,
  };
};

function guessed(
  encoding: QualityEncoding,
  other: QualityEncoding,
  range: { readonly least: string; readonly most: string },
): Issue {
  return {
    rule: "qualities-guessed",
    severity: "warning",
    line: null,
    field: "quality",
    message: words.sentence("qualities-guessed", {
      encoding: lettersOf[encoding].title,
      other: lettersOf[other].title,
      ...range,
    }),
    fix: { path: ["qualities"], value: other },
  };
}

function refuseLetter({ bytes, sequenceStart, sequenceLine, sequenceBreaks }: FastqRecord, at: number): never {
  const line = lineOfLetter(sequenceLine, sequenceBreaks, at);
  const place = sequenceStart + at;
  if (bytes[place] === 0) throw new FailureError(loadWords.failure("zero-byte", { line }));
  throw new FailureError(words.failure("letter", { line, found: shown(bytes, place, place + 1) }));
}

function refuseQuality(
  { bytes, qualityStart, qualityLine, qualityBreaks }: FastqRecord,
  at: number,
  set: QualityEncoding | "auto",
): never {
  const line = lineOfLetter(qualityLine, qualityBreaks, at);
  const place = qualityStart + at;
  const byte = bytes[place] as number;
  const found = shown(bytes, place, place + 1);
  if (byte === 0) throw new FailureError(loadWords.failure("zero-byte", { line }));
  if (set === "auto" || byte < leastLetter || byte > mostLetter)
    throw new FailureError(words.failure("quality-letter", { line, found }));
  const fix = { path: ["qualities"], value: "auto" };
  throw new FailureError(
    words.failure("quality-range", { line, found, encoding: lettersOf[set].title }, { at: ["qualities"], fix }),
  );
}
