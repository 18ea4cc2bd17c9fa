// Qualities turned from one encoding into another are those that Biopython writes, byte for byte: its companion files.

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { bytesAsSource } from "../../../testing/bytes-as-source.ts";
import { hasReference, referenceFile } from "../../../testing/reference-data.ts";
import { readFastq } from "./fastq-records.ts";
import type { QualityEncoding } from "./qualities.ts";
import { type Read, writeFastq } from "./write-fastq.ts";

const folder = "conformance/fastq";
const bytesOf = (name: string): Uint8Array => new Uint8Array(readFileSync(referenceFile(`${folder}/${name}.fastq`)));

async function readsOf(bytes: Uint8Array): Promise<readonly Read[]> {
  const reads: Read[] = [];
  const decoder = new TextDecoder();
  await readFastq(bytesAsSource(bytes).stream(), ({ bytes: held, titleStart, titleEnd, sequenceStart, qualityStart, length }) => {
    reads.push({
      title: decoder.decode(held.subarray(titleStart, titleEnd)),
      sequence: decoder.decode(held.subarray(sequenceStart, sequenceStart + length)),
      quality: decoder.decode(held.subarray(qualityStart, qualityStart + length)),
    });
  });
  return reads;
}

const written: readonly (readonly [stem: string, original: string, from: QualityEncoding])[] = [
  ["sanger_full_range", "original_sanger", "sanger"],
  ["solexa_full_range", "original_solexa", "solexa"],
  ["illumina_full_range", "original_illumina", "illumina-1.3"],
  ["longreads", "original_sanger", "sanger"],
  ["misc_dna", "original_sanger", "sanger"],
  ["misc_rna", "original_sanger", "sanger"],
  ["wrapping", "original_sanger", "sanger"],
];
const targets = [
  ["sanger", "as_sanger"],
  ["solexa", "as_solexa"],
  ["illumina-1.3", "as_illumina"],
] as const;

test
  .skipIf(!hasReference(`${folder}/misc_dna_as_solexa.fastq`))
  .each(written.flatMap(([stem, original, from]) => targets.map(([to, companion]) => ({ stem, original, from, to, companion }))))(
  "$stem, $from as $to",
  async ({ stem, original, from, to, companion }) => {
    const reads = await readsOf(bytesOf(`${stem}_${original}`));
    expect(writeFastq(reads, from, to).text).toBe(new TextDecoder().decode(bytesOf(`${stem}_${companion}`)));
  },
);

test("what an encoding has no letter for becomes its highest, and is counted; a letter that is none of it is refused", () => {
  const read = { title: "r", sequence: "ACG", quality: "~_I" };
  expect(writeFastq([read], "sanger", "illumina-1.3")).toEqual({ text: "@r\nACG\n+\n~~h\n", capped: 1 });
  expect(writeFastq([read], "sanger", "sanger")).toEqual({ text: "@r\nACG\n+\n~_I\n", capped: 0 });
  expect(() => writeFastq([{ ...read, quality: "hh!" }], "illumina-1.3", "sanger")).toThrow("sequences.quality-range");
});
