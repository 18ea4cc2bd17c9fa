// The later part of a delimited text, which is read on a second core while the first part is read here. It begins where a line
// begins; whether a record begins there too is known once the first part has been read up to it.

import type { ByteSource } from "../../../base/byte-source.ts";
import type { Piece, SecondCore, SecondCoreWork } from "../../../contract/second-core.ts";
import { ColumnsInProgress, type Naming } from "./columns-in-progress.ts";
import { MatrixParser, type MatrixPart } from "./matrix-parser.ts";
import { missingWords } from "./missing-words.ts";
import { type Layout, TableParser, type TablePart } from "./table-parser.ts";

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
      parser.push(bytes);
      passed += bytes.length;
    },
    finish: () => {
      parser.finish();
      return parser.part();
    },
  };
}

/** Files below this are read before a second core has begun. */
const leastShared = 16 << 20;
const pieceSize = 1 << 20;
/** Of the bytes: finding out what a file is, and putting both parts together, is done here, too. */
const shareHere = 0.42;
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
  if (!ranges || !core || ranges.size - from < least) return null;
  const middle = from + Math.floor((ranges.size - from) * shareHere);
  const around = await ranges.read(middle, Math.min(ranges.size, middle + longestLine));
  const end = around.indexOf(asked.layout.lineEnd);
  const at = middle + end + 1;
  if (end < 0 || at >= ranges.size) return null;
  const work = core.begin("rows-of-delimited-text", { ...asked, size: ranges.size - at });
  if (!work) return null;
  const stopped = { is: false };
  const given = giveAll(ranges, at, work, stopped).then(
    () => true,
    () => false,
  );
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

async function giveAll(ranges: ByteSource, from: number, work: SecondCoreWork, stopped: { readonly is: boolean }): Promise<void> {
  const read = (at: number): Promise<Uint8Array> | null =>
    at < ranges.size ? ranges.read(at, Math.min(ranges.size, at + pieceSize)) : null;
  let next = read(from);
  for (let at = from; next && !stopped.is; at += pieceSize) {
    const bytes = await next;
    next = read(at + pieceSize);
    // One that is not waited for any more may fail unheard.
    next?.catch(() => {});
    await work.give(bytes);
  }
}
