// Reads of one place of a BAM, by its index, in a process of its own that has done it before, as a kept worker has: prints how
// many there are, and the milliseconds of each round. Started by places.bench.ts.

import process from "node:process";
import type { IndexedFile } from "@genomecraft/cells/artifacts/artifact.ts";
import { tableOf } from "@genomecraft/cells/artifacts/table.ts";
import { places } from "@genomecraft/cells/formats/bam/places.ts";
import { inflateOnNode } from "@genomecraft/kernel/engines/inflate-on-node.ts";
import { fileSource } from "./file-source.ts";

const [file = "", contig = "", start = "", end = "", rounds = ""] = process.argv.slice(2);
const bytes = { file: await fileSource(file), index: await fileSource(`${file}.bai`), inflate: inflateOnNode };
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
