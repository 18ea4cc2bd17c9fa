// FASTQ as a table of its reads, or as a file where they are too many for one; beside both what its reads are like, counted in the
// same pass. Qualities stay the letters that they are, so that the file can be written again; their means are in the scale of their
// encoding, which is found from the whole range of letters and said. Nothing is converted. Two files of mates are one table.

import type { IndexedFile } from "../../artifacts/artifact.ts";
import { tableOf, textColumn } from "../../artifacts/table.ts";
import { FailureError } from "../../base/failure.ts";
import { filesOfMates, type Lane } from "../../base/mates-of-reads.ts";
import type { FileContent, FileParts, Issue, Read, ReadTask } from "../../contract/format.ts";
import { shown } from "../parts/sequences/each-line.ts";
import { type FileOfMates, readFastqPairs } from "../parts/sequences/fastq-pairs.ts";
import { type FastqRecord, lineOfLetter, readFastq } from "../parts/sequences/fastq-records.ts";
import { guessQualities, leastLetter, lettersOf, mostLetter, type QualityEncoding } from "../parts/sequences/qualities.ts";
import { qualityReport } from "../parts/sequences/quality-report.ts";
import { QualityCounts, type QualitySummary } from "../parts/sequences/quality-summary.ts";
import { readsWithoutMates } from "../parts/sequences/reads-without-mates.ts";
import { sumOfSummaries } from "../parts/sequences/sum-of-summaries.ts";
import type { SequenceTable } from "../parts/sequences/sequence-rows.ts";
import { words } from "../parts/sequences/words.ts";
import { words as loadWords } from "../parts/words.ts";
import { pairTable } from "./pair-rows.ts";
import { matesIn } from "./pairs.ts";
import { ReadRows } from "./read-rows.ts";

/** Bytes of which a table is made. */
const mostBytes = 1 << 26;
/** Enough to see what reads are like. */
const firstReads = 100_000;

export const read: Read = (task) => (task.parts ? readPair(task, task.parts) : readAlone(task));

async function readAlone(task: ReadTask): Promise<FileContent> {
  const { records } = task.settings;
  const counts = new QualityCounts();
  const refuse = refusing(task);
  let rows: ReadRows | null = staysFile(task) ? null : new ReadRows();
  const isWhole = await readFastq(
    task.open(),
    (record) => {
      refuse(record);
      counts.add(record);
      if (rows === null) return false;
      rows.add(record);
      if (records === null && rows.size > mostBytes) rows = null;
      return rows !== null && rows.count === records;
    },
    { signal: task.signal, bytesWanted: task.bytesWanted },
  );
  const table = rows as ReadRows | null;
  return answered(task, {
    counts: [counts],
    isWhole,
    isCut: records !== null && counts.reads === records,
    finish: table && ((encoding) => table.finish(task.settings.alphabet, encoding)),
    facts: {},
    issues: [],
  });
}

async function readPair(task: ReadTask, parts: FileParts): Promise<FileContent> {
  const mates = matesIn(parts.names) ?? words.fail("files-left", { files: [...parts.names] });
  const { records, alphabet } = task.settings;
  const counts = [new QualityCounts(), new QualityCounts()] as const;
  const refuse = refusing(task);
  const of = [new ReadRows(), new ReadRows()] as const;
  let stays = false;
  let isWhole = true;
  let bytesWanted = task.bytesWanted;
  let size = 0;
  const counted = async function* (name: string): AsyncIterable<Uint8Array> {
    for await (const chunk of parts.open(name)) {
      size += chunk.length;
      yield chunk;
    }
  };
  // Of files that stay files pairs are counted, and held against each other all the same.
  let beyond = 0;
  const pairs = (): number => (stays ? beyond : Math.min(of[0].count, of[1].count));
  const isEnough = (): boolean => records !== null && of.every(({ count }) => count === records);
  for (const lane of mates.lanes) {
    if (isEnough() || !isWhole) break;
    const files = filesOfLane(lane, task.at ?? "", counted);
    isWhole = await readFastqPairs(
      files,
      (mate, record, nameEnd) => {
        const rows = of[mate];
        if (rows.count === records) return true;
        refuse(record);
        counts[mate].add(record);
        if (mate === 0) beyond++;
        if (stays) return false;
        rows.add(record, nameEnd);
        stays = records === null && of[0].size + of[1].size > mostBytes;
        return rows.count === records;
      },
      { signal: task.signal, bytesWanted },
    ).catch((error: unknown) => sayingWhich(error, files, task.signal));
    bytesWanted = task.bytesWanted - size;
    if (bytesWanted <= 0) isWhole &&= lane === mates.lanes.at(-1);
  }
  const { first, second } = mates.lanes[0] ?? {};
  const params = { pairs: pairs(), lanes: mates.lanes.length, first: first ?? "", second: second ?? "" };
  const isAll = isWhole || isEnough();
  const taken = filesOfMates(mates);
  const left = parts.names.filter((name) => !taken.includes(name)).slice(0, 20);
  return answered(task, {
    counts,
    isWhole,
    isCut: isEnough(),
    finish: stays ? null : (encoding) => pairTable(of[0].finish(alphabet, encoding), of[1].finish(alphabet, encoding), pairs()),
    facts: { pairs: pairs() },
    issues: [
      note("pairs", isAll && !isEnough() ? words.sentence("pairs", params) : words.sentence("pairs-begun", params)),
      ...(left.length > 0 ? [note("files-left", words.sentence("files-left", { files: left }))] : []),
    ],
  });
}

/** What keeps two files from being mates says which of their reads stand alone. */
async function sayingWhich(
  error: unknown,
  files: readonly [FileOfMates, FileOfMates],
  signal: AbortSignal | undefined,
): Promise<never> {
  if (!(error instanceof FailureError) || error.failure.params["alone"] === undefined) throw error;
  const { failure } = error;
  const alone = await readsWithoutMates(files, signal);
  throw new FailureError({ ...failure, params: { ...failure.params, alone } }, { cause: error });
}

function filesOfLane(
  { lane, first, second }: Lane,
  folder: string,
  open: (name: string) => AsyncIterable<Uint8Array>,
): readonly [FileOfMates, FileOfMates] {
  if (first !== null && second !== null)
    return [
      { name: `${folder}${first}`, open: () => open(first) },
      { name: `${folder}${second}`, open: () => open(second) },
    ];
  const name = `${folder}${first ?? second ?? ""}`;
  const fix = { path: ["sheet"], value: name };
  throw new FailureError(words.failure("mate-missing", { name, lane }, { at: ["sheet"], fix }));
}

interface ReadsRead {
  /** Of the file, or of the first and of the second mates. */
  readonly counts: readonly [QualityCounts] | readonly [QualityCounts, QualityCounts];
  readonly isWhole: boolean;
  /** So many as are set were read. */
  readonly isCut: boolean;
  /** Null: they are too many for a table. */
  readonly finish: ((encoding: QualityEncoding) => SequenceTable) | null;
  readonly facts: IndexedFile["facts"];
  readonly issues: readonly Issue[];
}

function answered(task: ReadTask, { counts, isWhole, isCut, finish, facts, issues: found }: ReadsRead): FileContent {
  const { qualities: set } = task.settings;
  if (counts.every(({ reads }) => reads === 0)) throw new FailureError(loadWords.failure("empty"));
  const [one, two] = counts;
  const mates = two ? ([one.finish(), two.finish()] as const) : null;
  const summary = mates ? sumOfSummaries(...mates) : one.finish();
  const { least, most } = summary;
  const guess = guessQualities(least, most);
  const encoding = set === "auto" ? guess.encoding : set;
  const range = { least: String.fromCharCode(least), most: String.fromCharCode(most) };
  const hasQualities = summary.bases > 0;
  const isOpen = set === "auto" && guess.other !== null && hasQualities;
  const reportOf = (of: QualitySummary) => qualityReport(of, encoding, isOpen);
  const quality = { ...reportOf(summary), ...(mates ? { mates: mates.map(reportOf) } : {}) };
  const guesses = isOpen ? [guessed(encoding, guess.other, range)] : [];
  const told = hasQualities ? [words.sentence("qualities-read", { encoding: lettersOf[encoding].title, ...range })] : [];
  const common = { header: null, turnedIntoDates: [], whole: isWhole || isCut, quality };
  if (finish === null) {
    const artifact = fileOf(task, common.whole ? { reads: summary.reads, bases: summary.bases, ...facts } : {});
    const fix = { path: ["records"], value: firstReads };
    const message = words.sentence("reads-stay", { mb: mostBytes >> 20 });
    const stays: Issue = { rule: "reads-stay", severity: "note", line: null, field: null, message, fix };
    const content = { shape: "whole", artifact } as const;
    return { ...common, content, issues: [...found, ...guesses, stays], said: told, lineOf: () => 1 };
  }
  const table = finish(encoding);
  return {
    ...common,
    content: { shape: "whole", artifact: table.table },
    issues: [...found, ...guesses, ...table.issues],
    said: [...told, ...(isCut ? [words.sentence("first-records", { count: task.settings.records })] : [])],
    lineOf: (row) => table.lineOf(row),
  };
}

const note = (rule: string, message: Issue["message"]): Issue => ({ rule, severity: "note", line: null, field: null, message });

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

function refusing({ settings: { qualities: set } }: ReadTask): (record: FastqRecord) => void {
  const lowest = set === "auto" ? leastLetter : lettersOf[set].least;
  return lowest > leastLetter ? (record) => refuseBelow(record, lowest, set) : () => undefined;
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
