// Reads of one place of a BAM, by its index, in a process of its own that has done it before, as a kept worker has: prints how
// many there are, and the milliseconds of each round. Started by places.bench.ts.

import { open, stat } from "node:fs/promises";
import process from "node:process";
import type { IndexedFile } from "@genomecraft/cells/artifacts/artifact.ts";
import type { ByteSource } from "@genomecraft/cells/base/byte-source.ts";
import { tableOf } from "@genomecraft/cells/artifacts/table.ts";
import { places } from "@genomecraft/cells/formats/bam/places.ts";
import { inflateOnNode } from "@genomecraft/kernel/engines/inflate-on-node.ts";

async function source(file: string): Promise<ByteSource> {
  const handle = await open(file, "r");
  const { size } = await stat(file);
  const read = async (start: number, end: number): Promise<Uint8Array> => {
    const bytes = new Uint8Array(Math.max(0, Math.min(end, size) - start));
    const { bytesRead } = await handle.read(bytes, 0, bytes.length, start);
    return bytes.subarray(0, bytesRead);
  };
  return {
    size,
    read,
    stream: async function* () {
      for (let at = 0; at < size; at += 1 << 20) yield await read(at, at + (1 << 20));
    },
  };
}

const [file = "", contig = "", start = "", end = "", rounds = ""] = process.argv.slice(2);
const bytes = { file: await source(file), index: await source(`${file}.bai`), inflate: inflateOnNode };
const artifact: IndexedFile = {
  type: "file",
  format: "bam",
  file: { digest: "", name: "reads.bam", size: bytes.file.size },
  part: null,
  index: "reads.bam.bai",
  header: "",
  contigs: tableOf(),
  samples: [],
  build: null,
  facts: {},
};
const place = { contig, start: Number(start), end: Number(end) };
const times: number[] = [];
let reads = 0;
for (let round = 0; round < Number(rounds) + 4; round++) {
  const began = performance.now();
  const { found } = await places.region({ artifact, bytes, place, most: 1_000_000, minQuality: 0, withoutFlags: 0 });
  if (round >= 4) times.push(performance.now() - began);
  reads = found;
}
console.log(reads, ...times);
process.exit(0);
