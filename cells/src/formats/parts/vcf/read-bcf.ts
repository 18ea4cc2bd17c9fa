// A BCF 2.1 or 2.2 (hts-specs, BCFv2) as the VCF that it stands for, record by record: what reads that one reads this one.

import { BcfRecords, type Dictionaries } from "./bcf-record.ts";
import { ByteQueue } from "./byte-queue.ts";
import { pairsOf } from "./header.ts";
import { words } from "./words.ts";

/** A header of a million contigs takes some 50 MB. */
const longestHeader = 1 << 28;
const longestRecord = 1 << 28;
const blockSize = 1 << 17;

/** Fails with "format-variants.bcf-cut" and "format-variants.bcf-broken". */
export async function* bcfAsVcf(chunks: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  const queue = new ByteQueue(chunks);
  try {
    const text = await headerText(queue);
    yield new TextEncoder().encode(text);
    const records = new BcfRecords(dictionariesOf(text));
    let block = new Uint8Array(blockSize);
    let used = 0;
    for (let nth = 1; ; nth++) {
      const lengths = queue.has(8) ? queue.next(8) : await queue.take(8);
      if (lengths.length === 0) break;
      if (lengths.length < 8) words.fail("bcf-cut", { record: nth });
      const view = new DataView(lengths.buffer, lengths.byteOffset, 8);
      const shared = view.getUint32(0, true);
      const length = shared + view.getUint32(4, true);
      if (length > longestRecord || shared < 24) words.fail("bcf-broken", { record: nth, what: "length" });
      const record = queue.has(length) ? queue.next(length) : await queue.take(length);
      if (record.length < length) words.fail("bcf-cut", { record: nth });
      const line = records.lineOf(record, shared);
      if (used + line.length > block.length) {
        if (used > 0) yield block.subarray(0, used);
        block = new Uint8Array(Math.max(blockSize, line.length));
        used = 0;
      }
      block.set(line, used);
      used += line.length;
    }
    if (used > 0) yield block.subarray(0, used);
  } finally {
    await queue.close();
  }
}

async function headerText(queue: ByteQueue): Promise<string> {
  const first = await queue.take(9);
  if (first.length < 9) words.fail("bcf-cut", { record: 0 });
  const length = new DataView(first.buffer, first.byteOffset, 9).getUint32(5, true);
  if (length > longestHeader) words.fail("header-too-long");
  const bytes = await queue.take(length);
  if (bytes.length < length) words.fail("bcf-cut", { record: 0 });
  const end = bytes.indexOf(0);
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(end < 0 ? bytes : bytes.subarray(0, end));
  return text.endsWith("\n") ? text : `${text}\n`;
}

/** Numbers of names: in the order in which the header has them first, or as it says (IDX; §6.2.1). PASS is the first. */
function dictionariesOf(text: string): Dictionaries {
  const strings: (string | undefined)[] = ["PASS"];
  const contigs: (string | undefined)[] = [];
  const known = new Set(["PASS"]);
  let samples = 0;
  for (const line of text.split("\n")) {
    if (/^#CHROM/i.test(line)) samples = Math.max(0, line.trimEnd().split("\t").length - 9);
    const [, key = "", inner = ""] = /^##(INFO|FORMAT|FILTER|contig)=<(.*)>\s*$/.exec(line) ?? [];
    if (key === "") continue;
    const pairs = pairsOf(inner);
    const id = pairs.get("ID") ?? "";
    const told = pairs.get("IDX");
    const names = key === "contig" ? contigs : strings;
    if (key !== "contig" && known.has(id)) continue;
    known.add(key === "contig" ? "PASS" : id);
    const index = told !== undefined && /^\d{1,7}$/.test(told) ? Number(told) : names.length;
    names[index] = id;
  }
  return { strings, contigs, samples };
}
