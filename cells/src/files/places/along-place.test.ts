// Depth along a place, as samtools 1.16.1 depth counts it (kinds/coverage/coverage.test.ts has the same bins), and what its index
// tells of it.

import { expect, test } from "vitest";
import type { IndexedFile } from "../../artifacts/artifact.ts";
import { asTheFileSays, type ReadTask } from "../../contract/format.ts";
import { places } from "../../formats/bam/places.ts";
import { read } from "../../formats/bam/read.ts";
import { baiBytes, bamBytes, csiBytes } from "../../formats/parts/alignments/alignments.fixture.ts";
import { bytesAsSource } from "../../testing/bytes-as-source.ts";
import { alongPlace } from "./along-place.ts";

async function alongOf(index: Uint8Array | null, place: { readonly start: number; readonly end: number }, isEstimate: boolean) {
  const source = bytesAsSource(bamBytes);
  const task = { source, name: "x.bam", parts: null, at: null, settings: asTheFileSays };
  const { artifact } = (await read(task as unknown as ReadTask)).content as { readonly artifact: IndexedFile };
  const bytes = { file: source, index: index && bytesAsSource(index) };
  const of = { artifact: { ...artifact, index: index && "x.bai" }, bytes, reader: places };
  return alongPlace(of, { place: { contig: "chr1", ...place }, bins: 4, isEstimate });
}

test("mean depth of each bin, with and without an index", async () => {
  for (const index of [null, baiBytes, csiBytes]) {
    const { bin, mean, min, max } = await alongOf(index, { start: 950, end: 1150 }, false);
    expect([bin, min, max]).toEqual([50, null, null]);
    expect([...mean].map((depth) => Math.round(depth * 50))).toEqual([1, 21, 19, 5]);
  }
});

test("an estimate is 1 on average of the sequence, and without an index there is none", async () => {
  const length = 248_956_422;
  for (const index of [baiBytes, csiBytes]) {
    const { bin, mean } = await alongOf(index, { start: 0, end: length }, true);
    const all = mean.reduce((sum, share, at) => sum + share * Math.min(bin, length - at * bin), 0);
    expect(all / length).toBeCloseTo(1, 9);
  }
  await expect(alongOf(null, { start: 0, end: length }, true)).rejects.toThrow(/estimate-no-index/);
});
