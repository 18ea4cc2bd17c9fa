// The genotypes of a .bed: two bits each, the first in the lowest, a row of whole bytes for each site, or for each sample in files
// of before 2008 (PLINK 1.9, file format reference, .bed).

import { type ByteValues, missingByte } from "../../../artifacts/artifact.ts";
import { ByteMatrix } from "../vcf/grown-matrix.ts";
import { ByteQueue } from "../vcf/byte-queue.ts";
import { words } from "./words.ts";

/** Copies of A1: 00 two, 01 missing, 10 one, 11 none. */
const copies = Int8Array.of(2, missingByte, 1, 0);
const headLength = 3;

export const isBed = (bytes: Uint8Array): boolean => bytes[0] === 0x6c && bytes[1] === 0x1b && ((bytes[2] as number) | 1) === 1;

/** Fails with "format-plink-files.bed-magic" and ".bed-size". */
export async function readBed(
  chunks: AsyncIterable<Uint8Array>,
  { part, sites, samples }: { readonly part: string; readonly sites: number; readonly samples: number },
): Promise<ByteValues> {
  const queue = new ByteQueue(chunks);
  try {
    const head = await queue.take(headLength);
    if (head.length < headLength || !isBed(head)) words.fail("bed-magic", { part });
    const isBySite = head[2] === 1;
    const [rows, width] = isBySite ? [sites, samples] : [samples, sites];
    const rowBytes = Math.ceil(width / 4);
    const expected = headLength + rows * rowBytes;
    const matrix = new ByteMatrix(samples);
    if (!isBySite) matrix.reach(sites);
    for (let row = 0; row < rows; row++) {
      const bytes = queue.has(rowBytes) ? queue.next(rowBytes) : await queue.take(rowBytes);
      if (bytes.length < rowBytes) words.fail("bed-size", { part, found: queue.offset, expected, sites, samples });
      if (isBySite) matrix.reach(row + 1);
      const { data } = matrix;
      const base = isBySite ? row * samples : row;
      const step = isBySite ? 1 : samples;
      for (let at = 0; at < width; at++)
        data[base + at * step] = copies[((bytes[at >> 2] as number) >> ((at & 3) << 1)) & 3] as number;
    }
    // What is behind the last row belongs to other files.
    let more = 0;
    for (let left = await queue.take(1 << 16); left.length > 0; left = await queue.take(1 << 16)) more += left.length;
    if (more > 0) words.fail("bed-size", { part, found: expected + more, expected, sites, samples });
    return matrix.values(sites);
  } finally {
    await queue.close();
  }
}
