// A file of any format that GenomeCraft loads, as its content: a table, or the rows of a matrix. Recognises, unpacks and
// hands over to the reader of the format. Used by the load kind and by `inspect`.

import type { ByteSource } from "../base/byte-source.ts";
import { FailureError, type Failure, failure } from "../base/failure.ts";
import {
  type Content,
  type FileContent,
  type Issue,
  type ListedFormat,
  type Read,
  type ReadSettings,
  type ReadTask,
  settingsIn,
} from "../contract/format.ts";
import type { Inflate, SqlEngine } from "../contract/engines.ts";
import type { SecondCore } from "../contract/second-core.ts";
import { listedFormat } from "../formats.ts";
import { namedFormat } from "../known-formats.ts";
import { guessEncoding } from "../formats/parts/encodings/guess-encoding.ts";
import { nameOfEncoding } from "../formats/parts/encodings/transcode.ts";
import { words as encodingWords } from "../formats/parts/encodings/words.ts";
import type { Compression } from "../base/compressions.ts";
import { joined } from "../base/joined-bytes.ts";
import { type Collection, inEncoding, openFile, type OpenedFile } from "./open-file.ts";
import { endsWithLastBlock } from "./last-block.ts";
import { otherEnding } from "./other-ending.ts";
import { stayingFrom, tabixedFile } from "./places/tabixed.ts";
import type { Recognised } from "./recognise.ts";
import { words as loadWords } from "../formats/parts/words.ts";

export interface ReadFile<C extends Content = Content> extends FileContent<C> {
  readonly recognised: Recognised;
  readonly compression: Compression;
  /** Of an archive of several: which of them it is. */
  readonly collection: Collection | null;
  /** The format that it was read as. */
  readonly listed: ListedFormat;
}

export interface ReadFileOptions extends Partial<ReadSettings>, Partial<Pick<ReadTask, "matrix" | "bytesWanted">> {
  /** Absent or null: what it is recognised as. */
  readonly format?: string | null;
  /** The file as it was opened already, in the encoding that is set; absent: it is opened here. */
  readonly opened?: OpenedFile;
  /** sha256 of the file where it is known. */
  readonly digest?: string | null;
  /** Of text with an index beside it: "file" stays one, "rows" is read, "auto" stays one where it is large. */
  readonly indexed?: "auto" | "file" | "rows";
  readonly sql?: SqlEngine | null;
  readonly inflate?: Inflate | undefined;
  readonly secondCore?: SecondCore | null | undefined;
  readonly signal?: AbortSignal;
  progress?(fraction: number | null): void;
}

/** What is not streamed is read whole; beyond this it is refused. */
const largestWhole = 1 << 30;

export async function readFile(source: ByteSource, name: string, options: ReadFileOptions = {}): Promise<ReadFile> {
  const opened =
    options.opened ?? (await openFile(source, name, options.inflate, options.encoding ?? null, options.sheet ?? null));
  if (opened.compression === "bgzf") await refuseCutBlocks(opened.source);
  try {
    return await readOpened(name, opened, options);
  } catch (error) {
    const guessed = isNotUtf8(error) && opened.encoding === null ? await guessEncoding(opened.open(), options.bytesWanted) : null;
    if (!guessed) throw error;
    const { encoding, line, value, other } = guessed;
    const read = await readOpened(name, await inEncoding(opened, encoding), options);
    const params = { encoding: nameOfEncoding(encoding), line, value };
    const message = other
      ? encodingWords.sentence("guessed", { ...params, other: nameOfEncoding(other.encoding), otherValue: other.value })
      : encodingWords.sentence("guessed-alone", params);
    const fix = other ? { fix: { path: ["encoding"], value: other.encoding } } : {};
    const issue: Issue = { rule: "encoding-guessed", severity: "warning", line, field: null, message, ...fix };
    return { ...read, issues: [issue, ...read.issues] };
  }
}

/** A sheet of a workbook, to be read by itself. */
export interface SheetOfFile {
  readonly name: string;
  /** Of a file of an archive. */
  readonly format?: string;
  readonly isHidden: boolean;
  read(): Promise<ReadFile>;
}

/** Of a file that has sheets each of them, taken apart once; null: it has none. `sheet` of the options counts for nothing. */
export async function sheetsOfFile(
  source: ByteSource,
  name: string,
  options: ReadFileOptions = {},
): Promise<readonly SheetOfFile[] | null> {
  const opened =
    options.opened ?? (await openFile(source, name, options.inflate, options.encoding ?? null, options.sheet ?? null));
  if (opened.collection) return partsOfFile(source, name, opened.collection, options);
  const listed = chosenFormat(opened, options.format ?? null, name);
  if (!listed.sheets) return null;
  const { openSheets } = await listed.sheets();
  const task = taskOf(name, listed.format.name, opened, options);
  const sheets = await openSheets(task.parts ? new Uint8Array(0) : await task.bytes(), task);
  return sheets.map(({ name: sheet, isHidden, read }) => ({
    name: sheet,
    isHidden,
    read: () => readOpened(name, opened, { ...options, sheet }, read),
  }));
}

/** Of an archive each file, and each folder that is a data set together. */
function partsOfFile(
  source: ByteSource,
  name: string,
  { items }: Collection,
  { opened: _opened, ...options }: ReadFileOptions,
): readonly SheetOfFile[] {
  return items.map(({ name: sheet, format }) => ({
    name: sheet,
    format,
    // What is not loaded stands last, and is not ticked.
    isHidden: listedFormat(format) === null,
    read: () => readFile(source, name, { ...options, sheet, format: null }),
  }));
}

const isNotUtf8 = (error: unknown): boolean =>
  error instanceof FailureError &&
  ([loadWords.key("not-utf8"), loadWords.key("header-not-utf8")] as readonly string[]).includes(error.failure.reason);

async function refuseCutBlocks(source: ByteSource): Promise<void> {
  if (!(await endsWithLastBlock(source))) throw new FailureError(loadWords.failure("bgzf-cut"));
}

/** `reader`: of a part of the file. */
async function readOpened(name: string, opened: OpenedFile, options: ReadFileOptions, reader?: Read): Promise<ReadFile> {
  const { recognised, compression, encoding } = opened;
  const listed = chosenFormat(opened, options.format ?? null, name);
  const { format } = listed;
  const read = reader ?? (await listed.read()).read;
  const task = taskOf(name, format.name, opened, options);
  const stays = await stayingFile(task, format, compression, options.indexed ?? "auto");
  const content = await (stays === null ? read(task) : Promise.resolve(stays)).catch((error: unknown) => {
    const other = otherEnding(name, format.name, compression);
    if (!(error instanceof FailureError) || !format.isText || !other?.isOfBytes || isNotUtf8(error)) throw error;
    throw new FailureError(loadWords.failure("text-inside", { name, ending: other.ending }), { cause: error });
  });
  const isFound = (encoding === "utf-16le" || encoding === "utf-16be") && (options.encoding ?? null) === null;
  const wide = isFound ? encodingWords.sentence("wide", { encoding: nameOfEncoding(encoding) }) : null;
  const open = opened.collection && (options.sheet ?? null) === null ? [issueOfCollection(name, opened.collection)] : [];
  const notes: Issue[] = wide ? [{ rule: "encoding", severity: "note", line: null, field: null, message: wide }] : [];
  return {
    ...content,
    issues: [...open, ...content.issues, ...notes],
    said: wide ? [wide, ...content.said] : content.said,
    recognised,
    compression,
    collection: opened.collection,
    listed,
  };
}

/** One of several was taken, and which. */
function issueOfCollection(name: string, { items, open }: Collection): Issue {
  const others = items.map((item) => item.name).filter((each) => each !== open);
  const params = { name, count: items.length, open, others: others.slice(0, 20).join(", ") };
  const message = loadWords.sentence("collection-open", params);
  const [other] = others;
  const fix = other === undefined ? {} : { fix: { path: ["sheet"], value: other } };
  return { rule: "collection", severity: "warning", line: null, field: null, message, ...fix };
}

/** Null: it is read. */
async function stayingFile(
  task: ReadTask,
  format: ListedFormat["format"],
  compression: Compression,
  indexed: "auto" | "file" | "rows",
): Promise<FileContent | null> {
  const isWanted = indexed === "file" || (indexed === "auto" && task.source.size > stayingFrom);
  // In blocks by itself, or as the file of a set.
  const mayBe = compression === "bgzf" || task.parts !== null;
  return isWanted && mayBe && format.isText ? tabixedFile(task, format.name) : null;
}

/** The format that was set, which is obeyed or refused, or the one that was recognised. */
function chosenFormat({ head, recognised }: OpenedFile, set: string | null, name: string): ListedFormat {
  const [other] = recognised.alternatives;
  if (set === null && recognised.isTie && other) {
    const fix = { path: ["format"], value: recognised.format };
    throw new FailureError(
      loadWords.failure("tie", { name, format: recognised.format, other: other.format }, { at: ["format"], fix }),
    );
  }
  if (recognised.damage && (set === null || set === recognised.format)) throw new FailureError(firstLineOf(recognised, name));
  const listed = listedFormat(set ?? recognised.format);
  if (!listed) throw new FailureError(refusalOf(recognised, name));
  // What nobody loads has its own reason.
  if (set === null || listed.format.sniff(head) !== null) return listed;
  if (listedFormat(recognised.format) === null) throw new FailureError(refusalOf(recognised, name));
  const params = { name, format: set, found: recognised.format };
  const fix = { path: ["format"], value: recognised.format };
  throw new FailureError(loadWords.failure("other-format", params, { at: ["format"], fix }));
}

/** A first line to be mended; what the text is without it, a table, it can be read as where that is wanted. */
function firstLineOf({ format, damage, alternatives: [other] }: Recognised, name: string): Failure {
  const { line = 1, found = null, expected = "" } = damage ?? {};
  const fix = other ? { fix: { path: ["format"], value: other.format } } : {};
  const params = { name, format: format.toUpperCase(), line, expected };
  if (found === null) return loadWords.failure("first-line-lost", params, fix);
  return loadWords.failure("first-line-damaged", { ...params, found }, fix);
}

function refusalOf({ format, params }: Recognised, name: string): Failure {
  const own = namedFormat(format)?.refusal;
  return own
    ? failure(own, { ...params, name, format: format.toUpperCase() })
    : loadWords.failure("not-loaded-yet", { name, format });
}

function taskOf(name: string, format: string, opened: OpenedFile, options: ReadFileOptions): ReadTask {
  const { open, ranges, fraction, source, parts, at, beside } = opened;
  const { signal, progress } = options;
  return {
    source,
    ranges,
    parts,
    at,
    beside,
    digest: options.digest ?? null,
    name,
    // Of an archive the sheet has said which file is open.
    settings: settingsIn(opened.collection ? { ...options, sheet: null } : options),
    matrix: options.matrix ?? "auto",
    bytesWanted: options.bytesWanted ?? Number.POSITIVE_INFINITY,
    engines: { sql: options.sql ?? null, secondCore: options.secondCore ?? null },
    ...(signal ? { signal } : {}),
    open,
    fraction,
    bytes: async () => {
      if (source.size > largestWhole) throw new FailureError(loadWords.failure("file-too-large", { name, format }));
      const chunks: Uint8Array[] = [];
      let size = 0;
      for await (const chunk of open()) {
        signal?.throwIfAborted();
        chunks.push(chunk.slice());
        size += chunk.length;
        if (size > largestWhole) throw new FailureError(loadWords.failure("file-too-large", { name, format }));
      }
      return joined(chunks, size);
    },
    progress: (share) => progress?.(share),
  };
}
