// The records of FASTQ (Cock et al., Nucleic Acids Res. 38:1767, 2010), one after another with flat memory, in the four lines that
// are usual or with sequence and qualities over several lines. It holds records to their structure; which letters stand in them
// is looked at by whoever gets them.

import { FailureError } from "../../../base/failure.ts";
import { endOfLines, grownTo, isBlank, shown } from "./each-line.ts";
import { words } from "./words.ts";

/** A read: ranges of `bytes`, which are valid during the call. The same object each time. */
export interface FastqRecord {
  bytes: Uint8Array;
  /** Without "@". */
  titleStart: number;
  titleEnd: number;
  /** Letters without line ends; qualities have the same length. */
  sequenceStart: number;
  qualityStart: number;
  length: number;
  /** Line of the title, from 1, and the first lines of the letters and of the qualities. */
  line: number;
  sequenceLine: number;
  qualityLine: number;
  /** The line with "+" repeats the title. */
  repeatsTitle: boolean;
  /** Where lines of the sequence and of the qualities begin, counted in letters; empty where they have one line. */
  readonly sequenceBreaks: number[];
  readonly qualityBreaks: number[];
}

/** What keeps records apart, and does not. */
export const fastqFaults = [
  "fastq-title",
  "fastq-no-sequence",
  "fastq-no-plus",
  "fastq-plus-title",
  "fastq-quality-short",
  "fastq-quality-long",
  "fastq-cut",
] as const;
export type FastqFault = (typeof fastqFaults)[number];
export interface FoundFault {
  readonly rule: FastqFault;
  readonly line: number;
  readonly found: string;
  readonly bases: number;
  readonly qualities: number;
}

export interface FastqOptions {
  readonly signal?: AbortSignal | undefined;
  /** Enough unpacked bytes: what is complete by then is answered. */
  readonly bytesWanted?: number;
  /** Absent: the first fault is thrown as a failure. Else reading goes on with the next record that can be told. */
  onFault?(fault: FoundFault): void;
  /** An empty line between records. */
  onBlankLine?(line: number): void;
}

/** The longest reads have some millions of bases. Beyond this a line that does not end is none of them. */
const longestRecord = 1 << 26;

/** Of the place of a letter in a record, counted from 0: its line. */
export const lineOfLetter = (first: number, breaks: readonly number[], at: number): number =>
  first + breaks.reduce((lines, from) => lines + (from <= at ? 1 : 0), 0);

/** What the next line is. */
type Awaits = "title" | "sequence" | "quality";

/** True of `onRecord`: enough. Answers whether all of the file was read. */
export async function readFastq(
  chunks: AsyncIterable<Uint8Array>,
  onRecord: (record: FastqRecord) => boolean | void,
  options: FastqOptions = {},
): Promise<boolean> {
  const reader = new FastqReader(onRecord, options);
  const { signal, bytesWanted = Number.POSITIVE_INFINITY } = options;
  let bytes = 0;
  for await (const chunk of chunks) {
    signal?.throwIfAborted();
    if (reader.take(chunk)) return false;
    bytes += chunk.length;
    if (bytes >= bytesWanted && reader.records > 0) return false;
  }
  return !reader.end();
}

/** One file, given in pieces: `take` each, then `end`. */
export class FastqReader {
  records = 0;
  private buffer = new Uint8Array(1 << 20);
  private filled = 0;
  /** The byte that ends lines; 0: not known yet. */
  private lineEnd = 0;
  /** Where the record begins that is not complete, and the line. */
  private recordStart = 0;
  private lineStart = 0;
  private searched = 0;
  private line = 0;
  private lastFilledLine = 0;
  private awaits: Awaits = "title";
  private sequenceEnd = 0;
  private qualityEnd = 0;
  private lastQualityLine = 0;
  private hasSequence = false;
  /** A fault was said; nothing more is, until a record is complete. */
  private isLost = false;
  /** The empty line of qualities of a read without bases. */
  private mayBeEmpty = false;
  private readonly record: FastqRecord = {
    bytes: this.buffer,
    titleStart: 0,
    titleEnd: 0,
    sequenceStart: 0,
    qualityStart: 0,
    length: 0,
    line: 0,
    sequenceLine: 0,
    qualityLine: 0,
    repeatsTitle: false,
    sequenceBreaks: [],
    qualityBreaks: [],
  };
  private readonly onRecord: (record: FastqRecord) => boolean | void;
  private readonly options: FastqOptions;

  constructor(onRecord: (record: FastqRecord) => boolean | void, options: FastqOptions) {
    this.onRecord = onRecord;
    this.options = options;
  }

  /** True: enough. */
  take(chunk: Uint8Array): boolean {
    this.hold(chunk);
    const held = this.buffer.subarray(0, this.filled);
    if (this.lineEnd === 0) {
      this.lineEnd = endOfLines(held, this.filled - chunk.length);
      if (this.lineEnd === 0) return false;
      if (held[0] === 0xef && held[1] === 0xbb && held[2] === 0xbf) this.lineStart = this.searched = 3;
    }
    const { lineEnd } = this;
    for (;;) {
      const at = held.indexOf(lineEnd, this.searched);
      if (at < 0) {
        this.searched = this.filled;
        return false;
      }
      if (this.takeLine(this.lineStart, lineEnd === 10 && at > this.lineStart && held[at - 1] === 13 ? at - 1 : at)) return true;
      this.lineStart = this.searched = at + 1;
    }
  }

  /** What is left when the file is over. True: the reader wanted no more. */
  end(): boolean {
    if (this.lineStart < this.filled) {
      const last = this.buffer[this.filled - 1] === 13 ? this.filled - 1 : this.filled;
      if (this.takeLine(this.lineStart, last)) return true;
    }
    if (this.awaits === "title" || this.isLost) return false;
    const isShort = this.awaits === "quality" && this.qualityEnd > this.record.qualityStart;
    this.fault(isShort ? "fastq-quality-short" : "fastq-cut", this.lastFilledLine, this.record.titleStart, this.record.titleEnd);
    return false;
  }

  private hold(chunk: Uint8Array): void {
    if (this.filled + chunk.length > this.buffer.length) {
      const from = this.awaits === "title" ? this.lineStart : this.recordStart;
      const left = this.filled - from;
      if (left > longestRecord)
        throw new FailureError(words.failure("line-long", { line: this.line + 1, mb: longestRecord >> 20 }));
      if (left + chunk.length > this.buffer.length) this.buffer = grownTo(this.buffer.subarray(from), left, left + chunk.length);
      else this.buffer.copyWithin(0, from, this.filled);
      this.filled = left;
      this.lineStart -= from;
      this.searched -= from;
      this.recordStart = 0;
      this.sequenceEnd -= from;
      this.qualityEnd -= from;
      const { record } = this;
      record.bytes = this.buffer;
      record.titleStart -= from;
      record.titleEnd -= from;
      record.sequenceStart -= from;
      record.qualityStart -= from;
    }
    this.buffer.set(chunk, this.filled);
    this.filled += chunk.length;
  }

  private takeLine(start: number, end: number): boolean {
    this.line += 1;
    if (end > start) this.lastFilledLine = this.line;
    switch (this.awaits) {
      case "title":
        this.takeTitle(start, end);
        return false;
      case "sequence":
        return this.takeSequence(start, end);
      case "quality":
        return this.takeQuality(start, end);
    }
  }

  private takeTitle(start: number, end: number): void {
    const { record, buffer } = this;
    if (buffer[start] !== 64) {
      if (!isBlank(buffer, start, end)) return this.fault("fastq-title", this.line, start, end);
      if (!this.mayBeEmpty) this.options.onBlankLine?.(this.line);
      this.mayBeEmpty = false;
      return;
    }
    this.mayBeEmpty = false;
    this.recordStart = start;
    record.titleStart = start + 1;
    record.titleEnd = end;
    record.line = this.line;
    record.length = 0;
    if (record.sequenceBreaks.length > 0) record.sequenceBreaks.length = 0;
    if (record.qualityBreaks.length > 0) record.qualityBreaks.length = 0;
    this.hasSequence = false;
    this.awaits = "sequence";
  }

  private takeSequence(start: number, end: number): boolean {
    const { record, buffer } = this;
    const first = end > start ? buffer[start] : 0;
    if (first === 43) return this.takePlus(start, end);
    if (first === 64) {
      this.fault(this.hasSequence ? "fastq-no-plus" : "fastq-no-sequence", this.line, start, end);
      // It may be the title of the next read.
      this.takeTitle(start, end);
      return false;
    }
    if (this.hasSequence) {
      record.sequenceBreaks.push(record.length);
      buffer.copyWithin(this.sequenceEnd, start, end);
      this.sequenceEnd += end - start;
    } else {
      this.hasSequence = true;
      record.sequenceStart = start;
      record.sequenceLine = this.line;
      this.sequenceEnd = end;
    }
    record.length = this.sequenceEnd - record.sequenceStart;
    return false;
  }

  private takePlus(start: number, end: number): boolean {
    const { record, buffer } = this;
    if (!this.hasSequence) {
      record.sequenceStart = start;
      record.sequenceLine = this.line;
    }
    record.repeatsTitle = end - start > 1;
    if (record.repeatsTitle && !isSame(buffer, record.titleStart, record.titleEnd, start + 1, end))
      this.fault("fastq-plus-title", this.line, start, end);
    record.qualityLine = this.line + 1;
    record.qualityStart = this.qualityEnd = end;
    this.lastQualityLine = 0;
    this.awaits = "quality";
    if (record.length > 0) return false;
    this.mayBeEmpty = true;
    return this.give();
  }

  private takeQuality(start: number, end: number): boolean {
    const { record, buffer } = this;
    const has = this.qualityEnd - record.qualityStart;
    const size = end - start;
    // An empty line ends qualities: what follows could be more of them, or a title ("@QR").
    if (size === 0) {
      this.fault("fastq-quality-short", this.line, start, end);
      return false;
    }
    if (has + size > record.length) {
      const isNext = buffer[start] === 64 && has < record.length && this.line > record.qualityLine;
      if (isNext) {
        this.fault("fastq-quality-short", this.line - 1, record.qualityStart, this.qualityEnd);
        this.takeTitle(start, end);
      } else {
        this.qualityEnd += size;
        this.fault("fastq-quality-long", this.line, start, end);
      }
      return false;
    }
    if (this.lastQualityLine > 0) {
      record.qualityBreaks.push(has);
      buffer.copyWithin(this.qualityEnd, start, end);
      this.qualityEnd += size;
    } else {
      record.qualityStart = start;
      this.qualityEnd = end;
    }
    this.lastQualityLine = this.line;
    return this.qualityEnd - record.qualityStart === record.length && this.give();
  }

  private give(): boolean {
    this.records += 1;
    this.isLost = false;
    this.awaits = "title";
    this.recordStart = this.lineStart;
    return this.onRecord(this.record) === true;
  }

  private fault(rule: FastqFault, line: number, start: number, end: number): void {
    const { record, options } = this;
    const fault: FoundFault = {
      rule,
      line,
      found: shown(this.buffer, start, end),
      bases: record.length,
      qualities: this.awaits === "quality" ? this.qualityEnd - record.qualityStart : 0,
    };
    // What follows a quarrel over names is read all the same.
    const isOver = rule !== "fastq-plus-title";
    if (isOver) this.awaits = "title";
    if (!options.onFault)
      throw new FailureError(words.failure(rule, { line, found: fault.found, bases: fault.bases, qualities: fault.qualities }));
    if (!this.isLost) options.onFault(fault);
    this.isLost ||= isOver;
  }
}

function isSame(bytes: Uint8Array, a: number, aEnd: number, b: number, bEnd: number): boolean {
  if (aEnd - a !== bEnd - b) return false;
  for (let at = 0; a + at < aEnd; at++) if (bytes[a + at] !== bytes[b + at]) return false;
  return true;
}
