// Files of the format bigwig, for its contract suite.

import type { FormatCases } from "../../testing/describe-format.ts";
import { bigWigBytes } from "../parts/bbi/bbi.fixture.ts";

/** With a number (of 8 bytes) changed. */
const changed = (at: number, value: bigint): Uint8Array => {
  const bytes = bigWigBytes.slice();
  new DataView(bytes.buffer).setBigUint64(at, value, true);
  return bytes;
};
const tree = new DataView(bigWigBytes.buffer).getBigUint64(8, true);

export const cases: FormatCases = {
  examples: [{ title: "two sequences", bytes: () => bigWigBytes, gives: { type: "file", shape: [2] } }],
  bad: [
    { title: "a tree behind the end", bytes: () => changed(8, 1n << 50n), reason: "bbi.broken", line: null },
    { title: "a tree where there is none", bytes: () => changed(8, 8n), reason: "bbi.broken", line: null },
    {
      title: "a tree that leads in a circle",
      bytes: () => {
        const bytes = bigWigBytes.slice();
        const at = Number(tree) + 32;
        const keySize = new DataView(bytes.buffer).getUint32(Number(tree) + 8, true);
        // An inner node whose child is itself.
        bytes[at] = 0;
        new DataView(bytes.buffer).setBigUint64(at + 4 + keySize, BigInt(at), true);
        return bytes;
      },
      reason: "bbi.broken",
      line: null,
    },
    { title: "a version of before", bytes: () => bigWigBytes.slice().fill(1, 4, 5), reason: "bbi.old", line: null },
  ],
};
