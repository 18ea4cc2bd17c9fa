// Two files of reads that are mates, read beside each other: the first read of one belongs to the first of the other. Names are
// compared mate by mate; memory is that of the names of the reads by which one file is ahead.

import { type Failure, FailureError } from "../../../base/failure.ts";
import { FastqReader, type FastqRecord } from "./fastq-records.ts";
import { type MateName, mateName } from "./mate-names.ts";
import { words } from "./words.ts";

export interface FileOfMates {
  /** As sentences call it. */
  readonly name: string;
  open(): AsyncIterable<Uint8Array>;
}
export interface PairsOptions {
  readonly signal?: AbortSignal | undefined;
  /** Enough unpacked bytes of both. */
  readonly bytesWanted?: number;
  /** Absent: the first fault is thrown. Else it is given, and nothing behind it is compared. */
  onMismatch?(failure: Failure): void;
}

/** `nameEnd`: where in its title the name ends that it shares with its mate. True: enough of this mate. */
export type OnMate = (mate: 0 | 1, record: FastqRecord, nameEnd: number) => boolean;

/** Answers whether all of both was read. Fails with "pair-differs", "pair-mate", "pair-count", and with what single files fail with. */
export async function readFastqPairs(
  files: readonly [FileOfMates, FileOfMates],
  onMate: OnMate,
  options: PairsOptions = {},
): Promise<boolean> {
  const { signal, bytesWanted = Number.POSITIVE_INFINITY } = options;
  let isCompared = true;
  const refuse = (failure: Failure): void => {
    if (!options.onMismatch) throw new FailureError(failure);
    isCompared = false;
    options.onMismatch(failure);
  };
  const waiting = new NamesWaiting();
  const take = (mate: 0 | 1, record: FastqRecord, name: MateName): void => {
    const found = isCompared ? faultOf(files, mate, record, name, waiting) : null;
    if (found) refuse(found);
  };
  const [first, second] = [new MateReader(files[0], 0, onMate, take), new MateReader(files[1], 1, onMate, take)];
  try {
    while (!(first.isOver && second.isOver)) {
      signal?.throwIfAborted();
      const [next, other] = first.isOver || (!second.isOver && second.count < first.count) ? [second, first] : [first, second];
      await next.step();
      const over = next.hasEnded && other.count > next.count ? next : other.hasEnded && next.count > other.count ? other : null;
      if (over && isCompared) {
        const more = over === next ? other : next;
        const params = { name: over.file.name, pairs: over.count, other: more.file.name, read: waiting.first().name };
        refuse(
          words.failure(
            "pair-count",
            { ...params, line: waiting.first().line, ...commandsFor(files), alone: "" },
            readAlone(files),
          ),
        );
      }
      if (first.bytes + second.bytes >= bytesWanted && first.count > 0 && second.count > 0) return false;
    }
    return first.hasEnded && second.hasEnded;
  } finally {
    await first.close();
    await second.close();
  }
}

/** Each of them by itself. */
const readAlone = (files: readonly [FileOfMates, FileOfMates]) => {
  const [fix, other] = files.map(({ name }) => ({ path: ["sheet"], value: name }));
  return { at: ["sheet"], ...(fix && other ? { fix, otherFixes: [other] } : {}) };
};
const commandsFor = ([first, second]: readonly [FileOfMates, FileOfMates]) => ({
  firstFile: first.name,
  secondFile: second.name,
});

/** What is wrong with a read beside the one that waits for it. */
function faultOf(
  files: readonly [FileOfMates, FileOfMates],
  mate: 0 | 1,
  { bytes, titleStart, line }: FastqRecord,
  name: MateName,
  waiting: NamesWaiting,
): Failure | null {
  const own = (): string => new TextDecoder().decode(bytes.subarray(titleStart, name.end)).slice(0, 200);
  if (name.mate !== 0 && name.mate !== mate + 1) {
    const params = { name: files[mate].name, line, read: own(), found: name.mate, expected: mate + 1, ...commandsFor(files) };
    return words.failure("pair-mate", params, readAlone(files));
  }
  if (waiting.count === 0 || waiting.of === mate) {
    waiting.add(mate, bytes, titleStart, name.end, line);
    return null;
  }
  const other = waiting.takeIfOther(bytes, titleStart, name.end);
  if (!other) return null;
  const [one, two] = mate === 0 ? [{ name: own(), line }, other] : [other, { name: own(), line }];
  const params = { pair: waiting.compared, first: one.name, second: two.name, line: one.line, otherLine: two.line };
  return words.failure("pair-differs", { name: files[0].name, ...params, ...commandsFor(files), alone: "" }, readAlone(files));
}

class MateReader {
  count = 0;
  bytes = 0;
  /** Nothing more of it is wanted, or there is none. */
  isOver = false;
  /** All of it was read. */
  hasEnded = false;
  readonly file: FileOfMates;
  private readonly chunks: AsyncIterator<Uint8Array>;
  private readonly reader: FastqReader;
  private readonly name: MateName = { end: 0, mate: 0 };

  constructor(
    file: FileOfMates,
    mate: 0 | 1,
    onMate: OnMate,
    onName: (mate: 0 | 1, record: FastqRecord, name: MateName) => void,
  ) {
    this.file = file;
    this.chunks = file.open()[Symbol.asyncIterator]();
    this.reader = new FastqReader((record) => {
      this.count++;
      mateName(record.bytes, record.titleStart, record.titleEnd, this.name);
      onName(mate, record, this.name);
      return onMate(mate, record, this.name.end);
    }, {});
  }

  /** One piece more. Faults name the file. */
  async step(): Promise<void> {
    try {
      const { done, value } = await this.chunks.next();
      if (done !== true) {
        this.bytes += value.length;
        this.isOver = this.reader.take(value);
        return;
      }
      this.hasEnded = !this.reader.end();
      this.isOver = true;
    } catch (error) {
      if (!(error instanceof FailureError)) throw error;
      const { failure } = error;
      throw new FailureError({ ...failure, params: { name: this.file.name, ...failure.params } }, { cause: error });
    }
  }
  async close(): Promise<void> {
    if (!this.hasEnded) await this.chunks.return?.();
  }
}

/** Names of the reads by which one file is ahead, one after another in one array. */
class NamesWaiting {
  of: 0 | 1 = 0;
  /** Pairs that were compared. */
  compared = 0;
  private letters = new Uint8Array(1 << 12);
  private readonly ends: number[] = [];
  private readonly lines: number[] = [];
  private next = 0;

  get count(): number {
    return this.ends.length - this.next;
  }

  add(mate: 0 | 1, bytes: Uint8Array, start: number, end: number, line: number): void {
    if (this.count === 0) {
      this.of = mate;
      this.ends.length = this.lines.length = this.next = 0;
    }
    const from = this.ends.at(-1) ?? 0;
    if (from + end - start > this.letters.length) {
      const larger = new Uint8Array(Math.max(this.letters.length * 2, from + end - start));
      larger.set(this.letters.subarray(0, from));
      this.letters = larger;
    }
    this.letters.set(bytes.subarray(start, end), from);
    this.ends.push(from + end - start);
    this.lines.push(line);
  }

  first(): { readonly name: string; readonly line: number } {
    const [from, to] = [this.ends[this.next - 1] ?? 0, this.ends[this.next] ?? 0];
    const name = new TextDecoder().decode(this.letters.subarray(from, to)).slice(0, 200);
    return { name, line: this.lines[this.next] ?? 1 };
  }

  /** Null: the one that waited longest has this name. */
  takeIfOther(bytes: Uint8Array, start: number, end: number): { readonly name: string; readonly line: number } | null {
    const { next, letters } = this;
    const from = this.ends[next - 1] ?? 0;
    const size = (this.ends[next] as number) - from;
    let isSame = size === end - start;
    for (let at = 0; isSame && at < size; at++) isSame = letters[from + at] === bytes[start + at];
    this.compared++;
    if (!isSame) return this.first();
    this.next++;
    return null;
  }
}
