// Places read from hundreds of files and indexes that were damaged at random (with a seed): each is read, or refused in words,
// soon; nothing else is thrown.

import { expect, test } from "vitest";
import type { IndexedFile } from "../../artifacts/artifact.ts";
import { FailureError } from "../../base/failure.ts";
import { asTheFileSays, type CoveredBy, type FileBytes, type ReadTask } from "../../contract/format.ts";
import { places as bigbed } from "../../formats/bigbed/places.ts";
import { places as bigwig } from "../../formats/bigwig/places.ts";
import { places as bam } from "../../formats/bam/places.ts";
import { inBlock } from "../../formats/bam/cases.ts";
import { read as readBam } from "../../formats/bam/read.ts";
import { baiBytes, bamBytes, csiBytes } from "../../formats/parts/alignments/alignments.fixture.ts";
import { bigBedBytes, bigWigBytes } from "../../formats/parts/bbi/bbi.fixture.ts";
import { readBbi } from "../../formats/parts/bbi/read-bbi.ts";
import { unpackedWhole } from "../../formats/parts/bgzf/blocks.ts";
import { failureSentence } from "../../messages/catalogue.ts";
import { seededRandom } from "../../stats/seeded-random.ts";
import { bytesAsSource } from "../../testing/bytes-as-source.ts";
import { vcfBytes, vcfIndexBytes } from "./tabixed.fixture.ts";
import { placesOfText } from "./tabixed.ts";

const runs = 150;

/** Bytes set, numbers made large or negative, a stretch doubled, an end cut off. */
function damaged(bytes: Uint8Array, random: () => number, from = 0): Uint8Array {
  const copy = bytes.slice();
  const place = (): number => from + Math.floor(random() * Math.max(1, copy.length - from));
  for (let times = 1 + Math.floor(random() * 3); times > 0; times--) {
    const at = place();
    const kind = random();
    if (kind < 0.5) copy[at] = Math.floor(random() * 256);
    else if (kind < 0.7 && at + 4 < copy.length)
      new DataView(copy.buffer).setInt32(at, [0x7fffffff, -1, 0x01000000, 65_536][Math.floor(random() * 4)] as number, true);
    else if (kind < 0.85) copy.copyWithin(at, place(), Math.min(copy.length, at + 40));
    else return copy.slice(0, at);
  }
  return copy;
}

async function tried(work: () => Promise<unknown>, what: string): Promise<void> {
  const began = performance.now();
  try {
    await work();
  } catch (error) {
    if (!(error instanceof FailureError)) throw new Error(`${what}: ${String(error)}`, { cause: error });
    expect(failureSentence(error.failure, "en")).not.toMatch(/[{}]/);
  }
  expect(performance.now() - began, what).toBeLessThan(20_000);
}

const opened = async (read: typeof readBam, bytes: Uint8Array): Promise<IndexedFile> => {
  const task = {
    source: bytesAsSource(bytes),
    parts: null,
    at: null,
    beside: null,
    digest: "0",
    name: "x",
    settings: asTheFileSays,
  };
  return ((await read(task as unknown as ReadTask)).content as { readonly artifact: IndexedFile }).artifact;
};
const by: CoveredBy = { needsTags: true, record: () => true, covers: () => {} };
const task = (artifact: IndexedFile, file: Uint8Array, index: Uint8Array | null) => {
  const bytes: FileBytes = { file: bytesAsSource(file), index: index && bytesAsSource(index) };
  return { artifact, bytes, place: { contig: "chr1", start: 0, end: 60_000 }, most: 1000, minQuality: 0, withoutFlags: 0 };
};

test("alignments whose blocks, records or indexes are damaged", { timeout: 120_000 }, async () => {
  const random = seededRandom(3);
  const artifact = { ...(await opened(readBam, bamBytes)), index: "x.bai" };
  const plain = await unpackedWhole(bytesAsSource(bamBytes), "x", 1 << 20);
  for (let run = 0; run < runs; run++) {
    const inside = inBlock(damaged(plain, random, 4));
    await tried(() => bam.region(task(artifact, inside, null)), `record ${run}`);
    await tried(() => bam.covered?.({ ...task(artifact, inside, null), by }) ?? Promise.resolve(), `covered ${run}`);
    await tried(() => bam.region(task(artifact, damaged(bamBytes, random), baiBytes)), `block ${run}`);
    await tried(() => bam.region(task(artifact, bamBytes, damaged(baiBytes, random))), `bai ${run}`);
    const csi = await unpackedWhole(bytesAsSource(csiBytes), "x", 1 << 20);
    await tried(() => bam.region(task(artifact, bamBytes, inBlock(damaged(csi, random)))), `csi ${run}`);
    for (const index of [damaged(baiBytes, random), inBlock(damaged(csi, random))])
      await tried(
        () => bam.estimated?.({ ...task(artifact, bamBytes, index), bins: 500 }) ?? Promise.resolve(),
        `estimate ${run}`,
      );
  }
});

test("tracks and intervals whose trees or sections are damaged", { timeout: 120_000 }, async () => {
  const random = seededRandom(4);
  for (const [bytes, reader] of [
    [bigWigBytes, bigwig],
    [bigBedBytes, bigbed],
  ] as const) {
    const artifact = await opened(readBbi, bytes);
    for (let run = 0; run < runs; run++) {
      const bad = damaged(bytes, random);
      await tried(() => opened(readBbi, bad), `head ${run}`);
      await tried(() => reader.region(task(artifact, bad, null)), `place ${run}`);
      for (const bins of [2, 60_000])
        await tried(() => reader.along?.({ ...task(artifact, bad, null), bins }) ?? Promise.resolve(), `along ${run}`);
    }
  }
});

test("text in blocks whose index is damaged", { timeout: 120_000 }, async () => {
  const random = seededRandom(5);
  const { region } = placesOfText(async () => ({ type: "value", value: null }));
  const artifact = { ...(await opened(readBam, bamBytes)), format: "vcf", index: "x.tbi" };
  const tbi = await unpackedWhole(bytesAsSource(vcfIndexBytes), "x", 1 << 20);
  for (let run = 0; run < runs; run++) {
    const at = { ...task(artifact, vcfBytes, inBlock(damaged(tbi, random))), place: { contig: "1", start: 0, end: 10_000 } };
    await tried(() => region(at), `tbi ${run}`);
    await tried(() => region({ ...at, bytes: task(artifact, damaged(vcfBytes, random), vcfIndexBytes).bytes }), `text ${run}`);
  }
});
