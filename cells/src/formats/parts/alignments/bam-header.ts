// The header of a BAM (SAM specification 1.6, section 4.2): its text, and the sequences with their lengths, by whose numbers
// the records name them. Lengths that it gives are held against what is there before anything is read by them.

import type { Inflate } from "../../../contract/engines.ts";
import type { ByteSource } from "../../../base/byte-source.ts";
import { joined } from "../../../base/joined-bytes.ts";
import { unpacked } from "../bgzf/blocks.ts";
import { letters } from "../file-head.ts";
import { type Contig, samHeader, type SamHeader } from "./sam-header.ts";
import { words } from "./words.ts";

export interface BamHeader {
  readonly text: string;
  readonly said: SamHeader;
  /** In the order of their numbers. */
  readonly contigs: readonly Contig[];
  /** Unpacked bytes before the first record. */
  readonly length: number;
}

/** A header of a million sequences has 60 MB. */
const largestHeader = 1 << 27;
const mostContigs = 1_000_000;

export async function readBamHeader(
  source: ByteSource,
  name: string,
  signal?: AbortSignal,
  inflate?: Inflate,
): Promise<BamHeader> {
  const pieces = unpacked(source, { name, signal, inflate, isBeginning: true });
  let bytes: Uint8Array = new Uint8Array(0);
  /** What is there, at least so many bytes of it. */
  const have = async (wanted: number): Promise<void> => {
    if (wanted > largestHeader)
      words.fail("header-broken", { name, what: { ...words.sentence("what-length", { found: wanted, left: source.size }) } });
    if (wanted <= bytes.length) return;
    const more: Uint8Array[] = [bytes];
    let size = bytes.length;
    while (size < wanted) {
      const next = await pieces.next();
      if (next.done) words.fail("header-broken", { name, what: { ...words.sentence("what-cut") } });
      else {
        more.push(next.value);
        size += next.value.length;
      }
    }
    bytes = joined(more, size);
  };
  const int = async (at: number): Promise<number> => {
    await have(at + 4);
    return new DataView(bytes.buffer, bytes.byteOffset).getInt32(at, true);
  };
  try {
    await have(12);
    if (!letters(bytes, "BAM\u0001")) words.fail("header-broken", { name, what: { ...words.sentence("what-text") } });
    const length = await positive(int(4), name);
    await have(8 + length);
    const text = new TextDecoder().decode(bytes.subarray(8, 8 + length)).replace(/\0+$/, "");
    let at = 8 + length;
    const count = await positive(int(at), name);
    if (count > mostContigs) words.fail("header-broken", { name, what: { ...words.sentence("what-many") } });
    at += 4;
    const contigs: Contig[] = [];
    for (let nth = 0; nth < count; nth++) {
      const letters = await positive(int(at), name);
      await have(at + 8 + letters);
      if (letters < 1 || bytes[at + 3 + letters] !== 0)
        words.fail("header-broken", { name, what: { ...words.sentence("what-text") } });
      const found = new TextDecoder().decode(bytes.subarray(at + 4, at + 3 + letters));
      contigs.push({ name: found, length: await int(at + 4 + letters) });
      at += 8 + letters;
    }
    return { text, said: samHeader(text), contigs, length: at };
  } finally {
    await pieces.return(undefined);
  }
}

async function positive(number: Promise<number>, name: string): Promise<number> {
  const found = await number;
  return found >= 0
    ? found
    : words.fail("header-broken", { name, what: { ...words.sentence("what-length", { found, left: 0 }) } });
}
