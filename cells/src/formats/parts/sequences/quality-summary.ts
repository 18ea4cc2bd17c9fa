// What the reads of a FASTQ file are like, in one pass with flat memory: by position the qualities and the bases, by read the mean
// quality, the share of G and C and the length. The same questions and the same numbers as FastQC (Andrews, Babraham Bioinformatics):
// "Per base sequence quality", "Per sequence quality scores", "Per base sequence content", "Per sequence GC content", "Per base N
// content", "Sequence length distribution".

import { FailureError } from "../../../base/failure.ts";
import { words as loadWords } from "../words.ts";
import { shown } from "./each-line.ts";
import { type FastqRecord, lineOfLetter, readFastq } from "./fastq-records.ts";
import { kindOfByte } from "./letters.ts";
import { leastLetter, mostLetter } from "./qualities.ts";
import { type ReadModules, ReadModuleCounts } from "./read-modules.ts";
import { words } from "./words.ts";

/** Positions up to here stand by themselves. */
export const singlePositions = 1000;
/** Beyond, they are taken together, each group so much wider than the one before: the longest reads have some hundreds of them. */
const wider = 1.06;

/** Letters of a quality, as they stand in the file. */
const letterStride = 128;
const baseStride = 8;
export const bases = ["A", "C", "G", "T", "N", "other"] as const;

/** Plain counts. Position groups stand one after another in typed arrays. */
export interface QualitySummary {
  readonly reads: number;
  readonly bases: number;
  /** First position of each group, from 0; one more than there are groups. */
  readonly positions: Uint32Array;
  /** groups x 128: how often a letter stands at a position, whatever its encoding. */
  readonly qualities: Float64Array;
  /** groups x 6: A, C, G, T or U, N, other codes. */
  readonly content: Float64Array;
  /** By the mean letter of a read, rounded down as FastQC does. */
  readonly meanQualities: Float64Array;
  /** By the rounded share of G and C, 0..100. */
  readonly gc: Float64Array;
  /** Reads whose length lies in a group (of 1 base: the first). */
  readonly lengths: Float64Array;
  readonly emptyReads: number;
  /** The least and the highest letter of a quality; 0: there is none. */
  readonly least: number;
  readonly most: number;
  /** Of one file; of mates together FastQC says nothing. */
  readonly modules: ReadModules | null;
}

/** Of a byte of the sequence: the number of its base, 256 more for G and C; 16: no letter. */
const baseOfByte = new Int16Array(256);
for (let byte = 0; byte < 256; byte++) {
  const kind = kindOfByte[byte] as number;
  const letter = kind > 0 && kind <= 26 ? String.fromCharCode(64 + kind) : "";
  const at = letter === "U" ? 3 : ["A", "C", "G", "T", "N"].indexOf(letter);
  if (kind === 0 || kind > 27) baseOfByte[byte] = 16;
  else if (at < 0) baseOfByte[byte] = 5;
  else baseOfByte[byte] = at | (at === 1 || at === 2 ? 256 : 0);
}

export interface SummaryOptions {
  readonly signal?: AbortSignal;
}

/** Fails as reading does: faults of the structure, letters that are none, with their lines. */
export async function qualitySummary(chunks: AsyncIterable<Uint8Array>, options: SummaryOptions = {}): Promise<QualitySummary> {
  const counts = new QualityCounts();
  await readFastq(chunks, (record) => counts.add(record), { signal: options.signal });
  if (counts.reads === 0) throw new FailureError(loadWords.failure("empty"));
  return counts.finish();
}

/** Counts read by read, for whoever reads the file for something else as well. */
export class QualityCounts {
  reads = 0;
  private bases = 0;
  private emptyReads = 0;
  private groups = 256;
  private used = 0;
  private qualities = new Uint32Array(this.groups * letterStride + 256);
  private content = new Uint32Array(this.groups * baseStride + 64);
  private readonly meanQualities = new Float64Array(letterStride);
  private readonly gc = new Float64Array(101);
  private lengths = new Float64Array(this.groups);
  private readonly modules = new ReadModuleCounts();
  /** Ends of the groups beyond the single positions. */
  private readonly ends: number[] = [];

  add(record: FastqRecord): void {
    const { length } = record;
    this.reads += 1;
    if (length === 0) {
      this.emptyReads += 1;
      this.modules.add(record);
      return;
    }
    const last = this.groupOf(length - 1);
    if (last >= this.used) this.grow(last + 1);
    const single = Math.min(length, singlePositions);
    let { sum, gc, isBad } = this.addSingle(record, single);
    for (let at = single; at < length; at++) {
      const group = this.groupOf(at);
      const quality = record.bytes[record.qualityStart + at] as number;
      const base = baseOfByte[record.bytes[record.sequenceStart + at] as number] as number;
      isBad ||= quality < leastLetter || quality > mostLetter || (base & 16) !== 0;
      if (isBad) break;
      sum += quality;
      gc += base >> 8;
      this.qualities[group * letterStride + quality] = (this.qualities[group * letterStride + quality] as number) + 1;
      this.content[group * baseStride + (base & 15)] = (this.content[group * baseStride + (base & 15)] as number) + 1;
    }
    if (isBad) refuse(record);
    this.modules.add(record);
    this.bases += length;
    const mean = Math.floor(sum / length);
    this.meanQualities[mean] = (this.meanQualities[mean] as number) + 1;
    const share = Math.round((gc * 100) / length);
    this.gc[share] = (this.gc[share] as number) + 1;
    this.lengths[last] = (this.lengths[last] as number) + 1;
  }

  /** The loop of short reads, without a branch for each base: what is no letter is found by bits that are gathered. */
  private addSingle(
    { bytes, sequenceStart, qualityStart }: FastqRecord,
    length: number,
  ): { sum: number; gc: number; isBad: boolean } {
    const { qualities, content } = this;
    let sum = 0;
    let gc = 0;
    let outside = 0;
    let odd = 0;
    for (let at = 0; at < length; at++) {
      const quality = bytes[qualityStart + at] as number;
      sum += quality;
      outside |= (quality - leastLetter) | (mostLetter - quality);
      const place = (at << 7) + quality;
      qualities[place] = (qualities[place] as number) + 1;
      const base = baseOfByte[bytes[sequenceStart + at] as number] as number;
      odd |= base;
      gc += base & 256;
      const where = (at << 3) + (base & 31);
      content[where] = (content[where] as number) + 1;
    }
    return { sum, gc: gc >> 8, isBad: outside < 0 || (odd & 16) !== 0 };
  }

  private groupOf(at: number): number {
    if (at < singlePositions) return at;
    const { ends } = this;
    while (at >= (ends[ends.length - 1] ?? singlePositions)) {
      const from = ends[ends.length - 1] ?? singlePositions;
      ends.push(Math.ceil(from * wider));
    }
    let low = 0;
    let high = ends.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] as number) > at) high = middle;
      else low = middle + 1;
    }
    return singlePositions + low;
  }

  private grow(groups: number): void {
    this.used = groups;
    if (groups <= this.groups) return;
    this.groups = Math.max(groups, this.groups * 2);
    const { qualities, content, lengths } = this;
    this.qualities = new Uint32Array(this.groups * letterStride + 256);
    this.qualities.set(qualities);
    this.content = new Uint32Array(this.groups * baseStride + 64);
    this.content.set(content);
    this.lengths = new Float64Array(this.groups);
    this.lengths.set(lengths);
  }

  finish(): QualitySummary {
    const { used, ends } = this;
    const positions = Uint32Array.from({ length: used + 1 }, (_, group) =>
      group <= singlePositions ? group : (ends[group - singlePositions - 1] as number),
    );
    const qualities = Float64Array.from(this.qualities.subarray(0, used * letterStride));
    const content = new Float64Array(used * bases.length);
    for (let group = 0; group < used; group++)
      for (let base = 0; base < bases.length; base++)
        content[group * bases.length + base] = this.content[group * baseStride + base] as number;
    const letters = new Float64Array(letterStride);
    for (let at = 0; at < qualities.length; at++)
      letters[at & (letterStride - 1)] = (letters[at & (letterStride - 1)] as number) + (qualities[at] as number);
    return {
      reads: this.reads,
      bases: this.bases,
      positions,
      qualities,
      content,
      meanQualities: this.meanQualities,
      gc: this.gc,
      lengths: this.lengths.slice(0, used),
      emptyReads: this.emptyReads,
      least: Math.max(
        0,
        letters.findIndex((count) => count > 0),
      ),
      most: letters.findLastIndex((count) => count > 0) + (this.bases === 0 ? 1 : 0),
      modules: this.modules.finish(),
    };
  }
}

/** The first letter that is none, with its line. */
function refuse(record: FastqRecord): never {
  const { bytes, sequenceStart, qualityStart, length } = record;
  for (let at = 0; at < length; at++) {
    const isLetter = ((baseOfByte[bytes[sequenceStart + at] as number] as number) & 16) === 0;
    const quality = bytes[qualityStart + at] as number;
    if (isLetter && quality >= leastLetter && quality <= mostLetter) continue;
    const [place, line] = isLetter
      ? [qualityStart + at, lineOfLetter(record.qualityLine, record.qualityBreaks, at)]
      : [sequenceStart + at, lineOfLetter(record.sequenceLine, record.sequenceBreaks, at)];
    if (bytes[place] === 0) throw new FailureError(loadWords.failure("zero-byte", { line }));
    throw new FailureError(
      words.failure(isLetter ? "quality-letter" : "letter", { line, found: shown(bytes, place, place + 1) }),
    );
  }
  throw new TypeError("a letter that is none was seen");
}
