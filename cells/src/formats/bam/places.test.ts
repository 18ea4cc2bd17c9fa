// Records of a BAM by place, with either index and without one, against samtools 1.16.1 (view of the same places).

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { IndexedFile, Table } from "../../artifacts/artifact.ts";
import { cellJson, columnOf } from "../../artifacts/table.ts";
import { FailureError } from "../../base/failure.ts";
import type { Json } from "../../base/json.ts";
import { failureSentence } from "../../messages/catalogue.ts";
import { asTheFileSays, type PlacesTask, type ReadTask } from "../../contract/format.ts";
import { bytesAsSource } from "../../testing/bytes-as-source.ts";
import { hasReference, referenceFile } from "../../testing/reference-data.ts";
import { baiBytes, bamBytes, csiBytes, samText } from "../parts/alignments/alignments.fixture.ts";
import { inBlock } from "./cases.ts";
import { places } from "./places.ts";
import { read } from "./read.ts";

async function opened(bytes: Uint8Array, index: Uint8Array | null): Promise<PlacesTask> {
  const parts = index && {
    names: ["x.bam", "x.bam.bai"],
    source: (name: string) => (name === "x.bam" ? bytesAsSource(bytes) : name === "x.bam.bai" ? bytesAsSource(index) : null),
  };
  const task = {
    source: bytesAsSource(bytes),
    parts,
    at: parts && "",
    beside: null,
    digest: "0".repeat(64),
    name: "x.bam",
    settings: asTheFileSays,
  };
  const { content } = await read(task as unknown as ReadTask);
  if (content.shape !== "whole") throw new Error("it is a file");
  const artifact = content.artifact as IndexedFile;
  return {
    artifact,
    bytes: { file: bytesAsSource(bytes), index: index && bytesAsSource(index) },
    minQuality: 0,
    withoutFlags: 0,
  };
}

/** Rows as `samtools view` prints them. */
function samLines(table: Table): readonly string[] {
  const cell = (name: string, row: number): Json => cellJson(columnOf(table, name) as Table["columns"][number], row);
  return Array.from({ length: table.rowCount }, (_, row) => {
    const next = cell("rnext", row);
    const fields = ["qname", "flag", "rname", "pos", "mapq", "cigar", "rnext", "pnext", "tlen", "seq", "qual"].map((name) =>
      String(
        (name === "rnext" && next !== null && next === cell("rname", row) ? "=" : cell(name, row)) ??
          (name === "pos" || name === "pnext" ? 0 : "*"),
      ),
    );
    const tag = (name: string, type: string): string[] =>
      cell(name, row) === null ? [] : [`${name}:${type}:${cell(name, row)}`];
    const others = cell("tags", row) === null ? [] : String(cell("tags", row)).split("\t");
    return [...fields, ...[...tag("NM", "i"), ...tag("MD", "Z"), ...tag("RG", "Z"), ...others].sort()].join("\t");
  });
}
const sorted = (line: string): string => {
  const fields = line.split("\t");
  return [...fields.slice(0, 11), ...fields.slice(11).sort()].join("\t");
};
const printed = samText.split("\n").filter((line) => line !== "" && !line.startsWith("@"));

describe.each([
  ["a BAI", baiBytes],
  ["a CSI", csiBytes],
  ["no index", null],
])("with %s", (_title, index) => {
  test("all of a sequence is what samtools prints, field by field, tags of every type", async () => {
    const task = await opened(bamBytes, index);
    const { out, found } = await places.region({ ...task, place: { contig: "chr1", start: 0, end: 248_956_422 }, most: 100 });
    expect(found).toBe(10);
    expect(samLines(out as Table)).toEqual(printed.slice(0, 10).map(sorted));
  });

  test.each([
    // samtools view fix.bam chr1:<from>-<to> | cut -f1
    [1000, 1004, ["r1"]],
    [1009, 1009, ["r1", "r2"]],
    [1100, 1115, ["r3"]],
    [1018, 1049, ["r3"]],
    [1054, 1054, ["r3", "r1", "r4", "r5", "r6", "r6"]],
    [1064, 39_999, ["r3"]],
    [40_002, 50_000, ["r7", "r8"]],
    [60_000, 70_000, []],
  ])("chr1:%i-%i", async (from, to, names) => {
    const task = await opened(bamBytes, index);
    const { out } = await places.region({ ...task, place: { contig: "chr1", start: from - 1, end: to }, most: 100 });
    expect(samLines(out as Table).map((line) => line.split("\t")[0])).toEqual(names);
  });

  test("of more records than are wanted the number is told", async () => {
    const task = await opened(bamBytes, index);
    const { out, found } = await places.region({ ...task, place: { contig: "chr1", start: 0, end: 1e6 }, most: 3 });
    expect([out, found]).toEqual([null, 10]);
  });
});

test("reads are left out by flag and quality as samtools view -F and -q leave them out", async () => {
  const task = await opened(bamBytes, baiBytes);
  const place = { contig: "chr1", start: 0, end: 1e6 };
  const count = async (more: Partial<PlacesTask>) => (await places.region({ ...task, ...more, place, most: 0 })).found;
  expect(await count({ withoutFlags: 1796 })).toBe(7);
  expect(await count({ minQuality: 60 })).toBe(7);
});

test("the file says its sequences, what its index counted, its samples and its build", async () => {
  const { artifact } = await opened(bamBytes, baiBytes);
  expect(artifact).toMatchObject({ build: "GRCh38", samples: ["anna", "ben"], index: "x.bam.bai", part: "x.bam" });
  expect(artifact.facts).toMatchObject({ sorted: "coordinate", mapped: 10, unmapped: 1, version: "1.6" });
  const column = (name: string) => [0, 1].map((row) => cellJson(columnOf(artifact.contigs, name) as never, row));
  expect([column("contig"), column("mapped"), column("unmapped")]).toEqual([
    ["chr1", "chr2"],
    [9, 1],
    [1, 0],
  ]);
});

describe("what is damaged is said in words, at once", () => {
  const place = { contig: "chr1", start: 0, end: 248_956_422 };
  const failed = async (work: () => Promise<unknown>): Promise<string> => {
    const began = performance.now();
    const error = await work().then(
      () => null,
      (thrown: unknown) => thrown,
    );
    if (!(error instanceof FailureError)) throw error ?? new Error("it was read");
    for (const locale of ["en", "ru"] as const) expect(failureSentence(error.failure, locale)).not.toMatch(/[{}]|undefined/);
    expect(performance.now() - began).toBeLessThan(2000);
    return failureSentence(error.failure, "en");
  };
  const unpackedFile = async (): Promise<Uint8Array> => {
    const { unpackedWhole } = await import("../parts/bgzf/blocks.ts");
    return unpackedWhole(bytesAsSource(bamBytes), "x.bam", 1 << 20);
  };
  /** With some bytes of its unpacked content changed, from the first record on. */
  const changed = async (change: (bytes: Uint8Array, record: number) => void): Promise<Uint8Array> => {
    const bytes = (await unpackedFile()).slice();
    const { readBamHeader } = await import("../parts/alignments/bam-header.ts");
    change(bytes, (await readBamHeader(bytesAsSource(bamBytes), "x.bam")).length);
    return inBlock(bytes);
  };
  const set = (bytes: Uint8Array, at: number, value: number): void => new DataView(bytes.buffer).setInt32(at, value, true);

  test.each<[string, (bytes: Uint8Array, record: number) => void, RegExp]>([
    ["a record longer than any", (bytes, at) => set(bytes, at, 0x7fffffff), /damaged \(it gives a length of/],
    ["a record of less than nothing", (bytes, at) => set(bytes, at, -4), /it gives a length of -4/],
    ["a record longer than the file", (bytes, at) => set(bytes, at, 1 << 25), /ends within itself/],
    ["a sequence of letters longer than its record", (bytes, at) => set(bytes, at + 20, 1 << 30), /longer than itself/],
    ["a sequence that is not there", (bytes, at) => set(bytes, at + 4, 77), /names sequence 77 of 2/],
    ["a name without its end", (bytes, at) => bytes.fill(65, at + 36, at + 39), /letters of a name are not there/],
  ])("%s", async (_title, change, says) => {
    const bytes = await changed(change);
    const task = await opened(bytes, null);
    expect(await failed(() => places.region({ ...task, place, most: 10 }))).toMatch(says);
  });

  test("a block that lies about its length, one that is damaged, and one that is cut", async () => {
    const task = await opened(bamBytes, null);
    const damaged = (change: (bytes: Uint8Array) => Uint8Array) =>
      failed(() =>
        places.region({ ...task, bytes: { file: bytesAsSource(change(bamBytes.slice())), index: null }, place, most: 10 }),
      );
    const length = new DataView(bamBytes.buffer).getUint16(16, true);
    expect(await damaged((bytes) => (set(bytes, length + 1 - 4, 0x7ffffff0), bytes))).toMatch(/A block of x.bam .* damaged/);
    expect(await damaged((bytes) => (set(bytes, length + 1 - 4, 17), bytes))).toMatch(/A block of x.bam .* damaged/);
    expect(await damaged((bytes) => (bytes.fill(0xa5, 60, 90), bytes))).toMatch(/A block of x.bam .* damaged/);
    expect(await damaged((bytes) => bytes.subarray(0, 300))).toMatch(/A block of x.bam .* damaged/);
  });

  test("an index of another file, one that is cut, one that lies about its counts, one that is none", async () => {
    const withIndex = (index: Uint8Array) => failed(() => opened(bamBytes, index));
    expect(await withIndex(baiBytes.subarray(0, 60))).toMatch(/index x.bam.bai is damaged/);
    const lying = baiBytes.slice();
    set(lying, 8, 0x7fffffff);
    expect(await withIndex(lying)).toMatch(/larger than the index itself/);
    expect(await withIndex(new TextEncoder().encode("no index"))).toMatch(/no index that is known/);
    const other = baiBytes.slice();
    set(other, 4, 1);
    expect(await withIndex(other.subarray(0, 170))).toMatch(/it has 1 sequences, and the file has 2|damaged/);
    const task = await opened(bamBytes, baiBytes);
    // Its places are those of a larger file.
    const beyond = baiBytes.slice();
    set(beyond, 24, 9);
    set(beyond, 32, 9);
    expect(
      await failed(() => places.region({ ...task, bytes: { ...task.bytes, index: bytesAsSource(beyond) }, place, most: 10 })),
    ).toMatch(/does not belong to x.bam|damaged/);
  });
});

test.skipIf(!hasReference("format_zoo/HG02450.bam"))("reads of a person by a CSI index, as samtools counts them", async () => {
  const bytes = readFileSync(referenceFile("format_zoo/HG02450.bam"));
  const index = readFileSync(referenceFile("format_zoo/HG02450.bam.csi"));
  const task = await opened(bytes, index);
  expect(task.artifact).toMatchObject({ build: "GRCh37", samples: ["HG02450"], facts: { mapped: 348, unmapped: 6 } });
  expect(task.artifact.contigs.rowCount).toBe(86);
  const place = { contig: "1", start: 122_724, end: 122_825 };
  const { out, found } = await places.region({ ...task, place, most: 1000 });
  expect(found).toBe(37);
  const lines = samLines(out as Table).map((line) => line.split("\t").slice(0, 11).join("\t"));
  // samtools view HG02450.bam 1:122725-122825 | cut -f1-11 | md5sum
  expect(
    createHash("md5")
      .update(`${lines.join("\n")}\n`)
      .digest("hex"),
  ).toBe("8caf05f938712028202d7486ce12843f");
});
