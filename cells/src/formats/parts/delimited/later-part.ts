// The later part of a delimited text, which is read on a second core while the first part is read here. It begins where a line
// begins; whether a record begins there too is known once the first part has been read up to it.

import type { ByteSource } from "../../../base/byte-source.ts";
import { findByte } from "../../../base/find-byte.ts";
import type { Piece, SecondCore, SecondCoreWork } from "../../../contract/second-core.ts";
import { ColumnsInProgress, type Naming } from "./columns-in-progress.ts";
import { MatrixParser, type MatrixPart } from "./matrix-parser.ts";
import { missingWords } from "./missing-words.ts";
import { type Layout, TableParser, type TablePart } from "./table-parser.ts";
import { ZeroByte } from "./zero-byte.ts";

export interface PartAsked {
  readonly as: "table" | "matrix";
  readonly layout: Layout;
  /** Words for missing cells that were set. */
  readonly missing: readonly string[] | null;
  readonly naming: readonly Naming[];
  readonly allQuoted: boolean;
  /** Bytes that it will be given. */
  readonly size: number;
}
export type LaterPart = TablePart | MatrixPart;

export function laterPart(asked: PartAsked): Piece {
  const layout = { ...asked.layout, linesBefore: 0 };
  let passed = 0;
  const words = missingWords(asked.missing);
  const expectedRows = (rows: number): number =>
    rows < 100 || passed === 0 ? rows * 2 : Math.max(Math.ceil((rows / passed) * asked.size * 1.02) + 64, Math.ceil(rows * 1.07));
  const { naming, allQuoted } = asked;
  const parser =
    asked.as === "matrix"
      ? new MatrixParser(layout, expectedRows, words.ofNumbers)
      : new TableParser(layout, new ColumnsInProgress(layout.columns, { words, naming, allQuoted }), expectedRows);
  return {
    push: (bytes) => {
      // Whoever reads it again says in which line.
      const zero = findByte(bytes, 0);
      if (zero >= 0) throw new ZeroByte(passed + zero);
      parser.push(bytes);
      passed += bytes.length;
    },
    finish: () => {
      parser.finish();
      return parser.part();
    },
  };
}

/** Of smaller files nothing is won: what a thread compiles and what is put together afterwards takes as long. */
const leastShared = 128 << 20;
/** Both parts stand in memory before they are one: larger files are read in one go, in the memory that they always took. */
const mostShared = 320 << 20;
const pieceSize = 1 << 20;
const readAhead = 4;
const quote = 34;
/** A line end is looked for so far behind the middle. */
const longestLine = 1 << 20;

export interface SharedReading {
  /** Where the later part begins, in bytes of the text. */
  readonly at: number;
  /** Null where it failed: it is then read here, which says why. */
  take(): Promise<LaterPart | null>;
  stop(): void;
}

/** `from`: where the first row begins. Null where nothing is shared. */
export async function shareLaterPart(
  ranges: ByteSource | null,
  core: SecondCore | null,
  from: number,
  asked: Omit<PartAsked, "size">,
  least = leastShared,
): Promise<SharedReading | null> {
  if (!ranges || !core || ranges.size - from < least || ranges.size > mostShared) return null;
  const middle = from + Math.floor((ranges.size - from) / 2);
  const around = await ranges.read(middle, Math.min(ranges.size, middle + longestLine));
  const at = middle + beginningOfRecord(around, asked.layout);
  if (at <= middle || at >= ranges.size) return null;
  const work = core.begin("rows-of-delimited-text", { ...asked, size: ranges.size - at });
  if (!work) return null;
  const stopped = { is: false };
  // It has something to begin with before this side begins.
  let begun: () => void = () => {};
  const first = new Promise<void>((resolve) => {
    begun = resolve;
  });
  const given = giveAll(ranges, at, work, stopped, begun)
    .then(
      () => true,
      () => false,
    )
    .finally(begun);
  await first;
  return {
    at,
    async take() {
      if (!(await given)) return null;
      return work.finish().then(
        (part) => part as LaterPart,
        () => null,
      );
    },
    stop() {
      stopped.is = true;
      work.stop();
    },
  };
}

/** Line ends that are tried. */
const mostTried = 200;

/** Behind the first line end, most likely no one in quotes, after which two records have as many fields as all; 0: there is none. */
function beginningOfRecord(bytes: Uint8Array, layout: Layout): number {
  let end = bytes.indexOf(layout.lineEnd);
  for (let tried = 0; end >= 0 && tried < mostTried; tried++) {
    const one = recordAt(bytes, end + 1, layout);
    const other = one && recordAt(bytes, one.end + 1, layout);
    if (one?.fields === layout.columns && other?.fields === layout.columns) return end + 1;
    end = bytes.indexOf(layout.lineEnd, end + 1);
  }
  return 0;
}

/** Its fields and where its line end stands; null: it goes on behind the bytes. */
function recordAt(
  bytes: Uint8Array,
  from: number,
  { delimiter, lineEnd, quotes }: Layout,
): { readonly fields: number; readonly end: number } | null {
  let fields = 1;
  let isQuoted = false;
  for (let at = from, isFirst = true; at < bytes.length; at++) {
    const byte = bytes[at];
    if (isQuoted) {
      if (byte === quote) isQuoted = false;
    } else if (byte === quote && quotes) {
      // A doubled one opens what the one before it closed.
      if (isFirst || bytes[at - 1] === quote) isQuoted = true;
    } else if (byte === lineEnd) return { fields, end: at };
    else if (byte === delimiter) fields++;
    isFirst = byte === delimiter;
  }
  return null;
}

async function giveAll(
  ranges: ByteSource,
  from: number,
  work: SecondCoreWork,
  stopped: { readonly is: boolean },
  begun: () => void,
): Promise<void> {
  // Several at once: this side looks after them only between its own pieces.
  const ahead: Promise<Uint8Array>[] = [];
  let next = from;
  const readOn = (): void => {
    for (; next < ranges.size && ahead.length < readAhead; next += pieceSize) {
      const bytes = ranges.read(next, Math.min(ranges.size, next + pieceSize));
      // One that is not waited for any more may fail unheard.
      bytes.catch(() => {});
      ahead.push(bytes);
    }
  };
  readOn();
  for (let given = 0; ahead.length > 0 && !stopped.is; given++) {
    const bytes = await (ahead.shift() as Promise<Uint8Array>);
    readOn();
    await work.give(bytes);
    if (given > 0) begun();
  }
}
