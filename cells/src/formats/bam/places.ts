// Records of a BAM by place: by its index, or from its beginning where it has none and is small.

import type { CoveredBy, CoveringRecord, PlacesReader, PlacesTask, Place } from "../../contract/format.ts";
import { type BamHeader, readBamHeader } from "../parts/alignments/bam-header.ts";
import {
  type BamRecords,
  cigarOf,
  flagOf,
  flags,
  lengthOnReference,
  positionOf,
  qualityOf,
  sequenceOf,
  tagsOf,
  walkRecords,
} from "../parts/alignments/bam-records.ts";
import { addBamRow } from "../parts/alignments/bam-rows.ts";
import { RecordRows } from "../parts/alignments/records-table.ts";
import { unpacked } from "../parts/bgzf/blocks.ts";
import { readPlacesIndex } from "../parts/bgzf/places-index.ts";
import { words as blockWords } from "../parts/bgzf/words.ts";
import { estimated } from "./estimate.ts";
import { words } from "./words.ts";

/** Without an index no larger file is gone through for one place: at 100 MB a second it takes 5 s. */
const latin = new TextDecoder("latin1");
const mostWithoutIndex = 512 * 2 ** 20;

export const places: PlacesReader = {
  region: async (task) => {
    const name = nameOf(task);
    const header = await readBamHeader(task.bytes.file, name, task.signal, task.bytes.inflate);
    const rows = new RecordRows();
    let found = 0;
    await recordsOf(task, header, task.place, (records, at, end) => {
      found++;
      if (found <= task.most) addBamRow(rows, records, at, end);
    });
    const names = header.contigs.map((contig) => contig.name);
    return { out: found > task.most ? null : rows.table(names, task.artifact.build), found };
  },
  covered: async (task) => {
    const header = await readBamHeader(task.bytes.file, nameOf(task), task.signal, task.bytes.inflate);
    const groups = new Groups(header);
    const { by } = task;
    const told: CoveringRecord = { contig: -1, group: 0, isReverse: false, isMultiple: false };
    await recordsOf(task, header, task.place, (records, at, end) => {
      const flag = flagOf(records.view, at);
      if (flag & flags.unmapped) return;
      told.contig = sequenceOf(records.view, at);
      if (told.contig < 0 || positionOf(records.view, at) < 0) return;
      if (by.needsTags) {
        told.group = groups.of(records, at, end);
        told.isMultiple = isMultiple(records, at, end);
        told.isReverse = ((flag & flags.reverse) !== 0) !== ((flag & flags.second) !== 0);
      }
      if (by.record(told)) tellCovered(records, at, end, by);
    });
    return { groups: groups.names };
  },
  estimated,
};

const nameOf = ({ artifact }: PlacesTask): string => artifact.part ?? artifact.file.name;

/** Records that overlap the place, or all of them, less those that are left out. */
async function recordsOf(
  task: PlacesTask,
  header: BamHeader,
  place: Place | null,
  take: (records: BamRecords, at: number, end: number) => void,
): Promise<void> {
  const { bytes, artifact, signal, minQuality, withoutFlags } = task;
  const name = nameOf(task);
  const sequence = place ? header.contigs.findIndex((contig) => contig.name === place.contig) : -1;
  const wanted = (records: BamRecords, at: number): boolean =>
    (flagOf(records.view, at) & withoutFlags) === 0 && qualityOf(records.bytes, at) >= minQuality;
  let read = 0;
  let size = bytes.file.size;
  const told = (packed: number): void => {
    read += packed;
    task.progress?.(size > 0 ? Math.min(1, read / size) : null);
  };
  const options = { name, signal, inflate: bytes.inflate, read: told };
  if (place === null) {
    const all = withoutFirst(unpacked(bytes.file, options), header.length);
    await walkRecords(all, header.contigs.length, name, (records, at, end) => {
      if (wanted(records, at)) take(records, at, end);
      return true;
    });
    return;
  }
  const isOver = (records: BamRecords, at: number): boolean =>
    sequenceOf(records.view, at) !== sequence || positionOf(records.view, at) >= place.end;
  const isIn = (records: BamRecords, at: number): boolean => {
    const from = positionOf(records.view, at);
    if (sequenceOf(records.view, at) !== sequence || from >= place.end || from < 0) return false;
    const length = flagOf(records.view, at) & flags.unmapped ? 0 : lengthOnReference(records, at);
    return from + Math.max(1, length) > place.start;
  };
  if (bytes.index === null || artifact.index === null) {
    if (size > mostWithoutIndex) words.fail("needs-index", { name, size: Math.round(size / 1e6) });
    const isSorted = header.said.order === "coordinate";
    const all = withoutFirst(unpacked(bytes.file, options), header.length);
    await walkRecords(all, header.contigs.length, name, (records, at, end) => {
      if (isIn(records, at)) {
        if (wanted(records, at)) take(records, at, end);
      } else if (isSorted) {
        const at0 = sequenceOf(records.view, at);
        // Those without a place stand behind all others.
        return at0 >= 0 && at0 <= sequence && !(at0 === sequence && positionOf(records.view, at) >= place.end);
      }
      return true;
    });
    return;
  }
  const other = (what: "what-beyond" | "what-place"): never =>
    blockWords.fail("index-of-other", { index: artifact.index, name, what: { ...blockWords.sentence(what) } });
  const index = await readPlacesIndex(bytes.index, artifact.index);
  const chunks = index.chunks(sequence, place.start, place.end);
  size = chunks.reduce((all, { from, to }) => all + (to - from) / 65536, 0);
  for (const { from, to } of chunks) {
    if (to / 65536 > bytes.file.size) other("what-beyond");
    let isFirst = true;
    let isDone = false;
    await walkRecords(unpacked(bytes.file, { ...options, from, to }), header.contigs.length, name, (records, at, end) => {
      if (isFirst && sequenceOf(records.view, at) !== sequence) other("what-place");
      isFirst = false;
      if (isIn(records, at)) {
        if (wanted(records, at)) take(records, at, end);
        return true;
      }
      isDone = isOver(records, at);
      return !isDone;
    });
    if (isDone) return;
  }
}

/** Without the header's bytes. */
async function* withoutFirst(pieces: AsyncIterable<Uint8Array>, bytes: number): AsyncGenerator<Uint8Array> {
  let left = bytes;
  for await (const piece of pieces) {
    if (left >= piece.length) left -= piece.length;
    else {
      yield left > 0 ? piece.subarray(left) : piece;
      left = 0;
    }
  }
}

/** Bases that are aligned to one of the reference (M, =, X): deletions and introns are none. */
function tellCovered(records: BamRecords, at: number, end: number, by: CoveredBy): void {
  const { at: from, count } = cigarOf(records, at, end);
  let place = positionOf(records.view, at);
  for (let nth = 0; nth < count; nth++) {
    const operation = records.view.getUint32(from + nth * 4, true);
    const kind = operation & 15;
    const length = operation >>> 4;
    if (kind === 0 || kind === 7 || kind === 8) by.covers(place, place + length);
    // By bits of MIDNSHP=X.
    if ((0b110001101 >> kind) & 1) place += length;
  }
}

/** It was aligned to more than one place as well: tag NH (SAM tags, section 1.1). */
function isMultiple(records: BamRecords, at: number, end: number): boolean {
  for (const tag of tagsOf(records, at, end))
    if (tag.name === "NH" && tag.type !== "Z" && (records.bytes[tag.at] as number) > 1) return true;
  return false;
}

/** Samples by the read group of each record: those that the header names, and one for what names none. */
class Groups {
  readonly names: string[];
  private readonly numbers = new Map<string, number>();
  private readonly of_: ReadonlyMap<string, string>;
  constructor(header: BamHeader) {
    this.names = [...header.said.samples];
    this.of_ = header.said.groups;
  }

  of(records: BamRecords, at: number, end: number): number {
    if (this.names.length <= 1 && this.of_.size <= 1) return 0;
    for (const tag of tagsOf(records, at, end)) {
      if (tag.name !== "RG" || tag.type !== "Z") continue;
      const group = latin.decode(records.bytes.subarray(tag.at, tag.end - 1));
      let number = this.numbers.get(group);
      if (number === undefined) {
        number = this.numberOf(this.of_.get(group) ?? group);
        this.numbers.set(group, number);
      }
      return number;
    }
    return this.numberOf("");
  }

  private numberOf(sample: string): number {
    const known = this.names.indexOf(sample);
    return known >= 0 ? known : this.names.push(sample) - 1;
  }
}
