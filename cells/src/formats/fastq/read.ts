// FASTQ as a table of its reads, or as a file where they are too many for one; beside both what its reads are like, counted in the
// same pass. Qualities stay the letters that they are, so that the file can be written again; their means are in the scale of their
// encoding, which is found from the whole range of letters and said. Nothing is converted.

import type { IndexedFile } from "../../artifacts/artifact.ts";
import { tableOf, textColumn } from "../../artifacts/table.ts";
import { FailureError } from "../../base/failure.ts";
import type { FileContent, Issue, Read, ReadTask } from "../../contract/format.ts";
import { shown } from "../parts/sequences/each-line.ts";
import { type FastqRecord, lineOfLetter, readFastq } from "../parts/sequences/fastq-records.ts";
import { guessQualities, leastLetter, lettersOf, mostLetter, type QualityEncoding } from "../parts/sequences/qualities.ts";
import { qualityReport } from "../parts/sequences/quality-report.ts";
import { QualityCounts } from "../parts/sequences/quality-summary.ts";
import { words } from "../parts/sequences/words.ts";
import { words as loadWords } from "../parts/words.ts";
import { ReadRows } from "./read-rows.ts";

/** Bytes of which a table is made. */
const mostBytes = 1 << 26;
/** Enough to see what reads are like. */
const firstReads = 100_000;

export const read: Read = async (task): Promise<FileContent> => {
  const { records, alphabet, qualities: set } = task.settings;
  const counts = new QualityCounts();
  const lowest = set === "auto" ? leastLetter : lettersOf[set].least;
  let rows: ReadRows | null = staysFile(task) ? null : new ReadRows();
  const isWhole = await readFastq(
    task.open(),
    (record) => {
      if (lowest > leastLetter) refuseBelow(record, lowest, set);
      counts.add(record);
      if (rows === null) return false;
      rows.add(record);
      if (records === null && rows.size > mostBytes) rows = null;
      return rows !== null && rows.count === records;
    },
    { signal: task.signal, bytesWanted: task.bytesWanted },
  );
  if (counts.reads === 0) throw new FailureError(loadWords.failure("empty"));
  const summary = counts.finish();
  const { least, most } = summary;
  const found = guessQualities(least, most);
  const encoding = set === "auto" ? found.encoding : set;
  const range = { least: String.fromCharCode(least), most: String.fromCharCode(most) };
  const hasQualities = summary.bases > 0;
  const isOpen = set === "auto" && found.other !== null && hasQualities;
  const quality = qualityReport(summary, encoding, isOpen);
  const guesses = isOpen ? [guessed(encoding, found.other, range)] : [];
  const told = hasQualities ? [words.sentence("qualities-read", { encoding: lettersOf[encoding].title, ...range })] : [];
  const cutAt = records !== null && counts.reads === records;
  const common = { header: null, turnedIntoDates: [], whole: isWhole || cutAt, quality };
  const table = rows as ReadRows | null;
  if (table === null) {
    const artifact = fileOf(task, common.whole ? { reads: summary.reads, bases: summary.bases } : {});
    const fix = { path: ["records"], value: firstReads };
    const message = words.sentence("reads-stay", { mb: mostBytes >> 20 });
    const stays: Issue = { rule: "reads-stay", severity: "note", line: null, field: null, message, fix };
    return { ...common, content: { shape: "whole", artifact }, issues: [...guesses, stays], said: told, lineOf: () => 1 };
  }
  const { table: artifact, issues } = table.finish(alphabet, encoding);
  return {
    ...common,
    content: { shape: "whole", artifact },
    issues: [...guesses, ...issues],
    said: [...told, ...(cutAt ? [words.sentence("first-records", { count: records })] : [])],
    lineOf: (row) => table.lineOf(row),
  };
};

/** What is too large as it lies there is larger still without its packing. What lies in an archive has no size of its own here. */
const staysFile = ({ settings, source, at }: ReadTask): boolean =>
  settings.records === null && at === null && source.size > mostBytes;

const fileOf = ({ name, digest, source, at }: ReadTask, facts: IndexedFile["facts"]): IndexedFile => ({
  type: "file",
  format: "fastq",
  // A look at a file that nobody has hashed keeps nothing.
  file: { digest: digest ?? "", name, size: source.size },
  part: at,
  index: null,
  header: "",
  contigs: tableOf(textColumn("contig", [], { semantic: "chromosome" })),
  samples: [],
  build: null,
  facts,
});

function guessed(
  encoding: QualityEncoding,
  other: QualityEncoding | null,
  range: { readonly least: string; readonly most: string },
): Issue {
  const title = other === null ? "" : lettersOf[other].title;
  const message = words.sentence("qualities-guessed", { encoding: lettersOf[encoding].title, other: title, ...range });
  const fix = { path: ["qualities"], value: other };
  return { rule: "qualities-guessed", severity: "warning", line: null, field: "quality", message, fix };
}

/** Letters that the encoding which was set does not have; any others are refused where they are counted. */
function refuseBelow(record: FastqRecord, lowest: number, set: QualityEncoding | "auto"): void {
  const { bytes, qualityStart, qualityLine, qualityBreaks, length } = record;
  for (let at = 0; at < length; at++) {
    const letter = bytes[qualityStart + at] as number;
    if (letter >= lowest || letter < leastLetter || letter > mostLetter || set === "auto") continue;
    const line = lineOfLetter(qualityLine, qualityBreaks, at);
    const found = shown(bytes, qualityStart + at, qualityStart + at + 1);
    const fix = { path: ["qualities"], value: "auto" };
    throw new FailureError(
      words.failure("quality-range", { line, found, encoding: lettersOf[set].title }, { at: ["qualities"], fix }),
    );
  }
}
