// A Matrix Market file as the numbers of a matrix: sparse where zeros are left out, dense where each number stands there.

import type { MatrixValues } from "../../../artifacts/artifact.ts";
import { sparseOfEntries } from "../matrices/sparse-of-entries.ts";
import { grownFloats, grownInts } from "../matrices/grown.ts";
import { EntryParser, type ParsedEntries } from "./entry-parser.ts";
import { type Header, headerOf } from "./header.ts";

const newline = 10;

export interface ReadMatrixMarket {
  readonly header: Header;
  readonly entries: ParsedEntries;
}

/** Fails with what header.ts and entry-parser.ts refuse; with what the chunks fail with. */
export async function readMatrixMarket(
  chunks: AsyncIterable<Uint8Array>,
  onPiece: () => void = () => undefined,
): Promise<ReadMatrixMarket> {
  let rest = new Uint8Array(0);
  let header: Header | null = null;
  let parser: EntryParser | null = null;
  for await (const chunk of chunks) {
    onPiece();
    let piece = rest.length === 0 ? chunk : joinedTo(rest, chunk);
    if (!parser) {
      header = headerOf(piece, false);
      if (!header) {
        rest = piece.slice();
        continue;
      }
      parser = new EntryParser(header);
      piece = piece.subarray(header.bytes);
    }
    const end = piece.lastIndexOf(newline) + 1;
    if (end > 0) parser.take(piece.subarray(0, end));
    rest = piece.slice(end);
  }
  if (!parser || !header) {
    header = headerOf(rest, true);
    if (!header) throw new TypeError("the last look fails or answers");
    parser = new EntryParser(header);
    rest = rest.slice(header.bytes);
  }
  if (rest.length > 0) parser.take(joinedTo(rest, Uint8Array.of(newline)));
  return { header, entries: parser.end() };
}

function joinedTo(rest: Uint8Array, chunk: Uint8Array): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(rest.length + chunk.length);
  all.set(rest);
  all.set(chunk, rest.length);
  return all;
}

export interface MatrixFound {
  readonly values: MatrixValues;
  readonly features: number;
  readonly samples: number;
  /** Entries that were added to another one. */
  readonly added: number;
}

/** `samplesIn`: which side of the file the samples are. */
export function matrixOf({ header, entries }: ReadMatrixMarket, samplesIn: "columns" | "rows"): MatrixFound {
  const inColumns = samplesIn === "columns";
  const [features, samples] = inColumns ? [header.rows, header.columns] : [header.columns, header.rows];
  if (header.layout === "array") {
    const data = new Float32Array(features * samples);
    eachOfArray(header, (row, column, at, sign) => {
      const [feature, sample] = inColumns ? [row, column] : [column, row];
      data[feature * samples + sample] = (entries.data[at] as number) * sign;
    });
    return { values: { layout: "dense", data }, features, samples, added: 0 };
  }
  const { row, column, data, count } = mirrored(header, entries);
  const [feature, sample] = inColumns ? [row, column] : [column, row];
  const found = sparseOfEntries({ feature, sample, data, count, featureCount: features, sampleCount: samples });
  return { ...found, features, samples };
}

/** Column by column; of symmetric ones the lower half, whose other half is the same (NISTIR 5935, §3). */
function eachOfArray(
  { rows, columns, symmetry }: Header,
  take: (row: number, column: number, at: number, sign: number) => void,
): void {
  let at = 0;
  for (let column = 0; column < columns; column++) {
    const first = symmetry === "general" ? 0 : symmetry === "symmetric" ? column : column + 1;
    for (let row = first; row < rows; row++, at++) {
      take(row, column, at, 1);
      if (symmetry !== "general" && row !== column) take(column, row, at, symmetry === "symmetric" ? 1 : -1);
    }
  }
}

/** With the half that symmetric files leave out. */
function mirrored({ symmetry }: Header, entries: ParsedEntries): Omit<ParsedEntries, "rounded" | "lines"> {
  if (symmetry === "general") return entries;
  const sign = symmetry === "symmetric" ? 1 : -1;
  const { count } = entries;
  const row = grownInts(entries.row.slice(0, count), count * 2);
  const column = grownInts(entries.column.slice(0, count), count * 2);
  const data = grownFloats(entries.data.slice(0, count), count * 2);
  let to = count;
  for (let at = 0; at < count; at++) {
    if (row[at] === column[at]) continue;
    row[to] = column[at] as number;
    column[to] = row[at] as number;
    data[to++] = sign * (data[at] as number);
  }
  return { row, column, data, count: to };
}
