// An Arrow file or stream as a table.

import type { Column as ArrowColumn, Table as ArrowTable } from "@uwdata/flechette";
import type { Column } from "../../artifacts/artifact.ts";
import { FailureError } from "../../base/failure.ts";
import type { FileContent, Issue, Read } from "../../contract/format.ts";
import { issueOfRepeatedName } from "../parts/delimited/read-as-delimited.ts";
import { uniqueNames } from "../parts/delimited/read-delimited.ts";
import { letters } from "../parts/file-head.ts";
import { sizeOfLz4, unpackLz4Frame } from "../parts/packing/lz4-frame.ts";
import { sizeOfZstd } from "../parts/packing/zstd-size.ts";
import { columnOfArrow } from "./columns.ts";
import { refuseLyingBatches, refuseLyingCounts } from "./lies.ts";
import { words } from "./words.ts";
import { words as loadWords } from "../parts/words.ts";

export const read: Read = async (task): Promise<FileContent> => {
  const { name } = task;
  const bytes = await task.bytes();
  const isFile = letters(bytes, "ARROW1");
  if (isFile && !letters(bytes.subarray(-6), "ARROW1")) words.fail("cut", { name });
  const table = await arrowTable(bytes, isFile, name);
  const header = table.names.map(String);
  const { names, repeatedNames } = uniqueNames(header);
  const rows = table.numRows;
  if (rows === 0) throw new FailureError(loadWords.failure("header-only", { name, columns: header.length }));
  const issues: Issue[] = repeatedNames.map(issueOfRepeatedName);
  const columns: Column[] = [];
  for (const [at, each] of names.entries()) {
    task.signal?.throwIfAborted();
    const column = table.getChildAt(at) as ArrowColumn<unknown>;
    const made = guarded(name, () => columnOfArrow(each, column, table.schema.fields[at]?.type));
    columns.push(made.column);
    for (const issue of made.issues) issues.push(issue);
  }
  if (!isFile && !hasEnd(bytes)) {
    const message = words.sentence("no-end", { rows });
    issues.push({ rule: "arrow-no-end", severity: "warning", line: null, field: null, message });
  }
  return {
    content: { shape: "table", table: { type: "table", rowCount: rows, columns } },
    header,
    issues,
    said: issues.filter(({ severity }) => severity === "note").map(({ message }) => message),
    turnedIntoDates: [],
    lineOf: (row) => row + 1,
    whole: true,
  };
};

/** Unpacked, one buffer of a column (SPEC, L-1). */
const largestBuffer = 1 << 30;

const tooLarge = "a buffer is larger than any that is read";

/**
 * How long a buffer is unpacked is what its frame says: apache-arrow in JavaScript (21) writes the packed length where Message.fbs
 * has that of the content.
 */
async function arrowTable(bytes: Uint8Array, isFile: boolean, name: string): Promise<ArrowTable> {
  const [flechette, zstd] = await Promise.all([import("@uwdata/flechette"), import("fzstd")]);
  const never = (): never => {
    throw new Error("nothing is written");
  };
  flechette.setCompressionCodec(flechette.CompressionType.LZ4_FRAME, {
    decode: (packed: Uint8Array, told = 0) => {
      const size = sizeOfLz4(packed) ?? told;
      if (size > largestBuffer) throw new RangeError(tooLarge);
      return unpackLz4Frame(packed, size);
    },
    encode: never,
  });
  flechette.setCompressionCodec(flechette.CompressionType.ZSTD, {
    decode: (packed: Uint8Array) => {
      const size = sizeOfZstd(packed);
      if (size !== null && size > largestBuffer) throw new RangeError(tooLarge);
      if (size !== null) return zstd.decompress(packed, new Uint8Array(size));
      const chunks: Uint8Array[] = [];
      let length = 0;
      const stream = new zstd.Decompress((chunk) => {
        length += chunk.length;
        if (length > largestBuffer) throw new RangeError(tooLarge);
        chunks.push(chunk.slice());
      });
      stream.push(packed, true);
      return joined(chunks, length);
    },
    encode: never,
  });
  return guarded(name, () => {
    refuseLyingCounts(bytes, isFile);
    // Wide numbers are read where they lie, which has to be at a multiple of eight.
    const aligned = bytes.byteOffset % 8 === 0 ? bytes : bytes.slice();
    const options = { useBigInt: true, useBigIntTimestamp: true, useDecimalInt: true, useDate: false };
    const table = flechette.tableFromIPC(aligned, options);
    refuseLyingBatches(table);
    return table;
  });
}

/** What the library stumbles over is a fault of the file. */
function guarded<T>(name: string, work: () => T): T {
  try {
    return work();
  } catch (cause) {
    if (cause instanceof FailureError) throw cause;
    const isOwn = cause instanceof Error && !(cause instanceof TypeError);
    const detail = isOwn ? cause.message.slice(0, 120) : "lengths";
    throw new FailureError(words.failure("broken", { name, detail }), { cause });
  }
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const all = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

/** FF FF FF FF 00 00 00 00; before Arrow 0.15 four zeros. */
function hasEnd(bytes: Uint8Array): boolean {
  const isMark = (four: Uint8Array): boolean => four.length === 4 && four.every((byte) => byte === 255);
  const isZero = bytes.length >= 8 && bytes.subarray(-4).every((byte) => byte === 0);
  // Where messages begin with a mark the end does, too: zeros alone may be what fills up a buffer.
  return isZero && (!isMark(bytes.subarray(0, 4)) || isMark(bytes.subarray(-8, -4)));
}
