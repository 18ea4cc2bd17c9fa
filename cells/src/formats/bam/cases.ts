// Files of the format bam, for its contract suite.

import type { FormatCases } from "../../testing/describe-format.ts";
import { bamBytes } from "../parts/alignments/alignments.fixture.ts";

/** In a block of its own, not packed any further, before the empty block at the end. */
export function inBlock(bytes: Uint8Array, end = true): Uint8Array {
  const { length } = bytes;
  const header = [0x1f, 0x8b, 8, 4, 0, 0, 0, 0, 0, 0xff, 6, 0, 0x42, 0x43, 2, 0];
  const size = header.length + 2 + 5 + length + 8;
  const u16 = (value: number): number[] => [value & 255, (value >> 8) & 255];
  const u32 = (value: number): number[] => [...u16(value & 0xffff), ...u16(value >>> 16)];
  const stored = [1, ...u16(length), ...u16(~length & 0xffff)];
  const block = [...header, ...u16(size - 1), ...stored, ...bytes, ...u32(crc32(bytes)), ...u32(length)];
  return Uint8Array.from(end ? [...block, ...bamBytes.subarray(-28)] : block);
}

function crc32(bytes: Uint8Array): number {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return ~crc >>> 0;
}

const int = (value: number): number[] => [value & 255, (value >> 8) & 255, (value >> 16) & 255, (value >> 24) & 255];
const magic = [0x42, 0x41, 0x4d, 1];

export const cases: FormatCases = {
  examples: [
    {
      title: "two sequences, two samples",
      bytes: () => bamBytes,
      gives: { type: "file", shape: [2] },
      issues: [["no-index", null]],
    },
  ],
  bad: [
    {
      title: "a header that says it is longer than the file",
      bytes: () => inBlock(Uint8Array.from([...magic, ...int(2_000_000_000)])),
      reason: "alignments.header-broken",
      line: null,
    },
    {
      title: "a header of less than nothing",
      bytes: () => inBlock(Uint8Array.from([...magic, ...int(-5), ...int(0)])),
      reason: "alignments.header-broken",
      line: null,
    },
    {
      title: "more sequences than there are",
      bytes: () => inBlock(Uint8Array.from([...magic, ...int(0), ...int(900_000), ...int(5), 65, 66])),
      reason: "alignments.header-broken",
      line: null,
    },
    {
      title: "a file without the block at its end",
      bytes: () => bamBytes.slice(0, -28),
      reason: "load.bgzf-cut",
      line: null,
    },
  ],
};
